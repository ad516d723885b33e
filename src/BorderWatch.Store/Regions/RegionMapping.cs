using BorderWatch.Store.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Regions;

// The migration adds a unique index on lower(name): EF's model cannot say it.
internal sealed class RegionMapping : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.ToTable("regions");
        builder.Property(region => region.Id).ValueGeneratedNever();
        builder.Property(region => region.Name).HasMaxLength(200);
    }
}

internal sealed class RegionAreaMapping : IEntityTypeConfiguration<RegionArea>
{
    public void Configure(EntityTypeBuilder<RegionArea> builder)
    {
        builder.ToTable("region_areas", table => table.HasCountryCheck("ck_region_areas_country"));
        builder.Property(area => area.Id).ValueGeneratedNever();
        builder.Property(area => area.CountryCode).HasMaxLength(2);
        builder.Property(area => area.Admin1).HasMaxLength(300);
        builder.HasOne<Region>().WithMany(region => region.Areas).HasForeignKey(area => area.RegionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(area => new { area.RegionId, area.CountryCode, area.Admin1 }).IsUnique().AreNullsDistinct(false);
    }
}

internal sealed class RegionPlaceMapping : IEntityTypeConfiguration<RegionPlace>
{
    public void Configure(EntityTypeBuilder<RegionPlace> builder)
    {
        builder.ToTable("region_places");
        builder.HasKey(member => new { member.RegionId, member.PlaceId });
        builder.HasOne<Region>().WithMany().HasForeignKey(member => member.RegionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Place>().WithMany().HasForeignKey(member => member.PlaceId).OnDelete(DeleteBehavior.Cascade);
    }
}
