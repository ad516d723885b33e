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
        builder.Property(region => region.Version).IsRowVersion();
    }
}

internal sealed class RegionAreaMapping : IEntityTypeConfiguration<RegionArea>
{
    public void Configure(EntityTypeBuilder<RegionArea> builder)
    {
        builder.ToTable("region_areas", table =>
        {
            table.HasCountryCheck("ck_region_areas_country");
            table.HasCheckConstraint("ck_region_areas_district", "admin2 IS NULL OR admin1 IS NOT NULL");
        });
        builder.Property(area => area.Id).ValueGeneratedNever();
        builder.Property(area => area.CountryCode).HasMaxLength(2);
        builder.Property(area => area.Admin1).HasMaxLength(300);
        builder.Property(area => area.Admin2).HasMaxLength(300);
        builder.HasOne<Region>().WithMany(region => region.Areas).HasForeignKey(area => area.RegionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(area => new { area.RegionId, area.CountryCode, area.Admin1, area.Admin2 }).IsUnique().AreNullsDistinct(false);
    }
}

internal sealed class RegionOutlineMapping : IEntityTypeConfiguration<RegionOutline>
{
    public void Configure(EntityTypeBuilder<RegionOutline> builder)
    {
        builder.ToTable("region_outlines");
        builder.Property(outline => outline.Id).ValueGeneratedNever();
        builder.Property(outline => outline.Name).HasMaxLength(200);
        builder.HasOne<Region>().WithMany(region => region.Outlines).HasForeignKey(outline => outline.RegionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RegionBorderMapping : IEntityTypeConfiguration<RegionBorder>
{
    public void Configure(EntityTypeBuilder<RegionBorder> builder)
    {
        builder.ToTable("region_borders", table =>
        {
            table.HasCountryCheck("ck_region_borders_country");
            table.HasCheckConstraint("ck_region_borders_order", "country_code < other_country_code");
            table.HasCheckConstraint("ck_region_borders_kilometres", "kilometres > 0 AND kilometres <= 500");
        });
        builder.Property(border => border.Id).ValueGeneratedNever();
        builder.Property(border => border.CountryCode).HasMaxLength(2);
        builder.Property(border => border.OtherCountryCode).HasMaxLength(2);
        builder.HasOne<Region>().WithMany(region => region.Borders).HasForeignKey(border => border.RegionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(border => new { border.RegionId, border.CountryCode, border.OtherCountryCode }).IsUnique();
    }
}

internal sealed class RegionNestingMapping : IEntityTypeConfiguration<RegionNesting>
{
    public void Configure(EntityTypeBuilder<RegionNesting> builder)
    {
        builder.ToTable("region_nestings", table => table.HasCheckConstraint("ck_region_nestings_other", "region_id <> held_id"));
        builder.HasKey(nesting => new { nesting.RegionId, nesting.HeldId });
        builder.HasOne<Region>().WithMany(region => region.Held).HasForeignKey(nesting => nesting.RegionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(nesting => nesting.Held).WithMany().HasForeignKey(nesting => nesting.HeldId).OnDelete(DeleteBehavior.Restrict);
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
