using System.Globalization;
using System.Text.Json;
using Tocsin.Coding;
using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>
/// Learns how certain readers take it that something happened, from UDS-IH2 (White et al. 2016, Rudinger et al. 2018;
/// CC BY-SA 4.0): linear regression over hashed features by AdaGrad, squared error, averaged.
/// </summary>
/// <remarks>The texts are read as the product reads them, so that trees while learning are as faulty as they will be.</remarks>
sealed class FactualityTraining(int seed, Action<string> progress)
{
    const int Size = 1 << FactualityModel.Bits;

    sealed record Example(int[] Places, float Label, float Ruled, int Sentence);

    readonly float[] weights = new float[Size];
    readonly float[] squares = new float[Size];
    readonly double[] sums = new double[Size];
    int added;

    /// <summary>With <paramref name="heldOut"/> at 2 or more, each so-many-th sentence is measured on and not learnt from.</summary>
    public void Train(string gold, string data, string modelsFolder, string outFolder, int epochs, double rate, double decay, int heldOut)
    {
        var examples = new List<Example>();
        foreach (var engine in new[] { Engine.Accurate, Engine.Linear })
            Read(gold, data, modelsFolder, engine, examples);
        var measured = examples.Where(example => heldOut > 1 && example.Sentence % heldOut == 0).ToArray();
        var learnt = examples.Where(example => heldOut <= 1 || example.Sentence % heldOut != 0).ToArray();
        progress($"factuality: {learnt.Length} examples to learn from, {measured.Length} held out");
        if (measured.Length > 0)
            progress($"rules alone: r {Correlation([.. measured.Select(one => ((double)one.Label, (double)one.Ruled))]):F4}");
        var random = new Random(seed);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(learnt);
            double error = 0;
            foreach (var example in learnt)
                error += Learn(example, (float)rate, (float)decay);
            added++;
            for (var i = 0; i < Size; i++)
                sums[i] += weights[i];
            progress(string.Create(CultureInfo.InvariantCulture,
                $"epoch {epoch + 1} of {epochs}: error {Math.Sqrt(error / learnt.Length):F3}{(measured.Length > 0 ? Figures(measured) : "")}"));
        }
        Write(outFolder, learnt.Length, epochs);
    }

    static void Read(string gold, string data, string modelsFolder, Engine engine, List<Example> examples)
    {
        var analyser = new Analyser(LanguageModel.Load(modelsFolder, engine));
        var codebook = Path.Combine(data, "codebook");
        var voiceFinder = new VoiceFinder(VoiceLexicon.Load(codebook));
        var reader = new FactualityReader(ModalityLexicon.Load(codebook));
        var document = new Document();
        var voices = new List<Voice>();
        var predicates = new List<PredicateFactuality>();
        var number = 0;
        foreach (var line in File.ReadLines(gold))
        {
            number++;
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            analyser.Analyse(text, document);
            voiceFinder.Find(document, voices);
            reader.Read(document, voices, predicates);
            var words = text.Split(' ');
            foreach (var target in json.RootElement.GetProperty("targets").EnumerateArray())
            {
                var first = target.GetProperty("span1")[0].GetInt32();
                var start = words.Take(first).Sum(word => word.Length + 1);
                var token = document.Starts.BinarySearch(start);
                if (token < 0)
                    continue;
                examples.Add(new Example(
                    [.. reader.FeaturesOf(token).ToArray().Select(FactualityModel.Place)], target.GetProperty("label").GetSingle(),
                    (float)reader.Of(token).Innermost.Value, number));
            }
        }
    }

    double Learn(Example example, float rate, float decay)
    {
        var error = example.Label - Predict(example, weights);
        foreach (var place in example.Places)
        {
            var slope = error - (decay * weights[place]);
            squares[place] += slope * slope;
            weights[place] += rate * slope / (1f + MathF.Sqrt(squares[place]));
        }
        return error * error;
    }

    static float Predict(Example example, float[] weights)
    {
        var sum = 0f;
        foreach (var place in example.Places)
            sum += weights[place];
        return sum;
    }

    string Figures(Example[] measured)
    {
        var means = new float[Size];
        for (var i = 0; i < Size; i++)
            means[i] = (float)(sums[i] / added);
        var rows = measured.Select(one => ((double)one.Label, (double)Math.Clamp(Predict(one, means), -3, 3))).ToArray();
        return string.Create(CultureInfo.InvariantCulture,
            $"; held out r {Correlation(rows):F4}, mae {rows.Average(row => Math.Abs(row.Item1 - row.Item2)):F4}");
    }

    static double Correlation((double A, double B)[] rows)
    {
        double meanA = rows.Average(row => row.A), meanB = rows.Average(row => row.B);
        return rows.Sum(row => (row.A - meanA) * (row.B - meanB))
            / Math.Sqrt(rows.Sum(row => Math.Pow(row.A - meanA, 2)) * rows.Sum(row => Math.Pow(row.B - meanB, 2)));
    }

    void Write(string outFolder, int count, int epochs)
    {
        var highest = sums.Max(Math.Abs) / added;
        var scale = (float)(highest / 127);
        var codes = new sbyte[Size];
        for (var i = 0; i < Size; i++)
            codes[i] = (sbyte)Math.Clamp(Math.Round(sums[i] / added / scale), -127, 127);
        var card = new Dictionary<string, string>
        {
            ["examples"] = count.ToString(CultureInfo.InvariantCulture),
            ["epochs"] = epochs.ToString(CultureInfo.InvariantCulture),
            ["seed"] = seed.ToString(CultureInfo.InvariantCulture),
            ["weights"] = codes.Count(code => code != 0).ToString(CultureInfo.InvariantCulture),
        };
        Directory.CreateDirectory(outFolder);
        var path = Path.Combine(outFolder, FactualityModel.Kind + ".model");
        ModelFile.Write(path, new ModelHeader(
            FactualityModel.Kind, "CC BY-SA 4.0", ["UDS-IH2 train (judgements and texts of UD English EWT, CC BY-SA 4.0)"], card,
            new Dictionary<string, string[]>()),
            [("weights", ModelFile.Bytes<sbyte>(codes)), ("scale", ModelFile.Bytes<float>([scale]))]);
        ScoreCard.Write(Path.ChangeExtension(path, ".md"), FactualityModel.Kind, card, new FileInfo(path).Length);
    }
}
