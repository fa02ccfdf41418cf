"""Two runs that want one folder: the second is told, and nothing is written over."""

import json
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from newskit import CorpusError
from newskit.corpus import manifest as manifests
from newskit.corpus.inputs import Inputs
from newskit.corpus.listing import find
from newskit.corpus.manifest import claim

FILES = 40


class TestClaims:
    @pytest.mark.parametrize("form", ["jsonl", "parquet"])
    def test_another_run_that_claims_the_folder_between_the_look_and_the_claim(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
    ) -> None:
        look, looked = manifests.found_manifest, [0]

        def found_manifest(out: Path) -> dict[str, Any] | None:
            found = look(out)
            looked[0] += 1
            if looked[0] == 1:
                claim(tmp_path / "out", {"format": "jsonl"})
                (tmp_path / "out" / "part-000000.jsonl").touch()
            return found

        monkeypatch.setattr(manifests, "found_manifest", found_manifest)
        if form == "jsonl":
            claim(tmp_path / "out", {"format": "jsonl"})
        else:
            with pytest.raises(CorpusError, match='belongs to another run: format was "jsonl", is "parquet"'):
                claim(tmp_path / "out", {"format": "parquet"})
        assert json.loads((tmp_path / "out" / "_manifest.json").read_bytes()) == {"format": "jsonl"}
        names = {path.name for path in (tmp_path / "out").iterdir()}
        assert names == {"_manifest.json", "part-000000.jsonl"}

    def test_of_many_that_start_at_once_one_is_accepted(self, tmp_path: Path) -> None:
        for attempt in range(20):
            out, start, accepted = tmp_path / str(attempt), threading.Barrier(8), list[int]()

            def begin(number: int, out: Path = out, start: Any = start, accepted: list[int] = accepted) -> None:
                start.wait()
                try:
                    claim(out, {"number": number})
                except CorpusError:
                    return
                accepted.append(number)

            threads = [threading.Thread(target=begin, args=(number,)) for number in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            assert json.loads((out / "_manifest.json").read_bytes()) == {"number": accepted[0]}
            assert len(accepted) == 1

    def test_a_file_system_without_links(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def link(*_: object) -> None:
            raise PermissionError(1, "Operation not permitted")

        monkeypatch.setattr(os, "link", link)
        claim(tmp_path / "out", {"format": "jsonl"})
        claim(tmp_path / "out", {"format": "jsonl"})
        with pytest.raises(CorpusError, match="belongs to another run"):
            claim(tmp_path / "out", {"format": "parquet"})
        assert [path.name for path in (tmp_path / "out").iterdir()] == ["_manifest.json"]

    def test_parts_that_start_at_once_share_a_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        Path("in").mkdir()
        for number in range(FILES):
            Path("in", f"{number:02}.txt").write_text(f"Story {number} was told on Monday.")
        begun, problems = threading.Barrier(4), list[Exception]()

        def begin() -> None:
            with find(("in",)) as found:
                begun.wait()
                try:
                    Inputs(Path("out"), "jsonl").begin(found, {"cut_bytes": 5_000, "inputs": []}, lambda _: False)
                except CorpusError as exc:
                    problems.append(exc)

        threads = [threading.Thread(target=begin) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not problems
        assert len(list(Inputs(Path("out"), "jsonl").entries)) == FILES
