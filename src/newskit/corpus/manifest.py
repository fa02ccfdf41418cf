"""The folder of a run: which run it belongs to, and the names of the files in it."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Literal, get_args

import orjson

from newskit.errors import CorpusError

OutputFormat = Literal["jsonl", "parquet"]
FORMATS: tuple[OutputFormat, ...] = get_args(OutputFormat)
_MANIFEST, _FAILURES = "_manifest.json", "_failures"


def rows_file(out: Path, index: int, form: OutputFormat) -> Path:
    """Return the file of a shard's rows, which exists when the shard is done."""
    return out / f"part-{index:06}.{form}"


def failures_file(out: Path, index: int) -> Path:
    """Return the file of a shard's failures, which exists when there are any."""
    return out / _FAILURES / f"part-{index:06}.jsonl"


@contextmanager
def written_whole(path: Path) -> Iterator[IO[bytes]]:
    """Open a file that has its name only when all of it is on the disk; an error leaves nothing behind.

    Of a process that is killed a hidden file stays behind, which the next one to write the same file removes.
    """
    temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex}.tmp")
    try:
        with temporary.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _rename(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    for left in path.parent.glob(f".{path.name}.*.tmp"):
        left.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _rename(temporary: Path, path: Path) -> None:
    try:
        temporary.replace(path)
    except FileNotFoundError:
        # A second run in the same folder has finished the same file, with the same bytes, and tidied up.
        if not path.exists():
            raise


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":  # elsewhere a folder cannot be opened, and a rename needs no more
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def claim(out: Path, manifest: Mapping[str, object]) -> None:
    """Make the folder this run's, or find that it is already; raises ``CorpusError`` where it is another's."""
    path = out / _MANIFEST
    try:
        (out / _FAILURES).mkdir(parents=True, exist_ok=True)
        if path.exists():
            _check_same(out, orjson.loads(path.read_bytes()), manifest)
            return
        if any(not entry.name.startswith((".", _FAILURES)) for entry in out.iterdir()):
            raise CorpusError(f"{out} holds files that no run of newskit made; choose an empty or a new folder")
        with written_whole(path) as file:
            file.write(orjson.dumps(manifest, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    except OSError as exc:
        raise CorpusError(f"{exc.filename or out} cannot be written: {(exc.strerror or str(exc)).lower()}") from None
    except orjson.JSONDecodeError:
        raise CorpusError(f"{path} is no manifest; choose an empty or a new folder") from None


def _check_same(out: Path, found: Any, wanted: Mapping[str, object]) -> None:  # noqa: ANN401 - JSON
    differing = [name for name in wanted if found.get(name) != wanted[name]]
    if differing:
        told = "; ".join(f"{name} was {_shown(*_apart(found.get(name), wanted[name]))}" for name in differing)
        raise CorpusError(f"{out} belongs to another run: {told}. Choose a new folder, or repeat the run as it was")


def _apart(was: object, now: object) -> tuple[object, object]:
    """Return the first two that differ of two lists as long as each other, such as the inputs; else both values."""
    if isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
        return next((one, other) for one, other in zip(was, now, strict=True) if one != other)
    return was, now


def _shown(was: object, now: object) -> str:
    return f"{orjson.dumps(was).decode()}, is {orjson.dumps(now).decode()}"
