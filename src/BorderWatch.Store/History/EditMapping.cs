using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.History;

internal sealed class EditMapping : IEntityTypeConfiguration<Edit>
{
    public void Configure(EntityTypeBuilder<Edit> builder)
    {
        builder.ToTable("edits");
        builder.Property(edit => edit.Id).ValueGeneratedNever();
        builder.Property(edit => edit.By).HasMaxLength(200);
        builder.Property(edit => edit.Action).HasMaxLength(500);
        builder.Property(edit => edit.Steps).HasColumnType("jsonb");
        builder.HasIndex(edit => new { edit.By, edit.Id });
        builder.HasIndex(edit => edit.At);
    }
}
