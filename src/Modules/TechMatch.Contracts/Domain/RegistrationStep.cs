namespace TechMatch.Contracts.Domain;

/// <summary>One step of a contract's registration, kept for both sides to read.</summary>
internal sealed class RegistrationStep
{
    public const int ActorMaxLength = 200;

    private RegistrationStep()
    {
    }

    public RegistrationStep(ContractId contractId, int number, ContractState state, DateTimeOffset at, string actor, string? note)
    {
        (ContractId, Number, State, At, Note) = (contractId, number, state, at, note);
        Actor = actor.Length <= ActorMaxLength ? actor : actor[..ActorMaxLength];
    }

    public ContractId ContractId { get; private set; }

    /// <summary>Its place among the contract's steps, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The state that the step led to.</summary>
    public ContractState State { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Actor { get; private set; } = "";

    /// <summary>The reason of a return or refusal, or the registration number.</summary>
    public string? Note { get; private set; }
}
