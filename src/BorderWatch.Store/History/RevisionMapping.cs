using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.History;

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("revisions");
        builder.Property(revision => revision.Id).ValueGeneratedNever();
        builder.Property(revision => revision.SubjectType).HasMaxLength(30);
        builder.Property(revision => revision.By).HasMaxLength(200);
        builder.Property(revision => revision.Changes).HasColumnType("jsonb");
        builder.HasIndex(revision => new { revision.SubjectType, revision.SubjectId, revision.Id });
    }
}
