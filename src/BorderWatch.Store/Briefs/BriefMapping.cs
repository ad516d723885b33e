using BorderWatch.Store.Regions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Briefs;

internal sealed class BriefMapping : IEntityTypeConfiguration<Brief>
{
    public void Configure(EntityTypeBuilder<Brief> builder)
    {
        builder.ToTable("briefs", table => table.HasCheckConstraint("ck_briefs_days", "\"from\" <= \"to\""));
        builder.Property(brief => brief.Id).ValueGeneratedNever();
        builder.Property(brief => brief.CreatedBy).HasMaxLength(200);
        builder.Property(brief => brief.Version).IsRowVersion();
        builder.HasOne<Region>().WithMany().HasForeignKey(brief => brief.RegionId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<BriefSchedule>().WithMany().HasForeignKey(brief => brief.ScheduleId).OnDelete(DeleteBehavior.SetNull);
        // A schedule makes one brief of a period, whoever makes it and however often it is begun.
        builder.HasIndex(brief => new { brief.ScheduleId, brief.From, brief.To }).IsUnique();
    }
}

internal sealed class BriefScheduleMapping : IEntityTypeConfiguration<BriefSchedule>
{
    public void Configure(EntityTypeBuilder<BriefSchedule> builder)
    {
        builder.ToTable("brief_schedules", table => table.HasCheckConstraint("ck_brief_schedules_day", "day_of_month BETWEEN 1 AND 31"));
        builder.Property(schedule => schedule.Id).ValueGeneratedNever();
        builder.Property(schedule => schedule.TimeZone).HasMaxLength(100);
        builder.Property(schedule => schedule.NoticeTo).HasMaxLength(BriefMail.LongestTo);
        builder.Property(schedule => schedule.MailTo).HasMaxLength(BriefMail.LongestTo);
        builder.Property(schedule => schedule.CreatedBy).HasMaxLength(200);
        builder.HasOne<Region>().WithMany().HasForeignKey(schedule => schedule.RegionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class BriefVersionMapping : IEntityTypeConfiguration<BriefVersion>
{
    public void Configure(EntityTypeBuilder<BriefVersion> builder)
    {
        builder.ToTable("brief_versions", table => table.HasCheckConstraint("ck_brief_versions_number", "number >= 1"));
        builder.Property(version => version.Id).ValueGeneratedNever();
        builder.Property(version => version.Title).HasMaxLength(BriefText.LongestTitle);
        builder.Property(version => version.Assessment).HasMaxLength(BriefText.Longest);
        builder.Property(version => version.Outlook).HasMaxLength(BriefText.Longest);
        builder.Property(version => version.Content).HasColumnType("jsonb");
        builder.Property(version => version.SavedBy).HasMaxLength(200);
        builder.HasOne<Brief>().WithMany(brief => brief.Versions).HasForeignKey(version => version.BriefId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(version => new { version.BriefId, version.Number }).IsUnique();
    }
}
