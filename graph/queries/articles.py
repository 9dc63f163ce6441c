"""Articles: what was read, and the text that every claim goes back to."""

from dataclasses import asdict, dataclass
from datetime import date
from functools import partial

from pyoxigraph import NamedNode

from graph.errors import NotFound
from graph.model import Span
from graph.queries.description import Description, describe
from graph.queries.lookup import day, latest_first, subjects, values
from graph.queries.page import Page, page
from graph.rdf.terms import literal, node
from graph.store.store import Store


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was read: an article's id, without prefix, and what is known about it."""

    id: str
    title: str | None = None
    published: date | None = None
    url: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article with its text as it was given, its sentences as spans of it, and how much was read from it."""

    id: str
    title: str | None
    published: date | None
    url: str | None
    source: str | None
    text: str
    sentences: tuple[Span, ...]
    events: int
    claims: int


def source_of(about: Description) -> Source:
    """An article without its text."""
    url = about.terms("schema:url")
    return Source(
        id=about.text("schema:identifier"),
        title=about.maybe("schema:headline"),
        published=about.day("schema:datePublished"),
        # An address is never shortened to one of our prefixes.
        url=url[0].value if url and isinstance(url[0], NamedNode) else about.maybe("schema:url"),
        source=about.maybe("schema:publisher"),
    )


def find(
    store: Store,
    *,
    text: str | None = None,
    source: str | None = None,
    since: date | None = None,
    until: date | None = None,
    limit: int = 50,
    offset: int = 0,
) -> Page[Source]:
    """Articles, the newest first: by words of the title, by publisher and by days of publication."""
    found = subjects(store, "rdf:type", node("schema:NewsArticle"))
    if source is not None:
        found &= subjects(store, "schema:publisher", literal(source))
    days = {article: day(store, article, "schema:datePublished") for article in found}
    listed = (
        (published, article)
        for article, published in days.items()
        if _is_between(published, since, until) and _is_titled(store, article, text)
    )
    return page(latest_first(listed), partial(_source, store), limit=limit, offset=offset)


def exists(store: Store, article_id: str) -> bool:
    """Whether an article of this id (``2025-03-16-talks``, without prefix) has been read."""
    return bool(describe(store, node(f"article:{article_id}")).properties)


def get(store: Store, article_id: str) -> ArticleText:
    """One article by its id without prefix, with text and sentences; raises NotFound."""
    article = node(f"article:{article_id}")
    about = describe(store, article)
    if not about.properties:
        raise NotFound(f"There is no article {article_id!r}.")
    return ArticleText(
        **asdict(source_of(about)),
        text=about.text("nif:isString"),
        sentences=_sentences(store, article),
        events=sum(1 for _ in store.match(None, node("trigger"), None, article)),
        claims=sum(1 for _ in store.match(None, node("rdf:type"), node("Claim"), article)),
    )


def _sentences(store: Store, article: NamedNode) -> tuple[Span, ...]:
    found = store.match(None, node("rdf:type"), node("nif:Sentence"), article)
    about = (describe(store, quad.subject) for quad in found if isinstance(quad.subject, NamedNode))
    return tuple(sorted(Span(one.number("nif:beginIndex"), one.number("nif:endIndex")) for one in about))


def _source(store: Store, article: NamedNode) -> Source:
    return source_of(describe(store, article))


def _is_between(published: date | None, since: date | None, until: date | None) -> bool:
    if published is None:
        return since is None and until is None
    return (since or date.min) <= published <= (until or date.max)


def _is_titled(store: Store, article: NamedNode, text: str | None) -> bool:
    titles = values(store, article, "schema:headline")
    return text is None or any(text.casefold() in title.casefold() for title in titles)
