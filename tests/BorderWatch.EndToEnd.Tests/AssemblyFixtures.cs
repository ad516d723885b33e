[assembly: AssemblyFixture(typeof(BorderWatch.EndToEnd.Tests.Browser.RealBrowser))]
