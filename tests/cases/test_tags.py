"""Tags of words that readers of news turn on: finite verbs, participles, and nouns written like verbs."""

import pytest

from newskit.text import Ground

SENTENCES = [
    ("The minister claims that the bridge is safe.", "claims", "VBZ"),
    ("Critics rejected the claims on Monday.", "claims", "NNS"),
    ("The agency reports a rise in prices.", "reports", "VBZ"),
    ("Two reports were published last week.", "reports", "NNS"),
    ("She plans to resign in May.", "plans", "VBZ"),
    ("The plans were dropped.", "plans", "NNS"),
    ("He says the law works.", "says", "VBZ"),
    ("He said the law works.", "said", "VBD"),
    ("They say the law works.", "say", "VBP"),
    ("They did not say why.", "say", "VB"),
    ("The firm was founded in 1990.", "founded", "VBN"),
    ("The council has approved the budget.", "approved", "VBN"),
    ("The council approved the budget.", "approved", "VBD"),
    ("The mayor was reportedly warned by aides.", "warned", "VBN"),
    ("The senator is visiting Ohio.", "visiting", "VBG"),
    ("The court will hear the case.", "will", "MD"),
    ("The court will hear the case.", "hear", "VB"),
    ("He wants to leave.", "to", "TO"),
    ("He went to Paris.", "to", "IN"),
    ("She thinks that he lied.", "that", "IN"),
    ("The plan that failed was hers.", "that", "WDT"),
    ("Mary Jones spoke to her lawyer.", "her", "PRP$"),
    ("The police arrested her.", "her", "PRP"),
    ("The mayor's office closed.", "'s", "POS"),
    ("It's raining in Leeds.", "'s", "VBZ"),
    ("They don't know.", "don't", "VBP"),
    ("He hasn't left.", "hasn't", "VBZ"),
    ("She didn’t reply.", "didn’t", "VBD"),
    ("We'll win.", "We'll", "PRP+MD"),
    ("They’ve won.", "They’ve", "PRP+VBP"),
    ("It was the 20th attempt.", "20th", "JJ"),
    ("Some 4,500 people came.", "4,500", "CD"),
    ("It is a long-term plan.", "long-term", "JJ"),
    ("The spokeswoman divulged nothing.", "divulged", "VBD"),
]


@pytest.mark.parametrize(("text", "word", "tag"), SENTENCES, ids=[f"{tag}-{text}" for text, _, tag in SENTENCES])
def test_the_tag_in_its_context(text: str, word: str, tag: str) -> None:
    ground = Ground(text)
    assert ground.tags[ground.tokens.words.index(word)] == tag


def test_a_headline_in_capitals_has_verbs() -> None:
    ground = Ground("Governor Claims Victory in Ohio\n\nThe count went on for two days.")
    assert ground.tags[1] == "VBZ"


def test_a_name_is_a_proper_noun() -> None:
    assert list(Ground("We met Zanele Qwabe there.").tags)[2:4] == ["NNP", "NNP"]


@pytest.mark.parametrize("text", ["", "so", "not", "'", "''", "\x00", "\ud800"])
def test_the_shortest_texts(text: str) -> None:
    ground = Ground(text)
    assert len(ground.tags) == len(ground.tokens)
