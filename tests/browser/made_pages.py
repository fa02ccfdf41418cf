"""The pages that the browser is shown, made of articles of our own."""

from __future__ import annotations

from functools import cache

import newskit
from newskit import Article
from newskit.formats import to_html
from newskit.report import Facts, Report
from newskit.verify import SourceIndex
from newskit.verify.claims import Claimed
from newskit.verify.page import to_page

HOSTILE = '</script></style></article><script>document.title="taken";alert(1)</script><img src=x onerror="alert(2)"> "'
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwe" * 4
STORY = f"""Port Vell pier to open again in May

By Lena Moss

Harbour Master Ida Brandt said on Monday that the pier will open again in May, after a week of storms in the summer of \
2024.

“Pier 4 is safe, and we have waited long enough,” Brandt told the Gazette. “Nobody was hurt.”

The mayor, Olaf Lind, was said to doubt it. One official, who was not allowed to speak in public, said the pier was \
closed for good. {LONG}

According to Port Vell Authority, 40,000 people cross the pier every day.
"""


@cache
def document() -> newskit.Document:
    """Return the story with what was found in it."""
    return newskit.extract(
        Article(STORY, id="vell.txt", published="2025-02-18", publisher="The Echo", url="https://echo.example/vell")
    )


@cache
def hostile_document() -> newskit.Document:
    """Return an article that would do something to its page, if it could."""
    text = f'{HOSTILE}\n\nIda Brandt said: "{HOSTILE} is safe."\n'
    return newskit.extract(Article(text, id=HOSTILE, publisher=HOSTILE, url=f"javascript:alert(3)//{HOSTILE}"))


def page(of: newskit.Document | None = None) -> str:
    """Return a document as a page."""
    return to_html(of or document())


@cache
def notebook() -> str:
    """Return a page that shows two documents as a notebook would, with styles and elements of its own."""
    outputs = "".join(f'<div class="output">{each._repr_html_()}</div>' for each in (document(), document()))
    return (
        '<!doctype html><html lang="en"><title>Notebook</title><body data-jp-theme-light="false" style="margin: 7px; '
        'background: #111; color: #eee"><main><h1 id="own">Notebook</h1><p>'
        f'<a href="#own" style="color: #9cf">a link</a> '
        f'<mark id="mark">marked</mark></p>{outputs}</main></body></html>'
    )


@cache
def turned_document() -> newskit.Document:
    """Return a document of a publisher whose name turns round what is behind it."""
    known = {"publisher": "\u202eEcho", "id": "\u202ea", "published": "2025-02-18"}
    return newskit.extract(Article('Ida Brandt said: "Pier 4 is safe."', **known))


@cache
def report(of: newskit.Document | None = None) -> str:
    """Return the report of a few articles."""
    facts = Facts()
    for each in (document(), hostile_document()) if of is None else (of,):
        facts.add(each)
    return Report.of(facts).to_html()


@cache
def long_report(rows: int = 20_000, speakers: int = 500) -> str:
    """Return a report of many quotes, of speakers whose names differ."""
    facts, few = Facts(), Facts()
    few.add(newskit.extract(Article('Ida Brandt said: "Pier 4 is safe."', id="a", published="2025-02-18")))
    (quote,), (person,) = few.quotes, few.people
    for at in range(rows):
        name = f"Ida Brandt{_letters(at % speakers)}"
        known = {"article": f"a{at}", "publisher": f"Echo {at % 7}", "month": f"2025-{at % 12 + 1:02}"}
        facts.quotes.append({**quote, **known, "speaker": name, "content": f"Pier {at} is safe."})
        facts.people.append({**person, **known, "name": name})
    facts.articles = rows
    return Report.of(facts).to_html()


def _letters(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:03}")


@cache
def verified() -> str:
    """Return the page of checked quotes: one of each answer, and one that would do something if it could."""
    index = SourceIndex([Article(STORY, id="vell.txt"), hostile_document().article])
    quotes = (
        "Pier 4 is safe",
        "Pier 4 is not safe, and we have waited long enough",
        "Never said",
        f"{HOSTILE} is safe.",
        LONG,
    )
    claims = [Claimed(quote, "Ida Brandt", id=HOSTILE) for quote in quotes]
    return to_page([(claim, index.check(claim.quote, speaker=claim.speaker)) for claim in claims])
