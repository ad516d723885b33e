using System.Globalization;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Events;

/// <summary>
/// What an article is about, weighed from its words, and what that makes of its triggers: in a sports report nobody was
/// shot, in a report of an earthquake "killed" needs no killer.
/// </summary>
internal sealed class SubjectMatter
{
    /// <summary>What a subject must weigh to rule an article, a sentence by itself, and either where the article hardly hints at violence.</summary>
    private const double RulesArticle = 2.5, RulesSentence = 2, RulesQuiet = 1.2;

    /// <summary>An article whose words of violence weigh less hardly hints at it.</summary>
    private const double Hint = 0.75;

    /// <summary>A sentence that speaks this plainly of violence stands, whatever the article is about.</summary>
    private const double PlainViolence = 2;

    /// <summary>A sentence that weighs less says nothing of violence.</summary>
    private const double SomeViolence = 1;

    /// <summary>A trigger that weighs so much needs no company: "suicide bombing".</summary>
    private const double PlainWord = 0.95;

    /// <summary>Words for dying and being hurt that name no violence weigh at most so much.</summary>
    private const double BareDeath = 0.3;

    /// <summary>A word that weighs no more than this has other meanings: "captured", "march".</summary>
    private const double Weak = 0.6;

    private static readonly List<Effect> Effects =
    [
        .. Lexicon.Rows("subject-effects.tsv").Select(row => new Effect(row[0], IndexOf(row[0]), Enum.Parse<Standing>(row[1]), row[2],
            double.Parse(row[3], CultureInfo.InvariantCulture), row[4] is "plain" or "both", row[4] is "count" or "both")),
    ];

    private static readonly int Security = IndexOf(SubjectLexicon.Security);

    private readonly double[] article = new double[SubjectLexicon.Shared.Names.Count];

    public SubjectMatter(Document document)
    {
        var seen = new HashSet<int>();
        foreach (var sentence in document.Sentences) SubjectLexicon.Shared.Weigh(sentence.Tokens, article, seen);
    }

    /// <summary>True where the article counts people who were killed, hurt or abducted.</summary>
    public required bool HasVictims { get; init; }

    private sealed record Effect(string Subject, int Index, Standing Standing, string Concerns, double Ratio, bool SparesPlain, bool SparesCounts);

    /// <summary>The triggers of a sentence as what the article and the sentence are about lets them stand.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="triggers">Its triggers.</param>
    /// <param name="hasCount">True where it counts people who were killed, hurt or abducted.</param>
    /// <param name="namesGroup">True where it names an armed group: plain speech of violence, whatever else its words mean.</param>
    public void Review(Sentence sentence, List<Trigger> triggers, bool hasCount, bool namesGroup)
    {
        var own = new double[article.Length];
        SubjectLexicon.Shared.Weigh(sentence.Tokens, own, []);
        if (namesGroup && hasCount) own[Security] = Math.Max(own[Security], PlainViolence);
        if (own[Security] < SomeViolence) LowerBareDeath(triggers);
        if (article[Security] < Hint && !HasVictims) LowerLoneWords(triggers);
        foreach (var effect in Effects)
        {
            if (effect.SparesCounts && hasCount || effect.SparesPlain && own[Security] >= PlainViolence || !Rules(effect, own)) continue;
            for (var i = 0; i < triggers.Count; i++)
                if (effect.Standing > triggers[i].Standing && Concerns(effect.Concerns, triggers[i].Entry))
                    triggers[i] = triggers[i] with { Standing = effect.Standing, Cue = $"subject: {effect.Subject}" };
        }
    }

    // "has died", "the dead": somebody's death is no incident where the sentence names no violence.
    private static void LowerBareDeath(List<Trigger> triggers)
    {
        if (triggers.Exists(t => t.Entry.Weight > BareDeath || t.Family is not (TriggerFamily.Killing or TriggerFamily.Injury))) return;
        for (var i = 0; i < triggers.Count; i++)
            if (triggers[i].Standing == Standing.Asserted) triggers[i] = triggers[i] with { Standing = Standing.Referred, Cue = "death alone" };
    }

    // "exploded", "attacked", "shot": figures of speech where nothing else in the article speaks of violence and nobody was hurt.
    private static void LowerLoneWords(List<Trigger> triggers)
    {
        for (var i = 0; i < triggers.Count; i++)
            if (triggers[i].Standing < Standing.Harmless && triggers[i].Entry.Weight < PlainWord && StandingRules.Concerns("violent", triggers[i].Entry))
                triggers[i] = triggers[i] with { Standing = Standing.Harmless, Cue = "nothing else speaks of violence" };
    }

    private bool Rules(Effect effect, double[] own)
    {
        var quiet = article[Security] < Hint;
        return own[effect.Index] >= (quiet ? RulesQuiet : RulesSentence) && own[effect.Index] > own[Security] * effect.Ratio
            || article[effect.Index] >= (quiet ? RulesQuiet : RulesArticle) && article[effect.Index] > article[Security] * effect.Ratio;
    }

    private static bool Concerns(string concerns, TriggerEntry entry) => concerns switch
    {
        "heat" => StandingRules.Concerns("bare", entry)
            || entry.Family is TriggerFamily.Attack or TriggerFamily.Bomb or TriggerFamily.Destruction or TriggerFamily.Shooting or TriggerFamily.Assault
                && !IsIntent(entry),
        "figurative" => StandingRules.Concerns("violent", entry) || entry.Weight <= Weak,
        "police" => entry.Family is TriggerFamily.Arrest or TriggerFamily.Operation or TriggerFamily.Disruption or TriggerFamily.Destruction
            || entry.Parts is [{ Base: "raid" }],
        "soft" => entry.Family is TriggerFamily.Attack or TriggerFamily.Clash or TriggerFamily.Reference or TriggerFamily.Killing or TriggerFamily.Shelling
            || entry.Weight <= Weak && StandingRules.Concerns("violent", entry),
        _ => StandingRules.Concerns(concerns, entry),
    };

    // Nature and accidents sabotage nothing.
    private static bool IsIntent(TriggerEntry entry) => entry.Parts[0].Base is "sabotage" or "terrorist" or "terror" or "assassination" or "ambush";

    private static int IndexOf(string subject) => SubjectLexicon.Shared.Names.ToList().IndexOf(subject);
}
