"""Names that a user adds: found with their kinds wherever they stand, and nothing else changed."""

from __future__ import annotations

import pytest

import newskit

OWN = {
    "organizations": ["Bram Zorvel", "The Friends of Mizra Roe", "Purple’s", "Harsh"],
    "people": ["Blue River", "Zorvel Corp", "Gallop"],
    "places": ["Bad  Quorling", "Rosa Marin"],
}
TEXTS = {
    "an organisation": ("They met Bram Zorvel at noon.", [("organization", "Bram Zorvel")]),
    "in capitals": ("They met BRAM ZORVEL at noon.", [("organization", "BRAM ZORVEL")]),
    "small words inside": ("It was said by Friends of Mizra Roe.", [("organization", "Friends of Mizra Roe")]),
    "an apostrophe": ("He ate at Purple's on Monday.", [("organization", "Purple's")]),
    "a curly apostrophe": ("He ate at Purple’s on Monday.", [("organization", "Purple’s")]),
    "a common word": ("They saw Harsh on Monday.", [("organization", "Harsh")]),
    "a common word that begins a sentence": ("Harsh agreed.", [("organization", "Harsh")]),
    "a person of common words": ("It was Blue River who left.", [("person", "Blue River")]),
    "a person in a headline": ("Blue River Wins Again In Peru", [("person", "Blue River"), ("place", "Peru")]),
    "a person with a firm's noun": ("It was Zorvel Corp who left.", [("person", "Zorvel Corp")]),
    "a person of one word": ("At noon they met Gallop in the rain.", [("person", "Gallop")]),
    "a place": ("It rained in Bad Quorling.", [("place", "Bad Quorling")]),
    "a place with a person's name": ("They left Rosa Marin.", [("place", "Rosa Marin")]),
}  # fmt: skip


def entities(text: str, options: dict[str, list[str]]) -> list[tuple[str, str]]:
    plugins = ["newskit_titles", "newskit_names"]
    kit = newskit.Kit(plugins=plugins, block=(), options={"newskit_names": options}, strict=True)
    return [(each.kind, each.name) for each in kit.extract(text).entities]


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_own_names_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert entities(text, OWN) == expected
    assert entities(text, {}) != expected


def test_own_names_of_one_kit_are_unknown_to_another() -> None:
    text = "It was Zorvel Corp who left."
    before, with_own = entities(text, {}), entities(text, OWN)
    assert with_own != before == entities(text, {})


def test_own_names_change_no_others(seed_text: str) -> None:
    assert entities(seed_text, OWN) == entities(seed_text, {})


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("Zorville Gazette", "': expected a list of strings, got 'Zorville Gazette'"),
        ({"Zorville": 1}, "': expected a list of strings, got {'Zorville': 1}"),
        ([7], r"\[0\]': expected a string, got 7"),
        (["zorville gazette"], "': expected names with their capitals, got 'zorville gazette'"),
        ([""], "': expected names with their capitals, got ''"),
    ],
)
@pytest.mark.parametrize("option", list(OWN))
def test_what_is_no_list_of_names_is_refused(option: str, value: object, message: str) -> None:
    with pytest.raises(newskit.OptionError, match=f"plugin newskit_names, option '{option}{message}"):
        newskit.Kit(options={"newskit_names": {option: value}})
