using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace BorderWatch.Architecture.Tests;

/// <summary>Who may know whom.</summary>
public sealed class RoomTests
{
    [Fact]
    public void Extraction_KnowsNobody() => Assert.Empty(House.NeighboursOf(House.Extraction));

    [Fact]
    public void Store_KnowsNobody() => Assert.Empty(House.NeighboursOf(House.Store));

    [Fact]
    public void Postgres_KnowsNobody() => Assert.Empty(House.NeighboursOf(House.Postgres));

    [Fact]
    public void Ingestion_KnowsExtractionAndStoreAlone() =>
        Assert.Empty(House.NeighboursOf(House.Ingestion).Except(["BorderWatch.Extraction", "BorderWatch.Store"]));

    [Fact]
    public void Extraction_HasNoClock() =>
        Assert.DoesNotContain(
            House.Rooms.Types.Where(type => type.Assembly.Name.StartsWith("BorderWatch.Extraction", StringComparison.Ordinal)).SelectMany(type => type.Dependencies).OfType<ArchUnitNET.Domain.Dependencies.MethodCallDependency>(),
            call => call.TargetMember.FullName.Contains("DateTime::get_Now") || call.TargetMember.FullName.Contains("DateTime::get_UtcNow")
                || call.TargetMember.FullName.Contains("DateTimeOffset::get_Now") || call.TargetMember.FullName.Contains("DateTimeOffset::get_UtcNow"));

    [Fact]
    public void Pages_HoldNoDbContext() =>
        Types().That().ResideInAssembly(House.Web)
            .Should().NotDependOnAny(Types(true).That().HaveFullNameMatching(@"^Microsoft\.EntityFrameworkCore\.|BorderWatchDbContext$"))
            .Because("pages ask a query or a command of Store")
            .WithoutRequiringPositiveResults()
            .Check(House.Rooms);

    [Fact]
    public void OnlyFetching_OpensOutgoingConnections() =>
        Types().That().ResideInAssembly(House.Extraction, House.Store, House.Ingestion, House.Web, House.Cli)
            .And().DoNotResideInNamespaceMatching(@"^BorderWatch\.Ingestion\.Fetching")
            .Should().NotDependOnAny(Types(true).That().HaveFullNameMatching(@"^System\.Net\.(Http\.(HttpClient|HttpMessageInvoker|SocketsHttpHandler|HttpClientHandler)|Sockets\..*|WebClient|WebRequest)$|^MailKit\.Net\.Smtp\.SmtpClient$|^(OpenAI|OllamaSharp|System\.ClientModel)\."))
            .Because("what fetches must be safe against hostile addresses, and that is in one place")
            .WithoutRequiringPositiveResults()
            .Check(House.Rooms);
}
