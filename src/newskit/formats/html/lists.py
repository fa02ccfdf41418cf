"""The lists beside the article: quotes, people and others, dates, parts; each entry leads to its place in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newskit.document import Document
from newskit.formats.date_words import in_words as date_in_words
from newskit.formats.facts import added, added_in_words, dropped, interval, office, revised, times, value
from newskit.formats.html.article import Names, datetime, mentions, more, said_by, step
from newskit.formats.html.known_rules import RuleCards
from newskit.formats.html.marks import element, letters
from newskit.formats.said import Fields, Reference, Value, in_words, others, short
from newskit.kinds import Entity, Part, Quote, TimeExpression, Title
from newskit.layers import layer_of
from newskit.leaves import anchor
from newskit.spans import Span

_LAYERS: Mapping[type, str] = {Entity: "entity", TimeExpression: "date", Quote: "quote"}
"""What the layers of our kinds are called in ids."""
_ENTITIES = (
    ("person", "People"),
    ("organization", "Organizations"),
    ("place", "Places"),
    ("group", "Groups"),
)


def to_lists(document: Document, names: Names, rules: RuleCards) -> Iterator[tuple[str, int, str]]:
    """Yield the heading, the count and the HTML of each list that holds something."""
    lists = _Lists(document, names, rules)
    found: list[tuple[str, list[str]]] = [("Quotes", [lists.quote(*each) for each in enumerate(document.quotes)])]
    for kind, heading in _ENTITIES:
        found.append((heading, [lists.entity(*each) for each in enumerate(document.entities) if each[1].kind == kind]))
    found.append(("Dates", [lists.date(*each) for each in enumerate(document.dates)]))
    for other, made in others(document).items():
        layer = layer_of(other)
        found.append((layer.capitalize(), [lists.other(layer, *each) for each in enumerate(made)]))
    for heading, notes in (("Dropped", dropped(document)), ("Revised", revised(document))):
        found.append((heading, [f"<li>{letters(each)}</li>" for each in notes]))
    found.append(("Failures", [f"<li>{letters(f'{each.extractor}: {each.error}')}</li>" for each in document.failures]))
    for heading, entries in found:
        if entries:
            yield heading, len(entries), f"<ol>{''.join(entries)}</ol>"


def _facts(*said: str | None) -> str:
    return letters(" · ".join(each for each in said if each))


def _said(quote: Quote) -> tuple[str | None, ...]:
    """Return to whom and where something was said, and what is not plain speech, where the article tells it."""
    return (
        f"to {short(quote.addressee.text, 60)}" if quote.addressee else None,
        quote.venue,
        f"reported by {short(quote.reported_by.text, 60)}" if quote.reported_by else None,
        quote.reports if quote.reports != "speech" else None,
        quote.status if quote.status != "asserted" else None,
    )


def _line(tag: str, class_: str, content: str) -> str:
    return f"{element(tag, class_=class_)}{content}</{tag}>" if content else ""


def _more(summary: str, rows: Iterable[tuple[str, str]]) -> str:
    """Return what is folded away until it is asked for: names and what stands under them, as HTML."""
    listed = "".join(f"<dt>{letters(name)}</dt><dd>{said}</dd>" for name, said in rows if said)
    return f"<details><summary>{summary}</summary><dl>{listed}</dl></details>" if listed else ""


class _Lists:
    """What the entries need to know: the document and its ids."""

    def __init__(self, document: Document, names: Names, rules: RuleCards) -> None:
        self.names, self.rules = names, rules
        self.fields = Fields(document)
        self.places = {id(entity): place for place, entity in enumerate(document.entities)}
        self.quotes: dict[int, list[int]] = {}
        for place, quote in enumerate(document.quotes):
            if quote.speaker is not None:
                self.quotes.setdefault(id(quote.speaker), []).append(place)

    def to_mark(self, text: str, layer: str, place: int, number: int = 0) -> str:
        return f"{element('a', href=f'#{self.names.mark(layer, place, number)}')}{letters(text)}</a>"

    def item(self, layer: str, place: int, class_: str, *content: str) -> str:
        return (
            f"{element('li', id=self.names.entry(layer, place), class_=class_, tabindex='-1')}{''.join(content)}</li>"
        )

    def quote(self, place: int, quote: Quote) -> str:
        speaker = quote.speaker
        name = letters(speaker.name if speaker else said_by(quote))
        if speaker is not None and id(speaker) in self.places:
            entry = self.names.entry("entity", self.places[id(speaker)])
            name = f"{element('a', href=f'#{entry}')}{name}</a>"
        role = (speaker.office if speaker else None) or ""
        day = _time(quote.said_on) if quote.said_on else ""
        cue = f"“{short(quote.cue.text, 60)}”" if quote.cue else "no cue"
        facts = _facts(cue, *_said(quote), added_in_words(quote))
        sure = _line("span", "percent", f"{quote.confidence:.0%}")
        return self.item(
            "quote",
            place,
            f"quote {quote.kind} {step(quote.confidence)}",
            _line("p", "who", f"{place + 1}. <b>{name}</b>{_line('span', 'role', letters(role))}{day}"),
            _line("p", "said", self.to_mark(short(quote.text), "quote", place)),
            _more(f"{sure} {_line('span', 'kind', quote.kind)} {facts}", self._of_quote(quote)),
        )

    def _of_quote(self, quote: Quote) -> tuple[tuple[str, str], ...]:
        """Return all that an entry tells of a quote, name by name."""
        of_speaker = quote.speaker_confidence
        return (
            ("rule", self.rules.name("quote", quote.rule)),
            ("confidence", f"{quote.confidence:.0%}"),
            ("speaker’s confidence", "" if of_speaker is None else f"{of_speaker:.0%}"),
            ("reports", self._by(quote.reports, quote.reports_rule)),
            ("status", self._by(quote.status, quote.status_rule)),
            ("source", letters(quote.source.text if quote.source else "none named")),
            ("source type", letters(quote.source_type or "")),
            (
                "anonymous",
                letters(quote.anonymity_reason.text if quote.anonymity_reason else "yes") if quote.anonymous else "",
            ),
            *((name, letters(said)) for name, said in added(quote).items()),
            ("characters", ", ".join(map(_place, quote.content))),
        )

    def _by(self, word: str, rule: str | None) -> str:
        return f"{letters(word)} ({self.rules.name('quote', rule)})" if rule else letters(word)

    def entity(self, place: int, entity: Entity) -> str:
        found = mentions(entity)
        titles = [title for title in entity.titles if not title.honorific]
        quotes = self.quotes.get(id(entity), [])
        said = " ".join(self._to_quote(each) for each in quotes)
        rows: list[tuple[str, str]] = [("quotes", said)]
        rows += [(name, letters(each)) for name, each in added(entity).items()]
        rows += [("title", self._title(title)) for title in titles]
        for number, mention in enumerate(found):
            rule = self.rules.name("entity", mention.rule)
            rows.append(("mention", f"{self.to_mark(short(mention.span.text, 80), 'entity', place, number)} {rule}"))
        counts = _facts(
            times(len(found), "mention"), times(len(quotes), "quote") if quotes else "", added_in_words(entity)
        )
        role = entity.office or ""
        summary = (
            f"<b>{letters(entity.name)}</b>{_line('span', 'role', letters(role))} {_line('span', 'facts', counts)}"
        )
        return self.item("entity", place, f"name {entity.kind}", _more(summary, rows) or summary)

    def _to_quote(self, place: int) -> str:
        return f"{element('a', href='#' + self.names.entry('quote', place))}{place + 1}</a>"

    def _title(self, title: Title) -> str:
        rule = self.rules.name("title", title.rule)
        claimed = " (claimed)" if title.claimed else ""
        return f"{letters(short(title.span.text, 120))} → {letters(office(title))}{claimed} {rule}"

    def date(self, place: int, date: TimeExpression) -> str:
        said = self.to_mark(short(date.span.text, 80), "date", place)
        rows = (
            ("value", letters(value(date))),
            ("days", letters(interval(date))),
            ("type", letters(date.type.lower())),
            ("rule", self.rules.name("date", date.rule)),
            ("characters", _place(date.span)),
        )
        return self.item("date", place, "date", f"{said} ", _more(_time(date), rows))

    def other(self, layer: str, place: int, annotation: object) -> str:
        """Return the entry of an annotation of a plugin's kind: its words, and what its fields say."""
        spans: Sequence[Span] = anchor(annotation)
        words = " … ".join(self.to_mark(short(span.text), more(layer), place, each) for each, span in enumerate(spans))
        said = self.fields.of(annotation)
        rows = [(each.name, ", ".join(map(self._value, each.values))) for each in said]
        line = _facts(*(f"{each.name}: {short(each.words, 80)}" for each in said))
        name = words or f"<b>{letters(f'{layer}-{place}')}</b>"
        return self.item(more(layer), place, "other", name, _more(line, rows))

    def _value(self, value: Value) -> str:
        """Return a field's value; a reference leads to the entry of what it is to."""
        said = letters(in_words(value))
        if not isinstance(value, Reference):
            return said
        entry = self._entry(value)
        return f"{element('a', href=f'#{entry}')}{said}</a>" if entry else said

    def _entry(self, reference: Reference) -> str:
        """Return the id of an annotation's entry, empty where it has none."""
        kind = type(reference.to)
        if kind in (Part, Title):
            return ""
        layer = _LAYERS.get(kind) or more(reference.layer)
        return self.names.entry(layer, reference.position)


def _place(span: Span) -> str:
    return f"{span.start}–{span.end}"


def _time(date: TimeExpression) -> str:
    """Return a date in words, with its value behind."""
    machine = datetime(date)
    tag = "time" if machine else "span"
    return f"{element(tag, class_='value', datetime=machine, title=value(date))}{letters(date_in_words(date))}</{tag}>"


def parts(document: Document, rules: RuleCards) -> str:
    """Return what the parts are and by which rules, folded away."""
    return _more("Parts of the article", ((part.kind, _part(part, rules)) for part in document.parts))


def _part(part: Part, rules: RuleCards) -> str:
    return f"{letters(short(part.span.text, 80))} {rules.name('part', part.rule)}"
