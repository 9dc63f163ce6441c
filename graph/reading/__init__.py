"""Reading: files, folders and standard input to articles, with a reason for whatever cannot be read."""

from graph.reading.paths import read

__all__ = ["read"]
