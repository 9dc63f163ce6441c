"""What stands between quotation marks, and who says it."""

from collections.abc import Callable

from graph.extraction.quotations import quotations, saying
from graph.extraction.tokens import Doc


def test_a_quotation_runs_over_sentences_but_not_over_lines(parse: Callable[[str], Doc]) -> None:
    doc = parse("“We met. We agreed,” Modi said. “They left.\nIt rained.” Nobody came.")
    assert [doc[q.start : q.stop].text for q in quotations(doc)] == ["We met. We agreed,"]


def test_the_verb_that_reports_stands_in_another_sentence(parse: Callable[[str], Doc]) -> None:
    doc = parse("“We met. We agreed on the text,” Modi said.")
    quotation = next(quotations(doc))
    verb = saying(quotation, doc)
    assert verb is not None
    assert verb.text == "said"
    assert saying(range(0), doc) is None
