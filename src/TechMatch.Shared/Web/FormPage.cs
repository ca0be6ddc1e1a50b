using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TechMatch.Shared.Domain;

namespace TechMatch.Shared.Web;

/// <summary>
/// A page that sends requests. What the pipeline or a rule refuses comes back beside the field, or above the form, in the
/// user's language, with everything the user had typed; nothing is saved.
/// </summary>
/// <param name="mediator">Sends the page's requests.</param>
/// <param name="texts">The texts.</param>
public abstract class FormPage(IMediator mediator, Texts texts) : PageModel
{
    /// <summary>Sends the page's requests.</summary>
    protected IMediator Mediator { get; } = mediator;

    /// <summary>The texts.</summary>
    public Texts T { get; } = texts;

    /// <summary>The prefix of the form's field names: the name of the bound property and a dot.</summary>
    protected virtual string FieldPrefix => "Form.";

    /// <summary>Loads what the page shows besides the form; called again before a refused form is shown.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    protected virtual Task Load(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Does what the form asks. A refusal shows the page again with status 422, 412 or the rule's own.</summary>
    /// <param name="action">Sends the request and says where to go next.</param>
    /// <param name="cancellationToken">Cancels.</param>
    protected async Task<IActionResult> Try(Func<Task<IActionResult>> action, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(action);
        var status = StatusCodes.Status422UnprocessableEntity;
        // A value that did not bind (a word for a number) is reported together with what the validators find.
        var bound = ModelState.IsValid;
        try
        {
            if (bound) return await action();
        }
        catch (ValidationException refusal)
        {
            foreach (var failure in refusal.Errors) ModelState.AddModelError(FieldPrefix + failure.PropertyName, failure.ErrorMessage);
        }
        catch (RuleViolationException refusal)
        {
            status = Problems.StatusOf(refusal.Error.Kind);
            ModelState.AddModelError("", T[refusal.Error.Code, [.. refusal.Arguments]]);
        }
        catch (Exception stale) when (stale is StaleVersionException or Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException)
        {
            status = StatusCodes.Status412PreconditionFailed;
            ModelState.AddModelError("", T["problem.stale"]);
        }
        await Load(cancellationToken);
        var page = Page();
        page.StatusCode = status;
        return page;
    }

    /// <summary>Shows a short message on the next page.</summary>
    /// <param name="key">The text's key.</param>
    protected void Notice(string key) => TempData["Notice"] = key;
}
