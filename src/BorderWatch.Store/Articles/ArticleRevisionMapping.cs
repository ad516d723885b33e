using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Articles;

// The migration adds the generated column search_vector over title and text, from which incidents' vectors are put together. It is not mapped: no reader of the text wants it.
internal sealed class ArticleRevisionMapping : IEntityTypeConfiguration<ArticleRevision>
{
    public void Configure(EntityTypeBuilder<ArticleRevision> builder)
    {
        builder.ToTable("article_revisions", table =>
        {
            table.HasCheckConstraint("ck_article_revisions_number", "number >= 1");
            table.HasCheckConstraint("ck_article_revisions_content_hash", "length(content_hash) = 32");
        });
        builder.Property(revision => revision.Id).ValueGeneratedNever();
        builder.Property(revision => revision.Language).HasMaxLength(3);
        builder.HasOne<Article>().WithMany(article => article.Revisions)
            .HasForeignKey(revision => revision.ArticleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(revision => new { revision.ArticleId, revision.Number }).IsUnique();
        builder.HasIndex(revision => revision.ContentHash);
        // What is new enough to be asked about (SecondOpinion).
        builder.HasIndex(revision => revision.FetchedAt);
    }
}
