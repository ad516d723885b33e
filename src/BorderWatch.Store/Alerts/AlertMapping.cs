using BorderWatch.Store.Accounts;
using BorderWatch.Store.Briefs;
using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Alerts;

internal sealed class AlertRuleMapping : IEntityTypeConfiguration<AlertRule>
{
    public void Configure(EntityTypeBuilder<AlertRule> builder)
    {
        builder.ToTable("alert_rules", table =>
        {
            table.HasCheckConstraint("ck_alert_rules_threshold", "kind = 'Escalation' OR incidents >= 1 OR killed >= 1");
            table.HasCheckConstraint("ck_alert_rules_days", "days BETWEEN 1 AND 366");
            table.HasCheckConstraint("ck_alert_rules_quiet", "(quiet_from IS NULL) = (quiet_to IS NULL)");
        });
        builder.Property(rule => rule.Id).ValueGeneratedNever();
        builder.Property(rule => rule.OwnerName).HasMaxLength(200);
        builder.Property(rule => rule.Name).HasMaxLength(200);
        builder.Property(rule => rule.Filter).HasColumnType("jsonb");
        builder.Property(rule => rule.MailTo).HasMaxLength(AlertDraft.LongestMailTo);
        builder.Property(rule => rule.WebhookUrl).HasMaxLength(AlertDraft.LongestUrl);
        builder.Property(rule => rule.Secret).HasMaxLength(100);
        builder.Property(rule => rule.FeedKey).HasMaxLength(100);
        builder.Property(rule => rule.TimeZone).HasMaxLength(100);
        builder.Property(rule => rule.Version).IsRowVersion();
        builder.HasOne<Account>().WithMany().HasForeignKey(rule => rule.OwnerId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AlertNoticeMapping : IEntityTypeConfiguration<AlertNotice>
{
    public void Configure(EntityTypeBuilder<AlertNotice> builder)
    {
        builder.ToTable("alert_notices");
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.Property(notice => notice.Key).HasMaxLength(200);
        builder.Property(notice => notice.Headline).HasMaxLength(500);
        builder.Property(notice => notice.Content).HasColumnType("jsonb");
        builder.HasOne<AlertRule>().WithMany().HasForeignKey(notice => notice.RuleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(notice => new { notice.RuleId, notice.Key }).IsUnique();
        builder.HasIndex(notice => notice.At);
    }
}

internal sealed class AlertedIncidentMapping : IEntityTypeConfiguration<AlertedIncident>
{
    public void Configure(EntityTypeBuilder<AlertedIncident> builder)
    {
        builder.ToTable("alerted_incidents");
        builder.HasKey(told => new { told.RuleId, told.IncidentId });
        builder.HasOne<AlertRule>().WithMany().HasForeignKey(told => told.RuleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<AlertNotice>().WithMany().HasForeignKey(told => told.NoticeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Incident>().WithMany().HasForeignKey(told => told.IncidentId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AlertDeliveryMapping : IEntityTypeConfiguration<AlertDelivery>
{
    public void Configure(EntityTypeBuilder<AlertDelivery> builder)
    {
        builder.ToTable("alert_deliveries", table =>
        {
            table.HasCheckConstraint("ck_alert_deliveries_of", "num_nonnulls(rule_id, brief_id) = 1");
            table.HasCheckConstraint("ck_alert_deliveries_version", "(brief_id IS NULL) = (brief_version IS NULL)");
        });
        builder.Property(delivery => delivery.Id).ValueGeneratedNever();
        builder.Property(delivery => delivery.Key).HasMaxLength(200);
        builder.Property(delivery => delivery.Target).HasMaxLength(AlertDraft.LongestMailTo);
        builder.HasOne<AlertRule>().WithMany().HasForeignKey(delivery => delivery.RuleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(delivery => new { delivery.RuleId, delivery.Channel, delivery.Target, delivery.Key }).IsUnique();
        builder.HasOne<Brief>().WithMany().HasForeignKey(delivery => delivery.BriefId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(delivery => new { delivery.BriefId, delivery.Target, delivery.Key }).IsUnique();
        builder.HasIndex(delivery => delivery.DueAt).HasFilter("status = 'Pending'").HasDatabaseName("ix_alert_deliveries_due");
    }
}

internal sealed class DeliveryAttemptMapping : IEntityTypeConfiguration<DeliveryAttempt>
{
    public void Configure(EntityTypeBuilder<DeliveryAttempt> builder)
    {
        builder.ToTable("delivery_attempts");
        builder.Property(attempt => attempt.Id).ValueGeneratedNever();
        builder.Property(attempt => attempt.Outcome).HasMaxLength(1000);
        builder.HasOne<AlertDelivery>().WithMany().HasForeignKey(attempt => attempt.DeliveryId).OnDelete(DeleteBehavior.Cascade);
    }
}
