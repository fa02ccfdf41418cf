"""Pages of HTML: what is read around the story, what of it is lost without that, and what is not of it."""

import datetime as dt

import pytest

from newskit import Article
from newskit.formats import read_html

LEAD = "The harbour wall, which gave way in January, will be rebuilt by the spring, the council said on Monday."
MORE = (
    "Fishermen welcomed the vote, and said that the quay had to follow soon, as the ice plant stands on it.",
    "The work costs four million pounds, of which the county pays half, and bids for it close in March, she said.",
    "Nobody was hurt when the wall fell, but two boats were lost, and the market has been shut since that night.",
)
TITLE = "Harbour wall to be rebuilt"
STORY = "".join(f"<p>{text}</p>" for text in (LEAD, *MORE))


def read(body: str, *, head: str = "", title: str = TITLE) -> Article:
    return read_html(
        f"""<!doctype html><html lang="en"><head><title>{title} | The Coast Courier</title>
        <meta property="og:title" content="{title} - The Coast Courier">
        <meta property="og:site_name" content="The Coast Courier">{head}</head><body>{body}
        <footer><p>© 2025 The Coast Courier. All rights reserved.</p></footer></body></html>"""
    )


def of(article: Article, *kinds: str) -> list[str]:
    return [part.span.text for part in article.parts if part.kind in kinds]


def linked(**fields: str) -> str:
    said = "".join(f', "{name}": {value}' for name, value in fields.items())
    return (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-02-18"'
        + said
        + "}</script>"
    )


@pytest.mark.parametrize(
    ("heading", "headline"),
    [
        ("<h1>Log in</h1><h1>Harbour wall to be rebuilt soon</h1>", "Harbour wall to be rebuilt soon"),
        ("<h1>Harbour wall <br>to be rebuilt</h1>", TITLE),
        ("<h1><span>Opinion</span><span>Harbour wall to be rebuilt</span></h1>", TITLE),
        ("<h1>Harbour wall to be rebuilt | The Coast Courier</h1>", TITLE),
        ("<h2>Harbour wall to be rebuilt</h2>", TITLE),
        ("<h1><a href='/'>The Coast Courier</a></h1><h2>Harbour wall to be rebuilt</h2>", TITLE),
        ("", TITLE),
        ("<h1>Why we build it again</h1>", "Why we build it again"),
    ],
    ids=["agrees", "broken", "label", "site", "second rank", "the site first", "none", "alone"],
)
def test_the_headline_is_the_heading_that_agrees_with_the_data(heading: str, headline: str) -> None:
    article = read(f"<article>{heading}{STORY}</article>")
    assert of(article, "headline") == [headline]
    assert article.parts[0].kind == "headline"
    assert of(article, "paragraph") == [LEAD, *MORE]


def test_captions_stand_where_the_pictures_do_with_their_credits() -> None:
    article = read(
        f"""<article><h1>{TITLE}</h1>
        <figure><img src=a.jpg><figcaption>The wall after the storm. <span class="credit">Lena Moss</span></figcaption>
        </figure><p>{LEAD}</p><p>{MORE[0]}</p>
        <div class="wp-caption"><img src=b.jpg><p class="wp-caption-text">The quay on Monday</p></div><p>{MORE[1]}</p>
        <figure><img src=c.jpg><figcaption><cite>Tom Okoro/Courier</cite></figcaption></figure><p>{MORE[2]}</p>
        </article><aside class="related"><figure><figcaption>A ferry</figcaption></figure></aside>"""
    )
    told = [(part.kind, part.span.text) for part in article.parts]
    assert told == [
        ("headline", TITLE),
        ("caption", "The wall after the storm. Lena Moss"),
        ("credit", "Lena Moss"),
        ("paragraph", LEAD),
        ("paragraph", MORE[0]),
        ("caption", "The quay on Monday"),
        ("paragraph", MORE[1]),
        ("credit", "Tom Okoro/Courier"),
        ("paragraph", MORE[2]),
    ]
    assert all(article.text[part.span.start : part.span.end] == part.span.text for part in article.parts)


