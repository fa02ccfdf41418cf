"""Pages of HTML as articles: what is read of them, where it stands, and what it does not depend on."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from newskit import Article, InputError, MissingExtraError
from newskit.formats import page as pages
from newskit.formats import read_articles, read_html

STORY = (
    "The harbour wall, which gave way in January, will be rebuilt by the spring, the council said on Monday.",
    "“We cannot wait for another winter,” said Harbour Master Ida Lind. “The boats are not safe.”",
    "Fishermen welcomed the vote, and said that the quay had to follow soon, as the ice plant stands on it.",
)
DATA = """<script type="application/ld+json">[{"@type": "WebSite"}, {"@graph": [
    {"@type": "NewsArticle", "headline": "Ferry late again", "datePublished": "2024-12-01"},
    {"@type": "NewsArticle", "headline": "Harbour wall to be rebuilt", "datePublished": "2025-02-18T23:30:00-05:00",
     "dateModified": "2025-03-01", "author": [{"name": "Ida Brandt"}, {"name": "Tom Okoro"}]}]}]</script>"""


def page(*, head: str = DATA, front: str = "", lang: str = ' lang="en-GB"') -> str:
    return f"""<!doctype html><html{lang}><head><title>Harbour wall to be rebuilt - The Coast Courier</title>
    <meta property="og:title" content="Harbour wall to be rebuilt">
    <meta property="og:site_name" content="The Coast Courier">
    <meta property="og:description" content="The council voted to spend four million pounds.">
    <link rel="canonical" href="https://courier.example/news/harbour-wall">{head}</head>
    <body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
    <main><article><h1>Harbour wall
      to be rebuilt</h1>{front}
    <figure><img src="a.jpg"><figcaption>The wall after the storm. Photograph: Lena Moss</figcaption></figure>
    <p>{STORY[0]}</p>
    <p>“We cannot wait for another winter,” said <b>Harbour Master</b> <a href="/x">Ida Lind</a>.&nbsp;“The boats
      are <em>not</em> safe.”</p>
    <h2>What it costs</h2>
    <p>The work costs four million.<br>Bids close in March.</p>
    <ul><li>First the stones are cleared.</li><li>Then the wall is laid anew.</li></ul>
    <blockquote><p>The wall was built in 1871.</p></blockquote>
    <p>{STORY[2]}</p></article><aside><h3>Related</h3><a href="/r">Ferry late again</a></aside></main>
    <footer><p>© 2025 The Coast Courier. All rights reserved.</p></footer></body></html>"""


def parts(article: Article) -> list[tuple[str, str]]:
    return [(part.kind, part.span.text) for part in article.parts]


def test_an_article_and_its_parts() -> None:
    front = '<p class="article__standfirst">A vote on Monday.</p><p class="byline">By Ida Brandt</p>'
    article = read_html(page(front=front))
    assert parts(article) == [
        ("headline", "Harbour wall to be rebuilt"),
        ("standfirst", "A vote on Monday."),
        ("byline", "By Ida Brandt"),
        ("caption", "The wall after the storm. Photograph: Lena Moss"),
        ("paragraph", STORY[0]),
        ("paragraph", STORY[1]),
        ("subhead", "What it costs"),
        ("paragraph", "The work costs four million."),
        ("paragraph", "Bids close in March."),
        ("paragraph", "First the stones are cleared."),
        ("paragraph", "Then the wall is laid anew."),
        ("paragraph", "The wall was built in 1871."),
        ("paragraph", STORY[2]),
    ]
    assert article.text == "\n\n".join(text for _, text in parts(article))
    assert all(article.text[part.span.start : part.span.end] == part.span.text for part in article.parts)
    assert (article.published, article.language) == (dt.date(2025, 2, 18), "en")
    assert (article.url, article.publisher) == ("https://courier.example/news/harbour-wall", "The Coast Courier")
    assert article.meta == {"authors": ["Ida Brandt", "Tom Okoro"], "modified": "2025-03-01"}


def test_what_the_caller_knows_goes_before_what_the_page_says() -> None:
    article = read_html(page(lang=""), id="a", published="2020-01-01", url="https://a.example/b", publisher="B")
    assert (article.id, article.published, article.publisher) == ("a", dt.date(2020, 1, 1), "B")
    assert (article.url, article.language) == ("https://a.example/b", "en")


@pytest.mark.parametrize(
    ("front", "standfirst"),
    [
        ("<h2>The council voted to spend four million pounds.</h2>", "The council voted to spend four million pounds."),
        ('<div class="Dek__text"><span>A vote on Monday.</span></div>', "A vote on Monday."),
        ("<h2>Another heading</h2>", None),
        ("<p>The council voted to spend four million pounds.</p>", None),
    ],
    ids=["a heading that describes the page", "named", "any heading", "a paragraph may be the lead"],
)
def test_a_standfirst(front: str, standfirst: str | None) -> None:
    found = [text for kind, text in parts(read_html(page(front=front))) if kind == "standfirst"]
    assert found == ([standfirst] if standfirst else [])


@pytest.mark.parametrize(
    ("head", "front"),
    [
        ('<meta property="article:published_time" content="2025-02-18T10:00:00Z">', ""),
        ('<meta name="DC.date.issued" content="18 February 2025"><meta name="date" content="2025-03-01">', ""),
        ('<meta itemprop="datePublished" content="Tue, 18 Feb 2025 10:00:00 GMT">', ""),
        ("", '<time datetime="2025-02-18T10:00">Tuesday</time>'),
        ("", "<time>18 February 2025</time>"),
        ("", "<time>18 February 2025</time><time datetime='2025-03-01'>changed</time>"),
        ("", '<span class="post-date">Published: Feb. 18, 2025</span>'),
        ('<script type="application/ld+json">{no</script>', '<time datetime="2025-02-18">Tuesday</time>'),
        ('<meta name="date" content="03/04/2025">', '<time datetime="2025-02-18">Tuesday</time>'),
    ],
)
def test_where_a_page_says_its_day(head: str, front: str) -> None:
    assert read_html(page(head=head, front=front)).published == dt.date(2025, 2, 18)


@pytest.mark.parametrize(
    "signed",
    [
        '<span itemprop="author">Ana Ruiz</span>',
        '<div itemprop="author"><span itemprop="name">Ana Ruiz</span><span itemprop="jobTitle">Reporter</span></div>',
        '<div itemprop="author"><meta itemprop="name" content="Ana Ruiz"></div>',
    ],
)
def test_authors_in_microdata(signed: str) -> None:
    assert read_html(page(head="", front=signed)).meta["authors"] == ["Ana Ruiz"]


def test_the_day_in_an_address() -> None:
    for address in ("2025/02/18/wall", "2025/feb/18/wall", "2025-2-18/wall"):
        assert read_html(page(head=""), url=f"https://a.example/{address}").published == dt.date(2025, 2, 18)


def test_the_days_of_other_stories_are_not_taken() -> None:
    other = '<aside><h3>Related</h3><time datetime="2024-12-01">1 December</time>'
    source = page(head="").replace("<aside><h3>Related</h3>", other)
    assert read_html(source).published is None
    source = source.replace("<h1>", '<p class="date">18 February 2025</p><h1>')
    assert read_html(source).published == dt.date(2025, 2, 18)


@pytest.mark.parametrize("head", ['<meta name="date" content="2025-02">', '<meta name="date" content="March 2025">'])
def test_what_a_date_leaves_out_is_not_taken_from_the_clock(head: str) -> None:
    assert read_html(page(head=head, front='<time datetime="2025-02">February</time>')).published is None


def test_the_clock_the_network_and_the_order_of_sets_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(head="", front='<time datetime="2099-02-18">in time</time>'), "utf-8")
    code = f"""
