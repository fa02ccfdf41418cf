"""The readable listing."""

import datetime as dt
from typing import ClassVar

import attrs
import pytest

from newskit import Article, Document, Entity, Failure, Mention, Part, Quote, Span, TimeExpression, Title
from newskit.formats.text import pictured, printable, to_text

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
  Ida Brandt  Harbour Master of the Port Office  1 mention  1 quote

ORGANIZATIONS 1
  Gazette\u00a0×2

DATES 1
  Monday  2025-02-17  date

QUOTES 1
  ● Ida Brandt, Harbour Master of the Port Office  2025-02-17
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


@pytest.mark.parametrize("width", [12, 20, 40, 80, 120])
def test_no_line_is_wider_than_asked(width: int) -> None:
    assert max(map(len, to_text(DOCUMENT, width=width).splitlines())) <= width


@pytest.mark.parametrize("width", [12, 40])
def test_a_narrow_listing_leaves_nothing_out(width: int) -> None:
    words = to_text(DOCUMENT, width=width).split()
    for said in ("Ida Brandt", "Harbour Master of the Port Office", "1 mention", "1 quote", "2025-02-17", "date"):
        assert "".join(said.split()) in "".join(word for word in words if word not in "·–●")
    assert "…" not in "".join(words)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


@pytest.mark.parametrize(
    ("published", "publication", "head"),
    [
        (None, "dateline", "counted from 2019-03-14 (dateline)"),
        (None, None, "no day of publication"),
        ("2019-03-15", "dateline", "published 2019-03-15"),
    ],
    ids=["found in the text", "not known", "given"],
)
def test_the_head_says_what_dates_were_counted_from(published: str | None, publication: str | None, head: str) -> None:
    text, day = "OSLO, March 14, 2019 — It rained.", dt.date(2019, 3, 14)
    date = TimeExpression(at(text, "March 14, 2019"), "DATE", str(day), first=day, last=day, publication=publication)
    listing = to_text(Document(Article(text, published=published), {TimeExpression: (date,)}))
    assert head in listing.splitlines()[0]


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
        ("\u202eforced\u2069", "\ufffdforced\ufffd"),
        ("\x7f", "␡"),
        ("\x9b31m", "\ufffd31m"),
        ("[bold]x[/bold]", "[bold]x[/bold]"),
        ("שלום", "שלום"),
    ],
    ids=["white space", "escape", "NUL", "surrogate", "direction", "delete", "C1", "markup", "right to left"],
)
def test_what_a_terminal_would_obey_is_shown_instead(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_a_text_of_lines_keeps_them() -> None:
    assert pictured("\x1b[2Ja\r\n\tb\u2028\u202e\ud800\x9b") == "␛[2Ja␍\n\tb\ufffd\ufffd\ufffd\ufffd"
    assert pictured("שלום, “Café” 😀\n") == "שלום, “Café” 😀\n"


def test_markup_in_an_article_stays_as_written() -> None:
    text = "[bold red]x[/]"
    listing = to_text(Document(Article(text), {Part: (Part("headline", Span(0, len(text), text)),)}))
    assert text in listing


def test_kinds_of_plugins_are_shown_with_their_words() -> None:
    @attrs.frozen
    class Hashtag:
        layer: ClassVar[str] = "hashtags"
        span: Span

    tags = Hashtag(Span(0, 5, "#pier")), Hashtag(Span(6, 11, "#safe")), Hashtag(Span(12, 17, "#pier"))
    found = Document(Article("#pier #safe #pier"), {Hashtag: tags})
    assert "MORE\n  Hashtag 3  #pier\u00a0×2 · #safe\n" in to_text(found)


def test_one_character_is_no_plural() -> None:
    assert to_text(Document(Article("A", id="a"), {})).startswith("a · no day of publication · 1 character\n")
