using BorderWatch.Extraction.Dates;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Events;

/// <summary>
/// Looks a second time at a sentence's triggers, with its dates and the article's subject in view: a month is no march,
/// a massacre of 1985 is no news, an ambush at chess is none.
/// </summary>
internal static class TriggerReview
{
    /// <summary>A date stands for a trigger that is at most so many tokens away.</summary>
    private const int DateReach = 18;

    /// <summary>The headline and two sentences.</summary>
    private const int Beginning = 3;

    /// <summary>Why a weapon that nobody used is no trigger.</summary>
    public const string ThingAlone = "a thing alone";

    private static readonly HashSet<string> Uses = Lexicon.Words("weapon-uses.tsv");

    private static readonly HashSet<string> Crowds = ["police", "gunmen", "men", "people", "taliban", "troops", "militia", "they", "we", "who", "to", "and", "you"];

    /// <summary>Takes away what is no trigger, and lowers the standing of what is no news.</summary>
    public static void Apply(Sentence sentence, List<Trigger> triggers, IReadOnlyList<DateMention> dates, bool hasCount, bool namesGroup, SubjectMatter subject, bool isHistory)
    {
        if (triggers.Count == 0) return;
        var inside = NotTriggers.Find(sentence.Tokens);
        triggers.RemoveAll(t => inside is not null && inside[t.First] || IsMonth(t, dates) || IsFireItself(t));
        for (var i = 0; i < triggers.Count; i++)
            if (triggers[i].Standing < Standing.Past && (isHistory && StandingRules.Concerns("violent", triggers[i].Entry) || IsOld(triggers, i, dates))) triggers[i] = triggers[i] with { Standing = Standing.Past, Cue = "an old date" };
        JoinCompounds(triggers);
        LowerThings(triggers, hasCount);
        subject.Review(sentence, triggers, hasCount, namesGroup);
    }

    /// <summary>A headline tells what the body tells: where nothing in the body happened now, neither did it in the headline.</summary>
    public static void ReviewHeadline(List<Trigger> headline, IReadOnlyList<Trigger> body)
    {
        if (body.Count == 0) return;
        var nothingNow = body.All(t => t.Standing >= Standing.Past);
        for (var i = 0; i < headline.Count; i++)
        {
            if (headline[i].Standing >= Standing.Past) continue;
            if (nothingNow) headline[i] = headline[i] with { Standing = Standing.Past, Cue = "the body" };
            else if (IsOnlyPlanned(headline[i].Family, body)) headline[i] = headline[i] with { Standing = Standing.Unreal, Cue = "the body" };
        }
    }

    // "Elders protest over drone deaths", who "would block roads".
    private static bool IsOnlyPlanned(TriggerFamily family, IReadOnlyList<Trigger> body) =>
        family == TriggerFamily.Protest && body.Any(t => t.Family == family) && body.All(t => t.Family != family || t.Standing == Standing.Unreal);

    /// <summary>
    /// True where an article looks back: its beginning names a day long gone (or a year of an earlier century), and nowhere in it
    /// does anything happen that is new.
    /// </summary>
    public static bool IsHistory(Document document, IReadOnlyList<DateMention> dates, DateOnly? anchor)
    {
        if (anchor is not { } today || document.Sentences.Count < 3) return false;
        var old = false;
        foreach (var date in dates)
        {
            if (date.Period is not { From: { } from, To: { } to }) continue;
            if (to >= today.AddDays(-60) && from <= today && (date.Flags & (DateFlags.Filing | DateFlags.Duration)) == 0) return false;
            if (date.SentenceIndex < Beginning && to < today.AddDays(-365)) old = true;
        }
        return old || document.Sentences.Take(Beginning).Any(NamesOldYear);
    }

    // "preparing to conduct improvised explosive device attacks": one noun in two triggers; what holds of the first holds of the whole.
    private static void JoinCompounds(List<Trigger> triggers)
    {
        for (var i = 1; i < triggers.Count; i++)
        {
            var (first, second) = (triggers[i - 1], triggers[i]);
            if (second.First == first.Last + 1 && first is { Voice: TriggerVoice.Nominal, Standing: Standing.Unreal } && second is { Voice: TriggerVoice.Nominal, Standing: < Standing.Unreal })
                triggers[i] = second with { Standing = first.Standing, Cue = first.Cue };
        }
    }

