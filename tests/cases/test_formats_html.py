"""The page to read: how parts, quotes, names and dates stand in it, and what an article cannot do to it."""

from __future__ import annotations

import re
from typing import ClassVar

import attrs
import pytest
from parsed import Page

import newskit
from newskit import Article, Document, Entity, Failure, Mention, Part, Quote, Span, TimeExpression, Title
from newskit.formats import to_html
from newskit.formats.html import style

TEXT = (
    "Pier <is> safe\n\nOSLO, March 3 — Harbour Master Ida Brandt told the Gazette on Monday that “all & sundry” agree. "
    "(Photo: Bo Lee)"
)


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


MASTER = Title(at("Harbour Master"), "Harbour Master", organization="Port Office", rule="before name")
IDA = Entity("person", "Ida Brandt", (Mention(at("Ida Brandt"), "full name"),), titles=(MASTER,))
MONDAY = TimeExpression(at("Monday"), "DATE", "2025-02-17", rule="weekday")
SAID = Quote(
    "mixed",
    (at("that “all & sundry” agree"),),
    cue=at("told"),
    source=at("Harbour Master Ida Brandt"),
    speaker=IDA,
    addressee=at("the Gazette"),
    said_on=MONDAY,
    confidence=0.9,
    rule="cue then report",
)
PARTS = (
    Part("headline", at("Pier <is> safe")),
    Part("paragraph", Span(16, len(TEXT), TEXT[16:])),
    Part("dateline", at("OSLO, March 3 —")),
    Part("credit", at("Photo: Bo Lee")),
)
DOCUMENT = Document(
    Article(TEXT, id="pier.txt", published="2025-02-18"),
    {Part: PARTS, Title: (MASTER,), Entity: (IDA,), TimeExpression: (MONDAY,), Quote: (SAID,)},
)


def around(words: str, page: str) -> list[str]:
    """Return the elements around some words, outermost first, with their class."""
    read = Page(page, "article")
    place = read.text.index(words)
    elements = read.around[place][
        read.around[place].index(next(each for each in read.around[place] if each[0] == "article")) :
    ]
    return [f"{tag}.{given['class']}" if given.get("class") else tag for tag, given in elements[1:]]


@pytest.mark.parametrize(
    ("words", "elements"),
    [
        ("Pier", ["h1.part headline"]),
        ("OSLO", ["p.part paragraph", "span.part dateline"]),
        ("Harbour", ["p.part paragraph", "span.source", "span.title"]),
        ("Ida", ["p.part paragraph", "span.source", "a", "span.name person"]),
        ("told", ["p.part paragraph", "span.cue"]),
        ("Monday", ["p.part paragraph", "a", "time.date"]),
        ("that", ["p.part paragraph", "q.quote mixed sure"]),
        ("Photo", ["p.part paragraph", "span.part credit"]),
    ],
)
def test_parts_are_set_and_what_was_found_is_marked(words: str, elements: list[str]) -> None:
    assert around(words, to_html(DOCUMENT)) == elements


def test_the_card_of_a_quote_says_who_when_how_sure_and_why() -> None:
    card = (
        "1 Ida Brandt, Harbour Master of the Port Office · mixed · said: 17 February 2025 · 90% · rule: cue then report"
    )
    page = to_html(DOCUMENT)
    assert page.count(f'data-card="{card}"') == 2  # the quote and its number
    assert 'aria-label="quote 1, mixed, 90%: Ida Brandt, Harbour Master of the Port Office"' in page


def test_who_is_quoted_is_who_made_a_statement() -> None:
    feared = attrs.evolve(SAID, reports="thought", speaker=None, source=at("Oslo".upper()))
    denied = attrs.evolve(SAID, status="denied")
    layers = {**DOCUMENT.layers, Quote: (feared, denied, SAID)}
    page = to_html(attrs.evolve(DOCUMENT, layers=layers))
    (told,) = re.findall(r'<section class="summary".*?</section>', page, re.DOTALL)
    assert "Ida Brandt" in told
    assert re.findall(r">(\d+)</a>", told) == ["3"]
    assert "OSLO" not in told
    assert 'class="summary"' not in to_html(attrs.evolve(DOCUMENT, layers={**layers, Quote: (feared, denied)}))


