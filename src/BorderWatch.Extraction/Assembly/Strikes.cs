using BorderWatch.Extraction.Events;

namespace BorderWatch.Extraction.Assembly;

/// <summary>"The strike" where an article tells of drones or aircraft that struck: no workers lay down their tools.</summary>
internal static class Strikes
{
    private static readonly TriggerEntry Blow = TriggerLexicon.Shared.StartingWith("air").First(entry => entry is { Family: TriggerFamily.AirStrike, Parts: [_, { Base: "strike" }] });

    /// <summary>Puts an air strike in the place of every bare "strike" of an article that tells of one.</summary>
    public static void Resolve(IReadOnlyList<SentenceFacts> sentences)
    {
        // "An Israeli strike near Tyre": no workers of Israel's.
        foreach (var facts in sentences)
            for (var i = 0; i < facts.Triggers.Count; i++)
                if (facts.Triggers[i] is { Family: TriggerFamily.Protest } strike && facts.Word(strike.Last) is "strike" or "strikes" && facts.Actors.Exists(a => a.IsByWeapon && a.Span.Overlaps(strike.Span))) facts.Triggers[i] = strike with { Entry = Blow, Voice = TriggerVoice.Nominal, Standing = strike.Standing == Standing.Harmless ? Standing.Asserted : strike.Standing };
        var air = sentences.SelectMany(facts => facts.Triggers).FirstOrDefault(t => t.Family == TriggerFamily.AirStrike);
        if (air is null) return;
        foreach (var facts in sentences)
            for (var i = 0; i < facts.Triggers.Count; i++)
                if (IsBare(facts, facts.Triggers[i])) facts.Triggers[i] = facts.Triggers[i] with { Entry = air.Entry };
    }

    private static bool IsBare(SentenceFacts facts, Trigger trigger) =>
        trigger is { Family: TriggerFamily.Protest, Voice: TriggerVoice.Nominal } && trigger.First == trigger.Last && facts.Word(trigger.First) is "strike" or "strikes"
        && facts.Word(trigger.First - 1) is "the" or "that" or "this" or "a";
}
