"""From an article to what it says: one stage a module, each a function on the parse."""

from graph.extraction.extractor import Extractor

__all__ = ["Extractor"]
