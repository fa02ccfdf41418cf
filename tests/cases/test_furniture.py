"""Furniture of pages by its words alone, in lines of text and around stories."""

import pytest

import newskit
from newskit.text import furniture, may_be_button
from newskit.text.furniture import Form, forms

KIT = newskit.Kit(plugins=["newskit_structure"], block=())
LEAD = "The council voted on Tuesday to close the old bridge for two years, as repairs could no longer wait."
MORE = "Engineers found cracks in four of the six piers in January, the council said in a statement on Friday."


def kinds(*lines: str) -> dict[str, str]:
    return {part.span.text: part.kind for part in KIT.extract("\n\n".join(lines)).parts}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("3 min read", "page-furniture"),
        ("3 minread", "page-furniture"),
        ("Reading time: 3 minutes", "page-furniture"),
        ("Comments (12)", "page-furniture"),
        ("Skip to main content", "page-furniture"),
        ("Home > News > Local", "page-furniture"),
        ("News » Local » Bridges", "page-furniture"),
        ("Share Tweet Email", "page-furniture"),
        ("Facebook | X | WhatsApp | Print", "page-furniture"),
        ("ana@post.example", "page-furniture"),
        ("© 2025 Lima Post", "page-furniture"),
        ("Get the Lima Post newsletter", "page-furniture"),
        ("Advertisement - scroll to continue", "page-furniture"),
        ("Follow @limapost on Twitter", "reader-address"),
        ("Have a story? Email us at news@post.example", "reader-address"),
        ("Jane Roe can be reached at jane@post.example.", "reader-address"),
        ("This story originally appeared in the Lima Post.", "reader-address"),
        ("The Lima Post 2025. All rights reserved.", "legal-notice"),
        ("4 min", "page-furniture"),
        ("2 min. read", "page-furniture"),
        ("LISTEN · 4:12", "page-furniture"),
        ("World | Europe", "page-furniture"),
        ("Unsubscribe | View in browser", "page-furniture"),
        ("BC-US-Bridge Vote, 1st Ld-Writethru,320", "page-furniture"),
        ("Contact: Ann Doe, 555-0100", "page-furniture"),
        ("Install the Coast News app for free", "page-furniture"),
        ("Join Coast News's WhatsApp Channel", "page-furniture"),
        ("Published in Coast News, January 15th, 2024", "page-furniture"),
        ("Follow Coast News on TikTok and YouTube", "page-furniture"),
        ("You have 5 articles to share every month. Send this story to a friend!", "page-furniture"),
        ("388 words", "page-furniture"),
        ("list 1 of 3 Why bridges fail", "page-furniture"),
        ("This interview has been edited for length and clarity.", "reader-address"),
        ("News  Sport  What's On  Business", "page-furniture"),
        ("News Sport Business Opinion", "page-furniture"),
        ("News > Saltmouth", "page-furniture"),
        ("Our Lima newsletter", "page-furniture"),
        ("Get the Lima Post Morning Briefing", "page-furniture"),
        ("Follow Lima Press's coverage of the vote here", "page-furniture"),
        ("Follow Coast Radio on Facebook, X and Instagram. You can send story ideas to us.", "reader-address"),
        ("More in Politics", "page-furniture"),
        ("Like this:", "page-furniture"),
        ("In case you missed it: Who owns the ferry?", "reader-address"),
        ("(This story has not been edited by our staff.)", "reader-address"),
        ("Keep the ferry, they say", None),
        ("Read my lips", None),
        ("Watch The Ferry Burn", None),
        ("Turn off the ferry's lights and go home", None),
        ("read the story of the ferry in the app", None),
        ("Sport and business", None),
        ("Opinion | The ferry deserves better", None),
        ("Copyright law changed in 1998, and so did the ferry.", None),
        ("More in sorrow than in anger, she left.", None),
        ("Already a member of the union, she voted.", None),
        ("Popular in the 1960s, the boat is back.", None),
        ("Contact: the last frontier", None),
        ("Jane Roe | John Doe", None),
        ("Weather", None),
        ("Facebook and Twitter", None),
        ("Home is where the ferry lands", None),
        ("He had 3 minutes to read it.", None),
        ("Read the letters, he told them, and weep.", None),
        ("Copyright is his field.", None),
        ("Facebook has changed its privacy policy, the company said on Monday.", None),
        ("The post was hers.", None),
        ("Sharing the boats was her idea.", None),
        ("", None),
        ("?" * 500, None),
    ],
)
def test_furniture_is_told_by_its_words(line: str, kind: str | None) -> None:
    assert furniture(line) == kind


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.name)
def test_a_form_takes_its_example_by_a_word_that_tells_of_it(form: Form) -> None:
    assert form.pattern.fullmatch(form.example)
    told = form.example + "9" * any(map(str.isdigit, form.example))
    assert any(word in told for word in form.telling)
    assert furniture(form.example) == "page-furniture"


@pytest.mark.parametrize("mark", ["\u200b", "\ufeff", "\u2060"])
def test_a_line_begins_behind_what_shows_nothing(mark: str) -> None:
    told = kinds("Old bridge to close", f"{mark}By Jane Roe", LEAD, MORE)
    assert told["By Jane Roe"] == "byline"


