"""Tags on any text: one for each token, the same every time, and nothing raises."""

from hypothesis import given
from hypothesis import strategies as st

from newskit.text import Ground

PLAIN = """so not that 's ' ’ n't she'll x'll A Reports claims U.S. 9 9th - -- well- é 漢字 ﬁ İ ǅ ٣ ² # * | ~ ^"""
WORDS = st.sampled_from([*PLAIN.split(), "\ud800", "\x00", "\u202e", "\n"])
TEXTS = st.one_of(st.text(), st.lists(WORDS).map(" ".join), st.lists(WORDS).map("".join))


@given(TEXTS)
def test_every_token_has_one_tag(text: str) -> None:
    ground = Ground(text)
    assert len(ground.tags) == len(ground.tokens)
    assert all(tag and "~" not in tag and "|" not in tag and "*" not in tag for tag in ground.tags)


@given(TEXTS, TEXTS)
def test_what_was_tagged_before_changes_nothing(text: str, other: str) -> None:
    first = list(Ground(text).tags)
    list(Ground(other).tags)
    assert list(Ground(text).tags) == first
