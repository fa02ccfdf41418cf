"""Titles at the edges of a text, and a newsroom's own; what the rules find is in their records."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

import newskit
import newskit_titles


@pytest.fixture(scope="module")
def titles_kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles"], block=(), strict=True)


def test_a_title_runs_over_a_hard_line_break(titles_kit: newskit.Kit) -> None:
    (title,) = titles_kit.extract(
        "\t LIMA, Peru (AP) _ On Friday Finance\nMinister Simon Acuna left\nthe\nroom."
    ).titles
    assert (title.span.text, title.role) == ("Finance\nMinister", "Finance Minister")


CUT = (
    "Ann Poe, head of Acme and Zork Group for Lima, is director at Italian firm Zorvo in the Zork Clinic.",
    "The 55-year-old president of the Ohio and Lima Council for Roe's 1996 campaign, Ann Poe, is the chief U.S. envoy.",
    "They met Culture, Media and Sport Secretary Ann Poe, Mrs. Roe's adviser on Democratic nominee Al Roe and bakers",
)


@pytest.mark.parametrize("text", CUT)
def test_a_text_may_end_anywhere(titles_kit: newskit.Kit, text: str) -> None:
    words = text.split()
    for last in range(1, len(words)):
        for title in titles_kit.extract(" ".join(words[:last])).titles:
            assert title.role


LAST_TOKENS: dict[str, tuple[str, str]] = {
    "1 a title in a place": ("A judge in Ohio left", "A judge"),
    "2 an article in front": ("The president of Acme left", "The president of Acme"),
}


@pytest.mark.parametrize("last", [",", ".", "of", "The", "his"])
@pytest.mark.parametrize(("text", "title"), LAST_TOKENS.values(), ids=LAST_TOKENS)
def test_a_title_that_opens_the_text_is_the_same_whatever_ends_it(
    titles_kit: newskit.Kit, text: str, title: str, last: str
) -> None:
    assert [found.span.text for found in titles_kit.extract(f"{text} {last}").titles] == [title]


def test_a_newsrooms_own_nouns_are_titles() -> None:
    own = {"office": ["Ombudsperson"], "job": ["gaffer-in-chief"], "short": ["obp"], "honorific": ["mx"]}
    kit = newskit.Kit(plugins=["newskit_titles"], block=(), strict=True, options={"newskit_titles": {"roles": own}})
    text = (
        "Acme's ombudsperson, Ann Poe, met co-ombudsperson Al Roe, Mx Doe and Obp Bob Moe, a gaffer-in-chief of Acme."
    )
    found = [(title.role, title.organization, title.rule) for title in kit.extract(text).titles]
    assert found == [
        ("ombudsperson", "Acme", "name in apposition"),
        ("co-ombudsperson", None, "before name"),
        ("Mx", None, "before name"),
        ("Obp", None, "before name"),
        ("gaffer-in-chief", "Acme", "after name"),
    ]


def test_a_newsrooms_own_nouns_are_of_its_kit_alone(titles_kit: newskit.Kit) -> None:
    newskit.Kit(plugins=["newskit_titles"], block=(), options={"newskit_titles": {"roles": {"office": ["ombudsfox"]}}})
    assert titles_kit.extract("They met Acme ombudsfox Ann Poe.").titles == ()


@pytest.mark.parametrize(
    ("roles", "message"),
    [
        (["ombudsperson"], r"'roles': expected a table of lists of strings, got \['ombudsperson'\]"),
        ({"ofice": ["ombudsperson"]}, r"'roles': expected classes of office, job, .*, got 'ofice'"),
        ({"office": "ombudsperson"}, r"'roles\.office': expected a list of strings, got 'ombudsperson'"),
        (
            {"office": ["night ombudsperson"]},
            "'roles': expected nouns of one word, in the singular, got 'night ombudsperson'",
        ),
        ({"office": [""]}, "'roles': expected nouns of one word, in the singular, got ''"),
        ({"office": [7]}, r"'roles\.office\[0\]': expected a string, got 7"),
        ({"job": ["mayor"]}, "'roles': expected a noun in one class of office, job, short, got 'mayor'"),
        ({"job": ["x"], "office": ["x"]}, "'roles': expected a noun in one class of office, job, short, got 'x'"),
    ],
)
def test_what_is_no_noun_of_a_title_is_refused(roles: object, message: str) -> None:
    with pytest.raises(newskit.PluginError, match=f"option {message}"):
        newskit.Kit(plugins=["newskit_titles"], block=(), strict=True, options={"newskit_titles": {"roles": roles}})


RECORD = """
[in the role of]
finds: behind the name and "in her role as", "in his capacity as"
when: NAME in (?:his|her|their) (?:role|capacity) as {title}
value: after as
yes: Ann Poe in her role as [mayor] signed it. = mayor
yes: Al Roe in his capacity as [chairman of Acme] left. = chairman, organization Acme
no: Ann Poe in her role as [Ophelia] sang.
"""


def test_a_rule_behind_the_name_is_one_record(tmp_path: Path) -> None:
    copytree(Path(newskit_titles.__file__).parent, tmp_path / "newskit_titles")
    with (tmp_path / "newskit_titles/rules.txt").open("a", encoding="utf-8") as file:
        file.write(RECORD)
    command = [sys.executable, "-m", "newskit", "plugins", "--rules", "--check", "--plugins", "newskit_titles"]
    path = os.pathsep.join((str(tmp_path), os.environ.get("PYTHONPATH", "")))
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": path}, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("23 rules, ")
