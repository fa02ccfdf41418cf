"""A document as brat standoff: the lines of its ``.ann`` file, beside the text in a ``.txt`` file.

Speech is written as the PolNeAR corpus writes it: text-bound ``Source``, ``Cue`` and ``Content``, tied by an event
``Attribution`` at the cue. Offsets count Unicode code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import regex

from newskit.document import Document
from newskit.formats.facts import added, interval, office, value
from newskit.formats.plain import rule_of, to_write
from newskit.kinds import KINDS, Entity, Mention, Quote, Span
from newskit.leaves import anchor

_ON_A_LINE = regex.compile(r"[^\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
"""What can stand in a line of the file, however its reader cuts lines and fields."""
_NO_WORD = regex.compile(r"[^\w-]|[^\x00-\x7f]")


def to_brat(document: Document) -> str:
    """Write a document's annotations in brat's standoff format; save the text as it is beside them.

    A span over several lines has a fragment on each, as brat asks; a span of nothing but line ends and tabs is left
    out. Names, values and rules are in notes, the kind of speech in an attribute.
    """
    document = to_write(document)
    writer = _Writer()
    for part in document.parts:
        writer.note(writer.bound(part.kind.capitalize(), [part.span]), {"rule": part.rule})
    titles = {}
    for title in document.titles:
        titles[id(title)] = bound = writer.bound("Title", [title.span])
        former = "yes" if title.former else ""
        writer.note(bound, {"office": office(title), "tie": title.tie, "former": former, "rule": title.rule})
    firsts = {}
    for entity in document.entities:
        firsts[id(entity)] = _entity(writer, entity, [titles.get(id(title), "") for title in entity.titles])
    dates = {}
    for date in document.dates:
        dates[id(date)] = bound = writer.bound(date.type.capitalize(), [date.span])
        writer.note(bound, {"value": value(date), "days": interval(date), "rule": date.rule})
    for quote in document.quotes:
        _quote(writer, quote, speaker=firsts.get(id(quote.speaker), ""), said_on=dates.get(id(quote.said_on), ""))
    for kind in sorted((kind for kind in document.layers if kind not in KINDS), key=lambda kind: kind.__name__):
        for annotation in document.layers[kind]:
            bound = writer.bound(_NO_WORD.sub("_", kind.__name__), anchor(annotation))
            writer.note(bound, {"rule": rule_of(annotation)})
    return "".join(f"{line}\n" for line in writer.lines)


def _entity(writer: _Writer, entity: Entity, titles: Iterable[str]) -> str:
    """Write the mentions of an entity and its titles; return the first mention."""
    bounds = [_mention(writer, entity, mention, nominal=False) for mention in entity.mentions]
    bounds += [_mention(writer, entity, mention, nominal=True) for mention in entity.nominal_mentions]
    bounds = [bound for bound in bounds if bound]
    first = bounds[0] if bounds else ""
    if len(bounds) > 1:
        writer.line("*", f"Equiv {' '.join(bounds)}")
    for title in titles:
        if first and title:
            writer.add("R", f"Holds Arg1:{first} Arg2:{title}")
    return first


def _mention(writer: _Writer, entity: Entity, mention: Mention, *, nominal: bool) -> str:
    bound = writer.bound(entity.kind.capitalize(), [mention.span])
    if bound and nominal:
        writer.add("A", f"Nominal {bound}")
    for scheme, identifier in entity.ids.items():
        if bound:
            reference = f"{_NO_WORD.sub('_', scheme)}:{'_'.join(identifier.split())}"
            writer.add("N", f"Reference {bound} {reference}", " ".join(entity.name.split()))
    facts = {name: said for name, said in added(entity).items() if name not in entity.ids}
    writer.note(bound, {"name": entity.name, **facts, "rule": mention.rule})
    return bound


def _quote(writer: _Writer, quote: Quote, *, speaker: str, said_on: str) -> None:
    """Write an attribution; where there is no cue, it stands at the content."""
    source, cue, addressee = ([span] if span else [] for span in (quote.source, quote.cue, quote.addressee))
    said = {
        "Content": writer.bound("Content", quote.content),
        "Cue": writer.bound("Cue", cue),
        "Source": writer.bound("Source", source),
        "Addressee": writer.bound("Addressee", addressee),
        "Speaker": speaker,
        "SaidOn": said_on,
    }
    trigger = writer.bound("Attribution", cue) or writer.bound("Attribution", quote.content)
    if not trigger:
        return
    arguments = " ".join(f"{role}:{bound}" for role, bound in said.items() if bound)
    event = writer.add("E", f"Attribution:{trigger} {arguments}")
    writer.add("A", f"Kind {event} {quote.kind}")
    writer.note(event, {"confidence": f"{quote.confidence:.2f}", **added(quote), "rule": quote.rule})


class _Writer:
    """The lines so far, and how many there are of each sort."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._counts: dict[str, int] = {}

    def line(self, id_: str, *fields: str) -> None:
        self.lines.append("\t".join((id_, *fields)))

    def add(self, sort: str, *fields: str) -> str:
        """Write a line of a sort (``T``, ``E``) with the next number and return its id."""
        self._counts[sort] = self._counts.get(sort, 0) + 1
        id_ = f"{sort}{self._counts[sort]}"
        self.line(id_, *fields)
        return id_

    def bound(self, type_: str, spans: Iterable[Span]) -> str:
        """Write a text-bound annotation and return its id, empty where no fragment is left."""
        fragments = [each for span in spans for each in _fragments(span)]
        if not fragments:
            return ""
        offsets = ";".join(f"{start} {end}" for start, end, _ in fragments)
        return self.add("T", f"{type_} {offsets}", " ".join(text for *_, text in fragments))

    def note(self, of: str, said: Mapping[str, str]) -> None:
        """Write what is said of an annotation in a note."""
        text = "; ".join(f"{' '.join(name.split())}: {' '.join(each.split())}" for name, each in said.items() if each)
        if of and text:
            self.add("#", f"AnnotatorNotes {of}", text)


def _fragments(span: Span) -> Iterator[tuple[int, int, str]]:
    for found in _ON_A_LINE.finditer(span.text):
        yield span.start + found.start(), span.start + found.end(), found.group()
