using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TechMatch.Shared.Web;

/// <summary>The API of one use case; it stands in the use case's file and is found there by <see cref="EndpointSetup.MapModule"/>.</summary>
public interface IEndpoint
{
    /// <summary>Maps the routes, all below <c>/api</c>.</summary>
    /// <param name="routes">Where to.</param>
    static abstract void Map(IEndpointRouteBuilder routes);
}

/// <summary>Maps the endpoints of modules.</summary>
public static class EndpointSetup
{
    /// <summary>Maps every <see cref="IEndpoint"/> of a module, under the module's tag in the API's description.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="module">The module's assembly.</param>
    /// <param name="tag">The tag; the last part of the assembly's name when null.</param>
    public static void MapModule(this IEndpointRouteBuilder routes, Assembly module, string? tag = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        var group = routes.MapGroup("").WithTags(tag ?? module.GetName().Name!.Split('.')[^1]).AddEndpointFilter<ETagFilter>();
        var map = typeof(EndpointSetup).GetMethod(nameof(MapOne), BindingFlags.Static | BindingFlags.NonPublic)!;
        foreach (var endpoint in module.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IEndpoint))))
            map.MakeGenericMethod(endpoint).Invoke(null, [group]);
    }

    private static void MapOne<TEndpoint>(IEndpointRouteBuilder routes)
        where TEndpoint : IEndpoint => TEndpoint.Map(routes);
}

/// <summary>An answer that has a version: the API gives it as <c>ETag</c>.</summary>
public interface IVersioned
{
    /// <summary>The aggregate's version.</summary>
    long Version { get; }
}

/// <summary>What every change answers: which aggregate, and its version now.</summary>
/// <param name="Id">The aggregate's id.</param>
/// <param name="Version">Its version after the change; to be sent as <c>If-Match</c> with the next one.</param>
public sealed record Saved(Guid Id, long Version) : IVersioned;

/// <summary>The version that the caller of the API read, from the header <c>If-Match: "7"</c>. A change without it is answered with 428.</summary>
/// <param name="Version">The version.</param>
public sealed record IfMatch(long Version)
{
    /// <summary>Binds the header; called by the framework.</summary>
    /// <param name="context">The request.</param>
    /// <exception cref="PreconditionRequiredException">The header is missing or is not a version.</exception>
    public static ValueTask<IfMatch> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var text = context.Request.Headers.IfMatch.ToString().Trim().Trim('"');
        return long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var version)
            ? ValueTask.FromResult(new IfMatch(version))
            : throw new PreconditionRequiredException();
    }
}

/// <summary>A change came without <c>If-Match</c>: 428.</summary>
public sealed class PreconditionRequiredException() : Exception("The header If-Match is missing.");

internal sealed class ETagFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var value = result is IValueHttpResult typed ? typed.Value : result;
        if (value is IVersioned versioned) context.HttpContext.Response.Headers.ETag = $"\"{versioned.Version}\"";
        return result;
    }
}
