namespace BorderWatch.Ingestion.Opinions;

/// <summary>Whether and how a language model is asked for a second opinion. Bound to the section "SecondOpinion". Without an <see cref="Endpoint"/> nothing is ever sent.</summary>
public sealed class SecondOpinionOptions
{
    /// <summary>Where the model is: for OpenAI's kind with its version (https://api.openai.com/v1), for Ollama without (http://localhost:11434). Null asks nobody.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>What the endpoint speaks.</summary>
    public EndpointKind Kind { get; set; } = EndpointKind.OpenAI;

    /// <summary>The model, as the endpoint names it.</summary>
    public string Model { get; set; } = "";

    /// <summary>The key, best from the environment (<c>SecondOpinion__Key</c>); null where the endpoint asks for none.</summary>
    public string? Key { get; set; }

    /// <summary>Networks that are not public and that the endpoint may be on, as CIDR ("127.0.0.1/32"). Empty where it is public.</summary>
    public IList<string> AllowedNetworks { get; set; } = [];

    /// <summary>Which articles are sent. Pasted texts never are unless an editor asks for that one.</summary>
    public OpinionChoice Articles { get; set; } = OpinionChoice.Unsure;

    /// <summary>Below which confidence of a report its article counts as unsure.</summary>
    public double UnsureBelow { get; set; } = 0.8;

    /// <summary>Whether this process asks; false in one that only serves pages.</summary>
    public bool Asks { get; set; } = true;

    /// <summary>How often it is looked whether somebody is to be asked.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest that one answer may take, from the first byte sent to the last received.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>The most bytes of an answer.</summary>
    public int MostBytes { get; set; } = 256 * 1024;

    /// <summary>The most tokens of one article: question and answer. A longer article is cut, and its page says so.</summary>
    public int TokensPerArticle { get; set; } = 8000;

    /// <summary>Of these, how many the answer may have.</summary>
    public int AnswerTokens { get; set; } = 2000;

    /// <summary>The most tokens of a day (UTC), of all processes together.</summary>
    public long TokensPerDay { get; set; } = 400_000;

    /// <summary>What a thousand tokens of the question cost, in <see cref="Currency"/>.</summary>
    public decimal QuestionPrice { get; set; }

    /// <summary>What a thousand tokens of the answer cost.</summary>
    public decimal AnswerPrice { get; set; }

    /// <summary>The most that a day (UTC) may cost; null where tokens alone are counted.</summary>
    public decimal? CostPerDay { get; set; }

    /// <summary>The currency of the prices, three letters.</summary>
    public string Currency { get; set; } = "USD";

    /// <summary>True where a model is named: only then is anything sent.</summary>
    public bool IsConfigured => Endpoint is not null;

    /// <summary>How claims name the model.</summary>
    internal string Extractor => $"model/{(Model.Length <= 90 ? Model : Model[..90])}";

    /// <summary>For how long a process has an article in hand before another may take it.</summary>
    internal TimeSpan Lease => (TimeLimit * 2) + TimeSpan.FromMinutes(1);

    /// <summary>What so many tokens cost.</summary>
    internal decimal Cost(long question, long answer) => ((question * QuestionPrice) + (answer * AnswerPrice)) / 1000;

    /// <summary>The most that one article can cost.</summary>
    internal decimal MostCost => Cost(TokensPerArticle - AnswerTokens, AnswerTokens);
}

/// <summary>What an endpoint speaks.</summary>
public enum EndpointKind
{
    /// <summary>The chat completions of OpenAI, which vLLM, llama.cpp, LM Studio and many hosts speak as well.</summary>
    OpenAI,

    /// <summary>Ollama's own.</summary>
    Ollama,
}

/// <summary>Which articles are sent.</summary>
public enum OpinionChoice
{
    /// <summary>Those of which an editor asks for an opinion.</summary>
    OnRequest,

    /// <summary>Also those of the last day with a report of low confidence.</summary>
    Unsure,

    /// <summary>Also all others of the last day that the extractor has read.</summary>
    All,
}
