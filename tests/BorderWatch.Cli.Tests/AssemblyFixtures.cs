using BorderWatch.Testing;

[assembly: AssemblyFixture(typeof(PostgresFixture))]
