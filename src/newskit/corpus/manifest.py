"""The folder of a run: which run it belongs to, which shards are done, and the names of the files in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import zip_longest
from pathlib import Path
from typing import Any

import orjson
from attrs import field, frozen

from newskit.errors import CorpusError, reason
from newskit.whole_files import sync_folder, written_whole

FORMATS = ("jsonl", "parquet")
"""The formats of rows that hold everything; others are tables of one kind, and those of plugins."""
_MANIFEST, _LISTING, _FAILURES, _CUTS = "_manifest.json", "_inputs.ndjson", "_failures", "_cuts"
LEFT = "left"
"""The field of a failure that is true where an input could not be read, so that the shard is still to be done."""

_OURS = ("Doubt", "InputError", "LeftError", "NoTextError")
"""Errors that say of themselves what is wrong, and of whose names people learn nothing."""

Index = tuple[int, ...]
"""The number of a shard: its group's, and behind it the shard's own in a file that is cut."""


def name_of(index: Index) -> str:
    """Return the name of a shard's files, without the suffix; sorted they are in the order of the inputs."""
    return "-".join(("part", *(f"{number:06}" for number in index)))


def suffix_of(form: str) -> str:
    """Return how the files of a format end: tables as programs know them, all others by the format's name."""
    return f"{form.removeprefix('csv-')}.csv" if form.startswith("csv-") else form


def rows_file(out: Path, index: Index, form: str) -> Path:
    """Return the file of a shard's rows, which exists when the shard is done."""
    return out / f"{name_of(index)}.{suffix_of(form)}"


def table_file(out: Path, table: str, index: Index, form: str) -> Path:
    """Return the file of a shard's rows of a table, in a folder of the table's name."""
    return out / table / f"{name_of(index)}.{form}"


def failures_file(out: Path, index: Index) -> Path:
    """Return the file of a shard's failures, which exists when there are any."""
    return out / _FAILURES / f"{name_of(index)}.jsonl"


def failures_folder(out: Path) -> Path:
    """Return the folder of the failures, which exists when there are any."""
    return out / _FAILURES


def listing_file(out: Path) -> Path:
    """Return the file of the inputs, as they were when the run began."""
    return out / _LISTING


@contextmanager
def writing(out: Path) -> Iterator[None]:
    """Raise ``CorpusError`` for what the system refuses."""
    try:
        yield
    except OSError as exc:
        raise CorpusError(f"{exc.filename or out}: cannot be written: {reason(exc)}") from None


def found_manifest(out: Path) -> dict[str, Any] | None:
    """Return the manifest that is there, None where there is none; raises ``CorpusError`` for one that is broken."""
    path = out / _MANIFEST
    with writing(out):
        if not path.exists():
            return None
        try:
            found = orjson.loads(path.read_bytes())
        except orjson.JSONDecodeError:
            found = None
        if not isinstance(found, dict):
            raise CorpusError(f"{path} is no manifest; choose an empty or a new folder")
        return found


