"""A document as JSON, and JSON as an equal document.

The names are those of the reference page on JSON. Offsets count Unicode code points of ``text``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import orjson

from newskit.article import Article
from newskit.document import Document, Dropped, Revised
from newskit.errors import Failure, InputError, PluginError
from newskit.formats.plain import plugin_layers, tell
from newskit.formats.records import Positions, Reader, Record, expected, write
from newskit.kinds import KINDS, Entity, Part, Title
from newskit.layers import ARTICLE_FIELDS, DOCUMENT_FIELDS, is_kind, layer_of

SCHEMA = 1
_NOTES: Mapping[str, type[Any]] = {"dropped": Dropped, "revised": Revised}
"""What is written of the making of a document, where there is something."""
_TITLES, _ENTITIES = layer_of(Title), layer_of(Entity)


def to_json(document: Document, *, indent: bool = False) -> str:
    """Write a document as JSON: on one line, or indented by two spaces.

    The same document always gives the same text. A layer of a plugin's kind that holds what JSON cannot is left out,
    with a ``FailureWarning`` and one more of the ``failures``. Raises ``InputError`` where ``meta`` holds what JSON
    cannot, or one of newskit's annotations refers to one that is not in the document.
    """
    return dumps(to_dict(document), indent=indent)


def dumps(record: Record, *, indent: bool = False) -> str:
    """Write a record as JSON; raises ``InputError`` for what JSON cannot hold."""
    options = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME
    try:
        return orjson.dumps(record, option=options | (orjson.OPT_INDENT_2 if indent else 0)).decode()
    except orjson.JSONEncodeError:
        # Lone surrogates and whole numbers beyond 64 bits, which orjson refuses.
        return _to_json_in_ascii(record, indent=indent)


def _to_json_in_ascii(record: Record, *, indent: bool) -> str:
    separators = None if indent else (",", ":")
    try:
        return json.dumps(record, indent=2 if indent else None, separators=separators, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as exc:
        raise InputError(f"what JSON cannot hold: {exc}", field="meta") from None


def to_dict(document: Document) -> Record:
    """Return a document as the dictionaries, lists, strings and numbers that JSON has."""
    article = document.article
    record: Record = {"schema": SCHEMA}
    record.update((name, getattr(article, name)) for name in ARTICLE_FIELDS)
    record["published"] = article.published.isoformat() if article.published else None
    if article.meta:
        record["meta"] = dict(article.meta)
    positions = Positions(document.layers)
    if article.parts:
        record["given_parts"] = write(article.parts, Part, positions)
    for kind in KINDS:
        record[layer_of(kind)] = write(document.layers[kind], kind, positions)
    _check_layers(kind for kind in document.layers if kind not in KINDS)
    others, left_out = plugin_layers(document)
    tell([*left_out.values()])
    record.update((layer_of(kind), records) for kind, records in others.items())
    _add_computed(record, document)
    record["failures"] = write((*document.failures, *left_out.values()), Failure, positions)
    for name, kind in _NOTES.items():
        notes = getattr(document, name)
        if notes:
            record[name] = write(notes, kind, positions)
    return record


def _check_layers(kinds: Iterable[type]) -> None:
    """Refuse a plugin's kind whose array would stand in the place of another field."""
    taken = DOCUMENT_FIELDS | {layer_of(kind) for kind in KINDS}
    for kind in kinds:
        if not is_kind(kind):
            msg = f"{kind!r} is no kind: an attrs class with a `layer` is expected"
            raise PluginError(msg)
        if layer_of(kind) in taken:
            msg = f"{kind.__module__}.{kind.__qualname__} cannot be written: the name {layer_of(kind)!r} is taken"
            raise PluginError(msg)
        taken |= {layer_of(kind)}


def _add_computed(record: Record, document: Document) -> None:
    """Add what follows from other fields, for readers who do not want to look it up."""
    standing: dict[tuple[int, int], int] = {}
    for place, (entity, written) in enumerate(zip(document.entities, record[_ENTITIES], strict=True)):
        written["role"], written["office"] = entity.role, entity.office
        for mention in entity.nominal_mentions:
            standing.setdefault((mention.span.start, mention.span.end), place)
    found = document.publication_day
    record["publication_day"] = found and {
        "day": found.day.isoformat(),
        "source": found.source,
        "date": document.dates.index(found.expression) if found.expression else None,
    }
    for title in record[_TITLES]:
        title["entity"] = standing.get((title["start"], title["end"]))
    for place, written in reversed(list(enumerate(record[_ENTITIES]))):
        for title in written["titles"]:
            record[_TITLES][title]["entity"] = place


