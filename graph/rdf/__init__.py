"""Between articles with their records and quads, nothing lost; knows no store."""

from graph.rdf.derived import describe, facts
from graph.rdf.reading import read
from graph.rdf.writing import head, quads

__all__ = ["describe", "facts", "head", "quads", "read"]
