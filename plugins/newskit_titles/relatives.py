"""Relatives: what somebody chairs, heads, owns or teaches, behind "who" and such a verb."""

from __future__ import annotations

from newskit_titles.complements import DETERMINED, MAX_RIGHT, Complements
from newskit_titles.lexicon import GOVERNING, HOLDS, ORGANISATION_NOUNS
from newskit_titles.parts import Parts

_NOUN, _OF_NOUN = frozenset(("NN", "NNS")), frozenset(("NN", "NNS", "JJ"))


class Relatives(Complements):
    """Reads the complements of one article's titles, and of the verbs that give one."""

    def held(self, verb: int, stop: int) -> tuple[Parts, int] | None:
        """Return the parts of what somebody chairs, heads or leads, and its end; None where no body is named."""
        first, limit = verb + 1, min(stop, verb + MAX_RIGHT)
        if self.lower[verb] in GOVERNING["teaching"]:
            return self._taught(verb, limit)
        first += first < limit and self.lower[first] == "over"
        determined = first < limit and self.lower[first] in DETERMINED
        first += determined
        named = self._past_adjectives(first, limit) if first < limit else limit
        if named >= limit or not (self.page.capital_word(named) or self._common_body(named, limit)):
            return None
        noun = HOLDS[self.lower[verb]]
        if not self.page.capital_word(named):  # "who heads the | association of bakers"
            end = self._common(named, limit)
            parts = Parts([noun, f"of {self.reader.written(first - determined, end)}"])
            return parts, self._complement(noun, end, limit, parts) if self.page.lowered(end) == "at" else end
        end = self.bodies.end(named, limit)
        end = self._show(end, limit) if noun == "host" else end
        whole = self.lower[end - 1] in ORGANISATION_NOUNS or self.page.capital(end - 1)
        if self.page.owned(named, end) and not whole:  # "Roe's outreach effort"
            return None
        parts = Parts([noun])
        self.reader.govern(parts, noun, "of", named, end)
        return (parts, self.bodies.bracket(named, end, limit)) if parts.organization or parts.place else None

    def _show(self, first: int, limit: int) -> int:
        """Return the end of the common nouns behind a name: "who hosts the Radio 2 | breakfast show"."""
        end = index = first
        while index < limit and self.page.tagged(index, _OF_NOUN):
            index += 1
            end = index if self.page.tagged(index - 1, _NOUN) else end
        return end

    def _taught(self, verb: int, limit: int) -> tuple[Parts, int] | None:
        """Return the parts of who teaches something somewhere, "teaches biology at Acme College", and its end."""
        noun, first = HOLDS[self.lower[verb]], verb + 1
        first += self.page.lowered(first) in ("on", "in")
        end = self._and(first, self._noun_phrase(first, limit), limit) if first < limit else limit
        if self.page.lowered(end) != "at" or end + 1 >= limit:
            return None
        parts = Parts([noun, f"of {self.reader.written(first, end)}"] if end > first else [noun])
        last = self._complement(noun, end, limit, parts)
        return (parts, last) if parts.organization else None

    def _common_body(self, first: int, stop: int) -> bool:
        """Tell whether a common noun of a body begins at a token: "the | trade panel", "an | association of bakers"."""
        end = self._noun_phrase(first, stop)
        known = end > first and self.lower[end - 1] in ORGANISATION_NOUNS
        return known and (self.lower[first - 1] == "the" or self.page.lowered(end) in ("of", "for"))
