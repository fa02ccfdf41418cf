"""The readable listing."""

from typing import ClassVar

import attrs
import pytest

from newskit import Article, Document, Entity, Failure, Mention, Part, Quote, Span, TimeExpression, Title
from newskit.formats.text import printable, to_text

TEXT = "Pier is safe\nHarbour Master Ida Brandt told the Gazette on Monday that the pier is safe."


def span(words: str) -> Span:
    start = TEXT.rindex(words)
    return Span(start, start + len(words), words)


TITLE = Title(span("Harbour Master"), "Harbour Master", organization="Port Office")
IDA = Entity("person", "Ida Brandt", (Mention(span("Ida Brandt")),), titles=(TITLE,))
MONDAY = TimeExpression(span("Monday"), "DATE", "2025-02-17")
DOCUMENT = Document(
    Article(TEXT, id="pier.txt", published="2025-02-18"),
    {
        Part: (Part("headline", Span(0, 12, TEXT[:12])), Part("paragraph", Span(13, len(TEXT), TEXT[13:]))),
        Title: (TITLE,),
        Entity: (IDA, Entity("organization", "Gazette", (Mention(span("Gazette")),) * 2)),
        TimeExpression: (MONDAY,),
        Quote: (
            Quote(
                "indirect",
                (span("that the pier is safe"),),
                cue=span("told"),
                speaker=IDA,
                addressee=span("the Gazette"),
                said_on=MONDAY,
                rule="cue",
                confidence=0.9,
            ),
        ),
    },
    (Failure("x.y", "x", "pier.txt", "ValueError: no"),),
)

LISTING = """\
pier.txt · published 2025-02-18 · 88 characters

PARTS
  headline   Pier is safe
  paragraph  Harbour Master Ida Brandt told the Gazette on Monday that the pier…

PEOPLE 1
  Ida Brandt  Harbour Master, Port Office  1 mention  1 quote

ORGANIZATIONS 1
  Gazette\u00a0×2

DATES 1
  Monday  2025-02-17  date

QUOTES 1
  ● Ida Brandt, Harbour Master, Port Office  2025-02-17
    that the pier is safe
    indirect · “told” · to the Gazette · rule: cue · 90%

FAILURES 1
  x.y: ValueError: no
"""


def test_the_listing() -> None:
    assert to_text(DOCUMENT, width=80) == LISTING


def test_colour_is_all_that_colour_adds() -> None:
    coloured = to_text(DOCUMENT, width=80, colour=True)
    assert "\x1b[" in coloured
    assert "\x1b" not in to_text(DOCUMENT, width=80)


@pytest.mark.parametrize("width", [20, 80, 120])
def test_no_line_is_wider_than_asked(width: int) -> None:
    assert max(map(len, to_text(DOCUMENT, width=width).splitlines())) <= width


def test_an_empty_article() -> None:
    assert "the article is empty" in to_text(Document(Article("")))


def test_an_article_in_which_nothing_was_found() -> None:
    assert "nothing found" in to_text(Document(Article("x")))


def test_a_long_quote_is_cut() -> None:
    text = "word " * 200_000
    quote = Quote("direct", (Span(0, len(text), text),))
    listing = to_text(Document(Article(text), {Quote: (quote,)}))
    assert "…" in listing
    assert len(listing) < 1000


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\t c", "a b c"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\0b", "a␀b"),
        ("lone \ud800", "lone \ufffd"),
        ("\u202eforced", "forced"),
        ("\x9b31m", "\ufffd31m"),
        ("[bold]x[/bold]", "[bold]x[/bold]"),
        ("שלום", "שלום"),
    ],
    ids=["white space", "escape", "NUL", "surrogate", "direction", "C1", "markup", "right to left"],
)
def test_what_a_terminal_would_obey_is_shown_instead(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_markup_in_an_article_stays_as_written() -> None:
    text = "[bold red]x[/]"
    listing = to_text(Document(Article(text), {Part: (Part("headline", Span(0, len(text), text)),)}))
    assert text in listing


def test_kinds_of_plugins_are_counted() -> None:
    @attrs.frozen
    class Hashtag:
        layer: ClassVar[str] = "hashtags"
        span: Span

    found = Document(Article("#pier #safe"), {Hashtag: (Hashtag(Span(0, 5, "#pier")), Hashtag(Span(6, 11, "#safe")))})
    assert "MORE\n  Hashtag 2\n" in f"{to_text(found)}\n"
