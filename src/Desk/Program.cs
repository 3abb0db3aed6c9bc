using System.CommandLine;
using Tocsin.Desk.Commands;

var root = new RootCommand("x") { Annotate.Command(), Parse.Command() };
return await root.Parse(args).InvokeAsync();
