using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TechMatch.Shared.Web;

namespace TechMatch.Web.Hosting;

/// <summary>What the generated OpenAPI document cannot know by itself: the header of every change, and how to sign in.</summary>
internal static class ApiDescription
{
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "TechMatch API";
            document.Info.Version = "v1";
            document.Info.Description = "The marketplace where research results find the companies that need them. Sign in at /api/account/token and send the token as Bearer.";
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var method = context.Description.ActionDescriptor.EndpointMetadata.OfType<System.Reflection.MethodInfo>().FirstOrDefault();
            if (method?.GetParameters().Any(parameter => parameter.ParameterType == typeof(IfMatch)) is true)
            {
                operation.Parameters ??= [];
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = "If-Match",
                    In = ParameterLocation.Header,
                    Required = true,
                    Description = "The ETag that was read; 428 without it, 412 when the thing was changed since.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
            }
            return Task.CompletedTask;
        });
    }
}
