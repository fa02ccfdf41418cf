"""The spread of kinds along an article: parts of names that are known in full, lands, families, short forms."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from newskit.linking import bare_surname
from newskit_names.candidates import Candidate
from newskit_names.labels import Labels
from newskit_names.lexicon import Lexicon
from newskit_names.nicknames import full_names
from newskit_names.people import People

_UNSURE = frozenset(("none", "place"))
_NO_LAND = frozenset(("person", "organization", "none"))
"""Kinds that the model may give to a country's name and that are wrong where nobody bears it."""
_FULL_NAME = 3
"""Words of a full name that is known by its surname alone."""
_LETTERS = 3
"""Most letters of a word in capitals that is rather a body than somebody's name."""
_ABBREVIATION = 3
"""Capitals of a first word that are no initials ("JD") but a firm's abbreviation, fewest."""


class Spread:
    """Gives names of one article the kinds of others; ``unsure`` are those that no rule decides, by their text."""

    def __init__(
        self,
        text: str,
        candidates: Sequence[Candidate],
        unsure: Mapping[str, Sequence[Candidate]],
        people: People,
    ) -> None:
        self.text, self.candidates, self.unsure, self.people = text, candidates, unsure, people
        self.lexicon: Lexicon = people.lexicon
        self.labels, self.homonyms = Labels(text, people.lexicon), set[str]()
        self.lone = [each for each in candidates if len(each.words) == 1]
        self.several = [each for each in candidates if len(each.words) > 1]

    def over(self, found: dict[str, str]) -> None:
        """Give single words the kinds of the fuller names in the article.

        The last part of a person's full name is that person, and so is the first where nothing else is known of it; the
        plural of the last behind "the" is the family; the first word of a firm's name is the firm. A word that is a
        place too ("Washington") is left to where it stands.
        """
        if "(" in self.text:
            nicknamed = (each for each in self.several if "(" in each.words)  # "Pei-Lin (Kay) Wu", but "CPI(M)"
            found.update({each.text: "person" for each in nicknamed if each.text not in self.lexicon.organizations})
        if ":" in self.text:
            self.labels.read(self.candidates, found)
        self.called_otherwise(found)
        self.people.makers(self.lone, self.several, found)
        self.people.storms(self.lone, self.several, found)
        self.fuller_people(found)
        self.ends_of_names(found)
        self.lone_lands(found)
        self.short_bodies(found)
        surnames, given, firms = self.parts(found)
        if not surnames and not firms:
            return
        things = self.behind_articles(surnames)
        for candidate in self.lone:
            word, kind = candidate.words[0], found[candidate.text]
            if kind == "group" or candidate.text in things:
                continue
            if word in firms:
                found[candidate.text] = "organization"
            elif (word in surnames and self.surname(candidate, kind)) or (
                word in given and self.called(candidate, kind)
            ):
                found[candidate.text] = "person"
            elif word[-1] == "s" and word[:-1] in surnames and self.family(candidate):
                found[candidate.text] = "group"

    def called_otherwise(self, found: dict[str, str]) -> None:
        """Take a word that is a person's nickname here, and no known name of a place or body, for that person."""
        nicknames = full_names(self.several, found)
        for each in self.lone if nicknames else ():
            if each.words[0] in nicknames and found[each.text] == "none" and not self.people.articled(each):
                found[each.text] = "person"

    def short_bodies(self, found: dict[str, str]) -> None:
        """Take the noun of a body that is named in full for the body: "the Tribunal" of "the Zorvel Tribunal"."""
        strong = self.lexicon.kinds["strong"]
        short = [each for each in self.lone if each.words[0] in strong and found[each.text] == "none"]
        short = list(filter(self.people.articled, short))
        if short:
            named = (each for each in self.several if found[each.text] == "organization")
            ends = {end for each in named for end in (each.words[0], each.words[-1])}
            found.update({each.text: "organization" for each in short if each.words[0] in ends})

    def behind_articles(self, words: Collection[str]) -> set[str]:
        """Return the names, of some words, that mostly stand behind an article, and their plurals: no people's names.

        "The Polaroid", "Polaroids", though "Warhol Polaroids" was taken for somebody.
        """
        groups: dict[str, list[Candidate]] = {}
        for each in self.lone:
            if each.words[0] in words and each.words[0] not in self.lexicon.names:
                groups.setdefault(each.text, []).append(each)
        found = {text for text, group in groups.items() if sum(map(self.people.articled, group)) * 2 > len(group)}
        return found | {text for text in groups if text[-1] == "s" and text[:-1] in found}

    def called(self, candidate: Candidate, kind: str) -> bool:
        """Tell whether the first part of somebody's name, no noun, stands for the person."""
        word, lexicon = candidate.words[0], self.lexicon
        known = kind == "place" and word in lexicon.given and word not in lexicon.places
        if known and candidate.behind in lexicon.kinds["auxiliary"] and not candidate.title:
            kind = "none"  # "Sofia has won", of Sofia Zorvel
            self.homonyms.add(candidate.text)
        noun = kind != "none" or word in lexicon.common or word in lexicon.ends_names
        noun = noun or candidate.before == "the"  # "the Amir"
        return not noun and self.surname(candidate, kind)

    def surname(self, candidate: Candidate, kind: str) -> bool:
        """Tell whether a word that is a surname here is the person; note homonyms, which are places elsewhere."""
        word, lexicon = candidate.words[0], self.lexicon
        letters = candidate.text.isupper() and (kind == "organization" or 1 < len(candidate.text) <= _LETTERS)
        if letters and not self.labels.is_label(candidate):  # "the ED said", though Ed Roe is there
            return False
        if word in lexicon.lands or (kind == "place" and word in lexicon.places):
            self.homonyms.add(candidate.text)
        return word not in lexicon.demonyms and word not in lexicon.kinds["never"]

    def fuller_people(self, found: dict[str, str]) -> None:
        """Take an undecided name of several words for a person where its last word is used as a surname.

        Somebody else bears it, or it stands alone and is no word of any list.
        """
        texts = filter(self._undecided, sorted({each.text for each in self.several if found[each.text] in _UNSURE}))
        undecided = frozenset(texts)
        unsure = [each for each in self.several if each.text in undecided]
        if not unsure:
            return
        ends = {each.words[-1] for each in self.candidates if found[each.text] == "person"}
        unlisted = {each.words[0] for each in self.lone if found[each.text] == "none" and not each.text.isupper()}
        lists = (*self._otherwise, self.lexicon.followers, self.lexicon.adjectives)
        ends.update(word for word in unlisted if not any(word in known for known in lists))
        for candidate in unsure:
            words = candidate.words
            if len(words) > _FULL_NAME or words[-1] not in ends or self._listed(candidate, found):
                continue
            alone = found.get(candidate.text.rpartition(" ")[2]) == "person"
            if words[0] in self.lexicon.given or not self._tells_otherwise(candidate, alone=alone):
                found[candidate.text] = "person"

    def _undecided(self, text: str) -> bool:
        """Tell whether no rule decided on a name, and nothing says that it is nobody's."""
        group = self.unsure.get(text)
        return group is not None and not self.people.nobody(group)

    def _listed(self, candidate: Candidate, found: dict[str, str]) -> bool:
        """Tell whether it is a place that a list or "the town of" knows."""
        name, lowered = candidate.text.lower(), self.people.lowered
        if lowered(candidate.first - 1) == "of" and lowered(candidate.first - 2) in self.lexicon.kinds["town"]:
            return True
        return found[candidate.text] == "place" and (name in self.lexicon.places or name in self.lexicon.cities)

    def ends_of_names(self, found: dict[str, str]) -> None:
        """Take the end of a person's full name, two words or more, for that person: "De Niro", "Vargas Llosa"."""
        ends: set[tuple[str, ...]] = set()
        for candidate in self.several:
            words = candidate.words
            if len(words) >= _FULL_NAME and found[candidate.text] == "person":
                ends.update(words[place:] for place in range(1, len(words) - 1))
                particles = self.lexicon.kinds["particle"]
                if words[1] in particles and words[-2] not in particles:  # "De la Parra" of "Ann de la Parra Roe"
                    ends.add(words[1:-1])
        for candidate in self.several if ends else ():
            if candidate.words in ends:
                found[candidate.text] = "person"

    def lone_lands(self, found: dict[str, str]) -> None:
        """Take a country or state that is a name too for the place where nobody bears it: "Washington", "Israel"."""
        lands = {each.text for each in self.lone if each.words[0] in self.lexicon.lands}
        if not lands:
            return
        people = {word for each in self.several if found[each.text] == "person" for word in each.words[1:]}
        titled = {each.text for each in self.candidates if each.title}
        for text in sorted(lands - titled):
            if found[text] in _NO_LAND and text.lower() not in people:
                found[text] = "place"

    @property
    def _otherwise(self) -> tuple[Collection[str], ...]:
        """The lists of words that no undecided name of a person begins with."""
        lexicon, kinds = self.lexicon, self.lexicon.kinds
        lists = (lexicon.common, lexicon.demonyms, lexicon.places, lexicon.starts_names, lexicon.special)
        return *lists, kinds["senior"], kinds["employed"], kinds["storm"]

    def _tells_otherwise(self, candidate: Candidate, *, alone: bool) -> bool:
        """Tell whether the first word of a name is a common one, or one of a people, place or body, or the last is.

        ``alone`` says that the last stands alone for a person: "Rice said".
        """
        word, last, lexicon = candidate.words[0], candidate.words[-1], self.lexicon
        if any(word in known for known in self._otherwise) or word.endswith("ing"):
            return True
        if (last in lexicon.common and not alone) or last in lexicon.kinds["work"] or last in lexicon.kinds["before"]:
            return True
        plain = last in lexicon.ends_names and last not in lexicon.surnames
        first = candidate.text.partition(" ")[0]
        return (
            plain
            or first in lexicon.organizations
            or (first.isalpha() and first.isupper() and len(first) >= _ABBREVIATION)
        )

    def parts(self, found: dict[str, str]) -> tuple[set[str], set[str], set[str]]:
        """Return the last and first parts of people's full names, and first words of firms that are no one's name."""
        lexicon, kinds = self.lexicon, self.lexicon.kinds
        surnames: set[str] = set()
        given = {each.words[0] for each in self.candidates if each.title and found[each.text] == "person"}
        firms: set[str] = set()
        for candidate in self.several:
            words, kind = candidate.words, found[candidate.text]
            if kind == "person":
                parts = [word for word in words if word not in kinds["suffix"] and word != ","]
                surname = parts[-1:]  # none in "Jr. Jr."
                if surname and lexicon.places.get(surname[0]) == "country" and surname[0] not in lexicon.lands:
                    continue  # no one's surname: "Diario de Cuba"
                surnames.update(surname, map(bare_surname, surname))
                given.add(words[0])
                if words[0] in kinds["family_first"] and words[-1] not in lexicon.surnames:
                    surnames.add(words[0])  # "Son Heung-min"
            elif kind == "organization":
                known = candidate.text.partition(" ")[0] in lexicon.organizations  # "Fox" beside "Fox News"
                if known or words[-1] in kinds["company"] or "&" in words:
                    firms.add(words[0])
        listed = (lexicon.common, lexicon.places, lexicon.demonyms, lexicon.cities, lexicon.divisions)
        named = {word for word in firms if len(word) > 1 and not any(word in each for each in listed)}
        return surnames, given, named - surnames - given

    def family(self, candidate: Candidate) -> bool:
        """Tell whether a plural surname stands for a family: "the Kellers"."""
        return candidate.before == "the" and candidate.words[0] not in self.lexicon.places
