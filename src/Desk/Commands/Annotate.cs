using System.CommandLine;
using Tocsin.Coding;
using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Desk.Commands;

/// <summary><c>tocsin annotate</c>: stories as JSON Lines in, everything read in them as JSON Lines out.</summary>
static class Annotate
{
    public static Command Command()
    {
        var threads = StreamCommand.Threads();
        var engine = Engines.Option();
        var command = new Command("annotate", """
            Read stories as JSON Lines on standard input, and write everything read in them: sentences, trees, names,
            times, places, voices, certainty, events.

            Example: echo '{"id": "a", "text": "Troops shelled the town on Monday.", "published": "2023-03-29"}' | tocsin annotate
            """) { threads, engine };
        command.SetAction((parsed, stop) => Run(parsed.GetValue(threads), parsed.GetValue(engine), stop));
        return command;
    }

    static async Task<int> Run(int threads, Engine engine, CancellationToken stop)
    {
        var home = Home.Find();
        var resources = Task.Run(() => CodingResources.Load(home.Data, home.Models), stop);
        var model = LanguageModel.Load(home.Models, engine);
        var loaded = await resources;
        return await StreamCommand.Run(threads, ["id", "text"], () =>
        {
            var reader = new TextReading(model, loaded);
            var writer = new AnnotationWriter();
            return input =>
            {
                var story = new Story
                {
                    Id = input.Id,
                    Text = input["text"]!,
                    Title = input["title"],
                    Outlet = input["outlet"],
                    Language = input["language"],
                    PublishedAt = input.Published,
                };
                var coded = reader.Read(story);
                return writer.Write(story.Id, coded.Language, coded.IsCoded, reader.Document, coded.Coding, story.Title);
            };
        }, stop);
    }
}

/// <summary>The choice of text engine, where a command offers it.</summary>
static class Engines
{
    public static Option<Engine> Option() => new("--engine")
    {
        Description = "Text engine: accurate, fast, or linear.",
        DefaultValueFactory = _ => Engine.Accurate,
    };
}
