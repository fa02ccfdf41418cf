"""Entry points: read from plain folders as ``importlib.metadata`` reads them, which is asked for all others."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from newskit.installed import Installed, _asked, installed

POINTS = """[other]
acme = other

[newskit]
# ours
acme_money = acme.money:plugin.inner [extra]
acme=acme
[last]
a = b
"""


def distribution(folder: Path, name: str, version: str, points: str = POINTS, ending: str = "dist-info") -> None:
    info = folder / f"{name}-{version}.{ending}"
    info.mkdir(parents=True)
    said = "METADATA" if ending == "dist-info" else "PKG-INFO"
    (info / said).write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n\nName: none\n", "utf-8")
    (info / "entry_points.txt").write_text(points, "utf-8")


@pytest.mark.parametrize("group", ["newskit", "console_scripts", "pytest11", "nobody"])
def test_the_standard_library_finds_the_same_here(group: str) -> None:
    assert sorted(installed(group)) == sorted(_asked(group))


@pytest.mark.parametrize("ending", ["dist-info", "egg-info"])
def test_a_distribution_hides_those_of_its_name_behind_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    distribution(tmp_path / "first", "acme", "2", ending=ending)
    distribution(tmp_path / "second", "acme", "1", "[newskit]\nhidden = acme\n")
    distribution(tmp_path / "second", "plain", "1", "[console_scripts]\nplain = plain\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path / each) for each in ("first", "second", "none")])
    found = installed("newskit")
    assert found == [
        Installed("acme_money", "acme.money:plugin.inner [extra]", "acme", "2"),
        Installed("acme", "acme", "acme", "2"),
    ]
    assert sorted(found) == sorted(_asked("newskit"))


def test_what_an_entry_point_stands_for_is_imported() -> None:
    assert Installed("path", "os : path.join", None, None).load() is __import__("os").path.join
    assert Installed("os", "os", None, None).load() is __import__("os")
    with pytest.raises(ModuleNotFoundError, match="nowhere"):
        Installed("nowhere", "nowhere", None, None).load()


def test_the_standard_library_is_asked_where_packages_lie_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distribution(tmp_path, "acme", "2")
    packed = tmp_path / "packed.zip"
    packed.write_bytes(b"PK\5\6" + bytes(18))
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(packed)])
    assert [each.name for each in sorted(installed("newskit"))] == ["acme", "acme_money"]

    class Finder:
        @staticmethod
        def find_spec(*_: object) -> None:
            return None

        @staticmethod
        def find_distributions(*_: object) -> list[object]:
            return []

    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder])
    assert [each.name for each in sorted(installed("newskit"))] == ["acme", "acme_money"]


def test_a_path_that_is_no_text_is_read_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "path", [tmp_path, *sys.path])
    assert installed("newskit") == list(_asked("newskit"))


def test_text_that_is_no_utf_8_costs_its_own_plugin_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    known = installed("newskit")
    info = tmp_path / "zorv-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_bytes(b"Name: zorv\nVersion: 1\nAuthor: \xff\n")
    (info / "entry_points.txt").write_bytes(b"[newskit]\nzorv = z\xffrv\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert [each.name for each in installed("newskit")] == ["zorv", *(each.name for each in known)]
