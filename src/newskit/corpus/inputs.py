"""The listing of a run and its folder brought together: begun once, and compared with what is there at each start."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from newskit.corpus.listing import Difference, Entry, Found, differences, grouped, read_listing
from newskit.corpus.manifest import (
    check_same,
    claim,
    drop,
    found_manifest,
    indexes,
    listing_file,
    name_of,
    outcome,
    suffix_of,
    writing,
)
from newskit.corpus.sources import LeftError, Names, Source
from newskit.errors import CorpusError
from newskit.whole_files import written_whole

_FEW = 3


@frozen
class Inputs:
    """The listed inputs of the run in a folder, whose rows have a format."""

    out: Path
    format: str

    @property
    def entries(self) -> Iterator[Entry]:
        """The lines of the listing."""
        return read_listing(listing_file(self.out))

    def begin(self, found: Found, manifest: Mapping[str, Any], can_be_cut: Callable[[Source], bool]) -> int:
        """Make the folder this run's, or find that it is; returns the bytes of a shard, by which it was first cut.

        Raises ``CorpusError`` where the folder is another run's, and ``InputError`` for a new run with nothing to read.
        """
        there = found_manifest(self.out)
        if there and listing_file(self.out).exists():
            asked = {**manifest, "cut_bytes": there["cut_bytes"]}
            if _paths(there) == _paths(manifest):  # what is in them is compared file by file
                asked["inputs"] = there["inputs"]
            check_same(self.out, there, asked)
            return int(there["cut_bytes"])
        found.check_not_empty()
        claim(self.out, manifest)
        size = int(manifest["cut_bytes"])
        self._write(grouped(found, size, can_be_cut), replace=False)
        return size

    def _write(self, entries: Iterable[Entry], *, replace: bool) -> None:
        # Two that begin the same run at once, as parts do, list the same: which of the listings stays is all one.
        with (
            writing(self.out),
            nullcontext() if replace else suppress(FileExistsError),
            written_whole(listing_file(self.out), replace=replace) as file,
        ):
            file.writelines(entry.line().encode() for entry in entries)

    def compare(self, found: Found, tell: Callable[[str], None], *, started: bool) -> None:
        """Take files as they are now of which nothing is done, and tell which.

        Raises ``CorpusError`` that names files that were not there when the run began, and files that have changed
        since their rows were written: those rows would belong to another corpus. Once the work has ``started`` it is
        not given up for these: they are told, or left to the next time.
        """
        new, old, changed = Names(_FEW), Names(_FEW), Names(_FEW)
        rows: dict[str, None] = {}
        for each in differences(self.entries, found, found.walk.inputs):
            if each.listed is None:
                new.add(each.source.path)
            elif self._has_rows(each.listed):
                old.add(each.source.path)
                rows |= {self._rows(each.listed): None} if len(rows) < _FEW else {}
            else:
                changed.add(each.source.path)
        if new.count and started:
            tell(f"{new}: there only since the run began, and not read")
        elif new.count:
            raise self._refused(new, "not there when it began", "repeat the run as it was")
        if old.count and not started:
            advice = f"bring back what was there, or remove {', '.join(rows)} to have it done again"
            raise self._refused(old, "changed since the rows were written", advice)
        if changed.count:
            tell(f"{changed}: changed since the run began, and read as it is now")
            self._renew(found)

    def _refused(self, files: Names, what: str, advice: str) -> CorpusError:
        return CorpusError(f"{self.out} belongs to another run: {files}: {what}. Choose a new folder, or {advice}")

    def _rows(self, entry: Entry) -> str:
        stem = name_of((entry.group,))
        return f"{self.out / stem}{'-*' if entry.cut else ''}.{suffix_of(self.format)}"

    def _has_rows(self, entry: Entry) -> bool:
        """Tell whether shards are done that an entry has a part in."""
        there = indexes(self.out, entry.group, self.format, cut=entry.cut)
        outcomes = (outcome(self.out, index, self.format) for index in there)
        return any(found and not found.left for found in outcomes)

    def _renew(self, found: Found) -> None:
        """Write the listing again, with the files of which nothing is done as they are now."""
        for each in self._changes(found):
            if each.listed and each.listed.cut:  # what is there of it was cut otherwise
                self._drop(each.listed)
        self._write(_renewed(self.entries, self._changes(found)), replace=True)

    def _changes(self, found: Found) -> Iterator[Difference]:
        for each in differences(self.entries, found, found.walk.inputs):
            if each.listed and not self._has_rows(each.listed):
                yield each

    def _drop(self, entry: Entry) -> None:
        with writing(self.out):
            drop(self.out, entry.group, self.format, cut=entry.cut)

    def drop_edited(self, folder: Path, *, alone: bool) -> Names:
        """Remove the rows of files that were edited since they were listed, so that they are done again; returns them.

        Where this machine does not work ``alone`` on the folder nothing is removed, since another may count on it.
        Sizes and times say first which files may have been edited. What is away is no longer needed.
        """
        edited, dropped = Names(_FEW), None
        for entry in self.entries:
            if not isinstance(entry.source, Source) or not _is_edited(entry.source, folder):
                continue
            if entry.group == dropped or self._has_rows(entry):
                edited.add(entry.source.path)
                if alone:
                    self._drop(entry)
                    dropped = entry.group
        return edited


def _is_edited(source: Source, folder: Path) -> bool:
    try:
        source.check(folder)
    except LeftError as exc:
        return exc.changed
    return False


def _renewed(listed: Iterable[Entry], changes: Iterator[Difference]) -> Iterator[Entry]:
    change = next(changes, None)
    for entry in listed:
        if change and entry == change.listed:
            yield evolve(entry, source=change.source)
            change = next(changes, None)
        else:
            yield entry


def _paths(manifest: Mapping[str, Any]) -> list[object]:
    return [each["path"] for each in manifest["inputs"]]
