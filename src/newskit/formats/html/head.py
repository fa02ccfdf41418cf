"""What stands above the article: what is known of it, who is quoted, and the boxes that choose what is shown."""

from __future__ import annotations

from attrs import define, field

from newskit.document import Document
from newskit.formats.facts import length, published
from newskit.formats.html.article import Names, said_by, step
from newskit.formats.html.marks import element, letters
from newskit.formats.said import others, short
from newskit.kinds import Quote
from newskit.text import closed_class

_SHOWN = 12
"""How many of those who are quoted stand in the summary; all stand in the lists."""
_NOT_TOLD = "not told"
_PRONOUNS = closed_class("personal_pronoun") | closed_class("relative")
_STEPS = ((0.9, "90% or more"), (0.75, "75%"), (0.5, "50%"), (0.0, "less"))


def known(document: Document) -> str:
    """Return what is known of the article: its publisher, day, address, and its id where that is not the heading."""
    article = document.article
    id_ = article.id if article.id != title(document) else None
    told = [letters(each) for each in (article.publisher, published(document), id_) if each]
    if article.url:
        url = letters(article.url)
        web = article.url.lower().startswith(("https://", "http://"))  # other schemes may run a script
        told.append(f"{element('a', href=article.url, rel='noreferrer')}{url}</a>" if web else url)
    return " · ".join([*told, length(document.article)])


def heading(document: Document) -> str:
    """Return a heading for an article whose text has none, by what it is called."""
    if any(part.kind == "headline" and part.span.text.strip() for part in document.parts):
        return ""
    return f"{element('h1', class_='untitled', dir='auto')}{letters(title(document))}</h1>"


def title(document: Document) -> str:
    """Return what the article is called: its headline, else its id."""
    headline = next((part.span.text for part in document.parts if part.kind == "headline"), "")
    return short(headline, 120) or document.article.id or "An article"


@define
class _Quoted:
    """Somebody who is quoted: the name, the office, and the places of the quotes."""

    name: str
    office: str
    places: list[int] = field(factory=list)


def summary(document: Document, names: Names) -> str:
    """Return who is quoted, in what office and where, those with most quotes first; only statements count."""
    found: dict[object, _Quoted] = {}
    statements = {id(quote) for quote in document.statements}
    for place, quote in enumerate(document.quotes):
        if id(quote) not in statements:
            continue
        who = quote.speaker
        name = who.name if who else _source(quote)
        key = id(who) if who else name.casefold()
        found.setdefault(key, _Quoted(name, (who.office or "") if who else "")).places.append(place)
    if not found:
        return ""
    id_ = names.entry("list", -1)
    most = sorted(found.values(), key=lambda each: (each.name == _NOT_TOLD, -len(each.places)))
    shown = "".join(_line(each, document.quotes, names) for each in most[:_SHOWN])
    left = f"<li>and {len(most) - _SHOWN:,} more</li>" if len(most) > _SHOWN else ""
    opening = element("section", class_="summary", aria_labelledby=id_)
    return f"{opening}{element('h2', id=id_)}Who is quoted</h2><ul>{shown}{left}</ul></section>"


def _source(quote: Quote) -> str:
    """Return the source as written, of whom no more is known; a pronoun alone names nobody."""
    told = quote.source is not None and quote.source.text.casefold() not in _PRONOUNS
    return said_by(quote) if told else _NOT_TOLD


def _line(quoted: _Quoted, quotes: tuple[Quote, ...], names: Names) -> str:
    role = f"{element('span', class_='role')}{letters(quoted.office)}</span>" if quoted.office else ""
    ways = " ".join(_way(place, quotes[place], names) for place in quoted.places)
    return f"<li><b>{letters(short(quoted.name, 80))}</b>{role} {ways}</li>"


def _way(place: int, quote: Quote, names: Names) -> str:
    label = f"quote {place + 1}, {quote.confidence:.0%}"
    way = names.mark("quote", place)
    return f"{element('a', href=f'#{way}', aria_label=label)}{place + 1}</a>"


def boxes(document: Document) -> str:
    """Return the boxes that choose what the text shows, and what the lines of quotes mean; it begins with little."""
    kinds = {entity.kind for entity in document.entities}
    there = (
        ("quotes", "quotes", True, bool(document.quotes)),
        ("people", "people", True, "person" in kinds),
        ("dates", "dates", True, bool(document.dates)),
        ("names", "other names", False, bool(kinds - {"person"})),
        ("titles", "titles", False, bool(document.titles)),
        ("sources", "sources and cues", False, bool(document.quotes)),
        ("others", "what plugins added", True, bool(others(document))),
    )
    shown = " ".join(_box(name, says, chosen=chosen) for name, says, chosen, any_ in there if any_)
    if not document.quotes:
        return shown
    lines = " ".join(f"{element('q', class_=f'quote direct {step(least)}')}{says}</q>" for least, says in _STEPS)
    indirect = f"{element('mark', class_='quote indirect sure')}indirect</mark>"
    return f"{shown}\n<p>How sure newskit is of a quote: {lines} · {indirect} speech is blue.</p>"


def _box(name: str, says: str, *, chosen: bool) -> str:
    box = element("input", type="checkbox", value=name, autocomplete="off", checked="" if chosen else None)
    return f"<label>{box}{says}</label>"
