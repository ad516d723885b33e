namespace BorderWatch.Store.Learning;

/// <summary>
/// How rules and what was learnt did on incidents that it had not been learnt from: each incident is left out, alone or with others, and asked of
/// both. What editors ruled is the truth.
/// </summary>
/// <param name="Tested">How many incidents were asked.</param>
/// <param name="RulesRight">Of these, right by the rules.</param>
/// <param name="LearntRight">Right by what was learnt.</param>
/// <param name="OnlyRules">Right by the rules, and wrong by what was learnt.</param>
/// <param name="OnlyLearnt">Right by what was learnt, and wrong by the rules.</param>
public readonly record struct CrossValidation(int Tested, int RulesRight, int LearntRight, int OnlyRules, int OnlyLearnt)
{
    /// <summary>So many corrections a preference must have got right without having seen them.</summary>
    public const int LeastMended = 3;

    /// <summary>So many incidents a classifier must have been tested on.</summary>
    public const int LeastForClassifier = 200;

    /// <summary>A difference that chance makes more often than this counts for nothing.</summary>
    public const double Level = 0.05;

    /// <summary>Counts the answers.</summary>
    public static CrossValidation Of(IReadOnlyCollection<(bool RulesRight, bool LearntRight)> answers) => new(
        answers.Count, answers.Count(a => a.RulesRight), answers.Count(a => a.LearntRight), answers.Count(a => a.RulesRight && !a.LearntRight), answers.Count(a => a.LearntRight && !a.RulesRight));

    /// <summary>How often chance alone would part the two so far (McNemar's exact test, both sides), 0 to 1; 1 where they never differ.</summary>
    public double Chance()
    {
        var (n, k) = (OnlyRules + OnlyLearnt, Math.Min(OnlyRules, OnlyLearnt));
        if (n == 0) return 1;
        var (sum, term) = (0.0, -n * Math.Log(2)); // The terms as logarithms: 2 to the -2000 is no double.
        for (var i = 0; i <= k; i++)
        {
            sum += Math.Exp(term);
            term += Math.Log(n - i) - Math.Log(i + 1);
        }
        return Math.Min(1, 2 * sum);
    }

    /// <summary>Null where it beats the rules, and may be switched on; else a sentence that says what it lacks.</summary>
    /// <param name="kind">What concerns one name is small and seen whole; what decides on every article must be proved on more.</param>
    public string? Lacks(LearntKind kind)
    {
        var isName = kind is LearntKind.PlacePreference or LearntKind.ActorAlias;
        if (!isName && Tested < LeastForClassifier) return $"It was tested on {Tested} incidents, and needs {LeastForClassifier}.";
        if (OnlyLearnt <= OnlyRules) return $"It is not better than the rules: it mends {OnlyLearnt} and spoils {OnlyRules} of {Tested}.";
        if (Chance() < Level) return null;
        if (!isName) return $"It mends {OnlyLearnt} and spoils {OnlyRules} of {Tested}: a difference that chance makes too often.";
        if (OnlyRules > 0) return $"It mends {OnlyLearnt} but spoils {OnlyRules} of {Tested}: too few to tell it from chance.";
        return OnlyLearnt >= LeastMended ? null : $"It mends {OnlyLearnt} that it had not seen, and needs {LeastMended}.";
    }
}
