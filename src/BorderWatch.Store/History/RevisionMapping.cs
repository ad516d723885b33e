using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.History;

// The migration adds the columns number and hash, which a trigger fills at commit: see RevisionChain. They are not mapped: nobody but it may write them.
internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("revisions");
        builder.Property(revision => revision.Id).ValueGeneratedNever();
        builder.Property(revision => revision.SubjectType).HasMaxLength(30);
        builder.Property(revision => revision.By).HasMaxLength(200);
        builder.Property(revision => revision.Changes).HasColumnType("jsonb");
        builder.Property(revision => revision.Reason).HasMaxLength(2000);
        builder.HasIndex(revision => revision.EditId).HasFilter("edit_id IS NOT NULL");
        builder.HasIndex(revision => new { revision.SubjectType, revision.SubjectId, revision.Id });
    }
}