    // "landmines", "a missile": a thing, where the sentence says nothing of what it did.
    private static void LowerThings(List<Trigger> triggers, bool hasCount)
    {
        if (hasCount || !triggers.TrueForAll(IsThing) || triggers.Exists(IsUsed)) return;
        for (var i = 0; i < triggers.Count; i++)
            if (triggers[i].Standing == Standing.Asserted) triggers[i] = triggers[i] with { Standing = Standing.Referred, Cue = ThingAlone };
    }

    private static bool IsThing(Trigger trigger) => trigger.Entry.Word == TriggerWord.Noun
        && trigger.Entry.Parts[^1].Base is "bomb" or "landmine" or "mine" or "grenade" or "rocket" or "missile" or "ied" or "device" or "shell" or "charge" or "stick" or "vest" or "cocktail";

    // "dropped bombs", "two rockets were fired".
    private static bool IsUsed(Trigger thing)
    {
        var tokens = thing.Sentence.Tokens;
        for (var i = Math.Max(0, thing.First - 4); i < Math.Min(tokens.Count, thing.Last + 5); i++)
            if (Uses.Contains(tokens[i].Lower)) return true;
        return false;
    }

    private static bool IsMonth(Trigger trigger, IReadOnlyList<DateMention> dates)
    {
        foreach (var date in dates)
            if (date.Span.Start <= trigger.Span.Start && trigger.Span.End <= date.Span.End) return true;
        return false;
    }

    // "a fire at a mill": the noun, which the lexicon has as the first word of verbs ("fire at").
    private static bool IsFireItself(Trigger trigger)
    {
        var tokens = trigger.Sentence.Tokens;
        if (trigger.Entry.Word != TriggerWord.Verb || tokens[trigger.First].Lower != "fire") return false;
        if (trigger.First == 0) return true;
        var before = tokens[trigger.First - 1].Lower;
        return !Crowds.Contains(before) && !(before.Length > 3 && before[^1] == 's');
    }

    // The nearest date is plainly older than the news. What follows a verb dates it rather than what stands before.
    private static bool IsOld(List<Trigger> triggers, int number, IReadOnlyList<DateMention> dates)
    {
        var trigger = triggers[number];
        DateMention? nearest = null;
        var distance = DateReach;
        foreach (var date in dates)
        {
            if ((date.Flags & DateFlags.Speech) != 0 || IsTaken(triggers, number, date)) continue;
            var words = Distance(trigger, date.Span);
            if (words < distance) (nearest, distance) = (date, words);
        }
        if (nearest is null) return NamesOldYear(trigger.Sentence);
        return (nearest.Flags & (DateFlags.Background | DateFlags.Duration)) == DateFlags.Background && nearest.Period.To is not null;
    }

    // "recaptured the post that they had lost in May": the date is the later verb's. "A bombing that killed 70 in May" is one event.
    private static bool IsTaken(List<Trigger> triggers, int number, DateMention date)
    {
        for (var i = number + 1; i < triggers.Count && triggers[i].Span.End <= date.Span.Start; i++)
            if (triggers[i].Family is not (TriggerFamily.Killing or TriggerFamily.Injury)) return true;
        return false;
    }

    private static int Distance(Trigger trigger, TextSpan span)
    {
        var tokens = trigger.Sentence.Tokens;
        if (span.Start >= trigger.Span.End)
        {
            var at = trigger.Last;
            while (at + 1 < tokens.Count && at - trigger.Last < DateReach && tokens[at + 1].Start < span.Start) at++;
            return at - trigger.Last;
        }
        var back = trigger.First;
        while (back > 0 && trigger.First - back < DateReach && tokens[back - 1].End > span.End) back--;
        return 3 + 2 * (trigger.First - back);
    }

    // Years before newspapers reported wars by wire: the date finder does not take them for dates. "In 1868", "of 1905", "May 1868", "in the year 680".
    private static bool NamesOldYear(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Number || tokens[i].Written.Length is < 3 or > 5) continue;
            var before = tokens[i - 1].Lower;
            var after = i + 1 < tokens.Count ? tokens[i + 1].Lower : "";
            // "in the 1920s", "300 BC".
            if (after is "bc" or "bce" || after == "s" && before == "the" && string.CompareOrdinal(tokens[i].Written, "1990") < 0) return true;
            if (before == "year" && i > 1 && tokens[i - 2].Lower == "the") return true;
            if (tokens[i].Written.Length == 4 && string.CompareOrdinal(tokens[i].Written, "1000") >= 0 && string.CompareOrdinal(tokens[i].Written, "1960") < 0 && (before is "in" or "of" or "since" or "by" || Months.Find(tokens[i - 1]) is not null)) return true;
        }
        return false;
    }
}