PICTURE = "<figure><img src='a.jpg'><figcaption>The wall at dusk.</figcaption></figure>"


@pytest.mark.parametrize(
    "front",
    [
        f"{PICTURE}<h1>{TITLE}</h1>",
        f"<h1>{TITLE}</h1><button>{PICTURE}</button><button>Share this story</button>",
    ],
    ids=["above the headline", "in a button that shows it large"],
)
def test_a_picture_has_its_caption_wherever_it_stands(front: str) -> None:
    article = read(f"<article>{front}<div class='body'>{STORY}</div></article>")
    assert [(part.kind, part.span.text) for part in article.parts[:2]] == [
        ("headline", TITLE),
        ("caption", "The wall at dusk."),
    ]
    assert of(article, "paragraph") == [LEAD, *MORE]


def test_a_caption_above_the_article_is_none_of_its_own() -> None:
    article = read(f"<div>{PICTURE}</div><article><h1>{TITLE}</h1>{STORY}</article>")
    assert of(article, "caption") == []


@pytest.mark.parametrize("name", ["reader-comments", "newsletter-box", "related"])
def test_what_stands_beside_a_story_is_none_of_it(name: str) -> None:
    said = "<p>I lost a boat there in January, and nobody from the county has called me about it to this day.</p>"
    article = read(f"<article><h1>{TITLE}</h1>{STORY * 4}<div class='{name}'>{said}</div></article>")
    assert "I lost a boat" not in article.text


def test_what_signs_a_story_stands_between_headline_and_lead() -> None:
    article = read(
        f"""<article><header><h1>{TITLE}</h1><h2 class="sub-title">The council votes after months of talks</h2>
        <div class="byline">By <a href="/ib">Ida Brandt</a> and Tom Okoro</div>
        <time datetime="2025-02-18T10:00">18 February 2025</time></header>{STORY}</article>"""
    )
    assert [part.kind for part in article.parts][:5] == ["headline", "standfirst", "byline", "dateline", "paragraph"]
    assert of(article, "byline", "dateline") == ["By Ida Brandt and Tom Okoro", "18 February 2025"]
    assert article.meta["authors"] == ["Ida Brandt", "Tom Okoro"]
    assert article.published == dt.date(2025, 2, 18)


def test_a_standfirst_of_several_items_and_none_in_the_markup_of_the_story() -> None:
    items = (
        "<ul class='summary-list'><li>The council votes for the wall.</li><li>The quay has to wait for it.</li></ul>"
    )
    article = read(f"<article><h1>{TITLE}</h1>{items}{STORY}</article>")
    assert of(article, "standfirst") == ["The council votes for the wall.", "The quay has to wait for it."]
    whole = read(f"<article class='summary'><h1>{TITLE}</h1><div class='summary'>{STORY}</div></article>")
    assert of(whole, "standfirst") == []


def test_all_containers_of_one_class_are_taken() -> None:
    rows = "".join(
        f"<div class='row'><div class='article__body'><p>{LEAD} {n}</p><p>{MORE[0]} {n}</p></div></div>"
        for n in range(4)
    )
    article = read(f"<article><h1>{TITLE}</h1>{rows}</article>")
    assert len(of(article, "paragraph")) == 8


def test_what_was_lost_between_paragraphs_is_found() -> None:
    article = read(
        f"""<article><h1>{TITLE}</h1><div class="text"><p>{LEAD}</p><p>{MORE[0]}</p>
        <div class="subheadline">Who pays?</div><p>{MORE[1]}</p><p>{MORE[2]}</p></div></article>"""
    )
    assert [part.kind for part in article.parts] == [
        "headline",
        "paragraph",
        "paragraph",
        "subhead",
        "paragraph",
        "paragraph",
    ]


