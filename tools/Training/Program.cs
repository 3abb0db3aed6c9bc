using Tocsin.Training.Places;

if (args.Length % 2 == 0)
{
    Console.Error.WriteLine("COMMAND --option VALUE …; commands: places");
    return 2;
}
var options = new Dictionary<string, string>(StringComparer.Ordinal);
for (var i = 1; i + 1 < args.Length; i += 2)
    options[args[i].TrimStart('-')] = args[i + 1];
return args[0] switch
{
    "places" => PlacesBuilder.Run(options),
    _ => 2,
};
