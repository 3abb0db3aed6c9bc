using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.FileProviders;
using Tocsin.Archive;
using Tocsin.Desk.Pages;
using Tocsin.Warning;

namespace Tocsin.Desk;

/// <summary>What the desk is opened on.</summary>
/// <param name="Data">The data folder with the packs.</param>
/// <param name="Url">Where to listen; port 0 takes a free one.</param>
sealed record WebOptions(IArchive Archive, string Data, string Url, TimeProvider Clock)
{
    /// <summary>The day that pages show when none is asked for, as for a case of the past; null: today.</summary>
    public DateOnly? OpenOn { get; init; }
}

/// <summary>The desk's web pages: services, headers and routes.</summary>
static class Web
{
    // No inline script or style anywhere: what the policy forbids, a hostile title cannot do either.
    const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]"];

    public static WebApplication Build(WebOptions options)
    {
        var root = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(options.Url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // A page elsewhere must not reach the desk by naming this machine in its own domain.
        builder.Services.Configure<HostFilteringOptions>(filter =>
            filter.AllowedHosts = [.. OwnNames, new Uri(options.Url).Host]);
        builder.Services.AddRazorComponents();
        // Nothing is signed or sealed yet: no key belongs on the disk.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Archive);
        builder.Services.AddSingleton(options.Clock);
        builder.Services.AddSingleton(Packs.Load(options.Data));
        builder.Services.AddSingleton(AssetVersion.Of(root));
        builder.Services.AddSingleton<CaseReader>();
        builder.Services.AddScoped<Visit>();

        var app = builder.Build();
        app.UseExceptionHandler("/fault", createScopeForErrors: true);
        app.Use(Headers);
        app.UseHostFiltering();
        app.UseStatusCodePagesWithReExecute("/missing", createScopeForStatusCodePages: true);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(root),
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.QueryString.HasValue ? "public, max-age=31536000, immutable" : "no-cache",
        });
        app.UseRouting();
        app.UseAntiforgery();
        app.MapRazorComponents<App>();
        return app;
    }

    static Task Headers(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return next(context);
    }
}

/// <summary>A short mark of the assets' content, so that browsers keep them until they change.</summary>
sealed record AssetVersion(string Mark)
{
    public static AssetVersion Of(string root)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(file) is ".css" or ".js")
                hash.AppendData(File.ReadAllBytes(file));
        }
        return new AssetVersion(Convert.ToHexStringLower(hash.GetHashAndReset())[..12]);
    }

    /// <summary>The address of an asset with its mark.</summary>
    public string Link(string file) => string.Create(CultureInfo.InvariantCulture, $"{file}?v={Mark}");
}
