namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>Tests that look at one and the same demo.</summary>
[CollectionDefinition(Name)]
public sealed class DemoTests : ICollectionFixture<DemoSite>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "demo";
}
