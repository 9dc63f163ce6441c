"""The extractor: an article in, its record out."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import closing
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from graph.extraction.circumstances import anchored, by_anchor
from graph.extraction.coreference import Coreference
from graph.extraction.dates import dates
from graph.extraction.events import Matcher
from graph.extraction.gazetteer import Gazetteer
from graph.extraction.intervals import told_by_interval
from graph.extraction.lexicon import lexicon
from graph.extraction.mentions import Mentions
from graph.extraction.narrative import Narrative
from graph.extraction.parse import DEFAULT_MODEL, load_model
from graph.extraction.prepare import prepare
from graph.extraction.relations import relations
from graph.extraction.tokens import Doc
from graph.extraction.writer import Writer
from graph.linking.knowledge import knowledge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.extraction.features import Features
    from graph.extraction.tokens import Span as Tokens
    from graph.linking.knowledge import Knowledge
    from graph.model import Article, Record


class Extractor:
    """Reads events and claims out of articles; holds the model, the lexicon and the knowledge, and no article.

    ``model`` is the name of an installed spaCy pipeline for English; `BadInput` if there is none of that name.
    ``known`` is who is known, the ontology's actors if not given.
    """

    def __init__(self, model: str = DEFAULT_MODEL, known: Knowledge | None = None) -> None:
        self.model = model
        self._nlp = load_model(model)
        self._knowledge = known or knowledge()
        self._lexicon = lexicon()

    @property
    def imported(self) -> str:
        """A hash of the knowledge that users added; empty where they added none."""
        return self._knowledge.state

    def knows(self, actor: str) -> bool:
        """Whether an actor with this id is known beforehand, from the ontology or from an import."""
        return self._knowledge.get(actor) is not None

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer(self._nlp, self._knowledge)

    def records(self, articles: Iterable[Article]) -> Iterator[Record]:
        """The record of each article, in order."""
        return map(self.record, articles)

    def record(self, article: Article) -> Record:
        """All that the article says; "no event" is a normal result."""
        return self.traced(article)[0]

    def traced(self, article: Article) -> tuple[Record, Mapping[str, Features]]:
        """The record, and the features of each event and claim by its id: what their confidence comes from."""
        text = prepare(article.text, self._is_name)
        with closing(Doc(self._nlp(text))) as doc:
            return self._read(doc, article, text)

    def _read(self, doc: Doc, article: Article, text: str) -> tuple[Record, Mapping[str, Features]]:
        coreference = Coreference(Mentions(doc, self._gazetteer), self._knowledge, article.published)
        matcher = Matcher(self._lexicon, coreference)
        sentences = [sentence for sentence in doc.sents if not all(token.is_space for token in sentence)]
        stated = list(dates(text, article.published))
        times = anchored(doc, stated)
        by_word = by_anchor(times)
        by_word = {word.i: span for word, span in told_by_interval(doc, text, stated, by_word)} | by_word
        writer = Writer(
            article.id, text, sentences, coreference, self._lexicon, Narrative(sentences, times, article.published)
        )
        for position, sentence in enumerate(sentences):
            for match in matcher.matches(sentence):
                writer.event(match, position, by_word)
        for relation in relations(coreference):
            writer.relation(relation, _position(sentences, relation.mention.head))
        return writer.record(), writer.features

    def _is_name(self, word: str) -> bool:
        """Words that keep their capital in a headline; an import's single words may be any."""
        known = self._knowledge
        named = known.named(word)
        own = named is not None and named.source is None
        return own or bool(known.demonym(word) or known.capital(word) or known.surnamed(word))


def _position(sentences: list[Tokens], token: int) -> int:
    """The position of the sentence that holds a token."""
    return bisect_right(sentences, token, key=attrgetter("end"))
