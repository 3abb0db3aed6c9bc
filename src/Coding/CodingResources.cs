using Tocsin.Language;

namespace Tocsin.Coding;

/// <summary>Everything the coder knows, from <c>data/</c>: codebook, cues, modality, actors,
/// places, named happenings; and from <c>models/</c> the learnt judge of certainty. Read-only, shared.</summary>
public sealed class CodingResources
{
    CodingResources(
        Codebook codebook, VoiceLexicon cues, ModalityLexicon modality, FactualityModel certainty, ActorIndex actors, Gazetteer gazetteer,
        Happenings happenings)
    {
        Certainty = certainty;
        Happenings = happenings;
        Codebook = codebook;
        Cues = cues;
        Modality = modality;
        Actors = actors;
        Gazetteer = gazetteer;
    }

    public Codebook Codebook { get; }

    public VoiceLexicon Cues { get; }

    public ModalityLexicon Modality { get; }

    public FactualityModel Certainty { get; }

    public ActorIndex Actors { get; }

    public Gazetteer Gazetteer { get; }

    public Happenings Happenings { get; }

    /// <summary>Loads all of it, on all cores.</summary>
    /// <param name="modelsFolder">The folder that holds <c>english/</c>.</param>
    /// <exception cref="DataFaultException">A file is unsound; every fault has file, line and reason.</exception>
    /// <exception cref="ModelException">A model is missing, damaged or of another version.</exception>
    public static CodingResources Load(string dataFolder, string modelsFolder)
    {
        var codebookFolder = Path.Combine(dataFolder, "codebook");
        Codebook? codebook = null;
        VoiceLexicon? cues = null;
        ModalityLexicon? modality = null;
        ActorIndex? actors = null;
        Gazetteer? gazetteer = null;
        FactualityModel? certainty = null;
        Happenings? happenings = null;
        try
        {
            Parallel.Invoke(
                () =>
                {
                    actors = ActorIndex.Load(Path.Combine(dataFolder, "actors"));
                    gazetteer = Gazetteer.Load(Path.Combine(dataFolder, "places"), actors.Countries);
                },
                () => codebook = Codebook.Load(codebookFolder),
                () => cues = VoiceLexicon.Load(codebookFolder),
                () => happenings = Happenings.Load(Path.Combine(dataFolder, "calendar")),
                () => modality = ModalityLexicon.Load(codebookFolder),
                () => certainty = FactualityModel.Load(Path.Combine(modelsFolder, "english", FactualityModel.Kind + ".model")));
        }
        catch (AggregateException failure)
        {
            if (failure.Flatten().InnerExceptions.OfType<ModelException>().FirstOrDefault() is { } unsound)
                throw new ModelException(unsound.Message, unsound);
            var faults = failure.InnerExceptions.OfType<DataFaultException>().SelectMany(one => one.Faults).ToList();
            if (faults.Count == 0 || failure.InnerExceptions.Any(one => one is not DataFaultException))
                throw;
            throw new DataFaultException(faults);
        }
        return new CodingResources(codebook!, cues!, modality!, certainty!, actors!, gazetteer!, happenings!);
    }

    /// <summary>All faults of the files, without stopping at the first file.</summary>
    public static IReadOnlyList<DataFault> Check(string dataFolder) =>
    [
        .. Codebook.Check(Path.Combine(dataFolder, "codebook")),
        .. VoiceLexicon.Check(Path.Combine(dataFolder, "codebook")),
        .. ModalityLexicon.Check(Path.Combine(dataFolder, "codebook")),
        .. ActorIndex.Check(Path.Combine(dataFolder, "actors")),
        .. Gazetteer.Check(Path.Combine(dataFolder, "places")),
        .. Happenings.Check(Path.Combine(dataFolder, "calendar")),
    ];
}
