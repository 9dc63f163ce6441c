from graph.evaluation.located import located, overlap, said, spans
from graph.extraction import Extractor
from graph.model import Article, Span


def test_those_who_take_part_are_found_at_each_of_their_mentions() -> None:
    article = Article("article", "Angela Merkel slept. Then she met  Emmanuel Macron.")
    record = Extractor().record(article)
    event = next(event for event in located(record) if event.event.predicate == "met_with")
    ((_, where),) = event.sides["actor"]
    assert {article.text[span.begin : span.end] for span in where} == {"Angela Merkel", "she"}
    assert said(event, article, record).endswith(
        "CONSULT met_with (Angela Merkel -> Emmanuel Macron): Then she met Emmanuel Macron."
    )


def test_spans_overlap_if_they_share_a_character() -> None:
    assert overlap([Span(0, 3)], spans([[9, 10], [2, 5]]))
    assert not overlap([Span(0, 3)], spans([[3, 5]]))
    assert not overlap([], spans([[3, 5]]))
