namespace Tocsin.Warning;

/// <summary>The beta distribution: what k of n observations say about an unknown share.</summary>
readonly record struct BetaDistribution(double A, double B)
{
    const int Steps = 60;

    /// <summary>What <paramref name="k"/> of <paramref name="n"/> cases tell, with Jeffreys' prior.</summary>
    public static BetaDistribution After(int k, int n) => new(k + 0.5, n - k + 0.5);

    /// <summary>Chance that the share is at most <paramref name="x"/>: the regularised incomplete beta function.</summary>
    public double Cdf(double x)
    {
        if (x <= 0)
            return 0;
        if (x >= 1)
            return 1;
        var front = Math.Exp(LogGamma(A + B) - LogGamma(A) - LogGamma(B) + A * Math.Log(x) + B * Math.Log(1 - x));
        // The fraction converges fast only on this side of the mean; the other side follows by symmetry.
        return x < (A + 1) / (A + B + 2) ? front * Fraction(x, A, B) / A : 1 - front * Fraction(1 - x, B, A) / B;
    }

    /// <summary>The share that is reached with chance <paramref name="p"/>, by bisection.</summary>
    public double Quantile(double p)
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < Steps; i++)
        {
            var middle = (low + high) / 2;
            if (Cdf(middle) < p)
                low = middle;
            else
                high = middle;
        }
        return (low + high) / 2;
    }

    // Lentz's evaluation of the continued fraction of the incomplete beta function.
    static double Fraction(double x, double a, double b)
    {
        const double tiny = 1e-300;
        var c = 1.0;
        var d = 1 / Away(1 - (a + b) * x / (a + 1), tiny);
        var value = d;
        for (var m = 1; m <= 300; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / Away(1 + even * d, tiny);
            c = Away(1 + even / c, tiny);
            value *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / Away(1 + odd * d, tiny);
            c = Away(1 + odd / c, tiny);
            value *= d * c;
            if (Math.Abs(d * c - 1) < 1e-14)
                break;
        }
        return value;
    }

    static double Away(double value, double tiny) => Math.Abs(value) < tiny ? tiny : value;

    // Stirling's series after shifting the argument above 10; error below 1e-12.
    static double LogGamma(double x)
    {
        var shift = 0.0;
        while (x < 10)
        {
            shift -= Math.Log(x);
            x++;
        }
        var inverse = 1 / x;
        var square = inverse * inverse;
        return shift + (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI)
            + inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
    }
}