def test_items_that_are_links_to_other_stories_are_no_paragraphs() -> None:
    items = (
        "<li><a href='/a'>Ferry to run again in May</a></li><li>The <a href='/b'>pier</a> stays shut until then.</li>"
    )
    article = read(f"<article><h1>{TITLE}</h1><p>{LEAD}</p><p>{MORE[0]}</p><ul>{items}</ul><p>{MORE[1]}</p></article>")
    assert of(article, "boilerplate") == ["Ferry to run again in May"]
    assert "The pier stays shut until then." in of(article, "paragraph")


def test_lists_tables_and_quotations_are_marked() -> None:
    article = read(
        f"""<article><h1>{TITLE}</h1><p>{LEAD}</p><ul><li>First the stones are cleared.</li></ul>
        <blockquote><p>The wall was built in 1871.</p></blockquote><p>{MORE[0]}</p>
        <table><tr><th>Year</th><th>Boats</th></tr><tr><td>1871</td><td>40</td></tr></table><p>{MORE[1]}</p></article>"""
    )
    rules = {part.span.text: part.rule for part in article.parts}
    assert rules["First the stones are cleared."] == "html-list"
    assert rules["The wall was built in 1871."] == "html-quote"
    assert rules["1871 40"] == "html-table"
    assert rules[LEAD] == "html"


@pytest.mark.parametrize(
    "furniture",
    [
        "<p>Sign up for our newsletter</p>",
        "<p><a href='/x'>Ferry late again as storm closes the pier</a></p>",
        "<p>Read more: <a href='/x'>Ferry late again</a></p>",
        "<p>courier@coast.example</p>",
    ],
)
def test_furniture_in_the_story_is_no_paragraph(furniture: str) -> None:
    article = read(f"<article><h1>{TITLE}</h1><p>{LEAD}</p><p>{MORE[0]}</p>{furniture}<p>{MORE[1]}</p></article>")
    assert of(article, "paragraph") == [LEAD, *MORE[:2]]


def test_a_heading_that_leads_to_another_page_of_the_site_heads_nothing_of_the_story() -> None:
    teaser = "<h3><a href='/x'>Pier shut for the winter</a></h3><p>Storms are to blame</p>"
    own = "<h3><a href='#pay'>Who pays for it</a></h3>"
    article = read(f"<article><h1>{TITLE}</h1><p>{LEAD}</p>{own}<p>{MORE[0]}</p><p>{MORE[1]}</p>{teaser}</article>")
    assert of(article, "subhead") == ["Who pays for it"]
    assert of(article, "paragraph") == [LEAD, *MORE[:2]]


def test_headings_that_lead_to_shops_and_places_head_the_story() -> None:
    heads = ("<h2><a href='/the-mill'>The Mill</a></h2>", "<h2><a href='https://quay.example/'>The Quay</a></h2>")
    article = read(
        f"<article><h1>{TITLE}</h1><p>{LEAD}</p>{heads[0]}<p>{MORE[0]}</p>{heads[1]}<p>{MORE[1]}</p></article>"
    )
    assert of(article, "subhead") == ["The Mill", "The Quay"]


def test_a_heading_behind_the_story_heads_nothing_of_it() -> None:
    article = read(f"<article><h1>{TITLE}</h1>{STORY}<h2>More from the coast</h2></article>")
    assert of(article, "subhead") == []


def test_bold_lines_and_what_stands_with_a_picture() -> None:
    article = read(
        f"""<article><h1>{TITLE}</h1><p>{LEAD}</p><p><strong>Who pays for it</strong></p><p>{MORE[0]}</p>
        <p><img src="a.jpg">The wall on Monday</p><p>{MORE[1]}</p></article>"""
    )
    assert of(article, "subhead") == ["Who pays for it"]
    assert of(article, "caption") == ["The wall on Monday"]


def test_words_of_elements_that_touch_are_kept_apart() -> None:
    story = STORY.replace("she said.", "she said.<span>The mayor</span> was <b>H</b>appy and Mc<b>D</b>onald sad.")
    text = read(f"<article><h1>{TITLE}</h1>{story}</article>").text
    assert "she said. The mayor was Happy and McDonald sad." in text


