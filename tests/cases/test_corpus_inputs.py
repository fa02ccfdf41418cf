"""Inputs that are away for a while, or edited, or not what they seem: every article is done once, none is lost."""

import json
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newskit import CorpusError, InputError
from newskit.corpus import Job, Progress
from newskit.corpus.listing import Entry, bytes_of_a_shard, differences, find, grouped
from newskit.corpus.sources import LeftError, Source, Walk, distinct

FILES = 40
needs_links = pytest.mark.skipif(os.name != "posix", reason="makes links and FIFOs")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Forty texts, which make eight shards."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for number in range(FILES):
        (tmp_path / "in" / f"{number:02}.txt").write_text(f"Story {number} was told on Monday.")
    return tmp_path / "in"


def job(out: str, inputs: tuple[str, ...] = ("in",), **given: Any) -> Job:
    return Job(inputs=inputs, out=out, plugins=["newskit_dates"], block=(), **{"shard_bytes": 5_000, **given})


def rows(out: str) -> list[dict[str, Any]]:
    files = sorted(Path(out).glob("part-*.jsonl"))
    return [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines()]


def texts(out: str) -> dict[str, str]:
    found = {Path(row["id"]).stem: row["text"] for row in rows(out)}
    assert len(found) == len(rows(out))
    return found


def bytes_of(out: str) -> dict[str, bytes]:
    files = (path for path in Path(out).rglob("*") if path.is_file() and path.name != "_inputs.ndjson")
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


class Away:
    """Files that are moved out of a folder, and back."""

    def __init__(self, folder: Path, names: list[str]) -> None:
        self.folder, self.names, self.place = folder, names, folder.parent / "away"

    def go(self) -> None:
        self.place.mkdir()
        for name in self.names:
            (self.folder / name).rename(self.place / name)

    def come_back(self) -> None:
        for path in self.place.iterdir():
            path.rename(self.folder / path.name)
        self.place.rmdir()


def once(do: Callable[[], object]) -> Callable[[Progress], None]:
    """Return what does something when the first shard is done, and only then."""
    told: list[Progress] = []

    def progress(reached: Progress) -> None:
        if reached.summary.shards == 1 and not told:
            told.append(reached)
            do()

    return progress


