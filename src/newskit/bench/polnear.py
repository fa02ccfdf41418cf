"""PolNeAR as its authors publish it: texts, and attributions as brat standoff (Newell, Margolin and Ruths 2018)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import regex

from newskit.bench.annotated import Annotated, Attribution, Range
from newskit.bench.quotes import letters
from newskit.errors import InputError, reason
from newskit.paths import inside, is_folder
from newskit.text import Ground

_DATE = regex.compile(r"\d{4}-\d\d-\d\d")
_TEXT_BOUND, _EVENT = regex.compile(r"T\d+"), regex.compile(r"E\d+")
"""The keys of lines; one that begins otherwise goes on with the text of the line before, or is a note."""
_ALMOST_ALL = 0.95
"""The least share of letters between double marks in a direct quote, so that a leading "that" makes none mixed."""
_ROLES = {"Source": "source", "Cue": "cue", "Content": "content"}


def is_polnear(path: Path) -> bool:
    """Tell whether a folder is the corpus or one of its compartments."""
    return bool(_compartments(path))


def _compartments(path: Path) -> list[Path]:
    """Return the folders with texts and attributions: the folder itself, or those in it or in its ``data``."""
    if not is_folder(path):
        return []
    within = [each for folder in (path, path / "data") if is_folder(folder) for each in inside(folder)]
    return [each for each in (path, *within) if is_folder(each / "text") and is_folder(each / "attributions")]


def read_polnear(path: Path) -> Iterator[Annotated]:
    """Yield the articles with their attributions; of several annotators' versions, that of the first by name.

    ``kind``, which the corpus does not have, is told from double quotation marks. Raises ``InputError`` with path and
    line.
    """
    for compartment in _compartments(path):
        versions: dict[str, Path] = {}
        for file in sorted((compartment / "attributions").glob("*.ann")):
            article, _, _annotator = file.stem.rpartition("_")
            versions.setdefault(article, file)
        for article, file in versions.items():
            yield _read_article(compartment / "text" / f"{article}.txt", file)


def _read_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as exc:
        raise InputError(f"cannot be read: {reason(exc)}", path=str(path)) from None
    except UnicodeDecodeError as exc:
        raise InputError(f"not UTF-8 at byte offset {exc.start}", path=str(path)) from None


def _read_article(text_path: Path, standoff: Path) -> Annotated:
    text = _read_text(text_path)
    marked = frozenset(
        place
        for quotation in Ground(text).quotations
        if text[quotation.start] in '"“”„«' or text.startswith(("''", "``"), quotation.start)
        for place in range(quotation.start, quotation.end)
    )
    spans: dict[str, tuple[Range, ...]] = {}
    events: list[tuple[int, list[str]]] = []
    for number, line in enumerate(_read_text(standoff).split("\n"), start=1):
        key, _, rest = line.partition("\t")
        try:
            if _TEXT_BOUND.fullmatch(key):
                spans[key] = _fragments(rest.partition("\t")[0], len(text))
            elif _EVENT.fullmatch(key):
                events.append((number, rest.split()))
        except ValueError:
            raise InputError(f"no brat annotation: {line!r:.80}", path=str(standoff), line=number) from None
    quotes = tuple(_attribution(text, marked, spans, roles, standoff, number) for number, roles in events)
    day = _DATE.search(text_path.stem)
    return Annotated(
        id=f"polnear/{text_path.stem}",
        text=text,
        published=day[0] if day else None,
        publisher=text_path.stem.partition("_")[0],
        quotes=tuple(quote for quote in quotes if quote.content),
    )


def _fragments(declared: str, length: int) -> tuple[Range, ...]:
    """Read ``Content 3 9;12 20``."""
    pairs = [fragment.split() for fragment in declared.partition(" ")[2].split(";")]
    found = tuple((int(start), int(end)) for start, end in pairs)
    if not all(0 <= start < end <= length for start, end in found):
        raise ValueError(declared)
    return found


def _attribution(
    text: str,
    marked: frozenset[int],
    spans: Mapping[str, tuple[Range, ...]],
    roles: list[str],
    path: Path,
    line: int,
) -> Attribution:
    found: dict[str, tuple[Range, ...]] = {"source": (), "cue": (), "content": ()}
    for role, _, key in (each.partition(":") for each in roles):
        name = _ROLES.get(role.rstrip("0123456789"))
        if name is None:
            continue
        if key not in spans:
            raise InputError(f"{role} refers to {key!r}, which is not there", path=str(path), line=line)
        found[name] = (*found[name], *spans[key])
    content = tuple(sorted(found["content"]))
    return Attribution(content, _kind(text, content, marked), source=found["source"], cue=found["cue"])


def _kind(text: str, content: tuple[Range, ...], marked: frozenset[int]) -> str:
    said = letters(text, content)
    share = len(said & marked) / len(said) if said else 0.0
    return "direct" if share >= _ALMOST_ALL else "mixed" if share else "indirect"
