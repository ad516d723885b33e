using System.Reflection;
using BorderWatch.Ingestion.Backfilling;
using BorderWatch.Ingestion.Catalogue;
using BorderWatch.Ingestion.Datasets;
using BorderWatch.Ingestion.Demo;
using BorderWatch.Ingestion.Desk;
using BorderWatch.Ingestion.Feeds;
using BorderWatch.Ingestion.Generation;
using BorderWatch.Ingestion.Learning;
using BorderWatch.Ingestion.Opinions;
using BorderWatch.Ingestion.Reprocessing;
using BorderWatch.Ingestion.Rulings;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Alerts;
using BorderWatch.Store.Backfills;
using BorderWatch.Store.Briefs;
using BorderWatch.Store.Comments;
using BorderWatch.Store.Desk;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;
using BorderWatch.Store.Quality;
using BorderWatch.Store.Regions;
using BorderWatch.Store.Sources;
using BorderWatch.Store.Tags;
using BorderWatch.Store.Timeline;
using BorderWatch.Store.Tokens;
using BorderWatch.Store.Views;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests;

/// <summary>Every command that somebody can ask for, by every role: carried out or tried where the role may, else refused with a sentence.</summary>
public sealed class AuthorityTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    private const string Refused = "it needs the permission";

    private static readonly Dictionary<string, Permission> s_commands = new()
    {
        [$"{nameof(ISourceCommands)}.{nameof(ISourceCommands.AddFeedAsync)}"] = Permission.ManageSources,
        [$"{nameof(ISourceCommands)}.{nameof(ISourceCommands.SetEnabledAsync)}"] = Permission.ManageSources,
        [$"{nameof(ISourceCommands)}.{nameof(ISourceCommands.SetPollIntervalAsync)}"] = Permission.ManageSources,
        [$"{nameof(ISourceCommands)}.{nameof(ISourceCommands.GradeAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IArticleRetry)}.{nameof(IArticleRetry.RetryAsync)}"] = Permission.ManageSources,
        [$"{nameof(IArticleRetry)}.{nameof(IArticleRetry.RetrySourceAsync)}"] = Permission.ManageSources,
        [$"{nameof(IBackfillCommands)}.{nameof(IBackfillCommands.StartAsync)}"] = Permission.ManageSources,
        [$"{nameof(IBackfillCommands)}.{nameof(IBackfillCommands.PauseAsync)}"] = Permission.ManageSources,
        [$"{nameof(IBackfillCommands)}.{nameof(IBackfillCommands.ResumeAsync)}"] = Permission.ManageSources,
        [$"{nameof(IBackfillCommands)}.{nameof(IBackfillCommands.EndAsync)}"] = Permission.ManageSources,
        [$"{nameof(IBackfillCommands)}.{nameof(IBackfillCommands.RetryAsync)}"] = Permission.ManageSources,
        [$"{nameof(IArchiveImport)}.{nameof(IArchiveImport.ImportAsync)}"] = Permission.ManageSources,
        [$"{nameof(IDatasetImport)}.{nameof(IDatasetImport.ImportAsync)}"] = Permission.ManageSources,
        [$"{nameof(IReprocessing)}.{nameof(IReprocessing.CompareAsync)}"] = Permission.ManageSources,
        [$"{nameof(IReprocessing)}.{nameof(IReprocessing.ApplyAsync)}"] = Permission.ManageSources,
        [$"{nameof(IFeedPoller)}.{nameof(IFeedPoller.PollAsync)}"] = Permission.ManageSources,
        [$"{nameof(IFeedDesk)}.{nameof(IFeedDesk.LookAsync)}"] = Permission.ManageSources,
        [$"{nameof(IFeedDesk)}.{nameof(IFeedDesk.TakeAsync)}"] = Permission.ManageSources,
        [$"{nameof(IFeedList)}.{nameof(IFeedList.ImportAsync)}"] = Permission.ManageSources,
        [$"{nameof(IFeedList)}.{nameof(IFeedList.ExportAsync)}"] = Permission.Export,
        [$"{nameof(IOutletCatalogue)}.{nameof(IOutletCatalogue.SwitchOnAsync)}"] = Permission.ManageSources,
        [$"{nameof(IDemoData)}.{nameof(IDemoData.LoadAsync)}"] = Permission.ManageSources,
        [$"{nameof(IIncidentGenerator)}.{nameof(IIncidentGenerator.GenerateAsync)}"] = Permission.ManageSources,
        [$"{nameof(IArticleDesk)}.{nameof(IArticleDesk.PreviewUrlAsync)}"] = Permission.AddArticles,
        [$"{nameof(IArticleDesk)}.{nameof(IArticleDesk.PreviewText)}"] = Permission.AddArticles,
        [$"{nameof(IArticleDesk)}.{nameof(IArticleDesk.ReadAsLearntAsync)}"] = Permission.AddArticles,
        [$"{nameof(IArticleDesk)}.{nameof(IArticleDesk.SaveAsync)}"] = Permission.AddArticles,
        [$"{nameof(IMergeCommands)}.{nameof(IMergeCommands.PreviewAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IMergeCommands)}.{nameof(IMergeCommands.MergeAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IMergeCommands)}.{nameof(IMergeCommands.SplitAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IMergeCommands)}.{nameof(IMergeCommands.PartAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IReviewCommands)}.{nameof(IReviewCommands.ReviewAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IReviewCommands)}.{nameof(IReviewCommands.TagAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IReviewCommands)}.{nameof(IReviewCommands.UntagAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IReviewCommands)}.{nameof(IReviewCommands.AssignAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IRulingCommands)}.{nameof(IRulingCommands.CorrectAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IRulingCommands)}.{nameof(IRulingCommands.WithdrawAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IRulingCommands)}.{nameof(IRulingCommands.RuleAgainAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IOpinionCommands)}.{nameof(IOpinionCommands.AskAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IUndoCommands)}.{nameof(IUndoCommands.UndoAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IUndoCommands)}.{nameof(IUndoCommands.UndoLastAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(ICommentCommands)}.{nameof(ICommentCommands.AddAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(ICommentCommands)}.{nameof(ICommentCommands.WithdrawAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(ICommentCommands)}.{nameof(ICommentCommands.PutAsideAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(ICommentQuery)}.{nameof(ICommentQuery.ListAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(ICommentQuery)}.{nameof(ICommentQuery.MentionsAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IDeskCompany)}.{nameof(IDeskCompany.OfAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IDeskCompany)}.{nameof(IDeskCompany.ColleaguesAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IDeskCompany)}.{nameof(IDeskCompany.TakeAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IDeskCompany)}.{nameof(IDeskCompany.ReleaseAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IDeskCompany)}.{nameof(IDeskCompany.VisitAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IRegionCommands)}.{nameof(IRegionCommands.CreateAsync)}"] = Permission.ManageRegions,
        [$"{nameof(IRegionCommands)}.{nameof(IRegionCommands.EnsureAsync)}"] = Permission.ManageRegions,
        [$"{nameof(IRegionCommands)}.{nameof(IRegionCommands.ChangeAsync)}"] = Permission.ManageRegions,
        [$"{nameof(IRegionCommands)}.{nameof(IRegionCommands.DeleteAsync)}"] = Permission.DeleteRegions,
        [$"{nameof(IBriefCommands)}.{nameof(IBriefCommands.ComposeAsync)}"] = Permission.ManageRegions,
        [$"{nameof(IBriefCommands)}.{nameof(IBriefCommands.SaveAsync)}"] = Permission.ManageRegions,
        [$"{nameof(IBriefCommands)}.{nameof(IBriefCommands.ApproveAsync)}"] = Permission.ManageRegions,
        [$"{nameof(IBriefSchedules)}.{nameof(IBriefSchedules.ListAsync)}"] = Permission.ManageRegions,
        [$"{nameof(IBriefSchedules)}.{nameof(IBriefSchedules.SaveAsync)}"] = Permission.ManageRegions,
        [$"{nameof(IBriefSchedules)}.{nameof(IBriefSchedules.SetPausedAsync)}"] = Permission.ManageRegions,
        [$"{nameof(IBriefSchedules)}.{nameof(IBriefSchedules.RemoveAsync)}"] = Permission.ManageRegions,
        [$"{nameof(IBriefMail)}.{nameof(IBriefMail.SendAsync)}"] = Permission.ManageRegions,
        [$"{nameof(IBriefMail)}.{nameof(IBriefMail.LogAsync)}"] = Permission.ManageRegions,
        [$"{nameof(IBriefMail)}.{nameof(IBriefMail.RecipientsAsync)}"] = Permission.ManageRegions,
        [$"{nameof(IQualityQuery)}.{nameof(IQualityQuery.ReadAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(IQualityQuery)}.{nameof(IQualityQuery.BehindAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(ILearningQuery)}.{nameof(ILearningQuery.ReadAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(ILearningQuery)}.{nameof(ILearningQuery.StandingAsync)}"] = Permission.RuleOnIncidents,
        [$"{nameof(ILearningCommands)}.{nameof(ILearningCommands.SwitchAsync)}"] = Permission.ManageLearning,
        [$"{nameof(ILearningWork)}.{nameof(ILearningWork.LearnAsync)}"] = Permission.ManageLearning,
        [$"{nameof(ITagCommands)}.{nameof(ITagCommands.SaveAsync)}"] = Permission.ManageTags,
        [$"{nameof(ITagCommands)}.{nameof(ITagCommands.SetRetiredAsync)}"] = Permission.ManageTags,
        [$"{nameof(ITagMerging)}.{nameof(ITagMerging.MergeAsync)}"] = Permission.ManageTags,
        [$"{nameof(IAlertCommands)}.{nameof(IAlertCommands.SaveAsync)}"] = Permission.KeepAlerts,
        [$"{nameof(IAlertCommands)}.{nameof(IAlertCommands.SetEnabledAsync)}"] = Permission.KeepAlerts,
        [$"{nameof(IAlertCommands)}.{nameof(IAlertCommands.DeleteAsync)}"] = Permission.KeepAlerts,
        [$"{nameof(IAlertCommands)}.{nameof(IAlertCommands.RenewKeysAsync)}"] = Permission.KeepAlerts,
        [$"{nameof(IAlertCommands)}.{nameof(IAlertCommands.TestAsync)}"] = Permission.KeepAlerts,
        [$"{nameof(IAlertQuery)}.{nameof(IAlertQuery.PastAsync)}"] = Permission.KeepAlerts,
        [$"{nameof(IAlertQuery)}.{nameof(IAlertQuery.ListAsync)}"] = Permission.Read,
        [$"{nameof(IAlertQuery)}.{nameof(IAlertQuery.FindAsync)}"] = Permission.Read,
        [$"{nameof(IViewCommands)}.{nameof(IViewCommands.SaveAsync)}"] = Permission.Export,
        [$"{nameof(IViewCommands)}.{nameof(IViewCommands.MakeWatchlistAsync)}"] = Permission.Export,
        [$"{nameof(IViewCommands)}.{nameof(IViewCommands.WatchAsync)}"] = Permission.Export,
        [$"{nameof(IViewQuery)}.{nameof(IViewQuery.WatchlistsAsync)}"] = Permission.Export,
        [$"{nameof(IViewCommands)}.{nameof(IViewCommands.ChangeAsync)}"] = Permission.Export,
        [$"{nameof(IViewCommands)}.{nameof(IViewCommands.DeleteAsync)}"] = Permission.Export,
        [$"{nameof(IViewCommands)}.{nameof(IViewCommands.MarkSeenAsync)}"] = Permission.Read,
        [$"{nameof(IViewQuery)}.{nameof(IViewQuery.ListAsync)}"] = Permission.Read,
        [$"{nameof(IViewQuery)}.{nameof(IViewQuery.MarkAsync)}"] = Permission.Read,
        [$"{nameof(IAccountCommands)}.{nameof(IAccountCommands.InviteAsync)}"] = Permission.ManageAccounts,
        [$"{nameof(IAccountCommands)}.{nameof(IAccountCommands.WithdrawAsync)}"] = Permission.ManageAccounts,
        [$"{nameof(IAccountCommands)}.{nameof(IAccountCommands.ResetPasswordAsync)}"] = Permission.ManageAccounts,
        [$"{nameof(IAccountCommands)}.{nameof(IAccountCommands.ForgetAuthenticatorAsync)}"] = Permission.ManageAccounts,
        [$"{nameof(IAccountCommands)}.{nameof(IAccountCommands.SetRoleAsync)}"] = Permission.ManageAccounts,
        [$"{nameof(IAccountCommands)}.{nameof(IAccountCommands.SetLockedAsync)}"] = Permission.ManageAccounts,
        [$"{nameof(IAccountCommands)}.{nameof(IAccountCommands.RemoveAsync)}"] = Permission.ManageAccounts,
        [$"{nameof(IAccountQuery)}.{nameof(IAccountQuery.ListAsync)}"] = Permission.ManageAccounts,
        [$"{nameof(ITokenOversight)}.{nameof(ITokenOversight.ListAsync)}"] = Permission.ManageAccounts,
        [$"{nameof(ITokenOversight)}.{nameof(ITokenOversight.RevokeAsync)}"] = Permission.ManageAccounts,
    };

    // They act on the caller's own account and nobody else's, whatever the role.
    private static readonly Type[] s_ownAffairs = [typeof(IOwnAccount), typeof(IOwnTokens), typeof(IOwnPasskeys), typeof(IReaderSettings)];

    public static TheoryData<string> Commands { get; } = [.. AllCommands().Select(Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_IsRefusedToEveryRoleThatLacksIt(string name)
    {
        Assert.True(s_commands.TryGetValue(name, out var permission), $"{name} takes a caller: say in this table which permission it needs.");
        var command = AllCommands().Single(method => Name(method) == name);
        foreach (var role in Enum.GetValues<Role>().Select(role => (Role?)role).Append(null))
        {
            var caller = role is { } known ? new Caller(Guid.NewGuid(), $"the {known}", RolePermissions.Of(known)) : Caller.Nobody;
            var error = await ErrorAsync(command, caller);
            if (caller.Permissions.Contains(permission)) Assert.DoesNotContain(Refused, error, StringComparison.Ordinal);
            else Assert.Equal(caller.Refusal(permission), error);
        }
    }

    private static IEnumerable<MethodInfo> AllCommands() =>
        new[] { typeof(ISourceCommands).Assembly, typeof(IFeedDesk).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes()).Where(type => type.IsInterface && !s_ownAffairs.Contains(type))
            .SelectMany(type => type.GetMethods()).Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Caller)));

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    /// <summary>What the command said; empty where it was carried out, or got as far as to stumble over what the test gave it.</summary>
    private async Task<string> ErrorAsync(MethodInfo command, Caller caller)
    {
        var given = command.GetParameters().Select(parameter => Given(parameter.ParameterType, caller)).ToArray();
        try
        {
            var answer = command.Invoke(Pipeline.Get(command.DeclaringType!), given);
            if (answer is Task task)
            {
                await task;
                answer = ((dynamic)task).Result;
            }
            return (string?)answer!.GetType().GetProperty("Error")!.GetValue(answer) ?? "";
        }
        catch (OperationCanceledException)
        {
            return "";
        }
    }

    private object? Given(Type type, Caller caller) => type switch
    {
        _ when type == typeof(Caller) => caller,
        _ when type == typeof(string) => "x",
        _ when type == typeof(CancellationToken) => new CancellationToken(canceled: true),
        _ when type == typeof(Guid) => Guid.NewGuid(),
        _ when type == typeof(IReadOnlyList<RegionPart>) => new RegionPart[] { new RegionPart.Area("TJ") },
        _ when type == typeof(IReadOnlyCollection<Guid>) => new[] { Guid.NewGuid() },
        _ when type == typeof(IReadOnlyCollection<(Guid, IncidentStatus)>) => new[] { (Guid.NewGuid(), IncidentStatus.Unreviewed) },
        _ when type == typeof(Correction) => new Correction(Guid.NewGuid(), ClaimField.Killed, [], null, null, null),
        _ when type == typeof(GenerationRequest) => new GenerationRequest(1),
        _ when type == typeof(AlertDraft) => new AlertDraft { Name = "x" },
        _ when type == typeof(TimelineFilter) => new TimelineFilter { Countries = ["TJ"] },
        _ when type == typeof(ViewDraft) => new ViewDraft("x", new TimelineFilter { Countries = ["TJ"] }, null, false),
        _ when type == typeof(QualitySlice) => new QualitySlice(new DateOnly(2026, 1, 1)),
        _ when type == typeof(TagDraft) => new TagDraft("x", null, null, []),
        _ when type == typeof(BriefText) => new BriefText("x", "", ""),
        _ when type == typeof(BriefScheduleDraft) => new BriefScheduleDraft { RegionId = Guid.NewGuid() },
        _ when type == typeof(Feed) => new Feed("RSS", "A feed", null, [], []),
        _ when type == typeof(ArticlePreview) => Pipeline.Get<IArticleDesk>().PreviewText(null, Sample.Bomb("Herat"), null, null, Caller.Local).Preview,
        _ when type == typeof(Stream) => new MemoryStream(),
        _ when type.IsValueType => Activator.CreateInstance(type),
        _ => null,
    };
}
