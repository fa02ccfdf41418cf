"""The pages as a browser shows them: what is clicked, what is asked of others, what axe-core finds."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Callable
from pathlib import Path

import made_pages as made
import pytest
from browsed import Open, Opened

PAGES: dict[str, Callable[[], str]] = {
    "page": made.page,
    "hostile page": lambda: made.page(made.hostile_document()),
    "notebook": made.notebook,
    "report": made.report,
    "verify": made.verified,
}
pages = pytest.mark.parametrize("name", PAGES)


@pages
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_serious(show: Open, name: str, colours: str) -> None:
    assert show(PAGES[name](), dark=colours == "dark").findings() == []


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_serious_in_what_opens(show: Open, colours: str) -> None:
    shown = show(made.page(), dark=colours == "dark")
    shown.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    for box in shown.page.locator("input[type=checkbox]").all():
        box.check()
    shown.page.locator("button.rule").first.click()
    assert shown.findings() == []
    speaker = show(made.report(), dark=colours == "dark", hash_="#speaker-0")
    assert speaker.count(".quotes") == 1
    assert speaker.findings() == []


@pages
def test_a_narrow_window_does_not_scroll_sideways(show: Open, name: str) -> None:
    shown = show(PAGES[name](), width=360)
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= 360


@pages
def test_nothing_of_an_article_runs(show: Open, name: str) -> None:
    shown = show(PAGES[name]())
    assert shown.page.title() != "taken"
    assert shown.page.locator("img").count() == 0
    assert shown.page.locator("a[href^='javascript:']").count() == 0
    if "hostile" in name or name in ("report", "verify"):
        assert "<script>" in shown.text("body")


def test_links_lead_to_the_text_and_back(show: Open) -> None:
    shown = show(made.page())
    for link in (".lists li.quote .said a", "article .ref", ".summary a", ".ways a", "article a:has(.person)"):
        shown.page.locator(link).first.click()
        target = shown.page.evaluate("location.hash.slice(1)")
        place = shown.page.locator(f"[id='{target}']")
        box = place.bounding_box()
        assert box, link
        assert 0 <= box["y"] < 900, link


def test_lists_stay_beside_the_paragraph_that_is_read(show: Open) -> None:
    shown = show(made.page(), height=300)
    shown.page.mouse.move(200, 250)
    shown.page.locator("article p").last.scroll_into_view_if_needed()
    box = shown.page.locator(".lists").bounding_box()
    assert box["y"] < 150
    assert box["y"] + box["height"] > 100


def test_a_rule_opens_and_closes_from_the_keyboard(show: Open) -> None:
    shown = show(made.page())
    shown.page.locator(".lists li.quote summary").first.click()
    button = shown.page.locator(".lists li.quote button.rule").first
    assert shown.count(".rule-card") == 0
    button.focus()
    shown.page.keyboard.press("Enter")
    assert shown.count(".rule-card") == 1
    card = shown.page.locator(".rule-card:visible")
    assert button.inner_text() in card.inner_text()
    assert card.locator("mark").count()
    shown.page.keyboard.press("Escape")
    assert shown.count(".rule-card") == 0


def style(shown: Opened, selector: str, name: str) -> str:
    """Return a property of the first element that a selector selects, as the browser computes it."""
    return str(shown.page.locator(selector).first.evaluate(f"each => getComputedStyle(each).{name}"))


def test_boxes_choose_what_is_shown(show: Open) -> None:
    shown = show(made.page())
    assert style(shown, "article span.person", "fontWeight") == "700"
    assert style(shown, "article .cue", "textDecorationLine") == "none"
    shown.page.locator("input[value=people]").uncheck()
    shown.page.locator("input[value=sources]").check()
    assert style(shown, "article span.person", "fontWeight") != "700"
    assert style(shown, "article .cue", "textDecorationLine") == "underline"


def test_sure_and_unsure_do_not_look_alike(show: Open) -> None:
    shown = show(made.page())
    looks = {style(shown, f".show .{step}", "borderBottom") for step in ("sure", "likely", "doubtful", "unsure")}
    assert len(looks) == 4


def test_a_notebook_keeps_its_styles_and_says_which_colours(show: Open) -> None:
    plain = show('<!doctype html><title>x</title><mark id="mark">x</mark><h1 id="own">x</h1><a href="#own">a</a>')
    shown = show(made.notebook())
    for selector in ("#mark", "#own", "a[href='#own']"):
        for name in ("backgroundColor", "fontSize", "fontFamily"):
            assert style(shown, selector, name) == style(plain, selector, name)
    assert style(shown, "body", "margin") == "7px"
    assert style(shown, "[class^=newskit]", "backgroundColor") == "rgb(22, 22, 24)"  # dark, as the notebook is
    ids = shown.page.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("name", "tools"), [("page", ".show, .ways"), ("report", ".tools input, .tools button, nav")])
def test_print_has_no_tools(show: Open, name: str, tools: str) -> None:
    shown = show(PAGES[name](), dark=True)
    assert shown.page.locator(tools).first.is_visible()
    shown.page.emulate_media(media="print")
    assert not any(each.is_visible() for each in shown.page.locator(tools).all())
    assert style(shown, "body", "color") == "rgb(0, 0, 0)"


def test_a_printed_report_is_whole(show: Open) -> None:
    shown = show(PAGES["report"](), width=1040)  # a landscape page of A4 within its margins
    shown.page.emulate_media(media="print")
    cut = "each => each.scrollWidth > each.clientWidth + 1"
    boxes = shown.page.locator(".scroll, .chart").all()
    assert [box.get_attribute("id") or box.inner_text()[:80] for box in boxes if box.evaluate(cut)] == []
    assert style(shown, "#speakers tbody tr", "breakInside") == "avoid"


def rows(shown: Opened) -> int:
    """Return how many rows of the table of speakers are in the page."""
    return int(shown.page.locator("#speakers tbody tr").count())


def test_a_long_report_filters_sorts_and_shows_more(show: Open) -> None:
    shown = show(made.long_report())
    assert rows(shown) == 100
    shown.page.locator("#speakers button", has_text="Show more").click()
    assert rows(shown) == 200
    shown.page.locator("#speakers input").fill("brandtbcd")
    assert rows(shown) == 1
    assert "1 of 1" in shown.text("#speakers [role=status]")
    shown.page.locator("#speakers input").fill("brándtBCD")
    assert rows(shown) == 1
    shown.page.locator("#speakers input").fill("")
    assert rows(shown) == 100
    head = shown.page.locator("#speakers th", has_text="name")
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert "Brandtaaa" in shown.text("#speakers tbody tr")
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert "Brandtejj" in shown.text("#speakers tbody tr")
    assert shown.page.locator("tr").count() < 1000


def test_a_speaker_has_a_page_and_quotes_as_csv(show: Open) -> None:
    shown = show(made.report())
    shown.page.locator("#speakers a", has_text="Ida Brandt").first.click()
    shown.page.locator("#overview").wait_for(state="hidden")
    assert "Pier 4 is safe" in shown.text(".quotes")
    assert "pronouns: " in shown.text("#speaker .count")
    assert shown.page.locator(".quotes a").first.get_attribute("href").startswith("https://echo.example/vell#:~:text=")
    with shown.page.expect_download() as waiting:
        shown.page.locator("#speaker button", has_text="CSV").click()
    with Path(waiting.value.path()).open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.DictReader(file))
    assert {"article", "content", "rule"} <= set(read[0])
    assert any("Pier 4 is safe" in row["content"] for row in read)
    shown.page.locator("#speaker a", has_text="All").click()
    shown.page.locator("#overview").wait_for()  # the page is drawn when its address has changed, behind the click
    assert shown.count("#overview") == 1


def test_a_table_comes_as_csv_as_it_is_filtered(show: Open) -> None:
    shown = show(made.report())
    shown.page.locator("#speakers input").fill("vell")
    with shown.page.expect_download() as waiting:
        shown.page.locator("#speakers button", has_text="CSV").click()
    with Path(waiting.value.path()).open(encoding="utf-8-sig", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    assert len(names) == rows(shown)
    assert Path(waiting.value.path()).read_bytes().startswith(codecs.BOM_UTF8)  # by which Excel knows it


def test_checked_quotes_show_what_differs(show: Open) -> None:
    shown = show(made.verified())
    assert "not" in shown.text("tr.no ins")
    assert shown.page.locator("tbody tr").count() == 5


def test_days_are_on_one_line_and_no_sign_turns_round_what_is_behind_it(show: Open) -> None:
    shown = show(made.long_report(rows=300, speakers=300), width=700)
    lines = """[...document.querySelectorAll('td.day')].map(each => {
      const range = document.createRange();
      range.selectNodeContents(each);
      return range.getClientRects().length;
    })"""
    assert set(shown.page.evaluate(lines)) == {1}
    text = made.report(made.turned_document())
    assert "\u202e" not in show(text).text("#speakers") + show(text, hash_="#speaker-0").text(".quotes p")
