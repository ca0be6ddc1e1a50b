using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TechMatch.Integration.Directory;
using TechMatch.IntegrationTests.Servers;
using TechMatch.Web.Hosting;

namespace TechMatch.IntegrationTests.Harness;

/// <summary>The whole application on one database product, migrated like production and reached over HTTP.</summary>
public abstract class Market : IAsyncLifetime
{
    private readonly TestDatabase database;
    private readonly string? broker;
    private readonly Action<IServiceCollection>? adapt;
    private WebApplication? app;
    private Task<Actor>? reviewer;

    protected Market(Func<string, TestDatabase> database, string? broker = null, Action<IServiceCollection>? adapt = null)
    {
        Folder = System.IO.Directory.CreateTempSubdirectory("techmatch-test-").FullName;
        this.database = database(Folder);
        (this.broker, this.adapt) = (broker, adapt);
    }

    public string Folder { get; }

    public string Provider => database.Provider;

    public string ConnectionString => database.ConnectionString;

    public Needed Needed => new(database.RequireName, database.Missing);

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public IServiceProvider Services => app?.Services ?? throw new InvalidOperationException("The market is not running.");

    public async ValueTask InitializeAsync()
    {
        await database.Create();
        if (database.Missing is null) await Start();
    }

    /// <summary>An empty database on this market's product.</summary>
    public TestDatabase AnotherDatabase(string folder) => database.Another(folder);

    /// <summary>Starts the application on the database as it is.</summary>
    public async Task Start()
    {
        string[] transport = broker is null ? [] : [$"--Messaging:Transport=RabbitMq", $"--Messaging:ConnectionString={broker}"];
        app = TechMatchApp.Build(
            [
                "--urls=http://127.0.0.1:0", $"--Data:Folder={Folder}", $"--Database:Provider={database.Provider}",
                $"--Database:ConnectionString={database.ConnectionString}", "--Sample:Load=false", .. transport,
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                adapt?.Invoke(builder.Services);
            });
        await DatabaseSetup.Migrate(app.Services, CancellationToken.None);
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
        reviewer = null;
    }

    /// <summary>Stops the application in good order; the database stays.</summary>
    public async Task Stop()
    {
        if (app is null) return;
        await app.StopAsync();
        await app.DisposeAsync();
        app = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await database.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Sends a request as the system: no HTTP request is under way.</summary>
    public async Task<T> Send<T>(IRequest<T> request)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Runs something with services of a fresh scope.</summary>
    public async Task<T> With<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>The same within one transaction; some products' contexts begin one only in this way.</summary>
    public Task<T> InTransaction<TContext, T>(Func<TContext, Task<T>> use)
        where TContext : DbContext => With((TContext db) => db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var result = await use(db);
            await transaction.CommitAsync();
            return result;
        }));

    /// <summary>A visitor's API client, in English unless told otherwise.</summary>
    public HttpClient Visitor(string language = "en")
    {
        var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        return client;
    }

    /// <summary>A visitor's browser: pages, forms and cookies.</summary>
    public PageClient Browser(string language = "en") => new(Address, language);

    public Task<Actor> NewUniversity(string region = "110108") => NewActor(Roles.University, "university", region);

    public Task<Actor> NewCompany(string? region = "320500", string country = "CN") => NewActor(Roles.Company, "company", region, country);

    public Task<Actor> NewBroker() => NewActor(Roles.Broker, "brokerFirm", "110108");

    public Task<Actor> NewOperator() => NewActor(Roles.Operator, "authority", "110108");

    public Task<Actor> NewRegistrar() => NewActor(Roles.Registrar, "authority", "110108");

    /// <summary>An operator who reviews what tests publish: the same one for all of them, for signing in takes a while.</summary>
    public Task<Actor> Reviewer() => reviewer ??= NewOperator();

    /// <summary>A new organisation with one person in it, signed in.</summary>
    public async Task<Actor> NewActor(string role, string organisationType, string? region, string country = "CN")
    {
        var tag = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(5));
        var organisation = await Send(new EnsureOrganisation($"test-{tag}", $"测试单位{tag}", $"Test body {tag}", organisationType, region, country));
        return await NewColleague(organisation, role, tag);
    }

    /// <summary>One more person of an organisation, signed in.</summary>
    public async Task<Actor> NewColleague(Guid organisation, string role, string? tag = null)
    {
        tag ??= Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(5));
        var email = $"{role}-{tag}@example.org";
        var password = $"Right-{tag}-horse-9";
        var person = await Send(new EnsurePerson(email, $"测试{tag}", $"Tester {tag}", password, organisation, role));
        return await Actor.SignIn(this, person.Id, organisation, email, password);
    }
}

/// <summary>On SQLite: the embedded default.</summary>
public sealed class SqliteMarket() : Market(folder => new SqliteTestDatabase(folder));

/// <summary>On PostgreSQL.</summary>
public sealed class PostgreSqlMarket() : Market(_ => new PostgreSqlTestDatabase());

/// <summary>On SQL Server.</summary>
public sealed class SqlServerMarket() : Market(_ => new SqlServerTestDatabase());

/// <summary>An own market for a test that changes the clock, the transport or restarts; on SQLite unless a market of another product is given.</summary>
public sealed class OwnMarket(string? broker = null, Action<IServiceCollection>? adapt = null, Market? like = null)
    : Market(folder => like?.AnotherDatabase(folder) ?? new SqliteTestDatabase(folder), broker, adapt)
{
    public static async Task<OwnMarket> StartNew(string? broker = null, Action<IServiceCollection>? adapt = null, Market? like = null)
    {
        var market = new OwnMarket(broker, adapt, like);
        await market.InitializeAsync();
        return market;
    }
}
