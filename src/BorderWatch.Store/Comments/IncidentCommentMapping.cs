using BorderWatch.Store.Accounts;
using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Comments;

internal sealed class IncidentCommentMapping : IEntityTypeConfiguration<IncidentComment>
{
    public void Configure(EntityTypeBuilder<IncidentComment> builder)
    {
        builder.ToTable("incident_comments");
        builder.Property(comment => comment.Id).ValueGeneratedNever();
        builder.Property(comment => comment.By).HasMaxLength(200);
        builder.Property(comment => comment.Text).HasMaxLength(IncidentComment.Longest);
        builder.HasIndex(comment => new { comment.IncidentId, comment.Id });
        builder.HasOne<Incident>().WithMany().HasForeignKey(comment => comment.IncidentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(comment => comment.AccountId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(comment => comment.Mentions).WithOne().HasForeignKey(mention => mention.CommentId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CommentMentionMapping : IEntityTypeConfiguration<CommentMention>
{
    public void Configure(EntityTypeBuilder<CommentMention> builder)
    {
        builder.ToTable("comment_mentions");
        builder.HasKey(mention => new { mention.CommentId, mention.AccountId });
        builder.HasIndex(mention => mention.AccountId).HasFilter("done_at IS NULL");
        builder.HasOne<Account>().WithMany().HasForeignKey(mention => mention.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
