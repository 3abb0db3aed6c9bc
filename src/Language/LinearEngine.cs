namespace Tocsin.Language;

/// <summary>Tags, trees and names by linear models over hashed features, left to right. Belongs to one worker.</summary>
sealed class LinearEngine : IEngine
{
    readonly LinearModel model;
    readonly WordColumns columns;
    readonly Tagger tagger;
    readonly DependencyParser parser;
    readonly NameTagger names;

    public LinearEngine(LinearModel model)
    {
        this.model = model;
        columns = new WordColumns(model.Clusters);
        tagger = new Tagger(model.Tagger);
        parser = new DependencyParser(model.Parser);
        names = new NameTagger(model.Names, columns);
    }

    public WordColumns Columns => columns;

    public void Annotate(Document document)
    {
        columns.Read(document);
        tagger.Tag(document, columns);
        parser.Parse(document, columns, tagger.Tags, model.Tagger.Universal);
        names.Tag(document);
    }
}
