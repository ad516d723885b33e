using System.Text.Json;
using BorderWatch.Extraction;
using BorderWatch.Store.Incidents;
using Microsoft.Extensions.AI;

namespace BorderWatch.Ingestion.Opinions;

/// <summary>What is sent of an article: the instructions, and the article as JSON, so that nothing in it can be taken for more than text.</summary>
/// <param name="Messages">Two: ours and the article's.</param>
/// <param name="IsShortened">True where the text was cut to the limit.</param>
internal sealed record OpinionQuestion(IReadOnlyList<ChatMessage> Messages, bool IsShortened)
{
    private static readonly string s_instructions = Instructions();

    private static readonly JsonElement s_form = Form();

    /// <summary>The question about an article.</summary>
    public static OpinionQuestion Of(ArticleText article, SecondOpinionOptions options)
    {
        var left = options.TokensPerArticle - options.AnswerTokens - Tokens(s_instructions) - Tokens(s_form.GetRawText());
        var text = Fitting(article.Text, left - Tokens(article.Title ?? "") - 50);
        var data = JsonSerializer.Serialize(new { published = article.PublishedAt?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), outlet = article.Source, headline = article.Title, text }, s_json);
        return new([new(ChatRole.System, s_instructions), new(ChatRole.User, data)], text.Length < article.Text.Length);
    }

    /// <summary>How the answer is asked for.</summary>
    public static ChatOptions Options(SecondOpinionOptions options) => new()
    {
        MaxOutputTokens = options.AnswerTokens,
        // Some of OpenAI's models refuse any temperature but their own.
        Temperature = options.Kind == EndpointKind.Ollama ? 0 : null,
        ResponseFormat = ChatResponseFormat.ForJsonSchema(s_form, "incidents", "The incidents that the article reports"),
    };

    /// <summary>At least so many tokens is a text, whatever the model's own way of counting: three letters of ASCII, one of any other script.</summary>
    internal static int Tokens(string text)
    {
        var ascii = text.Count(char.IsAscii);
        return ((ascii + 2) / 3) + text.Length - ascii;
    }

    private static string Fitting(string text, int tokens)
    {
        if (Tokens(text) <= tokens) return text;
        int length = 0, thirds = 0;
        while (length < text.Length && (thirds += char.IsAscii(text[length]) ? 1 : 3) <= tokens * 3) length++;
        var space = text.LastIndexOfAny([' ', '\n'], Math.Max(length - 1, 0));
        return text[..(space > 0 ? space : length)];
    }

    private static string Instructions()
    {
        using var reader = new StreamReader(typeof(OpinionQuestion).Assembly.GetManifestResourceStream("instructions.txt")!);
        return reader.ReadToEnd() + string.Join('\n', EventTaxonomy.Types.SelectMany(type => type.SubTypes));
    }

    private static JsonElement Form()
    {
        var text = new { type = "string" };
        var value = new
        {
            type = "object",
            properties = new { field = new { type = "string", @enum = OpinionValues.Fields }, value = text, quote = text },
            required = (string[])["field", "value", "quote"],
            additionalProperties = false,
        };
        var incident = new { type = "object", properties = new { values = new { type = "array", items = value } }, required = (string[])["values"], additionalProperties = false };
        return JsonSerializer.SerializeToElement(new { type = "object", properties = new { incidents = new { type = "array", items = incident } }, required = (string[])["incidents"], additionalProperties = false });
    }

    private static readonly JsonSerializerOptions s_json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
