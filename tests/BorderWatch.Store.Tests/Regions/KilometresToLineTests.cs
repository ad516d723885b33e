using BorderWatch.Store.Places;
using BorderWatch.Store.Regions;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tests.Regions;

/// <summary>How far a place is from a border, as the database measures it, against great circles to points close together on the line.</summary>
public sealed class KilometresToLineTests(PostgresFixture postgres) : StoreTest(postgres)
{
    [Theory]
    [InlineData("AF", "TJ")]
    [InlineData("NO", "RU")]
    [InlineData("AR", "CL")]
    public async Task Distance_IsThatOfTheNearestPointOfTheLine(string one, string other)
    {
        var lines = Get<IBorderLines>().Between(one, other)!;
        var pieces = lines.SelectMany(line => line.Zip(line.Skip(1))).ToList();
        var points = pieces.SelectMany(piece => Enumerable.Range(0, 50).Select(step => new GeoPoint(
            piece.First.Latitude + ((piece.Second.Latitude - piece.First.Latitude) * step / 50), piece.First.Longitude + ((piece.Second.Longitude - piece.First.Longitude) * step / 50)))).ToList();
        var random = new Random(20261130);
        await using var db = Open();
        for (var place = 0; place < 40; place++)
        {
            var near = points[random.Next(points.Count)];
            var (latitude, longitude) = (near.Latitude + (random.NextDouble() * 4) - 2, near.Longitude + (random.NextDouble() * 4) - 2);
            var measured = await db.Database.SqlQuery<double>(
                $"""
                SELECT kilometres_to_line({latitude}, {longitude}, {pieces.Select(p => p.First.Longitude).ToArray()}, {pieces.Select(p => p.First.Latitude).ToArray()},
                    {pieces.Select(p => p.Second.Longitude).ToArray()}, {pieces.Select(p => p.Second.Latitude).ToArray()}) AS "Value"
                """).SingleAsync(Cancellation);
            var expected = points.Min(point => GreatCircle.Kilometres(latitude, longitude, point.Latitude, point.Longitude)!.Value);
            // Within two hundred metres, or two in a hundred near the pole, where a degree of longitude changes fast.
            Assert.InRange(Math.Abs(measured - expected), 0, 0.2 + (0.02 * expected));
        }
    }
}
