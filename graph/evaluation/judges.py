"""Which suites can be judged, and the judging of one with a given extractor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.evaluation import claims, meantime, plover

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graph.evaluation.judged import Judged
    from graph.evaluation.suite import Suite
    from graph.extraction import Extractor
    from graph.model import Record

JUDGES = {"plover": plover.judge, "meantime": meantime.judge, "claims": claims.judge}


def judged(suite: Suite, extractor: Extractor, keep: Callable[[Record], object] = id) -> Iterator[Judged]:
    """What the extractor says of the suite's articles, as far as it can be judged; ``keep`` gets every record.

    Of a suite that has no judge, nothing is judged.
    """
    judge = JUDGES.get(suite.name)
    for article in suite.articles:
        record, features = extractor.traced(article)
        keep(record)
        if judge is not None:
            yield from judge(article, suite.gold.get(article.id, ()), record, features)
