using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Tocsin.Benchmarks;

// Everything: dotnet run -c Release --project tests/Benchmarks -- --filter '*'
// In this process, so that no second project is built, and each iteration once over the text, which is long enough.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithStrategy(RunStrategy.Monitoring)
    .WithWarmupCount(6).WithIterationCount(12).WithInvocationCount(1).WithUnrollFactor(1);
BenchmarkSwitcher.FromAssembly(typeof(NewsText).Assembly).Run(
    args, DefaultConfig.Instance.AddJob(job).AddColumn(new WordsPerSecond()).WithOption(ConfigOptions.JoinSummary, value: true));