def test_lists_lead_to_the_text_and_back() -> None:
    page = to_html(DOCUMENT)
    for entry, place in (("quote-1", "quote-1-1"), ("entity-1", "entity-1-1"), ("date-1", "date-1-1")):
        assert page.count(f'id="{entry}"') == page.count(f'id="{place}"') == 1
        assert f'href="#{entry}"' in page
        assert f'href="#{place}"' in page


@pytest.mark.parametrize(
    ("value", "first", "last", "datetime"),
    [
        ("2025-02-17", None, None, "2025-02-17"),
        ("2025-W08", None, None, "2025-W08"),
        ("2025-02", None, None, "2025-02"),
        ("P3D", None, None, "P3D"),
        ("PT2H30M", None, None, "PT2H30M"),
        ("2025-02-17T15:00", None, None, "2025-02-17T15:00"),
        ("2025-02-17TEV", "2025-02-17", "2025-02-17", "2025-02-17"),
        ("2025-SU", "2025-06-01", "2025-08-31", None),
        ("P2W", None, None, None),
        ("P", None, None, None),
        ("PT", None, None, None),
        ("XXXX-WXX-2", None, None, None),
    ],
)
def test_datetime_holds_only_what_html_allows(
    value: str, first: str | None, last: str | None, datetime: str | None
) -> None:
    days = [newskit.Article("", published=day).published for day in (first, last)]
    date = TimeExpression(at("Monday"), "DATE", value, first=days[0], last=days[1])
    page = to_html(Document(Article(TEXT), {TimeExpression: (date,)}))
    found = re.search(r'<time datetime="([^"]*)" class="date"', page)
    assert (found[1] if found else None) == datetime


def test_the_interval_stands_in_the_title_of_a_date() -> None:
    days = newskit.Article("", published="2025-02-01").published, newskit.Article("", published="2025-02-28").published
    date = TimeExpression(at("Monday"), "DATE", "2025-02", "START", first=days[0], last=days[1])
    assert 'title="2025-02 START · 2025-02-01 – 2025-02-28"' in to_html(
        Document(Article(TEXT), {TimeExpression: (date,)})
    )


def test_an_indirect_quote_is_no_q_element() -> None:
    report = Quote("indirect", (at("that “all & sundry” agree"),))
    page = to_html(Document(Article(TEXT), {Quote: (report,)}))
    assert around("that", page) == ["div.part plain", "mark.quote indirect sure"]


def test_quotes_that_cross_are_cut_where_they_must_be() -> None:
    text = "one two three"
    crossing = Quote("direct", (at("one two", text),)), Quote("mixed", (at("two three", text),))
    page = to_html(Document(Article(text), {Quote: crossing}))
    assert around("one", page) == ["div.part plain", "q.quote direct sure"]
    assert around("two", page) == ["div.part plain", "q.quote direct sure", "q.quote mixed sure"]
    assert around("three", page) == ["div.part plain", "q.quote mixed sure"]


def test_a_quote_over_paragraphs_is_cut_so_that_blocks_stay_outside() -> None:
    text = "“One.\n\nTwo.”"
    parts = Part("paragraph", at("“One.", text)), Part("paragraph", at("Two.”", text))
    page = to_html(Document(Article(text), {Part: parts, Quote: (Quote("direct", (at(text, text),)),)}))
    assert around("One", page) == around("Two", page) == ["p.part paragraph", "q.quote direct sure"]
    assert page.count('id="quote-1-1"') == 1


def test_what_html_cannot_hold_is_shown_by_a_mark_and_carriage_returns_stay() -> None:
    page = to_html(Document(Article("a\0b\ud800c\r\nd\re")))
    assert "a\ufffdb\ufffdc&#13;\nd&#13;e" in page
    assert not {"\0", "\ud800", "\r"} & set(page)


HOSTILE = '</style></article><script>alert(1)</script><img src=x onerror="x"> & \' "><!--text--> http://x.example \x1b'


