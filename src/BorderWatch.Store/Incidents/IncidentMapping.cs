using System.Linq.Expressions;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Tags;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Incidents;

// The migration adds the column search_vector, kept by refresh_incidents(). It is not mapped: no reader of an incident wants it.
internal sealed class IncidentMapping : IEntityTypeConfiguration<Incident>
{
    private const string EventTypes =
        "'Battles', 'Explosions/Remote violence', 'Violence against civilians', 'Protests', 'Riots', 'Strategic developments'";

    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("incidents", table =>
        {
            table.HasCheckConstraint("ck_incidents_event_type", $"event_type IN ({EventTypes})");
            table.HasCheckConstraint("ck_incidents_occurred", "occurred_from <= occurred_to");
            table.HasCheckConstraint("ck_incidents_place", "place_id IS NULL OR place_precision IS NOT NULL");
            table.HasCheckConstraint("ck_incidents_confidence", "confidence BETWEEN 0 AND 1");
            table.HasCasualtyCheck("ck_incidents_killed", "killed");
            table.HasCasualtyCheck("ck_incidents_injured", "injured");
            table.HasCasualtyCheck("ck_incidents_abducted", "abducted");
        });
        builder.Property(incident => incident.Id).ValueGeneratedNever();
        builder.Property(incident => incident.Title).HasMaxLength(1000);
        builder.Property(incident => incident.EventType).HasMaxLength(40);
        builder.Property(incident => incident.SubEventType).HasMaxLength(60);
        builder.Property(incident => incident.CountryCode).HasMaxLength(2);
        builder.Property(incident => incident.Admin1).HasMaxLength(300);
        builder.Property(incident => incident.Version).IsRowVersion();
        MapCount(builder, incident => incident.Killed, "killed");
        MapCount(builder, incident => incident.Injured, "injured");
        MapCount(builder, incident => incident.Abducted, "abducted");
        builder.HasOne<Incident>().WithMany().HasForeignKey(incident => incident.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(incident => incident.AssigneeId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne(incident => incident.Place).WithMany().HasForeignKey(incident => incident.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(incident => incident.Tags).WithMany().UsingEntity("incident_tags",
            right => right.HasOne(typeof(Tag)).WithMany().HasForeignKey("tag_id"),
            left => left.HasOne(typeof(Incident)).WithMany().HasForeignKey("incident_id"));
        MapIndexes(builder);
    }

    /// <summary>Each ends in the order of the timeline, so that a page is a short walk along one of them.</summary>
    private static void MapIndexes(EntityTypeBuilder<Incident> builder)
    {
        builder.HasIndex(i => new { i.TimelineDate, i.Id }).IsDescending().HasDatabaseName("ix_incidents_timeline");
        builder.HasIndex(i => new { i.CountryCode, i.TimelineDate, i.Id }).IsDescending(false, true, true).HasDatabaseName("ix_incidents_country");
        builder.HasIndex(i => new { i.CountryCode, i.Admin1, i.TimelineDate, i.Id }).IsDescending(false, false, true, true).HasDatabaseName("ix_incidents_province");
        builder.HasIndex(i => new { i.EventType, i.TimelineDate, i.Id }).IsDescending(false, true, true).HasDatabaseName("ix_incidents_event_type");
        builder.HasIndex(i => new { i.Status, i.TimelineDate, i.Id }).IsDescending(false, true, true).HasDatabaseName("ix_incidents_status");
        builder.HasIndex(i => i.PlaceId);
        builder.HasIndex(i => i.MergedIntoId).HasFilter("merged_into_id IS NOT NULL");
        builder.HasIndex(i => i.AssigneeId).HasFilter("assignee_id IS NOT NULL");
        builder.HasIndex(i => i.IsChallenged).HasFilter("is_challenged").HasDatabaseName("ix_incidents_challenged");
        builder.HasIndex(i => i.HasConflict).HasFilter("has_conflict").HasDatabaseName("ix_incidents_conflict");
        builder.HasIndex(i => i.FirstReportedAt).HasDatabaseName("ix_incidents_first_reported");
    }

    private static void MapCount(EntityTypeBuilder<Incident> builder, Expression<Func<Incident, CasualtyCount>> count, string name) =>
        builder.ComplexProperty(count!, complex =>
        {
            complex.IsRequired();
            complex.Property(c => c!.Low).HasColumnName($"{name}_low");
            complex.Property(c => c!.Best).HasColumnName($"{name}_best");
            complex.Property(c => c!.High).HasColumnName($"{name}_high");
        });
}
