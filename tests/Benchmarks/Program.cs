using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Tocsin.Benchmarks;

// Everything: dotnet run -c Release --project tests/Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(NewsText).Assembly).Run(
    args, DefaultConfig.Instance.AddColumn(new WordsPerSecond()).WithOption(ConfigOptions.JoinSummary, value: true));
