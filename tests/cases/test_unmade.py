"""A plugin that is chosen by name, and whose kinds to read nobody makes, is told of; what is blocked is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import newskit
from newskit.cli import app
from newskit.corpus.kits import KitSpec


def test_a_kit_says_what_nobody_makes() -> None:
    message = "^nobody makes what newskit_quotes.quotes reads: Entity, Part, TimeExpression, Title; choose"
    with pytest.warns(newskit.UnmadeKindWarning, match=message) as caught:
        newskit.Kit(plugins=["newskit_quotes"])
    assert len(caught) == 1
    assert caught[0].filename == __file__


def test_the_environment_chooses_by_name_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSKIT_PLUGINS", "newskit_dates,newskit_names")
    with pytest.warns(
        newskit.UnmadeKindWarning, match=r"newskit_dates\.dates, newskit_names\.names read: Part, Title;"
    ):
        newskit.Kit()


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    "given",
    [
        {},
        {"block": ["newskit_structure"]},
        {"plugins": ["newskit_structure", "newskit_dates"]},
        {"plugins": ["newskit_quotes"], "block": ["newskit_quotes"]},
    ],
    ids=["all", "blocked", "all that is needed", "nobody reads"],
)
def test_nothing_is_said_where_nothing_is_missing_or_it_was_blocked(given: dict[str, list[str]]) -> None:
    newskit.Kit(**given)  # type: ignore[arg-type]


def test_a_reviser_alone_is_told_of() -> None:
    @newskit.reviser(newskit.Quote)
    def none(doc: newskit.Doc) -> list[newskit.Quote]:  # noqa: ARG001
        return []

    class Plugin:
        @newskit.hookimpl
        def newskit_extractors(self) -> list[newskit.Extractor]:
            return [none]

    with pytest.warns(newskit.UnmadeKindWarning, match="nobody makes what Plugin.none reads: Quote;"):
        newskit.Kit(plugins=[], add=[Plugin()])


@pytest.mark.filterwarnings("error")
def test_a_worker_is_silent() -> None:
    with pytest.warns(newskit.UnmadeKindWarning):
        spec = KitSpec.choose(plugins=["newskit_dates"], block=["newskit_structure"])
    assert spec.build().plan


def test_the_command_says_it_on_one_line_and_the_plan_shows_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("He said no on Monday.")
    done = CliRunner().invoke(
        app, ["extract", str(tmp_path / "a.txt"), "--plugins", "newskit_dates", "--format", "json"]
    )
    assert (done.exit_code, len(json.loads(done.stdout)["dates"])) == (0, 1)
    assert (
        done.stderr
        == "newskit: nobody makes what newskit_dates.dates reads: Part; choose plugins that do, or none by name\n"
    )
    done = CliRunner().invoke(app, ["plugins", "--plan", "--plugins", "newskit_dates"])
    assert "Part (nobody makes it)" in done.stdout
