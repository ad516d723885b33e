using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Articles;

internal sealed class ArticleMapping : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.ToTable("articles");
        builder.Property(article => article.Id).ValueGeneratedNever();
        builder.Property(article => article.CanonicalUrl).HasMaxLength(2000);
        builder.Property(article => article.FeedItemId).HasMaxLength(2000);
        builder.Property(article => article.Extractor).HasMaxLength(100);
        builder.HasOne<Source>().WithMany().HasForeignKey(article => article.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RawFetch>().WithMany().HasForeignKey(article => article.RawFetchId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(article => new { article.SourceId, article.CanonicalUrl }).IsUnique();
        builder.HasIndex(article => new { article.SourceId, article.FeedItemId }).IsUnique();
        builder.HasIndex(article => new { article.SourceId, article.FirstSeenAt });
        builder.HasIndex(article => new { article.SourceId, article.PublishedAt });
        // What went wrong, for the page of its source and for trying again.
        builder.HasIndex([nameof(Article.SourceId), nameof(Article.FirstSeenAt)], "Failed").HasDatabaseName("ix_articles_failed").HasFilter("outcome = 'Unreadable' OR text_note IS NOT NULL");
        // The same page can come through a feed and through an editor's hand.
        builder.HasIndex(article => article.CanonicalUrl);
    }
}
