using TechMatch.Web.Verbs;

return await CommandLine.Run(args);

/// <summary>The program; public so that tests can host it.</summary>
public partial class Program;
