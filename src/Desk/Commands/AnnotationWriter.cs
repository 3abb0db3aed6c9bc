using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Tocsin.Coding;
using Tocsin.Desk.Streams;
using Tocsin.Events;
using Tocsin.Language;

namespace Tocsin.Desk.Commands;

/// <summary>Writes the line that <c>annotate</c> answers: everything read in one text.</summary>
/// <remarks>Reusable: one writer belongs to one worker.</remarks>
sealed class AnnotationWriter : IDisposable
{
    readonly ArrayBufferWriter<byte> buffer = new(64 * 1024);
    readonly Utf8JsonWriter writer;
    readonly TokenLines tokens = new();
    string text = "";

    public AnnotationWriter() => writer = new Utf8JsonWriter(buffer, JsonText.Options);

    public void Dispose() => writer.Dispose();

    /// <summary>The line with its line end, as a copy.</summary>
    public byte[] Write(string id, string language, bool coded, Document document, StoryCoding coding, string? title = null)
    {
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        text = document.Text;
        writer.WriteStartObject();
        JsonText.Write(writer, "id"u8, id);
        writer.WriteString("language"u8, language);
        if (!coded)
            writer.WriteBoolean("uncoded"u8, true);
        WriteSentences(document);
        WriteEntities(coding);
        WriteTimes(coding);
        WritePlaces(coding);
        WriteCoreference(document);
        WritePredicates(coding);
        WriteAttributions(coding);
        writer.WriteStartArray("events"u8);
        foreach (var reading in coding.Events)
            WriteEvent(reading);
        writer.WriteEndArray();
        WriteQuantities(coding.Quantities);
        WriteBalance(coding.Balance);
        WriteDrifts(coding.Drifts, title);
        writer.WriteEndObject();
        writer.Flush();
        var line = new byte[buffer.WrittenCount + 1];
        buffer.WrittenSpan.CopyTo(line);
        line[^1] = (byte)'\n';
        return line;
    }

