using Microsoft.AspNetCore.Mvc;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Web.Hosting;

/// <summary>What all pages share besides their layout.</summary>
internal static class PageSetup
{
    /// <summary>A word where a number belongs is answered in the user's language.</summary>
    public static void TranslateBinding(MvcOptions options, Texts texts)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["binding.invalid"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["binding.invalid"]);
        messages.SetValueMustBeANumberAccessor(_ => texts["binding.number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["binding.number"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["binding.invalid"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["binding.invalid"]);
        messages.SetValueIsInvalidAccessor(_ => texts["binding.invalid"]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["binding.required"]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["binding.required"]);
        messages.SetMissingKeyOrValueAccessor(() => texts["binding.required"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["binding.required"]);
        // Requiredness is the validators' business: one source of messages.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
    }

    /// <summary>An empty answer with an error status becomes a readable page, except below <c>/api</c>.</summary>
    public static void UseStatusCodePagesForPages(this WebApplication app) => app.UseWhen(
        context => !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase),
        pages => pages.UseStatusCodePagesWithReExecute("/error", "?status={0}"));
}

/// <summary>Turns the failures that a page does not handle itself into the sign-in page or a readable error page.</summary>
internal sealed class PageFailures(RequestDelegate next)
{
    public async Task Invoke(HttpContext context, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await next(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted && !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && Problems.Describe(failure, texts) is not null)
        {
            context.Response.Clear();
            if (failure is NotSignedInException)
                context.Response.Redirect($"/account/sign-in?returnUrl={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
            else
                await ShowError(context, Problems.Describe(failure, texts)!);
        }
    }

    private async Task ShowError(HttpContext context, Problems.Problem problem)
    {
        context.Response.StatusCode = problem.Status;
        context.Items["problem"] = problem;
        context.Request.Path = "/error";
        context.Request.QueryString = new QueryString($"?status={problem.Status}");
        context.Request.Method = HttpMethods.Get;
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        await next(context);
    }
}
