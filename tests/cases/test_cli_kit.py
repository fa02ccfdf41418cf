"""The command and the plugins that it runs: what fails, what is left out, what is configured and listed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from newskit import PluginWarning
from newskit.formats.page import trafilatura

Run = Callable[..., SimpleNamespace]

FAILING = """
import newskit

@newskit.extractor(newskit.Part)
def boom(doc):
    raise RuntimeError("no luck\\nat all")

@newskit.hookimpl
def newskit_extractors(config):
    return [boom]
"""

FORMAT = """
import newskit

def broken(document):
    raise RuntimeError("no paper")

@newskit.hookimpl
def newskit_formats():
    return [
        newskit.Format("count", lambda document: str(len(document.text))),
        newskit.Format("broken", broken),
        newskit.Format("json", broken),
    ]
"""


def test_an_extractor_that_fails_is_told_and_all_else_goes_on(
    run: Run, story: str, demo: Callable[[str], None]
) -> None:
    demo(FAILING)
    result = run("extract", story, "--format", "json")
    assert result.status == 1
    assert result.err == "newskit: story.txt: demo.boom failed: RuntimeError: no luck at all\n"
    record = json.loads(result.out)
    assert [failure["extractor"] for failure in record["failures"]] == ["demo.boom"]
    assert record["parts"]


def test_strict_stops_at_the_first_failure(run: Run, story: str, demo: Callable[[str], None]) -> None:
    demo(FAILING)
    result = run("extract", story, "-", "--format", "jsonl", "--strict")
    assert (result.status, result.out) == (1, "")
    assert result.err == "newskit: demo.boom failed on article 'story.txt': RuntimeError: no luck at all\n"


def test_a_broken_plugin_is_one_line_and_listed(run: Run, story: str, demo: Callable[[str], None]) -> None:
    demo("raise RuntimeError('no luck')")
    result = run("extract", story)
    assert result.status == 0
    assert result.err == "newskit: plugin demo (demo 2.1) is broken and left out: RuntimeError: no luck\n"
    listed = run("plugins")
    assert (listed.status, listed.err) == (0, "")
    assert "demo 2.1" in listed.out
    assert "RuntimeError: no luck" in listed.out


def test_a_plugins_format(run: Run, story: str, demo: Callable[[str], None]) -> None:
    demo(FORMAT)
    result = run("extract", story, "--format", "count")
    assert (result.status, result.out) == (0, "47\n"), result.err
    assert result.err == "newskit: the format 'json' of plugin demo is left out: the name is taken\n"
    assert (
        "there are: text, json, jsonl, html, brat, web-annotation, json-ld, "
        "csv-parts, csv-titles, csv-entities, csv-dates, csv-quotes, count, broken"
        in run("extract", story, "--format", "xml").err
    )
    result = run("extract", story, "--format", "broken")
    assert (result.status, result.out) == (1, "")
    assert "story.txt: format 'broken' of plugin demo failed: RuntimeError: no paper\n" in result.err


def test_a_configuration_is_what_extracts_and_is_listed(run: Run, story: str, tmp_path: Path) -> None:
    (tmp_path / "kit.toml").write_text('block = ["newskit_quotes"]\n[options.newskit_dates]\nages = true')
    text = "The 18-year-old said no."
    assert json.loads(run("extract", "-", "--format", "json", stdin=text.encode()).out)["dates"] == []
    record = json.loads(run("extract", "-", "--format", "json", "--config", "kit.toml", stdin=text.encode()).out)
    assert [date["text"] for date in record["dates"]] == ["18-year-old"]
    for options, status in (([], "blocked"), (["--block", "newskit_dates"], "active")):
        result = run("plugins", "--config", "kit.toml", "--json", *options)
        listed = {plugin["name"]: plugin["status"] for plugin in json.loads(result.out)["plugins"]}
        assert listed["newskit_quotes"] == status, "the command's options go before the file's"
    (tmp_path / "kit.toml").write_text("blcok = []")
    result = run("extract", story, "--config", "kit.toml")
    assert result.status == 2
    assert result.err.startswith("newskit: kit.toml, field 'blcok': no argument of a kit; did you mean 'block'? There")


def test_what_is_not_installed_is_told_before_anything_is_read(
    run: Run, story: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trafilatura.cache_clear()
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "page.html").write_text("<p>The pier is safe.")
    for arguments in (["extract", story, "page.html"], ["run", ".", "-o", "../facts"]):
        result = run(*arguments)
        assert (result.status, result.out) == (2, "")
        assert result.err == "newskit: page.html: trafilatura is not installed; run: pip install 'newskit[html]'\n"


def test_a_narrow_list_keeps_the_names_whole(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = run("plugins").out.splitlines()
    assert {"newskit_dates", "newskit_structure"} <= {line.split()[0] for line in lines}
    assert max(map(len, lines)) <= 60


def test_plugins_lists_what_is_blocked_and_what_it_makes(run: Run) -> None:
    result = run("plugins", "--block", "newskit_quotes", "--json")
    listed = {plugin["name"]: plugin for plugin in json.loads(result.out)["plugins"]}
    assert listed["newskit_quotes"]["status"] == "blocked"
    assert listed["newskit_structure"]["status"] == "active"
    assert listed["newskit_structure"]["distribution"] == "newskit"
    assert {"makes": "Part", "reads": []}.items() <= listed["newskit_structure"]["extractors"][0].items()


def test_the_plan_is_in_running_order(run: Run) -> None:
    made = [step["makes"] for step in json.loads(run("plugins", "--plan", "--json").out)["plan"]]
    assert made.index("Part") < made.index("Quote")
    table = run("plugins", "--plan").out
    assert table.index("newskit_structure.") < table.index("newskit_quotes.")


def test_a_plugin_that_cannot_be_ordered_is_left_out_and_strictly_refused(
    run: Run, story: str, demo: Callable[[str], None]
) -> None:
    plain = run("extract", story)
    demo(FAILING.replace("newskit.Part", "newskit.Part, reads=[newskit.Quote]"))
    result = run("extract", story)
    assert (result.status, result.out) == (0, plain.out)
    assert "demo" in result.err
    assert "read each other in a circle" in result.err
    strict = run("extract", "--strict", story)
    assert strict.status == 2
    assert "read each other in a circle" in strict.err
    listed = run("plugins")
    assert listed.status == 0
    assert "read each other in a circle" in " ".join(listed.out.split())


def test_a_plugin_warning_is_what_the_library_gives(demo: Callable[[str], None]) -> None:
    demo("raise RuntimeError('no luck')")
    from newskit import Kit  # noqa: PLC0415 - beside the one place that uses it

    with pytest.warns(PluginWarning, match="demo"):
        Kit(plugins=["demo"])
