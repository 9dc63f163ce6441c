"""The questions that the service and the command ask of a store, answered with frozen values."""
