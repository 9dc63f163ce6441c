"""Knowledge of users: read from files of others, kept beside the store, joined with the ontology's own."""
