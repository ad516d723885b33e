using BorderWatch.Store.Accounts;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Views;

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("saved_views", table => table.HasCheckConstraint("ck_saved_views_last_days", "last_days BETWEEN 1 AND 3660"));
        builder.Property(view => view.Id).ValueGeneratedNever();
        builder.Property(view => view.OwnerName).HasMaxLength(200);
        builder.Property(view => view.Name).HasMaxLength(200);
        builder.Property(view => view.Filter).HasColumnType("jsonb");
        builder.Property(view => view.Version).IsRowVersion();
        builder.HasOne<Account>().WithMany().HasForeignKey(view => view.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(view => new { view.OwnerId, view.Name }).IsUnique().AreNullsDistinct(false);
        builder.HasIndex(view => view.Name).HasFilter("is_shared").HasDatabaseName("ix_saved_views_shared");
    }
}

internal sealed class ViewLookMapping : IEntityTypeConfiguration<ViewLook>
{
    public void Configure(EntityTypeBuilder<ViewLook> builder)
    {
        builder.ToTable("view_looks");
        builder.Property(look => look.Id).ValueGeneratedNever();
        builder.Property(look => look.Reader).HasMaxLength(200);
        builder.HasIndex(look => new { look.Reader, look.ViewId }).IsUnique().AreNullsDistinct(false);
        builder.HasOne<SavedView>().WithMany().HasForeignKey(look => look.ViewId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class WatchedMapping : IEntityTypeConfiguration<Watched>
{
    public void Configure(EntityTypeBuilder<Watched> builder)
    {
        builder.ToTable("watched", table => table.HasCheckConstraint("ck_watched_one", "num_nonnulls(actor_id, place_id) = 1"));
        builder.Property(watched => watched.Id).ValueGeneratedNever();
        builder.HasOne<SavedView>().WithMany().HasForeignKey(watched => watched.ViewId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Actor>().WithMany().HasForeignKey(watched => watched.ActorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Place>().WithMany().HasForeignKey(watched => watched.PlaceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(watched => new { watched.ViewId, watched.ActorId, watched.PlaceId }).IsUnique().AreNullsDistinct(false);
    }
}