class TestAway:
    def test_files_that_go_after_the_run_has_begun_are_left_to_do(self, folder: Path) -> None:
        job("calm").run(workers=1)
        away = Away(folder, [f"{number:02}.txt" for number in range(12, 32, 2)])
        first = job("out").run(workers=1, on_progress=once(away.go))
        assert (first.left.count, first.tally.failures) == (10, 0)
        assert first.left.first[0] == f"{Path('in', '12.txt')}: cannot be read: no such file or directory"
        assert (first.shards, first.all_shards) == (3, 8)
        assert len(texts("out")) == FILES - 10  # nothing else is lost with them
        still = job("out").run(workers=1)
        assert (still.shards, still.left.count) == (0, 10)
        away.come_back()
        second = job("out").run(workers=2)
        assert (second.left.count, second.before + second.shards) == (0, second.all_shards)
        assert bytes_of("out") == bytes_of("calm")

    def test_files_that_are_away_at_a_second_start_move_no_other(self, folder: Path) -> None:
        job("calm").run(workers=1)
        job("out", part=(1, 2)).run(workers=1)
        away = Away(folder, [f"{number:02}.txt" for number in range(0, 20, 2)])
        away.go()
        assert job("out").run(workers=1).left.count > 0
        away.come_back()
        assert job("out").run(workers=1).left.count == 0
        assert bytes_of("out") == bytes_of("calm")

    def test_a_file_that_comes_back_while_the_run_is_at_work_is_done_by_it(self, folder: Path) -> None:
        job("calm").run(workers=1)
        away = Away(folder, ["01.txt"])
        away.go()
        (folder / "01.txt").symlink_to(away.place / "01.txt.not-yet")

        def come_back() -> None:
            (folder / "01.txt").unlink()
            away.come_back()

        done = job("out").run(workers=1, on_progress=once(come_back))
        assert (done.left.count, done.shards, done.before) == (0, done.all_shards, 0)
        assert texts("out") == texts("calm")
        assert not Path("out", "_failures").exists()

    def test_what_is_done_needs_its_input_no_more(self, folder: Path) -> None:
        Path("in/big.jsonl").write_text('{"text": "No one spoke."}\n' * 1000)
        done = job("out").run(workers=1)
        away = Away(folder, ["big.jsonl", "03.txt"])
        away.go()
        again = job("out").run(workers=1)
        assert (again.left.count, again.before, again.shards) == (0, done.all_shards, 0)

    def test_a_large_file_that_goes_leaves_its_shards_to_do(self, folder: Path) -> None:
        Path("in/big.jsonl").write_text('{"text": "No one spoke."}\n' * 1000)
        job("calm").run(workers=1)
        away = Away(folder, ["big.jsonl"])
        job("out", part=(1, 2)).run(workers=1)
        away.go()
        left = job("out").run(workers=1)
        assert left.left.first == (f"{Path('in', 'big.jsonl')}: cannot be read: no such file or directory",)
        away.come_back()
        assert job("out").run(workers=1).left.count == 0
        assert bytes_of("out") == bytes_of("calm")

    def test_an_input_that_is_gone_as_a_whole(self, folder: Path) -> None:
        job("out", part=(1, 2)).run(workers=1)
        folder.rename("elsewhere")
        assert job("out").run(workers=1).left.count > 0
        Path("elsewhere").rename("in")
        assert job("out").run(workers=1).left.count == 0
        assert len(texts("out")) == FILES

    @needs_links
    def test_a_file_that_could_not_be_read_from_the_beginning(self, folder: Path) -> None:
        (folder / "x.txt").symlink_to("nowhere")
        assert job("out").run(workers=1).left.first == (
            f"{Path('in', 'x.txt')}: cannot be read: no such file or directory",
        )
        (folder / "x.txt").unlink()
        (folder / "x.txt").write_text("Here it is.")
        told: list[str] = []
        assert job("out").run(workers=1, on_notice=told.append).left.count == 0
        assert texts("out")["x"] == "Here it is."
        assert told == [f"{Path('in', 'x.txt')}: changed since the run began, and read as it is now"]


