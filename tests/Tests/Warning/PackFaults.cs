using Tocsin.Warning;
using Xunit;

namespace Tocsin.Tests.Warning;

public sealed class PackFaults : IDisposable
{
    const string Signs = """
        signs:
          - id: massing
            sentence: Troops gather.
            cost: high
            when: {types: [MOBILIZE], actors: [challenger]}
            looking: {sentence: Any story of the case., stories: 2}
        """;

    const string Reference = "{source: Paper, title: Title, date: 2014-02-26, url: \"https://example.org/a\"}";

    const string Past = $$"""
        playbook: past
        title: A past case
        outcome: escalated
        turning-point: 2014-03-18
        summary: It came to blows.
        told-apart: Much.
        roles:
          challenger: {name: One, actors: [RUS]}
          target: {name: Other, actors: [UKR]}
        steps:
          - id: troops
            sign: massing
            date: 2014-02-26
            sentence: Troops gathered.
            when:
              - {types: [MOBILIZE], modes: [troops], contexts: [military], actors: ["challenger:MIL"], minimum-factuality: 1}
            references: [{{Reference}}]
        references: [{{Reference}}]
        """;

    const string Case = $$"""
        case: north
        title: North
        question: Will it happen?
        about: About it.
        horizon-days: 90
        lookback-days: 365
        opened: 2022-07-31
        roles:
          challenger: {name: One, actors: [SRB]}
          target: {name: Other, actors: [XKX]}
        dyads: [{actor: SRB, recipient: XKX}]
        area:
          names: [Zvečan]
          boxes: [{south: 42.8, west: 20.4, north: 43.3, east: 21.0}]
        hypotheses:
          - {id: force, sentence: Force.}
          - {id: pressure, sentence: Pressure.}
        indicators:
          - id: troops
            sentence: Troops gather.
            sign: massing
            lead-days: {from: 7, to: 60}
            half-life-days: 30
            fits: {force: consistent}
            references: [{{Reference}}]
        playbooks: [past]
        agreements: [pact]
        references: [{{Reference}}]
        """;

    const string Pact = $$"""
        agreement: pact
        title: A pact
        parties: [SRB:GOV, XKX:GOV]
        guarantors: ["IGO:EU"]
        concluded: 2023-03-18
        acceptance:
          - {party: SRB:GOV, how: verbal, position: It said yes., references: [{{Reference}}]}
        clauses:
          - id: art-1
            title: Peace
            text: No force.
            obliged: [SRB:GOV]
            deadline: 2023-04-17
            status:
              - {date: 2023-04-18, status: kept, voice: EU, note: It sat., references: [{{Reference}}]}
            references: [{{Reference}}]
        """;

    static readonly Dictionary<string, string> Files = new()
    {
        ["signs.yaml"] = Signs,
        ["playbooks/past.yaml"] = Past,
        ["cases/north/case.yaml"] = Case,
        ["agreements/pact.yaml"] = Pact,
    };