@pytest.mark.parametrize(
    "code",
    [
        "<iframe src=x><p>Your browser has no frames, which this story needs to be read in full by you.</p></iframe>",
        "<noscript><p>Your browser runs no scripts, which this story needs to be read in full by you.</p></noscript>",
        "<iframe></noscript><script>var p = '<p>Code is not read as text, whatever it may hold.</p>'</script></iframe>",
        "<NOSCRIPT>" * 3,
        "<div style='display: none'><p>This is not shown to anybody at first, so it is not read either.</p></div>",
    ],
    ids=["frame", "without scripts", "script in a frame", "not closed", "hidden"],
)
def test_code_is_no_text(code: str) -> None:
    article = read(
        f"<article><h1>{TITLE}</h1><p>{LEAD}</p>{code}<p>{MORE[0]}</p><p>{MORE[1]}</p><p>{MORE[2]}</p></article>"
    )
    assert of(article, "paragraph") == [LEAD, *MORE]


def test_data_for_programs_is_no_text() -> None:
    body = " ".join((LEAD, *MORE))
    data = f"<div><div itemprop='keywords'>harbour, wall</div><div itemprop='articleBody'>{body}</div></div>"
    article = read(f"<div class='content'><h1>{TITLE}</h1><div>{STORY}</div>{data}</div>")
    assert of(article, "paragraph") == [LEAD, *MORE]


def test_the_text_in_the_data_is_an_alarm() -> None:
    other = "".join(
        f"<p>The ferry {n} was late again, as the pier had to be closed in the storm of the night.</p>"
        for n in range(20)
    )
    told = " ".join((LEAD, *MORE)).replace('"', "'")
    page = f"<div class='list'>{other}</div><div class='comments'>{STORY}</div>"
    assert LEAD in read(page, head=linked(headline=f'"{TITLE}"', articleBody=f'"{told}"')).text
    assert "ferry 7" in read(page).text


@pytest.mark.parametrize(
    ("author", "shown", "authors"),
    [
        ('"Ida Brandt and Tom Okoro"', "", ["Ida Brandt", "Tom Okoro"]),
        ('[{"@type": "Person", "name": "Ida Brandt | Sponsored"}]', "", ["Ida Brandt"]),
        ('{"@type": "Organization", "name": "The Coast Courier"}', "", None),
        ('{"@type": "Organization", "name": "The Coast Courier"}', "By Ida Brandt", ["Ida Brandt"]),
        ('{"name": "Ida Brandt"}', "By Ida Brandt and Tom Okoro, The Coast Courier", ["Ida Brandt", "Tom Okoro"]),
        ('{"@type": "Person", "name": ", The Coast Courier"}', "<a>Ida Brandt</a> The Coast Courier", ["Ida Brandt"]),
        ('[{"name": "Ida Brandt"}, {"name": "The Associated Press"}]', "", ["Ida Brandt"]),
        ('{"@type": "Person", "name": "Associated Press"}', "", ["Associated Press"]),
        ('{"@type": "Person", "name": "ida-brandt"}', "View all posts by Ida Brandt", ["Ida Brandt"]),
        ('{"@type": "Person", "name": "James Roe, Jr."}', "", ["James Roe Jr."]),
        ('{"@type": "Person", "name": "Ana de la Cruz @anacruz"}', "By Ana de la Cruz", ["Ana de la Cruz"]),
        ("null", "By Ida Brandt February 18, 2025", ["Ida Brandt"]),
    ],
)
def test_authors_are_persons(author: str, shown: str, authors: list[str] | None) -> None:
    front = f"<div class='byline'>{shown}</div>" if shown else ""
    article = read(f"<article><h1>{TITLE}</h1>{front}{STORY}</article>", head=linked(author=author))
    assert article.meta.get("authors") == authors


def test_an_author_whom_the_data_names_elsewhere() -> None:
    head = """<script type="application/ld+json">{"@graph": [{"@type": "Article", "datePublished": "2025-02-18",
        "author": {"@id": "#ib"}}, {"@type": "Person", "@id": "#ib", "name": "Ida Brandt"}]}</script>"""
    assert read(f"<article><h1>{TITLE}</h1>{STORY}</article>", head=head).meta["authors"] == ["Ida Brandt"]


