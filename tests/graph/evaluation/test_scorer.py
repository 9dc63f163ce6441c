from pathlib import Path

import pytest

from graph.errors import BadInput
from graph.evaluation.scorer import figures, find


def program(folder: Path, text: str) -> Path:
    (folder / "score.py").write_text(text, encoding="utf-8")
    return find(folder)


def test_it_is_told_the_suite_the_records_and_how_many_errors(tmp_path: Path) -> None:
    scorer = program(tmp_path, "import sys; print(sys.argv[1:])")
    assert figures(scorer, "one", Path("records"), errors=3) == "['one', 'records', '--errors', '3']\n"


@pytest.mark.parametrize(("text", "message"), [("raise ValueError('bad gold')", "bad gold"), ("exit(3)", "status 3")])
def test_a_failure_is_none_of_our_figures(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(BadInput, match=f"cannot score one: .*{message}"):
        figures(program(tmp_path, text), "one", Path("records"))


def test_a_folder_without_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"score\.py is not there"):
        find(tmp_path)
