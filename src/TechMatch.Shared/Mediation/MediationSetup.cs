using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace TechMatch.Shared.Mediation;

/// <summary>Registers MediatR. All that differs between MediatR 5.1 and 12.5 stands in this folder; see ADR 0004.</summary>
public static class MediationSetup
{
    /// <summary>The mediator with its pipeline: who may send, what is well formed, what the audit trail calls it.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddMediation(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(PermissionBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuditScopeBehaviour<,>));
        return services;
    }

    /// <summary>The handlers and validators of one module, internal ones too.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="module">The module's assembly.</param>
    public static IServiceCollection AddHandlers(this IServiceCollection services, Assembly module)
    {
        foreach (var type in module.GetTypes().Where(type => type is { IsAbstract: false, IsClass: true }))
            foreach (var contract in type.GetInterfaces().Where(contract => contract.IsGenericType))
            {
                var definition = contract.GetGenericTypeDefinition();
                if (definition == typeof(IRequestHandler<,>) || definition == typeof(IValidator<>)) services.AddScoped(contract, type);
            }
        return services;
    }
}
