"""How the assistant runs: environment, logs, lean imports, actions in the process, conversations, locks, training."""
