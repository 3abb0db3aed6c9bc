using Tocsin.Language;

namespace Tocsin.Training;

/// <summary>The linear engine without names, whose model is learnt later.</summary>
sealed class TagsAndTrees(ModelFile file) : IEngine
{
    readonly TaggerModel tags = TaggerModel.Load(file);
    readonly WordColumns columns = new(Clusters.Load(file));
    readonly Tagger tagger = new(TaggerModel.Load(file));
    readonly DependencyParser parser = new(ParserModel.Load(file));

    public WordColumns Columns => columns;

    public void Annotate(Document document)
    {
        columns.Read(document);
        tagger.Tag(document, columns);
        parser.Parse(document, columns, tagger.Tags, tags.Universal);
    }
}
