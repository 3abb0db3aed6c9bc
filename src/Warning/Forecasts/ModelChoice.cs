namespace Tocsin.Warning.Forecasts;

/// <summary>One way to set up the model that was tried on the training weeks.</summary>
/// <param name="Ridge">Penalty of the regression.</param>
/// <param name="UsesOptional">With season and conflict at home.</param>
/// <param name="TreeWeight">Weight of the trees' log odds, 0..1; the regression has the rest.</param>
/// <param name="LogLoss">Mean over the rows of all folds; lower is better.</param>
/// <param name="HardLogLoss">The same over hard rows.</param>
public sealed record ModelTrial(double Ridge, bool UsesOptional, double TreeWeight, double LogLoss, double HardLogLoss)
{
    public bool IsChosen { get; init; }
}

/// <summary>
/// Chooses the model's settings inside the training weeks by rolling origin: learn up to a week, forecast the weeks after
/// it, three times over.
/// </summary>
static class ModelChoice
{
    static readonly double[] Origins = [0.4, 0.6, 0.8, 1];
    static readonly (double Ridge, bool UsesOptional)[] Regressions = [(0.03, false), (0.1, false), (0.03, true)];
    static readonly double[] TreeWeights = [0, 1 / 3.0, 0.5, 2 / 3.0, 1];

    /// <summary>Where less than this share is lost, the regression gets the greater weight: it errs less wildly.</summary>
    const double Indifference = 0.005;

    sealed record Fold(int[] Training, int[] Asked);

    /// <returns>A chance for each row, and what was tried; nothing is tried where the training part is too short.</returns>
    public static (double[] Chances, IReadOnlyList<ModelTrial> Trials) Forecast(DyadWeeks weeks, ConflictModel model)
    {
        var trials = Choose(weeks, model);
        var chosen = trials.FirstOrDefault(trial => trial.IsChosen) ?? new ModelTrial(Regressions[0].Ridge, false, TreeWeights[1], 0, 0);
        var all = Enumerable.Range(0, weeks.Rows.Count).ToArray();
        var linear = model.Linear(weeks.Training, all, chosen.Ridge, chosen.UsesOptional);
        var trees = chosen.TreeWeight > 0 ? model.Trees(weeks.Training, all) : linear;
        return ([.. all.Select(row => Mix(linear[row], trees[row], chosen.TreeWeight))], trials);
    }

    static double Mix(double linear, double trees, double weight) =>
        LogisticRegression.Sigmoid((1 - weight) * linear + weight * trees);

    static ModelTrial[] Choose(DyadWeeks weeks, ConflictModel model)
    {
        var folds = Folds(weeks);
        if (folds.Count == 0)
            return [];
        double[][][] linear = [];
        double[][] trees = [];
        // The regressions use all cores themselves and need the most memory: one at a time, beside the trees.
        Parallel.Invoke(
            () => linear = [.. Regressions.Select(one => folds.Select(fold =>
                model.Linear(fold.Training, fold.Asked, one.Ridge, one.UsesOptional)).ToArray())],
            () => trees = [.. folds.Select(fold => model.Trees(fold.Training, fold.Asked))]);
        var trials = Regressions.SelectMany((regression, i) => TreeWeights.Select(weight =>
            Measure(weeks, folds, linear[i], trees, new ModelTrial(regression.Ridge, regression.UsesOptional, weight, 0, 0)))).ToList();
        var best = trials.Min(trial => trial.LogLoss);
        var chosen = trials.Where(trial => trial.LogLoss <= best * (1 + Indifference))
            .OrderBy(trial => trial.TreeWeight).ThenBy(trial => trial.LogLoss).First();
        return [.. trials.Select(trial => ReferenceEquals(trial, chosen) ? trial with { IsChosen = true } : trial)];
    }

    static List<Fold> Folds(DyadWeeks weeks)
    {
        var folds = new List<Fold>();
        for (var i = 0; i < Origins.Length - 1; i++)
        {
            var (from, to) = (WeekAt(Origins[i]), WeekAt(Origins[i + 1]));
            var training = weeks.Training.Where(row => weeks.Rows[row].Week + weeks.Question.Horizon < from).ToArray();
            var asked = weeks.Training.Where(row => weeks.Rows[row].Week >= from && weeks.Rows[row].Week < to).ToArray();
            if (asked.Length > 0 && training.Any(row => weeks.Rows[row].Outcome))
                folds.Add(new Fold(training, asked));
        }
        return folds;

        int WeekAt(double share) => DyadWeeks.ActivityWeeks + (int)(share * (weeks.FirstTestWeek - DyadWeeks.ActivityWeeks));
    }

    static ModelTrial Measure(DyadWeeks weeks, List<Fold> folds, double[][] linear, double[][] trees, ModelTrial trial)
    {
        double all = 0, hard = 0;
        var (count, hardCount) = (0, 0);
        for (var fold = 0; fold < folds.Count; fold++)
        {
            foreach (var row in folds[fold].Asked)
            {
                var loss = Measures.LogLoss(Mix(linear[fold][row], trees[fold][row], trial.TreeWeight), weeks.Rows[row].Outcome);
                (all, count) = (all + loss, count + 1);
                if (weeks.Rows[row].IsHard)
                    (hard, hardCount) = (hard + loss, hardCount + 1);
            }
        }
        return trial with { LogLoss = all / count, HardLogLoss = hard / Math.Max(1, hardCount) };
    }
}
