"""Speech told from scare quotes, titles and terms: what is seen of a stretch between quotation marks."""

from __future__ import annotations

from bisect import bisect_right

from newskit_quotes.chunks import NAMING, POSSESSIVE
from newskit_quotes.codes import EDGE, MASK, NO, NUMBERS, YES
from newskit_quotes.page import Page, Stretch

_LENGTHS = (2, 3, 4, 6, 9, 14, 25)
_SELF = frozenset(["i", "we", "you", "my", "our", "your", "me", "us", "i'm", "we're", "i've", "we've"])
_AROUND = 12
_SHORT, _HEADING = 3, 9


def is_titled(page: Page, stretch: Stretch) -> bool:
    """Tell whether a stretch is written like a title or a subheading: short, its long words in capitals."""
    if stretch.words > _HEADING:
        return False
    long_words = [word for word in page.words[stretch.first : stretch.last] if len(word) > _SHORT and word[0].isalpha()]
    return bool(long_words) and all(word[0].isupper() for word in long_words)


def is_name(page: Page, number: int) -> bool:
    """Tell whether a stretch is but the name of what the word before it says: "the show “Good Evening”"."""
    stretch = page.stretches[number]
    before = stretch.first - 1
    named = page.tag(before) in NAMING or page.lowered(before) in POSSESSIVE
    return named and not stretch.stops and is_titled(page, stretch)


def features(page: Page, number: int) -> tuple[int, ...]:
    """Return the value of each feature template for a stretch, marks not counted."""
    stretch = page.stretches[number]
    lower, words, tags, fine = page.lower, page.codes, page.kinds, page.fine
    first, last = stretch.first + 1, max(stretch.last - 1, stretch.first + 1)
    low, high = page.bounds(stretch.first)[0], page.bounds(stretch.last - 1)[1]
    length = NUMBERS[bisect_right(_LENGTHS, stretch.words)]
    before, tag_before = (words[stretch.first - 1], tags[stretch.first - 1]) if stretch.first > low else (EDGE, EDGE)
    after, tag_after = (words[stretch.last], tags[stretch.last]) if stretch.last < high else (EDGE, EDGE)
    opened, tag_opened = (words[first], tags[first]) if first < last else (EDGE, EDGE)
    closed, tag_closed = (words[last - 1], tags[last - 1]) if first < last else (EDGE, EDGE)
    verbs = NUMBERS[min(page.count_verbs(first, last), 3)]
    finite = YES if any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in fine[first:last]) else NO
    own = NO if _SELF.isdisjoint(lower[first:last]) else YES
    capitals = sum(word[0].isupper() for word in page.words[first + 1 : last])
    titled = YES if capitals > (last - first) // 2 else NO
    stops = YES if stretch.stops else NO
    begins = YES if stretch.first == low else NO
    body = YES if stretch.paragraph else NO
    around = NUMBERS[min(page.count_verbs(max(low, stretch.first - _AROUND), stretch.first), 3)]
    return (
        1,
        (length + 3 * stops + 5 * begins + 2) & MASK,
        (length + 3 * verbs + 5 * titled + 3) & MASK,
        (before + 4) & MASK,
        (before + 3 * length + 5) & MASK,
        (tag_before + 3 * tag_opened + 5 * length + 6) & MASK,
        (after + 3 * stops + 7) & MASK,
        (tag_after + 3 * stops + 5 * length + 8) & MASK,
        (opened + 9) & MASK,
        (closed + 10) & MASK,
        (tag_opened + 3 * tag_closed + 11) & MASK,
        (own + 3 * finite + 5 * stops + 12) & MASK,
        (titled + 3 * body + 5 * length + 13) & MASK,
        (around + 3 * begins + 5 * stops + 14) & MASK,
        (before + 3 * after + 15) & MASK,
        (tag_before + 3 * tag_after + 5 * begins + 16) & MASK,
    )