class TestEdited:
    def test_a_file_edited_while_the_run_is_at_work_is_told_and_done_again(self, folder: Path) -> None:
        def edit() -> None:
            (folder / "00.txt").write_text("It is told otherwise.")  # its shard is done
            (folder / "39.txt").write_text("This too.")  # its shard is to come

        told: list[str] = []
        done = job("out").run(workers=1, on_progress=once(edit), on_notice=told.append)
        assert told[0] == f"{Path('in', '00.txt')}: changed while the run was at work, and to be done again"
        assert told[1].startswith(f"{Path('in', '00.txt')}, {Path('in', '39.txt')}: changed since the run began")
        assert (done.left.count, done.shards, done.tally.failures) == (0, done.all_shards, 0)
        found = texts("out")
        assert (len(found), found["00"], found["39"]) == (FILES, "It is told otherwise.", "This too.")
        again = job("out").run(workers=1)
        assert (again.before, again.shards) == (done.all_shards, 0)

    @pytest.mark.parametrize("lines", [400, 2000])
    def test_a_large_file_edited_while_it_is_cut(self, folder: Path, lines: int) -> None:
        path = folder / "big.jsonl"
        path.write_text('{"text": "No one spoke."}\n' * 1000)

        def edit() -> None:
            path.write_text('{"text": "Someone spoke."}\n' * lines)

        done = job("out", ("in/big.jsonl",)).run(workers=1, on_progress=once(edit))
        assert done.left.count == 0
        assert [row["text"] for row in rows("out")] == ["Someone spoke."] * lines
        job("calm", ("in/big.jsonl",), shard_bytes=5_000).run(workers=1)
        assert [row["id"] for row in rows("out")] == [row["id"] for row in rows("calm")]

    def test_a_file_edited_between_two_runs_is_refused_by_name(self, folder: Path) -> None:
        job("out").run(workers=1)
        (folder / "07.txt").write_text("It is told otherwise.")
        with pytest.raises(CorpusError) as refused:
            job("out").run(workers=1)
        rows_file = Path("out", "part-000001.jsonl")
        assert str(refused.value) == (
            f"out belongs to another run: {Path('in', '07.txt')}: changed since the rows were written. "
            f"Choose a new folder, or bring back what was there, or remove {rows_file} to have it done again"
        )
        rows_file.unlink()
        assert job("out").run(workers=1).shards == 1
        assert texts("out")["07"] == "It is told otherwise."

    def test_a_file_that_is_new_is_refused_by_name(self, folder: Path) -> None:
        job("out").run(workers=1)
        for name in "abcde":
            (folder / f"{name}.txt").write_text("One more.")
        (folder / "00").mkdir()
        (folder / "00" / "z.txt").write_text("One more.")
        with pytest.raises(CorpusError, match=r"a\.txt, .*b\.txt, .*c\.txt and 3 more: not there when it began"):
            job("out").run(workers=1)

    def test_a_file_that_is_written_anew_with_the_same_bytes_is_the_same(self, folder: Path) -> None:
        job("out").run(workers=1)
        path = folder / "00.txt"
        raw = path.read_bytes()
        path.unlink()
        path.write_bytes(raw)
        os.utime(path, ns=(1, 1))
        assert job("out").run(workers=1).left.count == 0


class TestListing:
    def test_entries_are_read_as_they_were_written(self) -> None:
        odd = "in/\udce9 \n.txt"
        for entry in (
            Entry(1, Source(odd, "jsonl", 7, 8, "d"), 3, cut=True),
            Entry(0, InputError("cannot be read: gone", path=odd), 2),
        ):
            line = entry.line()
            assert line.count("\n") == 1
            assert Entry.of(line).line() == line

    def test_differences_are_found_in_the_order_of_the_walk(self, tmp_path: Path) -> None:
        names = ["b.txt", "c.txt", "a/b.txt", "a/c/d.txt", "a.d/e.txt"]
        for name in names:
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(name)
        inputs = (str(tmp_path),)
        with find(inputs) as found:
            listed = list(found)
            assert [str(Path(entry.source.path or "").relative_to(tmp_path)) for entry in listed] == names
            for place in range(len(names)):
                without = listed[:place] + listed[place + 1 :]
                (difference,) = differences(without, found, inputs)
                assert (difference.listed, difference.source) == (None, listed[place].source)
                assert list(differences(listed, without, inputs)) == []

    def test_a_small_corpus_is_cut_so_that_workers_can_share_it(self, tmp_path: Path) -> None:
        assert bytes_of_a_shard(4 << 20, 10) == 16 << 10
        assert bytes_of_a_shard(4 << 20, 9 << 20) == (9 << 20) // 64
        assert bytes_of_a_shard(4 << 20, 1 << 40) == 4 << 20
        assert bytes_of_a_shard(100, 1 << 40) == 100
        path = tmp_path / "one.jsonl"
        path.write_text('{"text": "The pier is safe, said the harbour master."}\n' * 40_000)
        done = Job(inputs=[path], out=tmp_path / "out", plugins=["newskit_dates"]).run(workers=2)
        assert done.all_shards == 64

    def test_groups_are_full_or_a_file_of_their_own(self) -> None:
        sizes = [10, 3000, 900_000, 10, 10, 900_000, 900_000]
        entries = [Entry(0, Source(f"{n}.jsonl", "jsonl", size)) for n, size in enumerate(sizes)]
        found = [(entry.group, entry.cut) for entry in grouped(entries, 5000, lambda _: True)]
        assert found == [(0, False), (0, False), (1, True), (2, False), (2, False), (3, True), (4, True)]
        assert [entry.cut for entry in grouped(entries, 5000, lambda _: False)] == [False] * 7


