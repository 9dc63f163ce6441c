"""The README's examples, run as they stand, on what `make run` would serve."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.serving import BACKCHANNEL, PATIENCE, SEEDS, filled, serving

README = Path(__file__).parents[1] / "README.md"
HOST = "http://127.0.0.1:8000"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("readme") / "store", SEEDS)


@pytest.fixture(scope="module")
def address(store: Path) -> Iterator[str]:
    with serving(store) as served:
        yield served


def run(script: str, folder: Path) -> str:
    """What a shell prints for a script; it must succeed."""
    path = f"{BACKCHANNEL.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=4 * PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


CURL = [block for block in blocks("sh") if block.startswith("curl")]


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (CURL[0], ["Marco Rubio", "Sergei Lavrov", "2025-03-16", "implementing agreements", "spoke with"]),
        (CURL[1], ["who,when,topic,sentence", "Marco Rubio,2025-03-16", "Ukraine"]),
        (CURL[2], ["Tammy Bruce", "Vladimir Putin", "sentence"]),
    ],
)  # fmt: skip
def test_curl(address: str, tmp_path: Path, block: str, words: list[str]) -> None:
    answer = run(block.replace(HOST.removeprefix("http://"), address.removeprefix("http://")), tmp_path)
    assert [word for word in words if word not in answer] == []


def test_every_curl_is_tested() -> None:
    assert len(CURL) == 3


def test_python(address: str) -> None:
    (block,) = blocks("python")
    lines = block.replace(HOST, address).strip().splitlines()
    names: dict[str, Any] = {}
    exec("\n".join(lines[:3]), names)
    table, paths, network = (eval(line, names) for line in lines[3:])
    assert isinstance(table, pd.DataFrame)
    assert len(table) > 1
    assert all(hop.evidence for hop in paths[0].hops)
    assert {"actor:sergei-lavrov", "actor:marco-rubio"} <= set(network)
    names["client"].close()


def test_command_line(store: Path, tmp_path: Path) -> None:
    (block,) = (block for block in blocks("sh") if block.startswith("backchannel"))
    shutil.copytree(store, tmp_path / "data" / "store")
    shutil.copy(SEEDS / "wikinews.jsonl", tmp_path / "articles.jsonl")
    (tmp_path / "actors.csv").write_text("name,type,country\nAnna Mwangi,person,KEN\n", encoding="utf-8")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "2025-01-02-note.txt").write_text("Rubio met Lavrov in Paris.", encoding="utf-8")
    printed = run(block, tmp_path)
    assert "Tammy Bruce" in printed
    assert "actor:marco-rubio" in printed
    assert (tmp_path / "network.graphml").read_text(encoding="utf-8").startswith("<?xml")
    assert len((tmp_path / "records.jsonl").read_text(encoding="utf-8").splitlines()) == 6


def test_the_frame_shows_the_page(address: str) -> None:
    (frame,) = blocks("html")
    source = re.search(r'src="([^"]+)"', frame)
    assert source is not None
    assert "Sergei Lavrov" in run(f"curl -sf '{source[1].replace(HOST, address)}'", README.parent)
