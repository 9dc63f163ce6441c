"""Builds a knowledge graph from news and answers questions on it. Knows nothing of HTTP serving."""