@pytest.mark.parametrize("form", ["page", "fragment"])
def test_hostile_text_is_text(form: str) -> None:
    whole = Span(0, len(HOSTILE), HOSTILE)
    entity = Entity("person", HOSTILE, (Mention(whole, HOSTILE),))
    date = TimeExpression(whole, "DATE", HOSTILE, HOSTILE, rule=HOSTILE)
    document = Document(
        Article(HOSTILE, id=HOSTILE, url=f"javascript:{HOSTILE}", publisher=HOSTILE, language=HOSTILE),
        {
            Part: (Part("headline", whole, HOSTILE),),
            Title: (Title(whole, HOSTILE, rule=HOSTILE),),
            Entity: (entity,),
            TimeExpression: (date,),
            Quote: (Quote("direct", (whole,), whole, whole, entity, venue=HOSTILE, said_on=date, rule=HOSTILE),),
        },
        (Failure(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE),),
    )
    read = Page(to_html(document, fragment=form == "fragment", prefix="a"), "article")
    assert read.text == HOSTILE
    assert not {"script", "img", "link", "iframe"} & set(read.tags)
    assert all(link.startswith("#") for link in read.links)


def test_the_page_needs_nothing_else() -> None:
    page = to_html(DOCUMENT)
    assert not re.search(r"https?:|//|@import|url\(|\ssrc=|<link|<script", page.replace("</", "").replace("/*", ""))
    assert "default-src 'none'" in page


def test_only_addresses_of_the_web_are_links() -> None:
    for url, linked in (
        ("https://news.example/pier", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
    ):
        page = to_html(Document(Article(TEXT, url=url)))
        assert (f'href="{url}"' in page) is linked
        assert url in page


def test_a_fragment_is_one_element_and_its_style_comes_apart() -> None:
    fragment = to_html(DOCUMENT, fragment=True, prefix="one-")
    assert fragment.startswith('<div class="newskit">')
    assert "<style" not in fragment
    assert 'id="one-quote-1"' in fragment
    assert fragment.replace("one-", "") in to_html(DOCUMENT)
    assert ".newskit" in style()
    assert "light-dark(" in style()


def test_kinds_of_plugins_have_a_list_of_their_own() -> None:
    @attrs.frozen
    class Hashtag:
        layer: ClassVar[str] = "quote"
        span: Span
        rule: str = "number sign"

    text = "Crowds shouted #reopen."
    page = to_html(Document(Article(text), {Hashtag: (Hashtag(at("#reopen", text)),)}))
    assert around("#reopen", page) == ["div.part plain", "a", "span.other"]
    assert 'id="more-quote-1"' in page
    assert "number sign" in page


def test_what_failed_is_told() -> None:
    page = to_html(Document(Article("x"), {}, (Failure("a.b", "a", "", "ValueError: <no>"),)))
    assert "a.b: ValueError: &lt;no&gt;" in page


@pytest.mark.parametrize("text", ["", " \n", "x"])
def test_where_nothing_was_found_the_page_says_so(text: str) -> None:
    page = to_html(Document(Article(text)))
    assert "Nothing was found." in page
    assert Page(page, "article").text == text


def test_the_head_says_what_dates_were_counted_from(kit: newskit.Kit) -> None:
    text = "OSLO, March 14, 2019 (Herald) — Mayor Ana Ruiz said on Monday that the pier will close."
    assert '<p class="known">counted from 2019-03-14 (dateline) ·' in to_html(kit.extract(text))


def test_what_forces_a_direction_is_isolated() -> None:
    text = "Ida \u202eBrandt said yes."
    name = Span(0, 11, text[:11])
    entity = Entity("person", name.text, (Mention(name),))
    document = Document(Article(text, id="a\u202e", publisher="b\u2067"), {Entity: (entity,)})
    written = to_html(document)
    assert Page(written, "article").text == text
    for tag in re.findall(r"<[^>]*>", written):
        assert not set("\u202e\u2067") & set(tag)
    assert set("\u202e\u2067") & set(written)
    assert not set("\u202e\u2067") & set(re.sub(r"<bdi>[^<]*</bdi>", "", written))


def test_a_title_has_no_elements() -> None:
    title = re.search("<title>(.*?)</title>", to_html(Document(Article("x", id="a\u202e"))))
    assert title
    assert title[1] == "a\ufffd"