import datetime, sys
class Clock(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls(int(sys.argv[1]), 3, 4, tzinfo=tz)
    today = utcnow = now
datetime.datetime = Clock
def refuse(event, _):
    if event.startswith("socket."): raise RuntimeError("no network")
sys.addaudithook(refuse)
from newskit.formats import read_articles
print(next(read_articles({str(tmp_path / "a.html")!r})))
"""
    said = {
        subprocess.run(
            [sys.executable, "-c", code, year], capture_output=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for year, seed in (("2001", "1"), ("2150", "2"))
    }
    assert len(said) == 1
    assert b"2099" in said.pop()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html></html>",
        "<!doctype html><title>Nothing</title>",
        "<p>" * 3000,
        "\0",
        "<!--",
        "<?xml version='1.0'?>",
    ],
    ids=repr,
)
def test_a_page_without_an_article_is_told(text: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputError, match=r"no article's text was found in the page|cannot be read as HTML"):
        read_html(text)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8", '<meta charset="iso-8859-1">'),
        ("utf-16", ""),
        ("windows-1252", '<meta charset="windows-1252">'),
        ("windows-1252", '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">'),
        ("shift-jis", "<meta charset=Shift_JIS>"),
    ],
)
def test_the_encoding_is_utf_8_or_what_the_page_declares(tmp_path: Path, encoding: str, declared: str) -> None:
    source = page(head=declared).replace("© ", "").replace("&nbsp;", " ")
    path = tmp_path / "a.html"
    path.write_bytes(source.encode(encoding))
    assert next(read_articles(path)).text == read_html(source).text


def test_a_page_of_no_known_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(page(head="<meta charset=martian>").encode("windows-1252"))
    with pytest.raises(InputError, match=r"a\.html: not UTF-8: byte 0x93"):
        next(read_articles(path))
    assert STORY[1] in next(read_articles(path, encoding="windows-1252")).text
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(InputError, match=r"a\.html: no text: the file is a PDF"):
        next(read_articles(path))


@pytest.mark.parametrize("story", ["<p>The pier is safe.</p>", "<p>Boats may land again.</p><p>The pier is safe.</p>"])
def test_a_story_of_a_line_or_two_is_read_without_what_is_around_it(story: str) -> None:
    front = "<title>Pier opens</title><nav><a href='/'>Home</a></nav><h1>Pier opens</h1>"
    article = read_html(f"<html>{front}{story}<footer>© 2025</footer></html>")
    assert {kind for kind, _ in parts(article)} == {"headline", "paragraph"}
    assert article.text.endswith("\n\nThe pier is safe.")
    assert "Home" not in article.text


@pytest.mark.parametrize("odd", ["\0", "\x1f", "&#31;", "&#x0B;", "&#0;", "\ud800", "\uffff", "<?x?>", "<!---->"])
def test_what_is_no_character_spoils_nothing(odd: str) -> None:
    assert read_html(page().replace("harbour wall, which", f"harbour wall,{odd} which")) == read_html(page())


def test_elements_of_office_programs_spoil_nothing() -> None:
    assert read_html(page().replace("stones are", "stones<o:p></o:p> are")) == read_html(page())


def test_one_page_does_not_change_the_next() -> None:
    alone = read_html(page())
    read_html(page(head='<meta name="date" content="2020-01-01">').replace("harbour", "pier"))
    assert read_html(page()) == alone


def test_a_page_that_leaves_out_what_html_may_leave_out() -> None:
    source = f"<title>Pier</title><h1>Pier</h1><p>{STORY[0]}<p>{STORY[2]}"
    assert parts(read_html(source)) == [("headline", "Pier"), ("paragraph", STORY[0]), ("paragraph", STORY[2])]


def test_without_trafilatura_the_command_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pages.trafilatura.cache_clear()
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "a.html").write_text(page())
    for read in (lambda: read_html(page()), lambda: next(read_articles(tmp_path / "a.html"))):
        with pytest.raises(MissingExtraError, match=r"pip install 'newskit\[html\]'"):
            read()


def _in_story(html: str) -> str:
    return page(front=f"<p>{html}</p>")


TOO_MUCH = {
    "links in a paragraph": (_in_story("".join(f'<a href="/{n}">w{n}</a> and ' for n in range(20_000))), "2,000 elem"),
    "nested in a paragraph": (_in_story(("<b>" + "<i>w</i> " * 200 + "</b>") * 20), "2,000 elements"),
    "attributes": (_in_story(f"<b {' '.join(f'a{n}={n}' for n in range(20_000))}>w</b>"), "1,000 attributes"),
    "bare attributes": (_in_story(f"<b {' '.join(f'a{n}' for n in range(20_000))}"), "1,000 attributes"),
    "attributes that touch": (_in_story("<b " + 'a=""' * 20_000 + ">"), "1,000 attributes"),
    "attributes of a script": (_in_story(f"<script {'a ' * 20_000}>w</script>"), "1,000 attributes"),
    "attributes after a comment": (_in_story(f"<!--><b {'a ' * 20_000}>w</b>"), "1,000 attributes"),
    "meta elements": (page(head="".join(f'<meta name="n{n}" content="c">' for n in range(50_000))), "5,000 meta"),
}


@pytest.mark.parametrize(("source", "message"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_a_page_that_would_take_minutes_is_refused(source: str, message: str) -> None:
    with pytest.raises(InputError, match=f"more than {message}"):
        read_html(source)


@pytest.mark.parametrize(
    "html",
    [
        "".join(f"<b>w{n}</b> " for n in range(1900)),
        f"<b {' '.join(f'a{n}={n}' for n in range(900))}>w</b>",
        f"<script>if (a <b {'c ' * 3000}) d</script>",
        f"<!-- <b {'a ' * 3000}> -->",
        f'<b title="<i {"a " * 3000}>">w</b>',
        "<script>" * 1000,
    ],
    ids=["elements", "attributes", "script", "comment", "a value", "scripts that do not end"],
)
def test_a_page_within_the_limits_is_read(html: str) -> None:
    assert STORY[0] in read_html(page() + _in_story(html)).text
