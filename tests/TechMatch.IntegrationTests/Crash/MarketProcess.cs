using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Shouldly;

namespace TechMatch.IntegrationTests.Crash;

/// <summary>TechMatch as a process of its own, as a person starts it, that can be killed without a word.</summary>
internal sealed class MarketProcess : IDisposable
{
    private readonly Process process;

    private readonly ConcurrentQueue<string?> output;

    private MarketProcess(Process process, Uri address, ConcurrentQueue<string?> output) => (this.process, Address, this.output) = (process, address, output);

    public Uri Address { get; }

    /// <summary>What it has printed so far.</summary>
    public IEnumerable<string> Printed => output.OfType<string>();

    /// <summary>Starts it and, unless told otherwise, waits until it says that it is ready.</summary>
    public static async Task<MarketProcess> Start(string folder, bool sample = false, bool untilReady = true)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var argument in new[] { typeof(Program).Assembly.Location, $"--urls={address}", $"--Data:Folder={folder}", $"--Sample:Load={sample}" }) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var output = new ConcurrentQueue<string?>();
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data);
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!untilReady) return new(process, address, output);
        using var client = new HttpClient { BaseAddress = address };
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (process.HasExited) Assert.Fail($"The market ended by itself with code {process.ExitCode}:\n{string.Join('\n', output)}");
            if (watch.Elapsed > TimeSpan.FromMinutes(1)) Assert.Fail($"The market was not ready within a minute:\n{string.Join('\n', output)}");
            try
            {
                if ((await client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK) return new(process, address, output);
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(20);
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldNotBe(0);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
