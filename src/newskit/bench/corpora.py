"""Gold corpora in the forms in which they come: newskit's JSON Lines, PolNeAR's folders, TimeML files."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from newskit.article import Article
from newskit.bench.annotated import Annotated, annotated
from newskit.bench.polnear import is_polnear, read_polnear
from newskit.bench.timeml import is_timeml, read_timeml
from newskit.errors import InputError, reason
from newskit.formats.files import read_articles
from newskit.formats.json import article_of, loads
from newskit.formats.records import expected
from newskit.paths import is_file, is_folder

T = TypeVar("T")


def read_records(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield line number and object of each line of a JSON Lines file, packed with gzip where it is named ``.gz``.

    A record without ``id`` gets path and line, as ``newskit extract`` gives them. Raises ``InputError`` with path and
    line.
    """
    number = 0
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                record = loads(line)
                if not isinstance(record, dict):
                    raise expected("an object", record)
                yield number, {"id": f"{path}:{number}", **record}
    except InputError as exc:
        raise exc.located(path=str(path), line=number) from None
    except (OSError, EOFError) as exc:
        raise InputError(f"cannot be read: {reason(exc)}", path=str(path)) from None


def read_json_lines(path: Path, texts: Mapping[str, str] | None = None) -> Iterator[Annotated]:
    """Yield the annotated articles of a JSON Lines file; ``texts`` by id serve records that have none."""
    for number, record in read_records(path):
        try:
            yield annotated(record, text=(texts or {}).get(str(record["id"])))
        except InputError as exc:
            raise exc.located(path=str(path), line=number) from None


def by_id(items: Iterable[tuple[str, T]], path: str) -> dict[str, T]:
    """Return items by the id of their article; raises ``InputError`` where two articles have the same."""
    found: dict[str, T] = {}
    for each, item in items:
        if each in found:
            raise InputError(f"two articles have the id {each!r}", path=path)
        found[each] = item
    return found


def read_gold(path: Path) -> Iterator[Annotated]:
    """Yield the articles of a gold corpus, whose form is told by what is there.

    A file is JSON Lines (``.gz`` too) or one TimeML document (``.tml``); a folder is PolNeAR as published or one of
    its compartments, or holds TimeML documents at any depth. Raises ``InputError`` for anything else.
    """
    if is_polnear(path):
        yield from read_polnear(path)
    elif is_timeml(path):
        yield from read_timeml(path)
    elif is_folder(path):
        raise InputError("a folder with neither PolNeAR's text and attributions nor .tml files", path=str(path))
    else:
        yield from read_json_lines(path)


def read_corpus(path: Path, *, every: int = 1) -> Iterator[Article]:
    """Yield the articles of a corpus, of all of them one in ``every``, without annotations.

    A file is JSON Lines (``.jsonl``, ``.ndjson``, ``.gz``), a TimeML document or the text of one article; a folder is
    as for ``read_gold``, or holds texts (``.txt``) at any depth. Raises ``InputError``.
    """
    if is_polnear(path) or is_timeml(path):
        articles: Iterator[Article] = (
            Article(each.text, id=each.id, published=each.published) for each in read_gold(path)
        )
    elif path.suffix in (".jsonl", ".ndjson", ".gz"):
        articles = (_article(record, path, number) for number, record in read_records(path))
    else:
        articles = read_articles(*(sorted(path.rglob("*.txt")) if is_folder(path) else (path,)))
    return islice(articles, 0, None, every)


def sample(articles: list[T], every: int, warm_up: int) -> tuple[list[T], list[T]]:
    """Return one article in ``every``, and at most ``warm_up`` others from all over the corpus.

    Where all are taken, the others are from among them.
    """
    taken = articles[::every]
    left = [each for place, each in enumerate(articles) if place % every] if every > 1 else articles
    count = min(warm_up, len(left))
    return taken, [left[place * len(left) // count] for place in range(count)]


def _article(record: Mapping[str, Any], path: Path, number: int) -> Article:
    try:
        return article_of({name: record[name] for name in ("id", "text", "published", "language") if name in record})
    except InputError as exc:
        raise exc.located(path=str(path), line=number) from None


def checksum(path: Path) -> str:
    """Return the SHA-256 of a gold file, or of all files of a folder with their names, hidden ones left out."""
    if is_file(path):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    whole = hashlib.sha256()
    for each in sorted(each for each in path.rglob("*") if each.is_file() and not each.name.startswith(".")):
        content = hashlib.sha256(each.read_bytes()).hexdigest()
        whole.update(f"{each.relative_to(path).as_posix()} {content}\n".encode())
    return whole.hexdigest()
