using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Persistence;

namespace TechMatch.Contracts.Persistence;

internal sealed class ContractsDbContext(DbContextOptions<ContractsDbContext> options) : ModuleDbContext(options, "contracts");
