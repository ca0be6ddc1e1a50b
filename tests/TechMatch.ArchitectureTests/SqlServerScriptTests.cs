using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Shouldly;

namespace TechMatch.ArchitectureTests;

/// <summary>What Microsoft's own parser and model say of our scripts, where no SQL Server is at hand.</summary>
public class SqlServerScriptTests
{
    [Fact]
    public void Every_migration_script_parses()
    {
        foreach (var context in Products.SqlServer.Contexts.NotEmpty("contexts"))
        {
            var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

            script.ShouldContain("CREATE TABLE", customMessage: $"{context.GetType().Name} has no migration");
            Errors(script).ShouldBeEmpty(context.GetType().Name);
        }
    }

    [Fact]
    public void The_outbox_claim_parses()
    {
        var sql = string.Format(System.Globalization.CultureInfo.InvariantCulture, Products.SqlServer.Product.ClaimOutbox, "@p0", "@p1", "@p2", "@p3");

        Errors(sql).ShouldBeEmpty();
    }

    [Fact]
    public void The_whole_database_is_a_valid_SQL_Server_model()
    {
        using var model = new TSqlModel(SqlServerVersion.Sql150, new TSqlModelOptions());
        var schemas = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var context in Products.SqlServer.Contexts.NotEmpty("contexts"))
        {
            var statements = Declarations(context.Database.GenerateCreateScript(), schemas).NotEmpty($"declarations of {context.GetType().Name}");
            foreach (var statement in statements) model.AddObjects(statement);
        }

        var messages = model.Validate();

        model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass).NotEmpty("tables");
        messages.Select(message => message.ToString()).ShouldBeEmpty();
    }

    private static IEnumerable<string> Declarations(string script, HashSet<string> schemas)
    {
        var parsed = (TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
        errors.Select(error => error.Message).ShouldBeEmpty();
        var finder = new Finder();
        parsed.Accept(finder);
        var generator = new Sql150ScriptGenerator();
        foreach (var schema in finder.Schemas.Where(schemas.Add)) yield return $"CREATE SCHEMA [{schema}]";
        foreach (var statement in finder.Statements)
        {
            generator.GenerateScript(statement, out var text);
            yield return text;
        }
    }

    private static List<string> Errors(string sql)
    {
        // EF's scripts separate batches with GO, which the parser knows.
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return [.. errors.Select(error => $"{error.Line}:{error.Column} {error.Message}")];
    }

    private sealed class Finder : TSqlFragmentVisitor
    {
        public List<TSqlStatement> Statements { get; } = [];

        public List<string> Schemas { get; } = [];

        public override void Visit(CreateTableStatement node) => Statements.Add(node);

        public override void Visit(CreateIndexStatement node) => Statements.Add(node);

        // EF wraps it: IF SCHEMA_ID(N'x') IS NULL EXEC(N'CREATE SCHEMA [x];').
        public override void Visit(FunctionCall node)
        {
            if (string.Equals(node.FunctionName.Value, "SCHEMA_ID", StringComparison.OrdinalIgnoreCase) && node.Parameters is [StringLiteral name]) Schemas.Add(name.Value);
        }
    }
}
