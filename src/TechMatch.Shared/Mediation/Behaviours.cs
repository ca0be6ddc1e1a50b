using System.Reflection;
using FluentValidation;
using MediatR;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Domain;

namespace TechMatch.Shared.Mediation;

/// <summary>Asks who is sending before anything else is done, for pages and API alike.</summary>
internal sealed class PermissionBehaviour<TRequest, TResponse>(ICurrentUser user) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly string? Permission = typeof(TRequest).GetCustomAttribute<RequirePermissionAttribute>()?.Permission;
    private static readonly bool SignedIn = typeof(TRequest).IsDefined(typeof(SignedInAttribute));

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (Permission is not null) user.Require(Permission);
        if (SignedIn && !user.IsSignedIn) throw new NotSignedInException();
        return next();
    }
}

/// <summary>Runs every validator of the request and reports all failures at once.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var failures = new List<FluentValidation.Results.ValidationFailure>();
        foreach (var validator in validators)
            failures.AddRange((await validator.ValidateAsync(request, cancellationToken)).Errors);
        if (failures.Count > 0) throw new ValidationException(failures);
        return await next();
    }
}

/// <summary>Names the use case under way, so that the audit trail says what was done and not only which row changed.</summary>
internal sealed class AuditScopeBehaviour<TRequest, TResponse>(AuditScope scope) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        scope.Begin(typeof(TRequest).Name);
        return next();
    }
}
