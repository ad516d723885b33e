using BorderWatch.Store.Places;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace BorderWatch.Store.Regions;

/// <summary>Writes parts into a region's rows.</summary>
internal sealed class RegionWriting(IBorderLines borders)
{
    /// <summary>Gives the region these parts. Rows of parts that it has already stay as they are, a border's line with them.</summary>
    /// <param name="db">Where the region is tracked, its parts loaded.</param>
    /// <param name="region">The region.</param>
    /// <param name="parts">Tidy, and without error.</param>
    public void Change(BorderWatchDbContext db, Region region, IReadOnlyList<RegionPart> parts)
    {
        Keep(db, region.Areas, area => parts.Contains(RegionPart.Of(area)));
        Keep(db, region.Outlines, outline => parts.Contains(RegionPart.Of(outline)));
        Keep(db, region.Borders, border => parts.Contains(RegionPart.Of(border)));
        Keep(db, region.Held, nesting => parts.OfType<RegionPart.Whole>().Any(whole => whole.RegionId == nesting.HeldId));
        var there = RegionPart.Of(region);
        foreach (var part in parts)
        {
            var row = part switch
            {
                _ when there.Contains(part) => null,
                RegionPart.Area area => (object)new RegionArea { RegionId = region.Id, CountryCode = area.CountryCode, Admin1 = area.Admin1, Admin2 = area.Admin2 },
                RegionPart.Outline outline => new RegionOutline { RegionId = region.Id, Name = outline.Name, Shape = new NpgsqlPolygon(outline.Corners.Select(corner => new NpgsqlPoint(corner.Longitude, corner.Latitude))) },
                RegionPart.Border border => Row(region.Id, border),
                RegionPart.Whole whole when region.Held.All(nesting => nesting.HeldId != whole.RegionId) => new RegionNesting { RegionId = region.Id, HeldId = whole.RegionId },
                _ => null,
            };
            if (row is not null) db.Add(row);
        }
    }

    private static void Keep<T>(BorderWatchDbContext db, List<T> rows, Func<T, bool> isKept) where T : class
    {
        foreach (var row in rows.Where(row => !isKept(row)).ToList())
        {
            rows.Remove(row);
            db.Remove(row);
        }
    }

    private RegionBorder Row(Guid region, RegionPart.Border border)
    {
        var pieces = borders.Between(border.CountryCode, border.OtherCountryCode)!.SelectMany(line => line.Zip(line.Skip(1))).ToList();
        var (first, second) = (CountryName.Of(border.CountryCode), CountryName.Of(border.OtherCountryCode));
        return new RegionBorder
        {
            RegionId = region,
            CountryCode = border.CountryCode,
            OtherCountryCode = border.OtherCountryCode,
            Kilometres = border.Kilometres,
            FromLongitudes = [.. pieces.Select(piece => piece.First.Longitude)],
            FromLatitudes = [.. pieces.Select(piece => piece.First.Latitude)],
            ToLongitudes = [.. pieces.Select(piece => piece.Second.Longitude)],
            ToLatitudes = [.. pieces.Select(piece => piece.Second.Latitude)],
            Names = [$"{first}–{second} border", $"{second}–{first} border"],
        };
    }
}
