"""Names and titles hold on any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newskit

WORDS = st.sampled_from(
    [
        "President", "Ann", "Keller", "King", "Jr.", "of", "the", "and", "U.S.", "Acme", "Corp.", "Lt.", "Gen.", ",",
        "al-Tamimi", "van", "der", "'s", "’s", "minister", "spokesman", "for", "at", "(", ")", '"', ".", "54", "\n",
        "\n\n", "who", "is", "A.", "May", "\t", "&", "-", "\ud800", "\0", "İ", "ß", "8th", "Circuit", "_",
        "Japanese", "Iraqis", "officials", "military",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=40).map("".join)
)


@pytest.fixture(scope="module")
def names_kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True)


@given(TEXTS)
def test_titles_do_not_overlap_and_name_a_role(names_kit: newskit.Kit, text: str) -> None:
    titles = names_kit.extract(text).titles
    assert all(title.role for title in titles)
    assert all(one.span.end <= other.span.start for one, other in pairwise(titles))


@given(TEXTS)
@example("To President Keller, Jr. is Jr. Jr. told that.")  # a name of suffixes only
def test_a_stretch_of_text_is_a_mention_once(names_kit: newskit.Kit, text: str) -> None:
    entities = names_kit.extract(text).entities
    for kinds in (("person", "organization", "place"), ("group",)):
        spans = sorted((m.span.start, m.span.end) for e in entities if e.kind in kinds for m in e.mentions)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(TEXTS)
def test_a_name_is_in_a_group_or_outside(names_kit: newskit.Kit, text: str) -> None:
    entities = names_kit.extract(text).entities
    spans = {
        is_group: [m.span for e in entities if (e.kind == "group") is is_group for m in e.mentions]
        for is_group in (True, False)
    }
    for group in spans[True]:
        crossing = [span for span in spans[False] if span.start < group.end and group.start < span.end]
        assert all(group.start <= span.start and span.end <= group.end for span in crossing)


@given(TEXTS)
def test_entities_come_in_the_order_of_their_first_mentions(names_kit: newskit.Kit, text: str) -> None:
    firsts = [entity.mentions[0].span.start for entity in names_kit.extract(text).entities]
    assert firsts == sorted(firsts)


@given(TEXTS)
def test_an_entity_is_named_by_one_of_its_mentions(names_kit: newskit.Kit, text: str) -> None:
    for entity in names_kit.extract(text).entities:
        assert entity.name in {" ".join(mention.span.text.split()) for mention in entity.mentions}


@given(TEXTS)
@example("PRESIDENT AND 0")
def test_each_title_has_one_holder_and_only_people_have_titles(names_kit: newskit.Kit, text: str) -> None:
    entities = names_kit.extract(text).entities
    held = [id(title) for entity in entities for title in entity.titles]
    assert len(held) == len(set(held))
    assert all(entity.kind == "person" for entity in entities if entity.titles or entity.nominal_mentions)
