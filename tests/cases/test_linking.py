"""Linking: entities over the mentions and titles of any maker, decided by typed fields and never by a label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from attrs import evolve
from pages import ROOT

import newskit
from newskit.linking import NamedMention, link
from newskit.testing import marked
from newskit.text import Ground, classes, closed_class, is_former

STORY = """Former president Ann Keller, a lawyer from Ohio and the chairwoman of Acme, spoke in Toledo on Monday.

Keller, who met Gov. Al Roe and his aides, was the mayor of Toledo. She was a senator, too. Police described Roe as a
fine governor. Roe served as mayor of Reno and is the head of the National Toy Commission (NTC).

The governor left. "Governor, will you run?" a reporter asked. As mayor of Toledo, Keller had said no. The NTC's head,
Al Roe, and Sens. Jane Porter and Bob Moore left with the former president. The lawmakers and Acme's chairwoman stayed.
"""


def titles_of(text: str) -> tuple[newskit.Title, ...]:
    return newskit.Kit(plugins=["newskit_titles"], block=(), strict=True).extract(text).titles


def names_in(text: str, kinds: dict[str, newskit.EntityKind]) -> Iterator[NamedMention]:
    """Yield each place where a name stands, the longest that does."""
    longest = sorted(kinds, key=len, reverse=True)
    for match in re.finditer("|".join(map(re.escape, longest)), text):
        yield NamedMention(newskit.Span(*match.span(), match[0]), kinds[match[0]])


def linked(text: str, kinds: dict[str, newskit.EntityKind], titles: Iterable[newskit.Title]) -> list[newskit.Entity]:
    return link(Ground(text), names_in(text, kinds), titles)


def facts(entity: newskit.Entity) -> tuple[object, ...]:
    """Say what an entity holds by places, whatever the titles are labelled."""
    mentions = [(each.span, each.rule) for each in (*entity.mentions, *entity.nominal_mentions)]
    return entity.kind, entity.name, mentions, [title.span for title in entity.titles], entity.role


PEOPLE: dict[str, newskit.EntityKind] = dict.fromkeys(
    ("Ann Keller", "Keller", "Al Roe", "Roe", "Jane Porter", "Bob Moore"), "person"
)
THINGS: dict[str, newskit.EntityKind] = {"National Toy Commission": "organization", "NTC": "organization"}


def test_it_links_what_anybody_found() -> None:
    entities = {each.name: each for each in linked(STORY, PEOPLE | THINGS, titles_of(STORY))}
    assert list(entities) == ["Ann Keller", "Al Roe", "National Toy Commission", "Jane Porter", "Bob Moore"]
    keller = entities["Ann Keller"]
    assert [title.role for title in keller.titles][:3] == ["lawyer", "chairwoman", "mayor"]
    assert "Former president" in [title.role for title in keller.titles][3:]
    assert [mention.rule for mention in keller.mentions] == ["full name", "surname", "surname"]
    assert [mention.span.text for mention in entities["National Toy Commission"].mentions][-1] == "NTC"
    assert [title.span.text for title in entities["Bob Moore"].titles] == ["Sens."]
    assert ("The governor", "same role") in [
        (mention.span.text, mention.rule) for mention in entities["Al Roe"].nominal_mentions
    ]


def test_the_order_of_what_is_given_does_not_matter() -> None:
    titles = titles_of(STORY)
    mentions = [*names_in(STORY, PEOPLE | THINGS)]
    assert link(Ground(STORY), reversed(mentions), reversed(titles)) == link(Ground(STORY), mentions, titles)


def test_titles_under_other_labels_are_linked_alike() -> None:
    titles = titles_of(STORY)
    assert {title.tie for title in titles} >= {"adjacent", "apposition", "copula", "as", "coordination", "none"}
    renamed = [evolve(title, rule=f"r{number}") for number, title in enumerate(titles)]
    before, after = (linked(STORY, PEOPLE | THINGS, each) for each in (titles, renamed))
    assert [*map(facts, after)] == [*map(facts, before)]


def test_a_third_partys_titles_under_other_labels_keep_their_links() -> None:
    """The same kit with every label of the titles replaced gives the same entities and speakers."""
    ours = newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True)
    labels = {title.rule for title in ours.extract(STORY).titles}
    assert len(labels) > 4

    @newskit.extractor(newskit.Title)
    def theirs(doc: newskit.Doc) -> Iterator[newskit.Title]:
        yield from (evolve(title, rule="theirs") for title in titles_of(doc.text))

    class Plugin:
        @newskit.hookimpl
        def newskit_extractors(self, config: newskit.Config) -> list[newskit.Extractor]:  # noqa: ARG002
            return [theirs]

    other = newskit.Kit(plugins=["newskit_names"], add=[Plugin()], block=(), strict=True)
    found = other.extract(STORY)
    assert {title.rule for title in found.titles} == {"theirs"}
    assert [*map(facts, found.entities)] == [*map(facts, ours.extract(STORY).entities)]


@pytest.mark.parametrize(
    ("kind", "tie"), [("before", "adjacent"), ("after", "apposition"), ("alone", "none")]
)  # fmt: skip
def test_a_maker_that_says_only_where_a_title_stands_is_understood(kind: newskit.TitleKind, tie: str) -> None:
    assert newskit.Title(newskit.Span(0, 5, "mayor"), "mayor", kind=kind).tie == tie


def test_a_tie_is_one_of_those_there_are() -> None:
    with pytest.raises(newskit.InputError, match="expected one of adjacent, apposition"):
        newskit.Title(newskit.Span(0, 5, "mayor"), "mayor", tie="beside")  # type: ignore[arg-type]


PAST = ["former", "ousted", "deposed", "retired", "late", "then-", "ex-", "one-time", "onetime"]
"""Ways in which an office is said to be held no more."""


def past(word: str, noun: str) -> str:
    return word + noun if word.endswith("-") else f"{word} {noun}"


@pytest.mark.parametrize("word", PAST)
def test_past_offices_resolve_alike_whatever_the_word(word: str) -> None:
    """Who holds the office now is meant rather than who was named last and held it once."""
    text = f"President Al Roe met {past(word, 'president')} Ann Keller. Keller left. The president stayed."
    doc = newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True).extract(text)
    meant = {each.name: [mention.span.text for mention in each.nominal_mentions] for each in doc.entities}
    assert meant == {"Al Roe": ["The president"], "Ann Keller": []}
    assert [title.former for title in doc.titles if "Keller" in text[title.span.end :][:12]] == [True]


@pytest.mark.parametrize("word", PAST)
def test_a_past_word_tells_no_office_from_another(word: str) -> None:
    text = f"{past(word, 'president').capitalize()} Ann Keller spoke. It rained. The embattled president left."
    doc = newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True).extract(text)
    (keller,) = doc.entities
    assert [mention.rule for mention in keller.nominal_mentions] == ["same role"]


@pytest.mark.parametrize("word", PAST)
def test_the_office_held_now_is_shown(word: str) -> None:
    text = f"Ann Keller, a {past(word, 'minister')}, is the mayor."
    doc = newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True).extract(text)
    assert [entity.role for entity in doc.entities] == ["mayor"]


@pytest.mark.parametrize(
    ("role", "former"),
    [
        ("Former president", True),
        ("ex-wife", True),
        ("late mayor", True),
        ("late-night host", False),
        ("extra", False),
        ("thenardier", False),
        ("", False),
    ],
)  # fmt: skip
def test_is_former(role: str, former: object) -> None:
    assert is_former(role) is former


def test_a_name_before_a_suffix_and_its_comma_is_the_surname() -> None:
    doc = newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True).extract(
        "James Van Pelt, Jr., left on Monday. Mr. Van Pelt spoke. Then Pelt wept."
    )
    assert [[mention.span.text for mention in each.mentions] for each in doc.entities] == [
        ["James Van Pelt, Jr.", "Van Pelt", "Pelt"]
    ]


SPELT = {
    "a letter doubled": (["Golchar Zorvel", "Golcharr Zorvel"], 1),
    "another vowel of a surname": (["Marzok Al-Zorvem", "Al-Zorvim"], 1),
    "with and without an article": (["Sabah Al-Zorv Al-Keller", "Sabah Zorv Al-Keller"], 1),
    "with and without a hyphen": (["Kim Zorv-un", "Kim Zorv Un"], 1),
    "in another order": (["Taro Zorvel", "Zorvel Taro"], 1),
    "a short form": (["Robert Keller", "Bob Keller"], 1),
    "a surname before a Chinese given name": (["Carla Ho Ka-ming", "Ho"], 1),
    "a Korean surname first": (["Zorv", "Zorv Suk-yeol"], 1),
    "a father's name": (["Karim bin Zorvel", "Zorvel"], 2),
    "a father's name with its particle": (["Karim bin Zorvel", "bin Zorvel"], 1),
    "two given names": (["Maria Keller", "Mario Keller"], 2),
    "two surnames": (["Ann Barton", "Burton"], 2),
    "short surnames": (["Ann Poel", "Piel"], 2),
    "a father and a son": (["Al Keller", "Al Keller Sr."], 2),
}


@pytest.mark.parametrize(("names", "people"), SPELT.values(), ids=SPELT)
def test_spellings_of_one_name_are_one_person(names: list[str], people: int) -> None:
    assert people_of(names, ". " + "Then it rained. " * 6) == people


@pytest.mark.parametrize("second", ["Bob Keller", "Robbert Keller"])
def test_like_names_near_each_other_are_two_people(second: str) -> None:
    assert people_of(["Robert Keller", second], " and ") == 2


def test_a_man_and_a_woman_of_like_names_are_two_people() -> None:
    kit = newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=())
    text = "Mr. Alex Keller left. " + "Then it rained. " * 6 + "Mrs. Alexandra Keller stayed."
    assert len(kit.extract(text).entities) == 2


def people_of(names: list[str], between: str) -> int:
    text = between.join(names)
    starts = [text.rindex(name) for name in names]
    mentions = [
        NamedMention(newskit.Span(start, start + len(name), name), "person")
        for name, start in zip(names, starts, strict=True)
    ]
    return len(link(Ground(text), mentions))


@pytest.mark.parametrize("before", ["Mrs. ", "his wife, ", "her sister "])
def test_the_words_before_a_name_tell_people_of_one_surname_apart(before: str) -> None:
    text, spans = marked(f"Mr. [Al Roe] left. Then {before}[Roe] spoke.")
    entities = link(Ground(text), [NamedMention(span, "person") for span in spans], titles_of(text))
    assert [each.name for each in entities] == ["Al Roe", "Roe"]


def test_a_name_may_begin_or_end_inside_a_token() -> None:
    text, spans = marked("[Al Roe] met [Roe Zor]-tan and anti-[Bo Zorn].")
    entities = link(Ground(text), [NamedMention(span, "person") for span in spans])
    assert [each.name for each in entities] == ["Al Roe", "Roe Zor", "Bo Zorn"]


def test_names_of_marks_alone_are_entities_of_their_own() -> None:
    text = "?! left"
    (found,) = link(Ground(text), [NamedMention(newskit.Span(0, 2, "?!"), "person")])
    assert found.name == "?!"


def test_the_closed_classes_are_those_on_the_page() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \|", (ROOT / "docs/reference/words.md").read_text("utf-8"), re.MULTILINE)
    shown = {name: frozenset(listed.split(", ")) for name, listed in rows}
    assert shown == {name: closed_class(name) for name in classes("newskit.text", "closed_classes.txt")}
    assert all(word == word.lower() for listed in shown.values() for word in listed)
    with pytest.raises(KeyError):
        closed_class("no such class")
