using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms.Text;

namespace BorderWatch.Ingestion.Learning;

/// <summary>Learns labels from words (one and two in a row) and the rules' type: maximum entropy by ML.NET, on one thread, so that the same samples give the same model.</summary>
internal sealed class WordClassifier
{
    private const int MostPhrases = 20_000;
    private const int MostRounds = 100;

    private readonly Lock _gate = new();
    private readonly PredictionEngine<WordSample, WordVerdict> _engine;

    private WordClassifier(MLContext context, ITransformer model) => _engine = context.Model.CreatePredictionEngine<WordSample, WordVerdict>(model);

    /// <summary>Learns.</summary>
    /// <param name="samples">With two labels at least.</param>
    /// <returns>The model's bytes.</returns>
    public static byte[] Train(IReadOnlyList<WordSample> samples)
    {
        var context = new MLContext(seed: 1);
        var data = context.Data.LoadFromEnumerable(samples);
        var words = new TextFeaturizingEstimator.Options
        {
            WordFeatureExtractor = new WordBagEstimator.Options
            {
                NgramLength = 2,
                UseAllLengths = true,
                MaximumNgramsCount = [MostPhrases, MostPhrases],
            },
            CharFeatureExtractor = null,
            KeepNumbers = false,
            KeepPunctuations = false,
        };
        var trainer = new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            LabelColumnName = "Key",
            FeatureColumnName = "Features",
            NumberOfThreads = 1,
            L1Regularization = 0,
            L2Regularization = 0.5f,
            MaximumNumberOfIterations = MostRounds,
        };
        var pipeline = context.Transforms.Conversion.MapValueToKey("Key", nameof(WordSample.Label))
            .Append(context.Transforms.Text.FeaturizeText("WordFeatures", words, nameof(WordSample.Words)))
            .Append(context.Transforms.Categorical.OneHotEncoding("KindFeatures", nameof(WordSample.Kind)))
            .Append(context.Transforms.Concatenate("Features", "WordFeatures", "KindFeatures"))
            .Append(context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(trainer))
            .Append(context.Transforms.Conversion.MapKeyToValue(nameof(WordVerdict.PredictedLabel)));
        using var bytes = new MemoryStream();
        context.Model.Save(pipeline.Fit(data), data.Schema, bytes);
        return bytes.ToArray();
    }

    /// <summary>Opens what <see cref="Train"/> gave.</summary>
    public static WordClassifier Open(byte[] model)
    {
        var context = new MLContext(seed: 1);
        using var bytes = new MemoryStream(model);
        return new WordClassifier(context, context.Model.Load(bytes, out _));
    }

    /// <summary>The likeliest label, and how likely it is, 0 to 1. Safe for many threads.</summary>
    public (string Label, double Probability) Ask(string words, string kind)
    {
        lock (_gate)
        {
            var verdict = _engine.Predict(new WordSample { Words = words, Kind = kind });
            return (verdict.PredictedLabel, verdict.Score.Length == 0 ? 0 : verdict.Score.Max());
        }
    }
}

/// <summary>One report as the classifier reads it.</summary>
internal sealed class WordSample
{
    /// <summary>Its headline and quotes.</summary>
    public string Words { get; init; } = "";

    /// <summary>The rules' type.</summary>
    public string Kind { get; init; } = "";

    /// <summary>What editors found; empty where it is asked.</summary>
    public string Label { get; init; } = "";
}

/// <summary>What the classifier answers.</summary>
internal sealed class WordVerdict
{
    /// <summary>The likeliest label.</summary>
    public string PredictedLabel { get; set; } = "";

    /// <summary>How likely each label is.</summary>
    public float[] Score { get; set; } = [];
}
