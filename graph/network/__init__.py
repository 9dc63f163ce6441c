"""The contact network in memory, derived from the store's claims, and what is asked of it."""
