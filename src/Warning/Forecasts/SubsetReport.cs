namespace Tocsin.Warning.Forecasts;

/// <summary>How well one forecaster did on the test rows of a subset.</summary>
public sealed record ForecastFigures(Estimate Auc, Estimate AveragePrecision, double Brier, Estimate BrierSkill, Reliability Reliability);

/// <summary>What no knowledge reaches: a constant, the base rate of the training rows.</summary>
public sealed record ChanceFigures(double Auc, double AveragePrecision, double BrierSkill);

/// <summary>What the model's gain over history is without one dyad that has rows that came true.</summary>
public sealed record WithoutDyad(string Dyad, int Positives, double? AveragePrecisionGain, double? BrierSkillGain);

/// <summary>Figures of one subset of the test rows.</summary>
/// <param name="PositiveDyads">Dyads with a row that came true: so few, that intervals are wide.</param>
/// <param name="AveragePrecisionGain">Model minus history on the same rows.</param>
public sealed record SubsetReport(
    int Rows, int Positives, int Dyads, int PositiveDyads, double BaseRateTrain, ForecastFigures Model,
    ForecastFigures History, ForecastFigures Persistence, ChanceFigures Chance, Estimate AveragePrecisionGain,
    Estimate BrierSkillGain, IReadOnlyList<WithoutDyad> LeaveOneDyadOut)
{
    internal static SubsetReport Of(BacktestForecasts forecasts, Func<DyadWeek, bool> belongs)
    {
        var weeks = forecasts.Weeks;
        var test = weeks.Test.Where(row => belongs(weeks.Rows[row])).ToArray();
        var training = weeks.Training.Where(row => belongs(weeks.Rows[row])).ToArray();
        var baseRate = training.Count(row => weeks.Rows[row].Outcome) / (double)Math.Max(1, training.Length);
        var positives = test.Where(row => weeks.Rows[row].Outcome).ToArray();
        var present = test.Select(row => weeks.Rows[row].Dyad).Distinct().Order().ToArray();
        // Groups are the dyads that are present, numbered anew.
        var groups = present.Select((dyad, group) => (dyad, group)).ToDictionary(one => one.dyad, one => one.group);
        var compared = new Comparison(present.Length, [.. new[] { forecasts.Model, forecasts.History, forecasts.Persistence }
            .Select(chances => test.Select(row => new Scored(chances[row], weeks.Rows[row].Outcome, groups[weeks.Rows[row].Dyad])).ToArray())], baseRate);
        var figures = compared.Figures();
        return new SubsetReport(
            test.Length, positives.Length, present.Length, positives.Select(row => weeks.Rows[row].Dyad).Distinct().Count(), baseRate,
            figures[0], figures[1], figures[2],
            new ChanceFigures(0.5, positives.Length / (double)Math.Max(1, test.Length), 0),
            compared.ApGain, compared.SkillGain,
            [.. positives.GroupBy(row => weeks.Rows[row].Dyad).Select(group =>
                compared.Without(groups[group.Key], weeks.Dyads[group.Key].Name, group.Count()))]);
    }

    /// <summary>Forecasters on the same rows and the same resamples: model, history, persistence.</summary>
    sealed class Comparison(int groups, Scored[][] rows, double baseRate)
    {
        readonly Ranking[] rankings = [.. rows.Select(one => new Ranking(one, groups, baseRate))];

        public Estimate ApGain { get; private set; } = new(null, null, null);

        public Estimate SkillGain { get; private set; } = new(null, null, null);

        public ForecastFigures[] Figures()
        {
            var (auc, ap, skill) = (Lists(), Lists(), Lists());
            var (apGains, skillGains) = (new List<double>(), new List<double>());
            foreach (var weights in Resampling.Draw([.. Enumerable.Range(0, groups)], groups))
            {
                var orders = rankings.Select(ranking => ranking.Order(weights)).ToArray();
                var skills = rankings.Select(ranking => ranking.Skill(weights)).ToArray();
                for (var i = 0; i < rankings.Length; i++)
                {
                    Keep(auc[i], orders[i].Auc);
                    Keep(ap[i], orders[i].AveragePrecision);
                    Keep(skill[i], orders[i].Auc is null ? null : skills[i]);
                }
                Keep(apGains, orders[0].AveragePrecision - orders[1].AveragePrecision);
                Keep(skillGains, orders[0].Auc is null ? null : skills[0] - skills[1]);
            }
            var ones = Ones();
            ApGain = Measures.Between(rankings[0].Order(ones).AveragePrecision - rankings[1].Order(ones).AveragePrecision, apGains);
            SkillGain = Measures.Between(rankings[0].Skill(ones) - rankings[1].Skill(ones), skillGains);
            return [.. rankings.Select((ranking, i) => new ForecastFigures(
                Measures.Between(ranking.Order(ones).Auc, auc[i]), Measures.Between(ranking.Order(ones).AveragePrecision, ap[i]),
                ranking.Brier, Measures.Between(ranking.Skill(ones), skill[i]), Reliability.Of(rows[i], groups)))];
        }

        public WithoutDyad Without(int group, string name, int positives)
        {
            var weights = Ones();
            weights[group] = 0;
            return new WithoutDyad(name, positives,
                rankings[0].Order(weights).AveragePrecision - rankings[1].Order(weights).AveragePrecision,
                rankings[0].Skill(weights) - rankings[1].Skill(weights));
        }

        int[] Ones()
        {
            var ones = new int[groups];
            Array.Fill(ones, 1);
            return ones;
        }

        List<double>[] Lists() => [.. rankings.Select(_ => new List<double>())];

        static void Keep(List<double> values, double? value)
        {
            if (value is { } known)
                values.Add(known);
        }
    }
}
