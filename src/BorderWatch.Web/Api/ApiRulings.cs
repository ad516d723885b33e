using System.Text.Json;
using BorderWatch.Ingestion.Rulings;
using BorderWatch.Store;
using BorderWatch.Store.Incidents;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace BorderWatch.Web.Api;

/// <summary>What programs may say of incidents: the same commands that the desk gives, with the same undo.</summary>
internal static class ApiRulings
{
    private const int LargestBody = 64 * 1024;

    /// <summary>Maps the addresses; all change something, and take a token alone.</summary>
    public static void MapEndpoints(RouteGroupBuilder api)
    {
        api.WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        api.MapPost("/incidents/{id:guid}/review", ReviewAsync).WithName("ReviewIncident").WithSummary("Confirms, rejects or reopens an incident")
            .Accepts<ReviewRequest>("application/json").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/incidents/{id:guid}/tags", (Guid id, HttpContext context, IReviewCommands reviews, CurrentCaller caller) => TagAsync(id, true, context, reviews, caller))
            .WithName("TagIncident").WithSummary("Puts a tag on an incident").Accepts<TagRequest>("application/json").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/incidents/{id:guid}/tags/off", (Guid id, HttpContext context, IReviewCommands reviews, CurrentCaller caller) => TagAsync(id, false, context, reviews, caller))
            .WithName("UntagIncident").WithSummary("Takes a tag off an incident").Accepts<TagRequest>("application/json").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<EditResource>, ProblemHttpResult>> ReviewAsync(Guid id, HttpContext context, IReviewCommands reviews, CurrentCaller caller)
    {
        if (await BodyAsync<ReviewRequest>(context) is not { Seen: { } seen, To: { } to } asked || !Enum.IsDefined(seen) || !Enum.IsDefined(to) || (asked.Because is { } why && !Enum.IsDefined(why)))
            return RequestedFilter.Refuse("Send JSON as {\"seen\": \"Unreviewed\", \"to\": \"Confirmed\"}: the status that you saw, and the one to give. To reject, say because: NotSecurity, Duplicate, Unverified or OutsideRegion; reason may hold more words.");
        if (asked.Reason is { Length: > 2000 }) return RequestedFilter.Refuse("“reason” has at most 2,000 characters.");
        return Answer(await reviews.ReviewAsync([(id, seen)], to, asked.Because, asked.Reason, await caller.OfAsync(context.User), context.RequestAborted));
    }

    private static async Task<Results<Ok<EditResource>, ProblemHttpResult>> TagAsync(Guid id, bool isOn, HttpContext context, IReviewCommands reviews, CurrentCaller caller)
    {
        if (await BodyAsync<TagRequest>(context) is not { Tag: { } tag }) return RequestedFilter.Refuse("Send JSON as {\"tag\": \"border closed\"}.");
        var by = await caller.OfAsync(context.User);
        return Answer(isOn ? await reviews.TagAsync([id], tag, by, context.RequestAborted) : await reviews.UntagAsync([id], tag, by, context.RequestAborted));
    }

    private static Results<Ok<EditResource>, ProblemHttpResult> Answer(CommandResult<Edited> result) => result.Error is { } refusal
        ? TypedResults.Problem(statusCode: StatusCodes.Status409Conflict, title: "Nothing was changed", detail: refusal)
        : TypedResults.Ok(new EditResource(result.Value!.EditId, result.Value.Action));

    /// <summary>Null where the body is not what was asked for.</summary>
    private static async Task<T?> BodyAsync<T>(HttpContext context) where T : class
    {
        if (!context.Request.HasJsonContentType()) return null;
        try
        {
            return await context.Request.ReadFromJsonAsync<T>(context.RequestAborted);
        }
        catch (Exception unread) when (unread is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }
}

/// <summary>What to say of an incident as a whole.</summary>
/// <param name="Seen">The status that the caller saw; where somebody else has changed it since, nothing is changed.</param>
/// <param name="To">Confirmed, Rejected, or Unreviewed to reopen.</param>
/// <param name="Because">Needed to reject; else left out.</param>
/// <param name="Reason">More, in words.</param>
public sealed record ReviewRequest(IncidentStatus? Seen, IncidentStatus? To, RejectionReason? Because, string? Reason);

/// <summary>A tag.</summary>
public sealed record TagRequest(string? Tag);

/// <summary>What was done; an editor can undo it by the incident's history.</summary>
/// <param name="Edit">The command's id in the history.</param>
/// <param name="Action">In words.</param>
public sealed record EditResource(Guid Edit, string Action);