def claim(out: Path, manifest: Mapping[str, object]) -> None:
    """Make the folder this run's, or find that it is already; raises ``CorpusError`` where it is another's.

    Of two different runs that begin at once one is refused: the manifest gets its name in one step.
    """
    with writing(out):
        out.mkdir(parents=True, exist_ok=True)
        foreign = any(not entry.name.startswith((".", _FAILURES)) for entry in out.iterdir())
        # Looked for afterwards: rows that another process of this run has written meanwhile are none of a stranger's.
        found = found_manifest(out)
        if found is None and foreign:
            raise CorpusError(f"{out} holds files that no run of newskit made; choose an empty or a new folder")
        if found is None:
            try:
                with written_whole(out / _MANIFEST, replace=False) as file:
                    file.write(orjson.dumps(manifest, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
            except FileExistsError:
                found = found_manifest(out)
    if found is not None:
        check_same(out, found, manifest)


def check_same(out: Path, found: Mapping[str, Any], wanted: Mapping[str, object]) -> None:
    """Raise ``CorpusError`` that names what of a run is other than the manifest says."""
    if _maker(found) != _maker(wanted):
        raise CorpusError(f"{out} is a folder of {_maker(found)}. Choose a new folder")
    differing = [name for name in wanted if found.get(name) != wanted[name]]
    if differing:
        told = "; ".join(f"{name} was {_shown(*_apart(found.get(name), wanted[name]))}" for name in differing)
        raise CorpusError(f"{out} belongs to another run: {told}. Choose a new folder, or repeat the run as it was")


def _maker(manifest: Mapping[str, object]) -> str:
    """Return the command that keeps such a manifest."""
    return "newskit people" if "buckets" in manifest else "newskit run"


def _apart(was: object, now: object) -> tuple[object, object]:
    """Return the first two that differ of two lists of objects, such as the inputs; else both values.

    A list that has no more is told by None: of thousands of files all would be too many to read.
    """
    if isinstance(was, list) and isinstance(now, list) and (len(was) == len(now) or _of_objects(*was, *now)):
        return next((one, other) for one, other in zip_longest(was, now) if one != other)
    return was, now


def _of_objects(*values: object) -> bool:
    return any(isinstance(each, dict) for each in values)


def _shown(was: object, now: object) -> str:
    return f"{orjson.dumps(was).decode()}, is {orjson.dumps(now).decode()}"


@frozen
class Outcome:
    """What the files of a finished shard say: how many failures, and the first few for people.

    ``left`` has the files that are left to do, each with the reason; with any the shard is not finished.
    """

    failures: int = 0
    first: tuple[str, ...] = ()
    left: Mapping[str, str] = field(factory=dict)


def outcome(out: Path, index: Index, form: str, *, few: int = 0) -> Outcome | None:
    """Return what became of a shard, with the ``few`` first failures; None where it has not been worked on."""
    if not rows_file(out, index, form).exists():
        return None
    failures, first, left = 0, list[str](), dict[str, str]()
    with suppress(FileNotFoundError), failures_file(out, index).open("rb") as file:
        for line in file:
            failures += 1
            record = json.loads(line)
            if record[LEFT]:
                left[record["path"]] = _told(record)
            elif len(first) < few:
                first.append(_told(record))
    return Outcome(failures, tuple(first), left)


def _told(record: Mapping[str, Any]) -> str:
    """Say of a failure where it was and why, in a line."""
    error = str(record["error"])
    name, _, message = error.partition(": ")
    if record["extractor"]:
        error = f"{record['extractor']}: {error}"
    elif name in _OURS:
        error = message
    place = f"{record['path']}:{record['line']}" if record["line"] else str(record["path"])
    return error if error.startswith(str(record["path"])) else f"{place}: {error}"


def cut_pieces(out: Path, group: int) -> int | None:
    """Return into how many shards the file of a group was cut; None where its end has not been reached yet."""
    try:
        return int((out / _CUTS / f"{group:06}").read_bytes())
    except FileNotFoundError:
        return None


def remember_pieces(out: Path, group: int, pieces: int) -> None:
    """Keep into how many shards the file of a group is cut, so that it is not read again when all are done."""
    path = out / _CUTS / f"{group:06}"
    path.parent.mkdir(exist_ok=True)
    with written_whole(path) as file:
        file.write(b"%d\n" % pieces)


def indexes(out: Path, group: int, form: str, *, cut: bool) -> Iterable[Index]:
    """Return the shards of a group that have rows."""
    if not cut:
        return [(group,)] if rows_file(out, (group,), form).exists() else []
    stem = name_of((group,))
    suffix = suffix_of(form)
    names = (path.name.removesuffix(f".{suffix}") for path in out.glob(f"{stem}-*.{suffix}"))
    return sorted((group, int(name.removeprefix(f"{stem}-"))) for name in names)


def drop(out: Path, group: int, form: str, *, cut: bool) -> None:
    """Remove what was made of a group whose input has changed; the rows first, since they say that it is done."""
    (out / _CUTS / f"{group:06}").unlink(missing_ok=True)
    there = list(indexes(out, group, form, cut=cut))
    for index in there:
        rows_file(out, index, form).unlink(missing_ok=True)
    sync_folder(out)
    for index in there:
        failures_file(out, index).unlink(missing_ok=True)
    for table in out.glob(f"[!._]*/{name_of((group,))}[-.]*"):
        table.unlink()
