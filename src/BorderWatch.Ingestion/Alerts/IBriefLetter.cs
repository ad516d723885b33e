using BorderWatch.Store.Briefs;

namespace BorderWatch.Ingestion.Alerts;

/// <summary>Words a brief as a mail. Given by who has the words of the brief's page, so that both say the same.</summary>
public interface IBriefLetter
{
    /// <summary>An approved version with its figures, each a link to its incidents.</summary>
    /// <param name="brief">The version.</param>
    /// <param name="attachWord">Whether the Word document goes with it.</param>
    /// <param name="site">Where readers reach the pages.</param>
    BriefLetter Write(BriefReading brief, bool attachWord, Uri site);

    /// <summary>That a draft waits to be completed; without figures, which nobody has agreed to.</summary>
    /// <param name="brief">The draft.</param>
    /// <param name="site">Where readers reach the pages.</param>
    BriefLetter Tell(BriefReading brief, Uri site);
}

/// <summary>What a mail says.</summary>
/// <param name="Subject">Plain text.</param>
/// <param name="Text">For readers of plain text.</param>
/// <param name="Html">The same as HTML; null where there is only text.</param>
/// <param name="Attachment">What goes with it; null for nothing.</param>
public sealed record BriefLetter(string Subject, string Text, string? Html, LetterAttachment? Attachment);

/// <summary>A file that goes with a mail.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Bytes">What it holds.</param>
public sealed record LetterAttachment(string Name, string MediaType, byte[] Bytes);
