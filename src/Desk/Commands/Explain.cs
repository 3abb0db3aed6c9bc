using System.CommandLine;
using System.Globalization;
using Tocsin.Coding;
using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Desk.Commands;

/// <summary>
/// <c>tocsin explain</c>: for each sentence its tree, the actors seen, each entry of the lexicon that was looked at, why
/// it was taken or not, and how each role was filled.
/// </summary>
static class Explain
{
    public static Command Command()
    {
        var words = new Argument<string[]>("TEXT")
        {
            Description = "The text; standard input where none is given.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var engine = Engines.Option();
        var published = new Option<DateOnly?>("--published") { Description = "Day of publication, as 2023-03-29." };
        var command = new Command("explain", """
            Show how a text is read: trees, actors, entries of the codebook that were taken or refused and why.

            Example: tocsin explain "Serbian troops blocked the bridge in Mitrovica."
            """) { words, engine, published };
        command.SetAction(async (parsed, stop) =>
        {
            var given = parsed.GetValue(words) ?? [];
            var text = given.Length > 0 ? string.Join(' ', given) : await Console.In.ReadToEndAsync(stop);
            Run(text, parsed.GetValue(engine), parsed.GetValue(published), Console.Out);
            return 0;
        });
        return command;
    }

    static void Run(string text, Engine engine, DateOnly? published, TextWriter to)
    {
        var home = Home.Find();
        var resources = CodingResources.Load(home.Data, home.Models);
        var document = new Document();
        new Analyser(LanguageModel.Load(home.Models, engine)).Analyse(text, document);
        var coder = new Coder(resources) { Trials = [] };
        var coding = coder.Code(new Story
        {
            Id = "explained",
            Text = text,
            PublishedAt = published is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null,
        }, document);
        new Explanation(document, coder, coding, to).Write();
    }
}

/// <summary>Writes what was read, and why, for a person.</summary>
sealed class Explanation(Document document, Coder coder, StoryCoding coding, TextWriter to)
{
    public void Write()
    {
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var (first, end) = document.Sentence(sentence);
            var (from, until) = document.SentenceCharacters(sentence);
            to.WriteLine($"{sentence + 1}. {OneLine(document.Text[from..until])}");
            to.WriteLine();
            for (var token = first; token < end; token++)
            {
                if (document.Heads[token] < 0)
                    Branch(token, first, end, "   ", isLast: true, depth: 0);
            }
            to.WriteLine();
            Looks(first, end);
        }
    }

    /// <summary>Deep trees are cut: nobody reads further.</summary>
    const int Deepest = 40;

    void Branch(int token, int first, int end, string indent, bool isLast, int depth)
    {
        var isRoot = document.Heads[token] < 0;
        var line = isRoot ? indent : indent + (isLast ? "└─ " : "├─ ");
        to.Write($"{line}{OneLine(document.Form(token).ToString())}".PadRight(44));
        to.Write($" {document.Upos[token].Code(),-6}{document.Xpos(token),-5} {document.Deprels[token].Code(),-12}");
        foreach (var actor in coder.Actors)
        {
            if (actor.Head == token)
                to.Write($" {actor.Code}{(actor.Name is null ? "" : $" ({actor.Name})")}");
        }
        to.WriteLine();
        if (depth == Deepest)
            return;
        var children = Enumerable.Range(first, end - first).Where(child => document.Heads[child] == token && child != token).ToList();
        for (var i = 0; i < children.Count; i++)
        {
            Branch(children[i], first, end, isRoot ? indent : indent + (isLast ? "   " : "│  "), i == children.Count - 1, depth + 1);
        }
    }

    void Looks(int first, int end)
    {
        var own = coder.Trials!.Where(trial => trial.Token >= first && trial.Token < end).ToList();
        foreach (var group in own.GroupBy(trial => trial.Token).OrderBy(group => group.Key))
        {
            to.WriteLine($"   {document.Form(group.Key)} ({document.Lemma(group.Key)})");
            foreach (var trial in group)
            {
                if (trial.Refusal is { } reason)
                    to.WriteLine($"      refused {trial.Entry}{(trial.Entry.Length > 0 ? ": " : "")}{reason}");
                else
                    Taken(trial);
            }
        }
        foreach (var read in coding.Events.Where(read => IsIn(read, first, end) && !own.Exists(trial => trial.Refusal is null && IsAt(read, trial.Token))))
        {
            to.WriteLine($"   {read.Trigger.Of(document.Text)}");
            to.WriteLine("      read as what is demanded or announced");
            Meaning(read);
        }
        if (own.Count == 0)
            to.WriteLine("   no word of this sentence stands in the codebook");
        to.WriteLine();
    }

    void Taken(TriggerTrial trial)
    {
        to.WriteLine($"      taken   {trial.Entry}");
        to.WriteLine($"              actors from {trial.ActorFrom ?? "nowhere"}, recipients from {trial.RecipientFrom ?? "nowhere"}");
        foreach (var read in coding.Events.Where(read => IsAt(read, trial.Token)))
            Meaning(read);
    }

    void Meaning(CodedEvent read)
    {
        to.WriteLine($"              {read.Type.Code()} {read.Mode} {Parties(read.Actors)} > {Parties(read.Recipients)}");
        var voices = read.Voices.Count == 0 ? "the outlet's own voice"
            : "says " + string.Join(", says ", read.Voices.Select(voice => voice.Source is { } source ? $"{source.Text} ({source.Code})" : "an unnamed voice"));
        to.WriteLine(
            $"              {read.Factuality.Value.ToString("+0.0;-0.0;0", CultureInfo.InvariantCulture)} {read.Factuality.Status.Code()}, {voices}; "
            + $"{read.Time.Relation.Code()}; confidence {read.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}");
    }

    static string Parties(IReadOnlyList<Actor> actors) =>
        actors.Count == 0 ? "nobody" : string.Join(" + ", actors.Select(actor => $"{OneLine(actor.Text)} ({actor.Code})"));

    bool IsIn(CodedEvent read, int first, int end) =>
        read.Trigger.Start >= document.Starts[first] && read.Trigger.Start < document.Ends[end - 1];

    bool IsAt(CodedEvent read, int token) => read.Trigger.Start == document.Starts[token];

    static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