    readonly string folder = Directory.CreateTempSubdirectory("tocsin-packs").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    PackLoad Load(string changed = "", string? text = null)
    {
        foreach (var (name, content) in Files)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, name == changed ? text : content);
        }
        return Packs.Load(folder);
    }

    [Fact]
    public void Sound_packs_have_no_fault_and_are_read_whole()
    {
        var load = Load();
        Assert.Empty(load.Faults);
        var problem = Assert.Single(load.Packs.Problems);
        var playbook = Assert.Single(load.Packs.Playbooks);
        Assert.Equal(-20, playbook.DaysToOutcome(playbook.Steps[0]));
        Assert.Equal(Cost.High, problem.Indicators[0].CostToFake);
        Assert.Equal(60, problem.Indicators[0].WindowDays);
        Assert.Same(load.Packs.Agreements[0], Assert.Single(load.Packs.AgreementsOf(problem)));
        Assert.Equal("massing", Assert.Single(load.Packs.Ratios).Key);
    }

    [Fact]
    public void The_packs_of_this_repository_have_no_fault()
    {
        var load = Packs.Load(Repository.Path("data"));
        Assert.Equal([], load.Faults.Select(fault => fault.ToString()));
        Assert.NotNull(load.Packs.Problem("north-kosovo"));
        Assert.Contains(load.Packs.Playbooks, playbook => playbook.Outcome == Outcome.Fizzled);
        Assert.All(load.Packs.Playbooks, playbook => Assert.InRange(playbook.Steps.Count, 8, 14));
        Assert.All(load.Packs.Problems, problem => Assert.True(problem.Indicators.Count(one => one.IsCounter) >= 3));
    }

    [Theory]
    [InlineData("playbooks/past.yaml", "types: [MOBILIZE]", "types: [MOBILISE]", 16, "unknown event type 'MOBILISE' (did you mean 'MOBILIZE'?)")]
    [InlineData("playbooks/past.yaml", "types: [MOBILIZE]", "types: [mobilize]", 16, "did you mean 'MOBILIZE'")]
    [InlineData("playbooks/past.yaml", "modes: [troops]", "modes: [troop]", 16, "unknown mode 'troop' of MOBILIZE (did you mean 'troops'?)")]
    [InlineData("playbooks/past.yaml", "modes: [troops]", "modes: [aerial]", 16, "unknown mode 'aerial' of MOBILIZE")]
    [InlineData("playbooks/past.yaml", "contexts: [military]", "contexts: [millitary]", 16, "did you mean 'military'")]
    [InlineData("playbooks/past.yaml", "challenger:MIL", "chalenger", 16, "'chalenger' is neither a role nor an actor code (did you mean 'challenger'?)")]
    [InlineData("playbooks/past.yaml", "challenger:MIL", "proxy", 16, "nobody plays the role 'proxy' in this pack")]
    [InlineData("playbooks/past.yaml", "challenger:MIL", "challenger:MIT", 16, "neither a role nor an actor code")]
    [InlineData("playbooks/past.yaml", "minimum-factuality: 1", "minimum-factuality: 4", 16, "number from -3 to 3, not '4'")]
    [InlineData("playbooks/past.yaml", "minimum-factuality: 1", "minimum-factuality: 2, maximum-factuality: 1", 16, "nothing fits")]
    [InlineData("playbooks/past.yaml", "minimum-factuality: 1", "without: [\"challenger:MIL\"]", 16, "must and must not take part")]
    [InlineData("playbooks/past.yaml", "minimum-factuality: 1", "area: yes", 16, "'area' must be true or false")]
    [InlineData("playbooks/past.yaml", "minimum-factuality: 1", "words: [ab]", 16, "too short")]
    [InlineData("playbooks/past.yaml", "types: [MOBILIZE], modes: [troops], contexts: [military], ", "", 16, "says not what happened")]
    [InlineData("playbooks/past.yaml", "sign: massing", "sign: masing", 12, "unknown sign 'masing' (did you mean 'massing'?)")]
    [InlineData("playbooks/past.yaml", "    sign: massing\n", "", 11, "a step lacks 'sign'")]
    [InlineData("playbooks/past.yaml", "date: 2014-02-26\n    sentence", "date: 2014-02-30\n    sentence", 13, "'2014-02-30' is no day of the calendar")]
    [InlineData("playbooks/past.yaml", "date: 2014-02-26\n    sentence", "date: 2014-03-19\n    sentence", 13, "after the turning point")]
    [InlineData("playbooks/past.yaml", "    sentence: Troops gathered.\n", "", 11, "a step lacks 'sentence'")]
    [InlineData("playbooks/past.yaml", "    sentence: Troops gathered.", "    sentance: Troops gathered.", 14, "unknown key 'sentance' in a step (did you mean 'sentence'?)")]
    [InlineData("playbooks/past.yaml", "    sentence: Troops gathered.", "    sentence: ''", 14, "'sentence' is empty")]
    [InlineData("playbooks/past.yaml", "outcome: escalated", "outcome: exploded", 3, "unknown outcome 'exploded'")]
    [InlineData("playbooks/past.yaml", "playbook: past", "playbook: passed", 1, "differs from the name of its file or folder, 'past'")]
    [InlineData("playbooks/past.yaml", "playbook: past", "playbook: Past!", 1, "'Past!' is no id")]
    [InlineData("playbooks/past.yaml", "  target: {name: Other, actors: [UKR]}\n", "", 8, "nobody plays the role 'target'")]
    [InlineData("playbooks/past.yaml", "actors: [RUS]", "actors: [Russia]", 8, "'Russia' is not an actor code")]
    [InlineData("playbooks/past.yaml", "actors: [RUS]", "actors: [RUS:MLI]", 8, "unknown sector in 'RUS:MLI' (did you mean 'MIL'?)")]
    [InlineData("playbooks/past.yaml", "actors: [RUS]", "actors: [\"RUS:ETH:RUSSIAN\"]", 8, "an ethnic group, which plays no role")]
    [InlineData("playbooks/past.yaml", "challenger:MIL", "UKR:ETH:RUSSIAN", 16, "an ethnic group, which is never the actor")]
    [InlineData("playbooks/past.yaml", "actors: [RUS]", "actors: []", 8, "'actors' is empty")]
    [InlineData("playbooks/past.yaml", "steps:\n", "steps: []\nother:\n", 10, "'steps' is empty")]
    [InlineData("playbooks/past.yaml", "source: Paper, ", "", 17, "a reference lacks 'source'")]
    [InlineData("playbooks/past.yaml", "https://example.org/a", "example", 17, "'example' is no web address")]
    [InlineData("playbooks/past.yaml", "title: Title, date: 2014-02-26", "title: Title, date: 26 February", 17, "is no date")]
    [InlineData("cases/north/case.yaml", "playbooks: [past]", "playbooks: [pasta]", 26, "unknown playbook 'pasta' (did you mean 'past'?)")]
    [InlineData("cases/north/case.yaml", "playbooks: [past]", "playbooks: [past, past]", 26, "is named twice")]
    [InlineData("cases/north/case.yaml", "agreements: [pact]", "agreements: [peace]", 27, "unknown agreement 'peace'")]
    [InlineData("cases/north/case.yaml", "half-life-days: 30", "half-life-days: 0", 23, "whole number from 1 to 3650, not '0'")]
    [InlineData("cases/north/case.yaml", "    half-life-days: 30\n", "", 19, "an indicator lacks 'half-life-days'")]
    [InlineData("cases/north/case.yaml", "from: 7, to: 60", "from: 70, to: 60", 22, "the shortest lead is longer")]
    [InlineData("cases/north/case.yaml", "fits: {force: consistent}", "fits: {farce: consistent}", 24, "did you mean 'force'")]
    [InlineData("cases/north/case.yaml", "fits: {force: consistent}", "fits: {force: consistant}", 24, "did you mean 'consistent'")]
    [InlineData("cases/north/case.yaml", "    sign: massing\n", "", 19, "names no sign that has one")]
    [InlineData("cases/north/case.yaml", "  - {id: pressure, sentence: Pressure.}\n", "", 16, "a single hypothesis competes with nothing")]
    [InlineData("cases/north/case.yaml", "id: pressure", "id: force", 17, "the hypothesis id 'force' stands already on line 16")]
    [InlineData("cases/north/case.yaml", "south: 42.8", "south: 43.8", 14, "the box is empty")]
    [InlineData("cases/north/case.yaml", "south: 42.8", "south: 142.8", 14, "number from -90 to 90")]
    [InlineData("cases/north/case.yaml", "opened: 2022-07-31", "opened: yesterday", 7, "no day of the calendar")]
    [InlineData("cases/north/case.yaml", "question: Will it happen?", "question:", 1, "a case lacks 'question'")]
    [InlineData("cases/north/case.yaml", "    references: [{source", "    refs: [{source", 25, "unknown key 'refs' in an indicator")]
    [InlineData("agreements/pact.yaml", "status: kept", "status: keptt", 15, "unknown status 'keptt' (did you mean 'kept'?)")]
    [InlineData("agreements/pact.yaml", "deadline: 2023-04-17", "deadline: 2022-04-17", 13, "before the agreement was concluded")]
    [InlineData("agreements/pact.yaml", "how: verbal", "how: oral", 7, "unknown how 'oral'")]
    [InlineData("signs.yaml", "cost: high", "cost: dear", 4, "unknown cost 'dear' (one of: low, medium, high)")]
    [InlineData("signs.yaml", "    looking: {sentence: Any story of the case., stories: 2}", "", 2, "a sign lacks 'looking'")]
    public void A_planted_fault_is_named_with_file_line_reason_and_nearest_word(
        string file, string right, string wrong, int line, string reason)
    {
        var sound = Files[file];
        Assert.Contains(right, sound, StringComparison.Ordinal);
        var load = Load(file, sound.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(load.Faults, fault => fault.File == file && fault.Line == line
            && fault.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("   \n", "is empty")]
    [InlineData("# only a comment\n", "is empty")]
    [InlineData("just words", "is not a pack")]
    [InlineData("- a\n- b\n", "is not a pack")]
    [InlineData("playbook: [past", "is not YAML")]
    [InlineData("playbook: past\n\ttitle: x", "is not YAML")]
    [InlineData("playbook: past\nplaybook: past\n", "is not YAML")]
    [InlineData("playbook: &a past\ntitle: *a\n", "uses an anchor or alias")]
    [InlineData("a: &a [*a]\n", "uses an anchor or alias")]
    [InlineData("playbook: past\n---\nplaybook: past\n", "more than one YAML document")]
    [InlineData("? [a, b]\n: c\n", "a key that is not a word")]
    public void What_is_no_pack_is_told_so_and_crashes_nothing(string text, string reason)
    {
        var load = Load("playbooks/past.yaml", text);
        Assert.Contains(load.Faults, fault => fault.File == "playbooks/past.yaml"
            && fault.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.Empty(load.Packs.Playbooks);
        Assert.Single(load.Packs.Agreements);
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void A_bottomless_nest_does_not_overflow_the_stack(char open) => Assert.Contains(
        Load("playbooks/past.yaml", "steps: " + new string(open, 100_000)).Faults,
        fault => fault.Reason.Contains("nested more than", StringComparison.Ordinal));

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        Load();
        File.WriteAllBytes(Path.Combine(folder, "playbooks", "past.yaml"), [0x70, 0xFF, 0xFE, 0x00, 0x80]);
        Assert.Contains(Packs.Load(folder).Faults, fault => fault.Reason == "is not UTF-8 text");
    }

    [Fact]
    public void A_missing_folder_is_a_fault_and_no_exception() =>
        Assert.Single(Packs.Load(Path.Combine(folder, "nowhere")).Faults);

    [Fact]
    public void A_faulty_playbook_leaves_the_case_that_names_it_standing()
    {
        var load = Load("playbooks/past.yaml", "broken: [");
        Assert.Single(load.Packs.Problems);
        Assert.All(load.Faults, fault => Assert.Equal("playbooks/past.yaml", fault.File));
    }

    [Fact]
    public void Any_cut_or_damaged_pack_is_read_without_an_exception()
    {
        var random = new Random(20230318);
        foreach (var (name, text) in Files)
        {
            for (var i = 0; i < 40; i++)
            {
                var damaged = text.ToCharArray();
                for (var j = 0; j < 3; j++)
                    damaged[random.Next(damaged.Length)] = "[]{}:-,\"'&*!|>%@`#?\t\n aZ"[random.Next(24)];
                Load(name, new string(damaged, 0, random.Next(damaged.Length)));
            }
        }
    }

    [Fact]
    public void A_clause_stands_as_its_latest_voices_say()
    {
        var clause = Load().Packs.Agreements[0].Clauses[0];
        Assert.Equal(ClauseStatus.NotDue, clause.StatusOn(Records.Day("2023-04-01")));
        Assert.Equal(ClauseStatus.Kept, clause.StatusOn(Records.Day("2023-04-20")));
        var disputed = clause with
        {
            Statements = [.. clause.Statements, clause.Statements[0] with { Voice = "XKX", Status = ClauseStatus.Breached }],
        };
        Assert.Equal(ClauseStatus.Disputed, disputed.StatusOn(Records.Day("2023-04-20")));
        Assert.Equal(ClauseStatus.Unclear, (clause with { Deadline = null }).StatusOn(Records.Day("2023-04-01")));
    }
}
