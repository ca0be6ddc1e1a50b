using TechMatch.Shared.Domain;

namespace TechMatch.Contracts.Domain;

internal readonly record struct ContractId(Guid Value) : ITypedId<ContractId>
{
    public static ContractId From(Guid value) => new(value);
}
