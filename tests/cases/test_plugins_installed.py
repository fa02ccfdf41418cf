"""A third-party plugin in a temporary distribution: found, ordered, run, shown; blocked, chosen and asked for."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys

import pytest
from plugged import FIRST_PARTY, SHOUTS, TEXT, Install, info_of

import newskit


def test_it_is_found_ordered_after_what_it_reads_and_run(
    install: Install, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(install(package, SHOUTS))
    kit = newskit.Kit()
    info = info_of(kit, package)
    assert (info.status, info.distribution, info.version) == ("active", package, "4.5")
    assert [each.qualified_name for each in info.extractors] == [f"{package}.shouts"]
    order = [step.kind.__name__ for step in kit.plan]
    assert order.index("Part") < order.index("Shout")
    doc = kit.extract(TEXT)
    made = doc[info.extractors[0].makes]
    assert [shout.part for shout in made] == list(doc.parts)  # type: ignore[attr-defined]
    assert doc.failures == ()


def test_two_distributions_with_one_plugin_name_keep_the_first(
    install: Install, package: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(install(package, SHOUTS))
    other = tmp_path_factory.mktemp("other")
    info = other / "zzz-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: zzz\nVersion: 1\n", "utf-8")
    (info / "entry_points.txt").write_text(f"[newskit]\n{package} = json\n", "utf-8")
    monkeypatch.syspath_prepend(other)
    with pytest.warns(newskit.PluginWarning, match=f"plugin {package} .zzz 1. is broken.*same name"):
        kit = newskit.Kit()
    assert [each.status for each in kit.registry.plugins if each.name == package] == ["active", "broken"]


def test_what_is_added_goes_in_the_place_of_what_is_installed_under_its_name(
    install: Install, package: str, monkeypatch: pytest.MonkeyPatch, recwarn: pytest.WarningsRecorder
) -> None:
    monkeypatch.syspath_prepend(install(package, SHOUTS))
    added = importlib.import_module(package)
    kit = newskit.Kit(add=[added])
    info = info_of(kit, package)
    assert (info.status, info.distribution) == ("active", None)
    assert info.extractors[0].makes is added.Shout
    assert not recwarn.list


@pytest.mark.parametrize(
    ("variable", "value", "active"),
    [
        ("NEWSKIT_BLOCK", "{package}", FIRST_PARTY),
        ("NEWSKIT_BLOCK", " {package} , newskit_dates,", FIRST_PARTY - {"newskit_dates"}),
        ("NEWSKIT_PLUGINS", "{package}", {"{package}"}),
        ("NEWSKIT_PLUGINS", "newskit_structure,{package}", {"newskit_structure", "{package}"}),
        ("NEWSKIT_PLUGINS", "", set()),
    ],
    ids=["block", "block two", "choose", "choose two", "choose none"],
)
def test_the_environment_blocks_and_chooses(
    install: Install, package: str, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, active: set[str]
) -> None:
    monkeypatch.syspath_prepend(install(package, SHOUTS))
    monkeypatch.setenv(variable, value.format(package=package))
    kit = newskit.Kit()
    assert {each.name for each in kit.registry.plugins if each.status == "active"} == {
        each.format(package=package) for each in active
    }
    assert {each.status for each in kit.registry.plugins} <= {"active", "blocked"}
    kit.extract(TEXT)


def test_a_blocked_plugin_is_not_even_imported(install: Install, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(install(package, "raise RuntimeError('imported')"))
    kit = newskit.Kit(block=[package])
    assert info_of(kit, package).status == "blocked"
    assert package not in sys.modules


OPT_IN = """
    import newskit

    @newskit.hookimpl
    def newskit_extractors(config):
        if not config.asks_for(__name__):
            raise newskit.NotAskedForError("ask for it")
        return []
"""


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({}, "blocked"),
        ({"options": {"newskit_dates": {}}}, "blocked"),
        ({"options": {"{package}": {}}}, "active"),
        ({"plugins": ["{package}"]}, "active"),
        ({"plugins": ["{package}"], "block": ["{package}"]}, "blocked"),
    ],
    ids=["not", "another", "by an option", "by name", "and blocked"],
)
def test_a_plugin_that_wants_to_be_asked_for(
    install: Install, package: str, monkeypatch: pytest.MonkeyPatch, asked: dict[str, object], status: str
) -> None:
    monkeypatch.syspath_prepend(install(package, OPT_IN))
    kit = newskit.Kit(**json.loads(json.dumps(asked).replace("{package}", package)))
    info = info_of(kit, package)
    assert info.status == status
    assert info.error == (None if status == "active" or "block" in asked else "ask for it")


def test_the_command_shows_it(install: Install) -> None:
    path = install("acme_shown", SHOUTS)
    run = subprocess.run(
        [sys.executable, "-m", "newskit", "plugins", "--json"],
        env={"PYTHONPATH": str(path), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    shown = {each["name"]: each for each in json.loads(run.stdout)["plugins"]}
    assert shown["acme_shown"]["distribution"] == "acme_shown"
    assert shown["acme_shown"]["version"] == "4.5"
    assert set(shown) >= FIRST_PARTY