def test_stamps_around_the_first_entry_of_a_live_blog_make_no_standfirst() -> None:
    told = kinds("Bridge closure live", "10.15am", LEAD, "10.02am", MORE)
    assert (told[LEAD], told[MORE], told["10.02am"]) == ("paragraph", "paragraph", "dateline")


def test_what_is_below_two_hyphens_is_who_sends_it() -> None:
    told = kinds("Old bridge to close", LEAD, MORE, "--", "Jane Roe", "Lima Post")
    assert (told["Jane Roe"], told["Lima Post"]) == ("boilerplate", "boilerplate")
    story = kinds("Old bridge to close", LEAD, "--", MORE)
    assert story[MORE] == "paragraph"


def test_a_byline_ends_where_the_day_begins() -> None:
    for line in ("By Jane May 5 March 2025", "Jane Roe | 5 March 2025", "By Jane Roe, jane@post.example"):
        assert kinds("Old bridge to close", line, LEAD, MORE)[line] == "byline", line
    assert kinds("Old bridge to close", "By Friday 300 had left", LEAD, MORE)["By Friday 300 had left"] != "byline"


def test_an_agency_alone_is_a_dateline() -> None:
    told = kinds("Old bridge to close", f"(Reuters) - {LEAD}", MORE)
    assert told["(Reuters) -"] == "dateline"
    assert "(Ferries) -" not in kinds("Old bridge to close", f"(Ferries) - {LEAD}", MORE)


TOLD = (
    "The law gives police unlimited access to phone records, the lawyers said in court on Monday.",
    "“They had unlimited access to our children,” said Ann Poe",
    "This project was funded by the island and opened in 2019, said the mayor.",
    "This advertisement has not been approved by the watchdog, which said it was false.",
    "We reserve the right to object, the union said.",
    "Scan this QR code and you may lose your money, police warned drivers.",
    "Sign up now and pay later, the bank told its clients.",
    "By entering your name you become a target.",
    "Please verify what you read, the ministry said.",
    "Food, energy, money.",
)


@pytest.mark.parametrize("line", TOLD)
def test_a_sentence_of_a_story_is_no_address_to_the_reader(line: str) -> None:
    assert furniture(line) is None
    assert kinds("Old bridge to close", LEAD, line, MORE)[line] != "boilerplate"


HEADLINES = (
    "Poll: Mayor leads by ten points",
    "Explained: Why the ferry stopped",
    "Live updates: Ferry stops",
    "In numbers: the last ferry",
    "In case you missed it: Ferry stops",
    "Latest in Saltmouth as army moves in",
    "More in town seek help for food",
    "$5 at the pump",
    "Police get unlimited access to phone data",
    "Mayor scraps council newsletter",
    "Watch the video",
)


@pytest.mark.parametrize("line", HEADLINES)
def test_the_first_line_is_the_headline_though_it_begins_as_a_link_does(line: str) -> None:
    assert kinds(line, "By Jane Roe", LEAD, MORE)[line] == "headline"


@pytest.mark.parametrize("line", ["Turn off the alerts", "Read the Lima Post on your phone", "Keep up with the story"])
def test_a_button_by_its_words_is_one_beside_furniture(line: str) -> None:
    assert kinds("Old bridge to close", LEAD, "Advertisement", line, MORE)[line] == "boilerplate"
    assert kinds("Old bridge to close", LEAD, line, MORE)[line] == "subhead"


@pytest.mark.parametrize(
    "line",
    [
        "Change your password",
        "Log out of the account",
        "Support for members",
        "Health, education, environment",
        "Code of conduct",
        "Follow these rules:",
        "1. Register here",
        "2 of 3",
    ],
)
def test_a_subhead_or_a_step_of_advice_is_no_button(line: str) -> None:
    assert kinds("Old bridge to close", LEAD, line, MORE)[line] in {"subhead", "paragraph"}


def test_a_story_with_place_and_day_is_no_caption() -> None:
    line = f"SALTMOUTH - JUNE 5: {LEAD}"
    assert kinds("Old bridge to close", line, MORE)[line] == "paragraph"
    assert kinds("Old bridge to close", LEAD, MORE, "Reuters", line, MORE)[line] == "caption"


def test_what_may_be_a_button_says_what_to_do_and_with_what() -> None:
    assert may_be_button("Turn on notifications")
    assert not any(map(may_be_button, ("", "  ", "Turn", "Turn on notifications.", "turn on notifications")))


def test_readers_who_say_how_long_ago_they_wrote_are_comments_behind_a_story() -> None:
    found = kinds(
        "Council shuts bridge", f"{LEAD} {MORE}", "3 comments", "boatman7", "2 hours ago", "At last it is shut."
    )
    assert found["At last it is shut."] == "boilerplate"
    above = kinds("Council shuts bridge", "3 comments", "Ann Roe", "2 hours ago", LEAD, MORE)
    assert above[LEAD] == "paragraph"
