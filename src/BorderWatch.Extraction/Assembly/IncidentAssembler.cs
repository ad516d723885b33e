using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Fills an incident's fields from its clauses, and quotes the words behind each.</summary>
internal sealed class IncidentAssembler(ArticleFacts article)
{
    private readonly PlaceFallback places = new(article);

    /// <summary>The incident; null where the clauses name none after all.</summary>
    public ExtractedIncident? Assemble(IncidentDraft draft)
    {
        var killed = CasualtyCount.Of(draft, CasualtyCategory.Killed, article);
        var injured = CasualtyCount.Of(draft, CasualtyCategory.Injured, article);
        var abducted = CasualtyCount.Of(draft, CasualtyCategory.Abducted, article);
        var players = ActorRoles.Assign(draft, article);
        if (KindRules.Decide(draft, players, killed) is not { } decided) return null;
        // Detainees are no hostages.
        if (decided.Kind.SubType == "Arrests") abducted = null;
        players = CastReview.Review(decided.Kind, players, article);
        var place = places.For(draft, players);
        var date = WhenRules.For(draft, article);
        players.AddRange(Theatres.Conclude(draft, players, place?.Value, date.Value.From).ToList());
        var weapon = WeaponOf(draft, decided.Trigger);
        var lead = draft.Lead.Sentence;
        var leadSpan = new TextSpan(lead.Start, lead.End);
        var book = new EvidenceBook(article.Document);
        book.Add("eventType", decided.Trigger.Span, decided.Trigger.Sentence.InTitle);
        book.Add("subEventType", decided.Trigger.Span, decided.Trigger.Sentence.InTitle);
        foreach (var field in (string[])["occurredFrom", "occurredTo", "timePrecision"])
            if (field == "timePrecision" || date.Value.From is not null && field == "occurredFrom" || date.Value.To is not null && field == "occurredTo") book.Add(field, date.Span, date.InTitle);
        if (place is not null) book.Add("place", place.Span, place.InTitle);
        foreach (var player in players) book.Add("actors", player.Span, player.InTitle, player.Actor.Name);
        Cite(book, "killed", killed);
        Cite(book, "injured", injured);
        Cite(book, "abducted", abducted);
        if (weapon is not null) book.Add("weapon", weapon.Span, weapon.InTitle);
        book.Add("title", leadSpan, lead.InTitle);
        book.Add("confidence", leadSpan, lead.InTitle);
        var title = new TitleWriter(article, decided.Kind, decided.Trigger, weapon?.Value, players, killed, injured, abducted, decided.Kind.SubType == "Arrests" ? CasualtyCount.Of(draft, CasualtyCategory.Arrested, article) : null).Write(place?.Value);
        draft.Features = ConfidenceScale.Features(draft, decided.Kind, article.Sentences.Count);
        var confidence = ConfidenceScale.Of(draft.Features);
        return new ExtractedIncident(decided.Kind, date.Value, place?.Value, [.. players.Select(p => p.Actor)],
            killed?.Range, injured?.Range, abducted?.Range, weapon?.Value, title, confidence, book.InOrder());
    }

    private static void Cite(EvidenceBook book, string field, CountedCasualties? counted)
    {
        foreach (var mention in counted?.Mentions ?? []) book.Add(field, mention.Span, mention.InTitle);
    }

    private static Supported<string>? WeaponOf(IncidentDraft draft, Trigger decided)
    {
        if (decided.Entry.Weapon is { } weapon) return new(weapon, decided.Span, decided.Sentence.InTitle);
        var other = draft.Triggers.Find(t => t.Entry.Weapon is not null && Math.Abs(t.Sentence.Index - decided.Sentence.Index) <= 3);
        return other is null ? null : new(other.Entry.Weapon!, other.Span, other.Sentence.InTitle);
    }
}