    void WriteSentences(Document document)
    {
        writer.WriteStartArray("sentences"u8);
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            var (start, end) = document.SentenceCharacters(sentence);
            writer.WriteStartObject();
            writer.WriteNumber("start"u8, start);
            writer.WriteNumber("end"u8, end);
            var (first, last) = document.Sentence(sentence);
            writer.WritePropertyName("tokens"u8);
            writer.WriteRawValue(tokens.Array(document, first, last), skipInputValidation: true);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    void WriteEntities(StoryCoding coding)
    {
        writer.WriteStartArray("entities"u8);
        foreach (var entity in coding.Entities)
        {
            writer.WriteStartObject();
            WritePassage(entity.Passage);
            writer.WriteString("type"u8, entity.Type switch
            {
                EntityType.Per => "PER",
                EntityType.Org => "ORG",
                EntityType.Loc => "LOC",
                EntityType.Misc => "MISC",
                _ => throw new InvalidOperationException($"Unknown entity type {entity.Type}."),
            });
            WriteCode(entity.Code);
            WriteOptional("name"u8, entity.Name);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    void WriteTimes(StoryCoding coding)
    {
        writer.WriteStartArray("times"u8);
        foreach (var time in coding.Times)
        {
            writer.WriteStartObject();
            WritePassage(time.Passage);
            writer.WriteString("type"u8, time.Type switch
            {
                TimeExpressionType.Date => "DATE",
                TimeExpressionType.Time => "TIME",
                TimeExpressionType.Duration => "DURATION",
                TimeExpressionType.Set => "SET",
                _ => throw new InvalidOperationException($"Unknown time type {time.Type}."),
            });
            writer.WriteString("value"u8, time.Value);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    void WritePlaces(StoryCoding coding)
    {
        writer.WriteStartArray("places"u8);
        foreach (var place in coding.Places)
            WritePlace(place);
        writer.WriteEndArray();
    }

    void WriteCoreference(Document document)
    {
        writer.WriteStartArray("coreference"u8);
        foreach (var chain in document.Mentions.GroupBy(mention => mention.Chain))
        {
            writer.WriteStartArray();
            foreach (var mention in chain)
            {
                writer.WriteStartObject();
                writer.WriteNumber("start"u8, document.Starts[mention.First]);
                writer.WriteNumber("end"u8, document.Ends[mention.End - 1]);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
    }

    void WritePredicates(StoryCoding coding)
    {
        writer.WriteStartArray("predicates"u8);
        foreach (var predicate in coding.Predicates)
        {
            writer.WriteStartObject();
            WritePassage(predicate.Passage);
            writer.WriteNumber("factuality"u8, Math.Round(predicate.Certainty, 2));
            writer.WriteString("status"u8, predicate.Factuality.Status.Code());
            WriteFactuality("outlet_factuality"u8, predicate.OutletFactuality);
            writer.WriteStartArray("voices"u8);
            foreach (var voice in predicate.Voices)
                writer.WriteNumberValue(voice);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    void WriteAttributions(StoryCoding coding)
    {
        writer.WriteStartArray("attributions"u8);
        foreach (var attribution in coding.Attributions)
        {
            writer.WriteStartObject();
            WriteOptionalPassage("source"u8, attribution.Source?.Passage);
            WriteOptionalPassage("cue"u8, attribution.Cue);
            writer.WriteStartArray("content"u8);
            foreach (var content in attribution.Content)
            {
                writer.WriteStartObject();
                WritePassage(content);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteString("kind"u8, attribution.Kind.Code());
            WriteOptionalPassage("speaker"u8, attribution.Speaker);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    void WriteBalance(StoryBalance balance)
    {
        writer.WriteStartObject("balance"u8);
        writer.WriteNumber("outlet"u8, Math.Round(balance.Outlet, 3));
        writer.WriteBoolean("one_sided"u8, balance.IsOneSided);
        writer.WriteStartArray("voices"u8);
        foreach (var voice in balance.Voices)
        {
            writer.WriteStartObject();
            WriteOptional("name"u8, voice.Name);
            WriteCode(voice.Code);
            WriteOptional("side"u8, voice.Side);
            writer.WriteNumber("share"u8, Math.Round(voice.Share, 3));
            writer.WriteStartArray("passages"u8);
            foreach (var passage in voice.Passages)
            {
                writer.WriteStartObject();
                WritePassage(passage);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("sides"u8);
        foreach (var side in balance.Sides)
        {
            writer.WriteStartObject();
            writer.WriteString("side"u8, side.Side);
            writer.WriteNumber("share"u8, Math.Round(side.Share, 3));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    void WriteDrifts(IReadOnlyList<HeadlineDrift> drifts, string? title)
    {
        writer.WriteStartArray("headline_drift"u8);
        foreach (var drift in drifts)
        {
            writer.WriteStartObject();
            writer.WriteString("kind"u8, drift.Kind.Code());
            writer.WriteStartObject("headline"u8);
            writer.WriteNumber("start"u8, drift.Headline.Start);
            writer.WriteNumber("end"u8, drift.Headline.End);
            JsonText.Write(writer, "text"u8, title.AsSpan(drift.Headline.Start, drift.Headline.Length));
            writer.WriteEndObject();
            WriteOptionalPassage("passage"u8, drift.Text);
            WriteOptionalPassage("evidence"u8, drift.Evidence);
            WriteFactuality("headline_factuality"u8, drift.HeadlineFactuality);
            if (drift.TextFactuality is { } factuality)
                WriteFactuality("text_factuality"u8, factuality);
            else
                writer.WriteNull("text_factuality"u8);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    void WriteEvent(CodedEvent coded)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, coded.Type.Code());
        WriteOptional("mode"u8, coded.Mode);
        writer.WriteStartArray("contexts"u8);
        foreach (var context in coded.Contexts)
            writer.WriteStringValue(context);
        writer.WriteEndArray();
        writer.WriteString("quad"u8, coded.Quad.Code());
        WriteOptional("cameo"u8, coded.Cameo);
        WriteActors("actors"u8, coded.Actors);
        WriteActors("recipients"u8, coded.Recipients);
        WriteOptionalPassage("trigger"u8, coded.Trigger);
        WriteOptionalPassage("evidence"u8, coded.Evidence);
        writer.WriteStartArray("attribution"u8);
        foreach (var voice in coded.Voices)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("source"u8);
            WriteActor(voice.Source);
            WriteOptionalPassage("cue"u8, voice.Cue);
            writer.WriteString("kind"u8, voice.Kind.Code());
            WriteOptionalPassage("speaker"u8, voice.Speaker);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        WriteFactuality("factuality"u8, coded.Factuality);
        WriteFactuality("outlet_factuality"u8, coded.OutletFactuality);
        WriteTime(coded.Time);
        writer.WritePropertyName("place"u8);
        if (coded.Place is null)
            writer.WriteNullValue();
        else
            WritePlace(coded.Place);
        WriteQuantities(coded.Quantities);
        writer.WriteNumber("confidence"u8, Math.Round(coded.Confidence, 2));
        writer.WriteEndObject();
    }

    void WriteQuantities(IReadOnlyList<Quantity> quantities)
    {
        writer.WriteStartArray("quantities"u8);
        foreach (var quantity in quantities)
        {
            writer.WriteStartObject();
            WritePassage(quantity.Passage);
            writer.WriteNumber("value"u8, quantity.Value);
            JsonText.Write(writer, "unit"u8, quantity.Unit);
            writer.WriteBoolean("approximate"u8, quantity.Approximate);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    void WriteActors(ReadOnlySpan<byte> name, IReadOnlyList<Actor> actors)
    {
        writer.WriteStartArray(name);
        foreach (var actor in actors)
            WriteActor(actor);
        writer.WriteEndArray();
    }

    void WriteActor(Actor? actor)
    {
        if (actor is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        writer.WriteNumber("start"u8, actor.Passage.Start);
        writer.WriteNumber("end"u8, actor.Passage.End);
        JsonText.Write(writer, "text"u8, text.AsSpan(actor.Passage.Start, actor.Passage.Length));
        WriteCode(actor.Code);
        WriteOptional("name"u8, actor.Name);
        writer.WriteEndObject();
    }

    void WriteTime(EventTime time)
    {
        writer.WriteStartObject("time"u8);
        if (time.Passage is { } passage)
        {
            WritePassage(passage);
        }
        else
        {
            writer.WriteNull("start"u8);
            writer.WriteNull("end"u8);
            writer.WriteNull("text"u8);
        }
        WriteOptional("from"u8, time.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        WriteOptional("to"u8, time.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteString("relation"u8, time.Relation.Code());
        writer.WriteEndObject();
    }

    void WritePlace(Place place)
    {
        writer.WriteStartObject();
        WritePassage(place.Passage);
        JsonText.Write(writer, "name"u8, place.Name);
        WriteOptional("country"u8, place.Country);
        WriteOptional("latitude"u8, place.Latitude);
        WriteOptional("longitude"u8, place.Longitude);
        WriteOptional("gazetteer"u8, place.Gazetteer);
        writer.WriteEndObject();
    }

    void WriteFactuality(ReadOnlySpan<byte> name, Factuality factuality)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("value"u8, Math.Round(factuality.Value, 2));
        writer.WriteString("status"u8, factuality.Status.Code());
        writer.WriteEndObject();
    }

    void WritePassage(Passage passage)
    {
        writer.WriteNumber("start"u8, passage.Start);
        writer.WriteNumber("end"u8, passage.End);
        JsonText.Write(writer, "text"u8, text.AsSpan(passage.Start, passage.Length));
    }

    void WriteOptionalPassage(ReadOnlySpan<byte> name, Passage? passage)
    {
        if (passage is not { } present)
        {
            writer.WriteNull(name);
            return;
        }
        writer.WriteStartObject(name);
        WritePassage(present);
        writer.WriteEndObject();
    }

    void WriteCode(ActorCode code) => WriteOptional("code"u8, code.IsOpen ? null : code.ToString());

    void WriteOptional(ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
            writer.WriteNull(name);
        else
            JsonText.Write(writer, name, value);
    }

    void WriteOptional(ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, Math.Round(number, 5));
        else
            writer.WriteNull(name);
    }
}
