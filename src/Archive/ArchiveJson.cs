using System.Text.Json;
using System.Text.Json.Serialization;
using Tocsin.Events;

namespace Tocsin.Archive;

/// <summary>How nested values are written into columns.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(ActorCodeConverter)])]
[JsonSerializable(typeof(CodedEvent))]
[JsonSerializable(typeof(IReadOnlyList<Attribution>), TypeInfoPropertyName = "Attributions")]
[JsonSerializable(typeof(IReadOnlyList<Reference>), TypeInfoPropertyName = "References")]
sealed partial class ArchiveJson : JsonSerializerContext;

/// <summary>An actor's code as its text; an open actor as null.</summary>
sealed class ActorCodeConverter : JsonConverter<ActorCode>
{
    public override bool HandleNull => true;

    public override ActorCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ActorCode.TryParse(reader.GetString(), out var code) ? code : default;

    public override void Write(Utf8JsonWriter writer, ActorCode value, JsonSerializerOptions options)
    {
        if (value.IsOpen)
            writer.WriteNullValue();
        else
            writer.WriteStringValue(value.ToString());
    }
}
