"""Names before a colon at the beginning of a line: who speaks in a transcript, or the rows of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from newskit_names.candidates import Candidate
from newskit_names.lexicon import Lexicon

_NO_PLACE = frozenset(("organization", "none"))


class Labels:
    """Reads the labels of one article."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text, self.lexicon = text, lexicon

    def read(self, candidates: Iterable[Candidate], found: dict[str, str]) -> None:
        """Take a word in capitals before a colon for a person in what is a transcript, else for no name."""
        labels = list(filter(self.is_label, candidates))
        lines = Counter(each.text for each in labels if each.text.isupper())
        unknown = [text for text in lines if text.isalpha() and text not in self.lexicon.organizations]
        turns = len(lines) > 1 and max(lines.values()) > 1  # somebody speaks again, where a table has a row once
        for text in unknown:
            named = turns and text.lower() not in self.lexicon.common
            if named and found[text] in _NO_PLACE:
                found[text] = "person"
            elif not named and found[text] != "place" and text.lower() not in self.lexicon.names:
                found[text] = "none"
        for each in labels:
            verb = each.words[0] in self.lexicon.kinds["speech"]  # "Said Roe:"
            if found[each.text] == "none" and len(each.words) > 1 and not verb and self.speaks(each):
                found[each.text] = "person"

    def speaks(self, candidate: Candidate) -> bool:
        """Tell whether a quotation follows the colon behind a name."""
        return self.text[candidate.end : candidate.end + 3].lstrip(": ")[:1] in ('"', "“")

    def is_label(self, candidate: Candidate) -> bool:
        """Tell whether a name stands before a colon at the beginning of a line, as in a transcript."""
        text, start, end = self.text, candidate.start, candidate.end
        return text[end : end + 1] == ":" and text[max(0, start - 3) : start].rpartition("\n")[2].strip("•*·- ") == ""
