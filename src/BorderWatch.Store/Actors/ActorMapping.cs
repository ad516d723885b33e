using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Actors;

internal sealed class ActorMapping : IEntityTypeConfiguration<Actor>
{
    public void Configure(EntityTypeBuilder<Actor> builder)
    {
        builder.ToTable("actors", table => table.HasCountryCheck("ck_actors_country"));
        builder.Property(actor => actor.Id).ValueGeneratedNever();
        builder.Property(actor => actor.Name).HasMaxLength(300);
        builder.Property(actor => actor.NameKey).HasMaxLength(300);
        builder.Property(actor => actor.CountryCode).HasMaxLength(2);
        builder.PrimitiveCollection(actor => actor.TargetKinds).HasDefaultValueSql("'{}'").ElementType().HasConversion<string>();
        builder.HasIndex(actor => actor.NameKey).IsUnique();
        builder.HasIndex(actor => actor.NameKey, "trigrams").HasDatabaseName("ix_actors_name_key_trigrams").HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}

internal sealed class ActorAliasMapping : IEntityTypeConfiguration<ActorAlias>
{
    public void Configure(EntityTypeBuilder<ActorAlias> builder)
    {
        builder.ToTable("actor_aliases");
        builder.Property(alias => alias.Id).ValueGeneratedNever();
        builder.Property(alias => alias.Name).HasMaxLength(300);
        builder.Property(alias => alias.NameKey).HasMaxLength(300);
        builder.HasOne<Actor>().WithMany(actor => actor.Aliases).HasForeignKey(alias => alias.ActorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(alias => alias.NameKey).IsUnique();
        builder.HasIndex(alias => alias.NameKey, "trigrams").HasDatabaseName("ix_actor_aliases_name_key_trigrams").HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}

internal sealed class IncidentActorMapping : IEntityTypeConfiguration<IncidentActor>
{
    public void Configure(EntityTypeBuilder<IncidentActor> builder)
    {
        builder.ToTable("incident_actors");
        builder.HasKey(part => new { part.IncidentId, part.ActorId, part.Role });
        builder.HasOne<Incident>().WithMany(incident => incident.Actors).HasForeignKey(part => part.IncidentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(part => part.Actor).WithMany().HasForeignKey(part => part.ActorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(part => new { part.ActorId, part.IncidentId });
    }
}
