using BorderWatch.Store.Accounts;
using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Desk;

internal sealed class DeskHoldMapping : IEntityTypeConfiguration<DeskHold>
{
    public void Configure(EntityTypeBuilder<DeskHold> builder)
    {
        builder.ToTable("desk_holds");
        builder.HasKey(hold => hold.IncidentId);
        builder.Property(hold => hold.Name).HasMaxLength(200);
        builder.HasOne<Incident>().WithMany().HasForeignKey(hold => hold.IncidentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(hold => hold.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class IncidentVisitMapping : IEntityTypeConfiguration<IncidentVisit>
{
    public void Configure(EntityTypeBuilder<IncidentVisit> builder)
    {
        builder.ToTable("incident_visits");
        builder.Property(visit => visit.Id).ValueGeneratedNever();
        builder.Property(visit => visit.Name).HasMaxLength(200);
        builder.HasIndex(visit => visit.IncidentId);
        builder.HasOne<Incident>().WithMany().HasForeignKey(visit => visit.IncidentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(visit => visit.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