@needs_links
class TestFolders:
    def walk(self, *inputs: str) -> tuple[list[str], list[str]]:
        walk = Walk(inputs)
        found = [source.path or "" for _, source in walk]
        return found, [str(passed) for passed in walk.passed_over if passed.names.count]

    @pytest.mark.skipif(sys.platform == "win32", reason="has no FIFOs")
    def test_what_is_no_file_is_passed_over_and_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        Path("in").mkdir()
        Path("in/a.txt").write_text("A story.")
        os.mkfifo("in/b.txt")
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("in/c.txt")
        Path("in/d.txt").symlink_to("/dev/null")
        Path("in/.e.txt").touch()
        assert self.walk("in") == (
            ["in/a.txt"],
            ["in: 4 passed over: in/.e.txt (hidden), in/b.txt (a FIFO), in/c.txt (a socket), in/d.txt (a device)"],
        )
        with pytest.raises(LeftError, match=r"in/b\.txt: cannot be read: it is no regular file"):
            Source("in/b.txt", "text").read(tmp_path)
        with pytest.raises(InputError, match=r"in/b\.txt: it is a FIFO, and a run reads its inputs more than once"):
            job("out", ("in/b.txt",)).run(workers=1)
        Path("odd").mkdir()
        os.mkfifo("odd/b.txt")
        with pytest.raises(InputError, match=r"odd: nothing to read: passed over odd/b\.txt \(a FIFO\)"):
            job("out", ("odd",)).run(workers=1)
        assert not Path("out").exists()

    def test_a_linked_folder_is_followed_once(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        for name in ("in/sub/a.txt", "else/b.txt", "other/c.txt"):
            Path(name).parent.mkdir(parents=True)
            Path(name).write_text("A story.")
        for name, target in (
            ("in/1", "../else"),
            ("in/2", "../else"),
            ("in/sub/loop", ".."),
            ("in/sub/up", "../.."),
            ("in/3", "sub"),
            ("else/back", "../in"),
            ("in/4", "../other"),
        ):
            Path(name).symlink_to(target)
        found, (told,) = self.walk("in")
        assert found == ["in/1/b.txt", "in/4/c.txt", "in/sub/a.txt"]
        assert told.startswith("in: 5 passed over: in/2 (a link to a folder that is read already, or around it), ")
        assert self.walk("in", "other")[0] == ["in/1/b.txt", "in/sub/a.txt", "other/c.txt"]

    def test_a_link_that_leads_to_itself_is_one_line(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        Path("in").mkdir()
        Path("in/a.txt").write_text("A story.")
        for name in ("loop", "in/loop"):
            Path(name).symlink_to("loop")
        assert distinct(["loop", "in"]) == ("loop", "in")
        with pytest.raises(InputError, match="loop: cannot be read: too many levels of symbolic links"):
            job("out", ("in", "loop")).run(workers=1)
        _, told = self.walk("in", "in/a.txt")
        assert told == ["in: 1 passed over: in/loop; --input-format says what files are"]

    def test_what_was_passed_over_is_counted_and_the_first_few_named(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        Path("in").mkdir()
        for number in range(9):
            Path(f"in/{number}.xyz").touch()
        Path("in/a.txt").touch()
        names = ", ".join(f"in/{number}.xyz" for number in range(5))
        assert self.walk("in")[1] == [
            f"in: 9 passed over: {names} and 4 more; --input-format says what files are",
        ]
        inputs = distinct(("in", "in/0.xyz"))
        assert self.walk(*inputs)[1][0].startswith("in: 8 passed over: in/1.xyz, ")