@pytest.mark.parametrize(
    ("publisher", "name"),
    [
        ('{"name": "Coast Courier - News that lasts"}', "Coast Courier"),
        ('[{"name": ["Coast Courier"]}]', "Coast Courier"),
        ('{"name": "Associated Press"}', "The Coast Courier"),
        ("null", "The Coast Courier"),
    ],
)
def test_the_publisher_is_named_by_the_data(publisher: str, name: str) -> None:
    head = linked(publisher=publisher)
    assert read(f"<article><h1>{TITLE}</h1>{STORY}</article>", head=head).publisher == name


@pytest.mark.parametrize(
    ("stated", "shown", "day"),
    [
        ("2025-02-19T01:00:00Z", "8:00 PM EST, Tue February 18, 2025", "2025-02-18"),
        ("2025-02-18T10:00:00Z", "Updated 20 February 2025", "2025-02-18"),
        ("2024-02-18T10:00:00Z", "Updated 20 February 2025", "2025-02-20"),
        ("2025-02-18T10:00:00Z", "February 20, 2025", "2025-02-20"),
        ("2025-02-18T10:00:00Z", "February 10, 2025", "2025-02-18"),
        ("2025-02-18T10:00:00Z", "18 Feb 2025, updated 20 Feb 2025", "2025-02-18"),
        (
            "2025-02-19T01:48:19Z",
            "PUBLISHED: February 18, 2025, 8 p.m. | UPDATED: February 19, 2025",
            "2025-02-18",
        ),
        ("2025-02-19T01:48:19Z", "Updated: Feb 20, 2025 Published: Feb 18, 2025", "2025-02-18"),
        ("", "2/18/2025 05:00 AM EST", "2025-02-18"),
        ("2025-02-18T10:00:00Z", "5/3/2025 05:00 AM", "2025-02-18"),
        ("0001-01-01T00:00:00Z", "18 Feb 2025", "2025-02-18"),
        ("", "By Ida Brandt on February 18th, 2025", "2025-02-18"),
    ],
)
def test_the_day_that_the_page_shows(stated: str, shown: str, day: str) -> None:
    head = f'<meta property="article:published_time" content="{stated}">'
    article = read(f"<article><h1>{TITLE}</h1><div class='date byline'>{shown}</div>{STORY}</article>", head=head)
    assert article.published == dt.date.fromisoformat(day)


def test_the_day_of_the_last_change_is_kept() -> None:
    head = linked(dateModified='"2025-03-01T10:00:00Z"')
    article = read(f"<article><h1>{TITLE}</h1>{STORY}</article>", head=head)
    assert (article.published, article.meta["modified"]) == (dt.date(2025, 2, 18), "2025-03-01")


def test_a_byline_that_the_page_says_again_is_told_once() -> None:
    front = "<div class='byline wide'>By Ida Brandt</div><div class='byline narrow'>By Ida Brandt</div>"
    article = read(f"<article><h1>{TITLE}</h1>{front}{STORY}</article>")
    assert [part.span.text for part in article.parts if part.kind == "byline"] == ["By Ida Brandt"]


def test_a_day_in_figures_below_the_headline_is_no_byline() -> None:
    front = "<div class='byline'><p>By Ida Brandt</p><p>2/18/2025 05:00 AM EST</p></div>"
    article = read(f"<article><h1>{TITLE}</h1>{front}{STORY}</article>")
    assert ("dateline", "2/18/2025 05:00 AM EST") in [(part.kind, part.span.text) for part in article.parts]


def test_a_button_among_the_names_is_no_byline() -> None:
    front = "<div class='byline'><p>Ida Brandt</p><p>facebook</p><p>Email</p></div>"
    assert of(read(f"<article><h1>{TITLE}</h1>{front}{STORY}</article>"), "byline") == ["Ida Brandt"]