def from_json(
    text: str | bytes, kinds: Iterable[type] = (), *, left_out: Callable[[str], object] | None = None
) -> Document:
    """Read what ``to_json`` wrote; ``kinds`` are those that plugins brought, needed for their arrays.

    ``left_out`` is given the name of each array of no known kind, of which nothing is then read. Raises ``InputError``
    that names the field, as in ``quotes[3].speaker``: for what is no JSON, a value of the wrong type, a position
    outside its array, a span that does not fit the text and, without ``left_out``, an array of no known kind.
    """
    record = loads(text)
    if not isinstance(record, dict):
        raise expected("an object", record)
    if "schema" not in record:
        raise InputError("missing", field="schema")
    if record["schema"] != SCHEMA:
        raise InputError(f"expected {SCHEMA}, got {record['schema']!r}", field="schema")
    others = tuple(kind for kind in dict.fromkeys(kinds) if kind not in KINDS)
    _check_layers(others)
    known = {layer_of(kind): kind for kind in (*KINDS, *others)}
    arrays = _arrays(record, known, left_out)
    article = article_of(record)
    reader = Reader(arrays, known.values(), article.text)
    layers: dict[type, tuple[object, ...]] = {
        kind: reader.read(layer, kind) for layer, kind in known.items() if layer in arrays
    }
    notes = {name: reader.read(name, kind) for name, kind in _NOTES.items()}
    return Document(article, layers, reader.read("failures", Failure), **notes)


def _arrays(
    record: Mapping[str, object], known: Mapping[str, type], left_out: Callable[[str], object] | None
) -> dict[str, list[object]]:
    arrays: dict[str, list[object]] = {name: [] for name in ("failures", *_NOTES)}
    for name, value in record.items():
        if name in known or name in arrays:
            if not isinstance(value, list):
                raise expected("an array", value, field=name)
            arrays[name] = value
        elif isinstance(value, list) and name not in DOCUMENT_FIELDS:
            if left_out:
                left_out(name)
                continue
            msg = f"an array of no known kind; known: {', '.join(known)}. Pass the class of its kind in `kinds`"
            raise InputError(msg, field=name)
    return arrays


def article_of(record: Mapping[str, object]) -> Article:
    """Read the article of a record: ``text`` and, where given, the other fields of ``Article``.

    Fields that an article does not have are passed over. Raises ``InputError`` that names the field.
    """
    text = record.get("text")
    if not isinstance(text, str):
        raise expected("a string", text, field="text") if "text" in record else InputError("missing", field="text")
    given: dict[str, Any] = {name: record[name] for name in ARTICLE_FIELDS if record.get(name) is not None}
    for name, value in given.items():
        if not isinstance(value, str):
            raise expected("a string", value, field=name)
    meta = record.get("meta") or {}
    if not isinstance(meta, dict):
        raise expected("an object", meta, field="meta")
    parts = record.get("given_parts") or []
    if not isinstance(parts, list):
        raise expected("an array", parts, field="given_parts")
    reader = Reader({"given_parts": parts}, (), text)
    return Article(**{**given, "meta": meta, "parts": reader.read("given_parts", Part)})


def loads(text: str | bytes) -> object:
    """Parse JSON; lone surrogates pass. Raises ``InputError`` for what is no JSON."""
    try:
        return orjson.loads(text)
    except (orjson.JSONDecodeError, TypeError):
        # orjson refuses lone surrogates; the standard library reads them, and says where a text is no JSON.
        return _loads_slowly(text)


def _no_constant(name: str) -> object:
    raise InputError(f"no JSON: {name} is no JSON number")


def _loads_slowly(text: str | bytes) -> object:
    try:
        return json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as exc:
        what = exc.msg[:1].lower() + exc.msg[1:].removesuffix(" at")  # as some of Python's messages end
        raise InputError(f"no JSON: {what} at character {exc.pos}") from None
    except UnicodeDecodeError as exc:
        raise InputError(f"not UTF-8: byte 0x{exc.object[exc.start]:02x} at byte offset {exc.start}") from None
    except RecursionError:
        raise InputError("no JSON: nested too deep") from None
    except InputError:
        raise
    except ValueError:  # what Python says of thousands of digits
        raise InputError("no JSON that can be read: a number is too long") from None
