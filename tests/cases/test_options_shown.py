"""Options, revisers and precedence as the command shows and takes them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from plugged import Install
from typer.testing import CliRunner

from newskit.cli import app

SHOWN = """
import attrs, newskit

@attrs.frozen
class Options:
    floor: float = 0.8
    '''The least confidence.'''

@newskit.hookimpl
def newskit_options():
    return Options

@newskit.hookimpl
def newskit_extractors(options):
    @newskit.reviser(newskit.Quote, after=["newskit_quotes"])
    def sure(doc):
        return [quote for quote in doc[newskit.Quote] if quote.confidence >= options.floor]

    @newskit.extractor(newskit.Quote, over=["newskit_quotes"])
    def more(doc):
        return []

    return [sure, more]
"""


def test_the_command_shows_options_revisers_and_who_goes_before(install: Install) -> None:
    path = install("acme_sure", SHOWN)

    def shown(*arguments: str) -> str:
        return subprocess.run(
            [sys.executable, "-m", "newskit", "plugins", *arguments],
            env={"PYTHONPATH": f"{path}:{':'.join(sys.path)}", "PATH": "", "COLUMNS": "120"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    (found,) = (each for each in json.loads(shown("--json"))["plugins"] if each["name"] == "acme_sure")
    assert found["options"] == [{"name": "floor", "takes": "a number", "default": 0.8, "help": "The least confidence."}]
    turns = {each["name"]: (each["revises"], each["over"], each["after"]) for each in found["extractors"]}
    assert turns == {"sure": (True, [], ["newskit_quotes"]), "more": (False, ["newskit_quotes"], [])}
    (step,) = (each for each in json.loads(shown("--json", "--plan"))["plan"] if each["makes"] == "Quote")
    assert step["extractors"] == ["acme_sure.more", "newskit_quotes.quotes"]
    assert step["revisers"] == ["acme_sure.sure"]
    plan = shown("--plan", "--prefer", "newskit_quotes")
    assert plan.index("newskit_quotes.quotes") < plan.index("acme_sure.more")
    plan = shown("--plan")
    assert plan.index("newskit_quotes.quotes") > plan.index("acme_sure.more")
    listed = shown()
    for line in ("sure: revises Quote; after newskit_quotes", "more: Quote; over newskit_quotes", "options: floor"):
        assert line in listed
    told = shown("--options", "acme_sure")
    assert told.splitlines()[0] == "[options.acme_sure]"
    assert [line.split()[0] for line in told.splitlines()[2:]] == ["OPTION", "floor"]
    assert "The least confidence." in told
    assert shown("--options", "newskit_structure") == "newskit_structure has no options\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--options", "newskit_date"], "no plugin is named 'newskit_date'; did you mean 'newskit_dates'? Installed:"),
        (["--options", "newskit_dates", "--block", "newskit_dates"], "plugin newskit_dates is blocked"),
        (["--prefer", "newskit_quotes.quote"], "prefer: no plugin or extractor is named 'newskit_quotes.quote'; did"),
    ],
    ids=["unknown", "blocked", "prefer"],
)
def test_the_command_refuses_names_that_nobody_has(arguments: list[str], message: str) -> None:
    done = CliRunner().invoke(app, ["plugins", *arguments])
    assert done.exit_code == 2
    assert done.stderr.startswith(f"newskit: {message}")


def test_the_options_of_a_plugin_that_waits_to_be_asked_are_shown() -> None:
    done = CliRunner().invoke(app, ["plugins", "--options", "newskit_spacy", "--json"])
    assert [each["name"] for each in json.loads(done.stdout)["options"]] == ["model", "labels"]


def test_prefer_decides_what_is_extracted(install: Install, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    source = """
        import newskit
        @newskit.extractor(newskit.Part)
        def whole(doc):
            yield newskit.Part("caption", doc.span(0, len(doc.text)))
        @newskit.hookimpl
        def newskit_extractors():
            return [whole]
    """
    monkeypatch.syspath_prepend(install("zeit_parts", source))
    (tmp_path / "a.txt").write_text("The pier is safe.")

    def kinds(*arguments: str) -> list[str]:
        done = CliRunner().invoke(app, ["extract", str(tmp_path / "a.txt"), "--format", "json", *arguments])
        return [each["kind"] for each in json.loads(done.stdout)["parts"]]

    assert kinds() != ["caption"] == kinds("--prefer", "zeit_parts") == kinds("--prefer", "zeit_parts.whole")
