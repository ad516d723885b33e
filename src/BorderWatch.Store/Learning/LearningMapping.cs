using BorderWatch.Store.Incidents;
using BorderWatch.Store.Rulings;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Learning;

internal sealed class LearntThingMapping : IEntityTypeConfiguration<LearntThing>
{
    public void Configure(EntityTypeBuilder<LearntThing> builder)
    {
        builder.ToTable("learnt_things", table =>
        {
            table.HasCheckConstraint("ck_learnt_things_figures", "learnt >= 0 AND editors >= 0 AND only_rules >= 0 AND only_learnt >= 0 AND rules_right - only_rules = learnt_right - only_learnt AND greatest(rules_right, learnt_right) <= tested");
            table.HasCheckConstraint("ck_learnt_things_says", "CASE kind WHEN 'ActorAlias' THEN source_id IS NULL AND value IS NOT NULL AND model IS NULL AND language IS NOT NULL ELSE (kind = 'PlacePreference') = (source_id IS NOT NULL AND value IS NOT NULL AND model IS NULL) END");
        });
        builder.Property(thing => thing.Id).ValueGeneratedNever();
        builder.Property(thing => thing.Subject).HasMaxLength(300);
        builder.Property(thing => thing.SubjectKey).HasMaxLength(300);
        builder.Property(thing => thing.Value).HasColumnType("jsonb");
        builder.Property(thing => thing.SwitchedBy).HasMaxLength(200);
        builder.Property(thing => thing.Language).HasMaxLength(3);
        builder.Property(thing => thing.Objection).HasMaxLength(1000);
        builder.Ignore(thing => thing.Figures);
        builder.Ignore(thing => thing.Lacks);
        builder.HasOne<Source>().WithMany().HasForeignKey(thing => thing.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(thing => new { thing.Kind, thing.SourceId, thing.SubjectKey }).IsUnique().AreNullsDistinct(false);
        builder.HasIndex(thing => thing.SourceId).HasFilter("is_on").HasDatabaseName("ix_learnt_things_on");
    }
}

internal sealed class LearntEvidenceMapping : IEntityTypeConfiguration<LearntEvidence>
{
    public void Configure(EntityTypeBuilder<LearntEvidence> builder)
    {
        builder.ToTable("learnt_evidence");
        builder.HasKey(evidence => new { evidence.LearntThingId, evidence.IncidentId });
        builder.HasOne<LearntThing>().WithMany(thing => thing.Evidence).HasForeignKey(evidence => evidence.LearntThingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Incident>().WithMany().HasForeignKey(evidence => evidence.IncidentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Ruling>().WithMany().HasForeignKey(evidence => evidence.RulingId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LearningRunMapping : IEntityTypeConfiguration<LearningRun>
{
    public void Configure(EntityTypeBuilder<LearningRun> builder)
    {
        builder.ToTable("learning_runs");
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.By).HasMaxLength(200);
        builder.HasIndex(run => run.At);
    }
}
