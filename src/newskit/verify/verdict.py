"""What a check answers: how the words stand in the source, where, what differs, and who is said to have said them."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from newskit.kinds import Quote
from newskit.spans import Span

Match = Literal["exact", "folded", "edited", "altered", "absent"]
"""Exact: letter for letter. Folded: word for word, with other typography. Edited: word for word but where ellipses and
brackets say that words were left out or put in. Altered: other words, or an edit that turns what is said. Absent."""
Change = Literal["replaced", "omitted", "added", "moved"]
"""What was done to the source's words: replaced by others, left out, added, or moved."""
Matter = Literal["negation", "number", "name", "word", "case", "punctuation"]
"""What a difference is about, the gravest first."""
EditMark = Literal["", "ellipsis", "brackets", "attribution"]
"""What says that a difference is an editor's, if anything does: a mark in the claim, or quotation marks in the source,
between two of which it says who speaks."""
Attributed = Literal["attributed", "to another", "not attributed", "not told"]
"""Whether the source gives the words to the speaker, to another, to nobody, or does not let that be known."""


@frozen
class Stretch:
    """A stretch of a text by half-open offsets in Unicode code points; it may be empty where something is missing."""

    start: int
    end: int
    text: str


@frozen
class Difference:
    """One place at which a claim says something else than its source.

    ``claim`` and ``source`` are the stretches, in the quote and in the source as they were given. ``edit`` says what
    marks it as an editor's; ``turns`` is the word that turns the meaning, where an edit drops or brings one.
    """

    change: Change
    matter: Matter
    claim: Stretch
    source: Stretch
    edit: EditMark = ""
    turns: str = ""


@frozen
class Attribution:
    """Whom the source gives the words to.

    ``claimed`` is the speaker as given; ``speaker`` the name that newskit read, None where it read none; ``quote`` the
    quote that it read there, with its rule and confidence, None where the words stand in no quote.
    """

    answer: Attributed
    claimed: str
    speaker: str | None = None
    quote: Quote | None = None


@frozen
class Verdict:
    """Whether a quote stands in a source.

    ``spans`` are where: one, or one for each part of an edited quote; empty where it is absent. ``source`` is the id of
    the source, ``similarity`` the share of letters that both have in the same order, word by word: 1 for what is exact
    or folded, 0 for what is absent. ``differences`` are in the order of the claim. ``attribution`` is None where no
    speaker was given or the quote is absent.
    """

    match: Match
    quote: str
    source: str = ""
    spans: tuple[Span, ...] = ()
    differences: tuple[Difference, ...] = ()
    similarity: float = 0.0
    attribution: Attribution | None = None

    @property
    def verbatim(self) -> bool:
        """Whether it is exact or folded, the words standing there as they are."""
        return self.match in ("exact", "folded")

    @property
    def supported(self) -> bool:
        """Whether it is exact, folded or edited, and the speaker's where one is given."""
        said = self.attribution is None or self.attribution.answer == "attributed"
        return said and self.match in ("exact", "folded", "edited")
