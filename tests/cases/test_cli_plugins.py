"""`newskit extract` with plugins that leave the program, or make what no format can hold."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import newskit
from newskit.cli import app

Run = Callable[..., SimpleNamespace]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command in a folder with one article; gives the exit status and both outputs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text('Ida Brandt said on Monday: "The pier is safe."\n')

    def call(*arguments: str) -> SimpleNamespace:
        with pytest.raises(SystemExit) as ended:
            app(["extract", *arguments], prog_name="newskit")
        out, err = capfd.readouterr()
        return SimpleNamespace(status=ended.value.code or 0, out=out, err=err)

    return call


LEAVING = """
import newskit

@newskit.extractor(newskit.Part)
def bye(doc):
    raise {what}

@newskit.hookimpl
def newskit_extractors(config):
    return [bye]
"""


@pytest.mark.parametrize("what", ["SystemExit(0)", "KeyboardInterrupt", "GeneratorExit"])
def test_an_extractor_cannot_end_the_command(run: Run, demo: Callable[[str], None], what: str) -> None:
    demo(LEAVING.format(what=what))
    result = run("story.txt", "story.txt", "--format", "jsonl")
    assert result.status == 1
    line, other = result.err.splitlines()
    assert line == other
    assert line.startswith(f"newskit: story.txt: demo.bye failed: {what.partition('(')[0]}")
    assert [bool(json.loads(line)["parts"]) for line in result.out.splitlines()] == [True, True]


UNWRITABLE = """
import attrs, newskit
from typing import Any, ClassVar

@attrs.frozen
class Claim:
    layer: ClassVar[str] = "claims"
    span: newskit.Span
    what: Any
    rule: Any = ""

@newskit.extractor(Claim)
def claims(doc):
    yield Claim(doc.span(0, 3), 1)
    yield Claim(doc.span(4, 6), {what})

@newskit.hookimpl
def newskit_extractors(config):
    return [claims]
"""


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "html", "brat", "web-annotation", "json-ld"])
def test_what_json_cannot_hold_costs_its_layer_by_name(run: Run, demo: Callable[[str], None], form: str) -> None:
    demo(UNWRITABLE.format(what="object()"))
    result = run("story.txt", "--format", form)
    assert (result.status, result.out != "") == (1, True)
    assert result.err == (
        "newskit: story.txt: layer 'claims' of demo_plugin.Claim cannot be written: "
        "InputError: field 'claims[1].what': JSON cannot hold a object\n"
    )
    assert "Ida" in result.out
    assert "Claim" not in result.out.replace("demo_plugin.Claim", "")


@pytest.mark.parametrize("form", ["text", "html", "brat", "web-annotation"])
def test_a_rule_may_be_what_pythons_types_mean(run: Run, demo: Callable[[str], None], form: str) -> None:
    demo(UNWRITABLE.format(what='__import__("decimal").Decimal("1.50"), __import__("pathlib").PurePosixPath("a/b")'))
    result = run("story.txt", "--format", form)
    assert (result.status, result.err) == (0, "")
    assert form == "text" or "a/b" in result.out


FORMATS = """
import newskit

@newskit.hookimpl
def newskit_formats():
    return [
        newskit.Format("leaving", lambda document: exit(0)),
        newskit.Format("nothing", lambda document: None),
        newskit.Format("bytes", lambda document: b"x"),
    ]
"""


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        (("../up", str), "a format is named '../up': expected letters, digits, and - _ ."),
        (("a b", str), "a format is named 'a b'"),
        (("", str), "a format is named ''"),
    ],
)
def test_a_format_that_nobody_could_ask_for_breaks_its_plugin(arguments: tuple[str, type], wrong: str) -> None:
    hook = newskit.hookimpl(lambda: [newskit.Format(*arguments)])
    with pytest.warns(newskit.PluginWarning, match=f"plugin acme is broken and left out: PluginError: {wrong}"):
        newskit.Kit(plugins=(), add=[SimpleNamespace(__name__="acme", newskit_formats=hook)])


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"name": 3, "write": str}, "name: expected a string, got 3"),
        ({"name": "x", "write": "up"}, "write: expected a function of a Document, got 'up'"),
        ({"name": "x", "write": str, "head": 3}, "head: expected a string, got 3"),
    ],
)
def test_a_format_is_of_strings_and_a_function(given: dict[str, Any], wrong: str) -> None:
    with pytest.raises(newskit.PluginError, match=f"a format's {wrong}"):
        newskit.Format(**given)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("leaving", "failed: SystemExit: 0"),
        ("nothing", "returned NoneType, expected a string"),
        ("bytes", "returned bytes, expected a string"),
    ],
)
def test_a_format_that_writes_nothing_is_named_with_its_plugin(
    run: Run, demo: Callable[[str], None], name: str, wrong: str
) -> None:
    demo(FORMATS)
    result = run("story.txt", "--format", name)
    assert (result.status, result.out) == (1, "")
    assert result.err == f"newskit: story.txt: format {name!r} of plugin demo {wrong}\n"
