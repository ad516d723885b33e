using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Tags;

// Migrations add unique indexes on lower(name): EF's model cannot say it.
internal sealed class TagMapping : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> builder)
    {
        builder.ToTable("tags", table => table.HasCheckConstraint("ck_tags_merged", "merged_into_id <> id"));
        builder.Property(tag => tag.Id).ValueGeneratedNever();
        builder.Property(tag => tag.Name).HasMaxLength(TagNames.Longest);
        builder.Property(tag => tag.Group).HasMaxLength(TagNames.Longest);
        builder.HasOne<Tag>().WithMany().HasForeignKey(tag => tag.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(tag => tag.Synonyms).WithOne().HasForeignKey(synonym => synonym.TagId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TagSynonymMapping : IEntityTypeConfiguration<TagSynonym>
{
    public void Configure(EntityTypeBuilder<TagSynonym> builder)
    {
        builder.ToTable("tag_synonyms");
        builder.Property(synonym => synonym.Id).ValueGeneratedNever();
        builder.Property(synonym => synonym.Name).HasMaxLength(TagNames.Longest);
    }
}
