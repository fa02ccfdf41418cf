"""A document as brat standoff: the lines of its ``.ann`` file, beside the text in a ``.txt`` file.

Speech is written as the PolNeAR corpus writes it: text-bound ``Source``, ``Cue`` and ``Content``, tied by an event
``Attribution`` at the cue. Offsets count Unicode code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import regex

from newskit.document import Document
from newskit.formats.facts import added, interval, office, value
from newskit.formats.plain import to_write
from newskit.formats.said import Fields, Reference, Said, others
from newskit.kinds import Entity, Mention, Part, Quote, TimeExpression, Title
from newskit.layers import layer_of
from newskit.leaves import anchor
from newskit.spans import Span

_ON_A_LINE = regex.compile(r"[^\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
"""What can stand in a line of the file, however its reader cuts lines and fields."""
_NO_WORD = regex.compile(r"[^\w-]|[^\x00-\x7f]")
Ids = dict[tuple[str, int], str]
"""What an annotation is called in the file, by its layer and its position there; empty where it has no line."""


def to_brat(document: Document) -> str:
    """Write a document's annotations in brat's standoff format; save the text as it is beside them.

    A span over several lines has a fragment on each, as brat asks; a span of nothing but line ends and tabs is left
    out. Names, values and rules are in notes, the kind of speech in an attribute.
    """
    document = to_write(document)
    writer = _Writer()
    ids: Ids = {}
    for place, part in enumerate(document.parts):
        ids[Part.layer, place] = bound = writer.bound(part.kind.capitalize(), [part.span])
        writer.note(bound, {"rule": part.rule})
    titles = {}
    for place, title in enumerate(document.titles):
        titles[id(title)] = ids[Title.layer, place] = bound = writer.bound("Title", [title.span])
        former = "yes" if title.former else ""
        writer.note(bound, {"office": office(title), "tie": title.tie, "former": former, "rule": title.rule})
    firsts = {}
    for place, entity in enumerate(document.entities):
        first = _entity(writer, entity, [titles.get(id(title), "") for title in entity.titles])
        firsts[id(entity)] = ids[Entity.layer, place] = first
    dates = {}
    for place, date in enumerate(document.dates):
        dates[id(date)] = ids[TimeExpression.layer, place] = bound = writer.bound(date.type.capitalize(), [date.span])
        writer.note(bound, {"value": value(date), "days": interval(date), "rule": date.rule})
    for place, quote in enumerate(document.quotes):
        speaker, said_on = firsts.get(id(quote.speaker), ""), dates.get(id(quote.said_on), "")
        ids[Quote.layer, place] = _quote(writer, quote, speaker=speaker, said_on=said_on)
    _others(writer, document, ids)
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


def _quote(writer: _Writer, quote: Quote, *, speaker: str, said_on: str) -> str:
    """Write an attribution and return its id, empty where there is none; without a cue, it stands at the content."""
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
        return ""
    arguments = " ".join(f"{role}:{bound}" for role, bound in said.items() if bound)
    event = writer.add("E", f"Attribution:{trigger} {arguments}")
    writer.add("A", f"Kind {event} {quote.kind}")
    writer.add("A", f"Reports {event} {quote.reports}")
    writer.add("A", f"Status {event} {'_'.join(quote.status.split())}")
    of_speaker = quote.speaker_confidence
    notes = {
        "confidence": f"{quote.confidence:.2f}",
        "speaker confidence": "" if of_speaker is None else f"{of_speaker:.2f}",
        **added(quote),
        "reports rule": quote.reports_rule,
        "status rule": quote.status_rule,
        "rule": quote.rule,
    }
    writer.note(event, notes)
    return event


def _others(writer: _Writer, document: Document, ids: Ids) -> None:
    """Write the annotations of plugins' kinds, and then what they say, which may lead to any of them."""
    found = others(document)
    for kind, made in found.items():
        for place, annotation in enumerate(made):
            ids[layer_of(kind), place] = writer.bound(_type(kind.__name__), anchor(annotation))
    fields = Fields(document)
    for kind, made in found.items():
        for place, annotation in enumerate(made):
            said = fields.of(annotation)
            if bound := ids[layer_of(kind), place]:
                _fields(writer, bound, said, ids)
            else:
                name = f"{layer_of(kind)}-{place}"
                notes = {kind.__name__: name, **{each.name: each.words for each in said}}
                writer.note(next(_targets(said, ids), ""), notes)


def _fields(writer: _Writer, bound: str, said: Iterable[Said], ids: Ids) -> None:
    """Write fields: what holds and words of closed lists as attributes, references as relations, all else in a note."""
    notes = {}
    for each in said:
        word = "_".join(str(each.values[0]).split()) if each.chosen and len(each.values) == 1 else ""
        if each.values[0] is True:
            writer.add("A", f"{_type(each.name)} {bound}")
        elif word:
            writer.add("A", f"{_type(each.name)} {bound} {word}")
        else:
            notes[each.name] = each.words
            for target in _targets([each], ids):
                writer.add("R", f"{_type(each.name)} Arg1:{bound} Arg2:{target}")
    writer.note(bound, notes)


def _targets(said: Iterable[Said], ids: Ids) -> Iterator[str]:
    """Yield the ids of what fields refer to, where it has one."""
    for each in said:
        references = (held for held in each.values if isinstance(held, Reference))
        yield from filter(None, (ids.get((reference.layer, reference.position)) for reference in references))


def _type(name: str) -> str:
    """Return a name that brat takes for a type."""
    return _NO_WORD.sub("_", f"{name[:1].upper()}{name[1:]}")


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
