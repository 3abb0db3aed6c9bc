using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>Word clusters from a file, learnt from the vectors and put there where it does not exist.</summary>
static class ClusterCache
{
    const string Kind = "clusters";
    const int Words = 100_000;
    const int Coarse = 128;
    const int Fine = 1024;

    public static WordClusters ReadOrLearn(string vectors, string cache, int seed, Action<string> progress)
    {
        if (File.Exists(cache))
        {
            var file = ModelFile.Read(cache, Kind);
            return new WordClusters
            {
                Words = file.Section<uint>("words").ToArray(),
                Coarse = file.Section<ushort>("coarse").ToArray(),
                Fine = file.Section<ushort>("fine").ToArray(),
            };
        }
        var learnt = WordClusters.Learn(vectors, Words, Coarse, Fine, seed, progress);
        ModelFile.Write(cache, new ModelHeader(Kind, "PDDL 1.0", [vectors], new Dictionary<string, string>(), new Dictionary<string, string[]>()),
        [
            ("words", ModelFile.Bytes<uint>(learnt.Words)),
            ("coarse", ModelFile.Bytes<ushort>(learnt.Coarse)),
            ("fine", ModelFile.Bytes<ushort>(learnt.Fine)),
        ]);
        return learnt;
    }
}
