using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Places;

// The migration adds a trigram index on the folded name, district and province: EF's model cannot say it.
internal sealed class PlaceMapping : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("places", table =>
        {
            table.HasCountryCheck("ck_places_country");
            table.HasCheckConstraint("ck_places_latitude", "latitude BETWEEN -90 AND 90");
            table.HasCheckConstraint("ck_places_longitude", "longitude BETWEEN -180 AND 180");
            table.HasCheckConstraint("ck_places_coordinates", "(latitude IS NULL) = (longitude IS NULL)");
        });
        builder.Property(place => place.Id).ValueGeneratedNever();
        builder.Property(place => place.Name).HasMaxLength(300);
        builder.Property(place => place.Admin1).HasMaxLength(300);
        builder.Property(place => place.Admin2).HasMaxLength(300);
        builder.Property(place => place.CountryCode).HasMaxLength(2);
        builder.Property(place => place.Key).HasMaxLength(700);
        builder.HasIndex(place => place.Key).IsUnique();
    }
}
