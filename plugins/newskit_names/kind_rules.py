"""The rules that decide a candidate's kind before the model is asked; ``rules.txt`` has their examples."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from newskit import Title
from newskit.text import Tokens, female_share
from newskit_names.candidates import Candidate
from newskit_names.contexts import Contexts
from newskit_names.kin import Kin
from newskit_names.lexicon import Lexicon
from newskit_names.neighbours import Neighbours
from newskit_names.people import People
from newskit_names.spelling import Spelling, spelling
from newskit_names.uses import Uses

_LETTERS = 3
_title = attrgetter("title")


def _apposed(candidate: Candidate) -> bool:
    """Tell whether the title before a name is in apposition to it."""
    return candidate.title is not None and candidate.title.tie == "apposition"


class KindRules:
    """The decisions by lists, titles, spelling, neighbours and contexts, for the candidates of one article."""

    def __init__(self, lexicon: Lexicon, tokens: Tokens, titles: Sequence[Title]) -> None:
        self.neighbours = Neighbours(lexicon, tokens)
        self._tokens, self._lexicon = tokens.words, lexicon
        self.articled, self.names, self.makers = lexicon.articled, lexicon.names, lexicon.kinds["maker"]
        self.contexts = Contexts(lexicon, tokens, titles)
        self.people, self.uses, self.kin = People(tokens, lexicon), Uses(lexicon, tokens), Kin(lexicon, tokens)

    def kind(self, group: Sequence[Candidate]) -> str | None:
        """Return the kind of a name from all its occurrences, None where the model has to decide."""
        spelt = spelling(group[0].text, group[0].words, self._lexicon)
        if group[0].text in self.articled and any(map(self.neighbours.articled, group)):
            return "organization"
        if self.kin.relative(group):
            return "person"
        return self._by_words(group, spelt) or self.named_after(group) or self._by_neighbours(group, spelt)

    def _by_words(self, group: Sequence[Candidate], spelt: Spelling) -> str | None:
        """Return the kind by lists alone: groups, words that are no names, well-known organisations."""
        common = spelt.sentence_word or self._in_small_letters(group)
        if any(map(self.people.native, group)):
            return "none"
        begins = (spelt.member or common) and all(each.initial or each.headline for each in group)
        if spelt.people or (spelt.member and not begins):
            return "group"
        if spelt.kind == "none" and self.borne(group):
            return "person"
        if spelt.kind is None and spelt.heading and all(each.headline for each in group):
            return "none"
        return "none" if common and begins else spelt.kind

    def borne(self, group: Sequence[Candidate]) -> bool:
        """Tell whether a title says that somebody bears a word that is no name elsewhere: "Mr Hill", "Captain Park"."""
        surname = group[0].words[0] in self._lexicon.surnames
        words = group[0].words
        if len(words) == 2 and words[0] in self._lexicon.given:  # noqa: PLR2004 - "Dr Ann Church"
            return any(each.title and each.title.honorific for each in group)
        return len(words) == 1 and any(each.title and (each.title.honorific or surname) for each in group)

    def _in_small_letters(self, group: Sequence[Candidate]) -> bool:
        """Tell whether a single listed name, behind no title, also occurs in lower case: "Pier"."""
        words = group[0].words
        listed = len(words) == 1 and words[0] in self.names
        return listed and words[0] in self.people.written and not any(map(_title, group))

    def _by_neighbours(self, group: Sequence[Candidate], spelt: Spelling) -> str | None:
        near, titled = self.neighbours, self._bears_title(group, spelt)
        settled = titled or spelt.elsewhere
        if not settled and (any(map(near.located, group)) or (spelt.street and any(map(near.addressed, group)))):
            return "place"
        launched = not titled and all(map(self.launched, group))
        by_clause = "none" if launched else None if titled or spelt.place else self._by_clause(group, spelt)
        if by_clause:
            return by_clause
        formed = spelt.formed and not self.people.headed(group)
        if spelt.short and (titled or formed or near.personal(group)):
            return "person"
        if spelt.body and not spelt.place:
            return "organization"
        if spelt.place or any(map(near.dateline, group)):
            return "place"
        return None if settled else near.beside(group, spelt) or self.described(group, spelt)

    def _bears_title(self, group: Sequence[Candidate], spelt: Spelling) -> bool:
        """Tell whether a title belongs to a name, not to a place: "a fundraiser in Zorville, | Calif."."""
        if spelt.heading or not any(map(_title, group)) or not any(map(self.titled, group)) or self._no_bearer(group):
            return False
        return not (spelt.place and all(map(_apposed, filter(_title, group))))

    def named_after(self, group: Sequence[Candidate]) -> str | None:
        """Return "place" for what is named after somebody with a title: "Sir Ann Zorvel Drive"."""
        last, lexicon = group[0].words[-1], self._lexicon
        if len(group[0].words) == 1 or last in lexicon.names or not any(map(_title, group)):
            return None
        return "place" if last in lexicon.kinds["street"] or last in lexicon.kinds["area"] else None

    def _no_bearer(self, group: Sequence[Candidate]) -> bool:
        """Tell whether what a title stands before is nobody's name: "the retailer Mizra Stores", "the premier league".

        It ends as a body's or a place's does, or is one word that the article has in small letters too.
        """
        words, lexicon = group[0].words, self._lexicon
        if len(words) == 1:
            addressed = any(each.title and each.title.honorific for each in group)
            return words[0] in self.people.written and not addressed and words[0] not in self.names
        if words[0] in lexicon.given or words[-1] in lexicon.surnames:
            return False
        return words[-1] in lexicon.ends_names or lexicon.places.get(words[-1]) == "country"

    def _by_clause(self, group: Sequence[Candidate], spelt: Spelling) -> str | None:
        """Return the kind by the noun behind a name that is in no list, or by what else the clause says."""
        used = self.uses.kind(group, spelt)
        works = group[0].words[0] in self.names and all(map(self.people.in_work, group))  # "Dillon's Finest"
        if works:
            return "none"
        if used and not (used == "organization" and self.contexts.person(group)):
            return used
        listed = spelt.elsewhere or spelt.personal or spelt.body or spelt.sentence_word
        if not listed and self.neighbours.is_thing(group):
            return "none"
        by_noun = None if listed else self.neighbours.named_by(group)
        return by_noun or (self.contexts.kind(group) if spelt.short else None)

    def titled(self, candidate: Candidate) -> bool:
        """Tell whether a title stands before a name, no noun of a firm before one word ("winemaker Zorb") or "&"."""
        title, words = candidate.title, candidate.words
        if title is None or self._coded(candidate) or self.launched(candidate):
            return False
        first = candidate.text.partition(" ")[0]
        if len(words) > 1 and first.isupper() and words[0] in self._lexicon.places:
            return False  # "the Official | UK Zorvel Chart"
        noun = title.role.rpartition(" ")[2].lower()
        if candidate.text.isupper() and noun in self.makers:
            return False  # "the airport operator | ZAB"
        if "&" not in words and self._given(words):
            return True
        if noun.removesuffix("s") in self.makers and noun[-1] == "s":
            return False  # "brewers | Zorvel Mizra"
        role = title.span.text.rpartition(" ")[2]  # "US operator", "head of messaging firm"
        return (role.lower() if len(words) == 1 or "&" in words else role) not in self.makers

    def _given(self, words: Sequence[str]) -> bool:
        """Tell whether a name begins with a given name, of the lists, or of a few bearers before a listed surname."""
        if len(words) == 1:
            return words[0] in self.names
        known = words[-1] in self._lexicon.surnames and female_share(words[0]) is not None
        return known or words[0] in self._lexicon.given

    def launched(self, candidate: Candidate) -> bool:
        """Tell whether an article stands before the title of a royal and a name, as of a ship: "the Queen Zorvel"."""
        title = candidate.title
        if title is None or title.span.text.lower() not in self._lexicon.kinds["royal"]:
            return False
        before = self._tokens[candidate.first - 2] if candidate.first > 1 else ""
        return before.lower() == "the" and self.people.alone(candidate)

    def _coded(self, candidate: Candidate) -> bool:
        """Tell whether a name has figures or is two or three letters nobody is known by: "Media Assistant | ZQ430"."""
        word, text = candidate.words[-1], candidate.text
        letters = len(candidate.words) == 1 and 1 < len(text) <= _LETTERS and text.isupper()
        if letters and word not in self.names and word not in self._lexicon.kinds["initials"]:
            role = candidate.title.role if candidate.title else ""  # "DJ AK", "PRESIDENT HU", "Prince ZBK"
            return bool(role) and not role.isupper() and role.lower() not in self._lexicon.kinds["royal"]
        return any(map(str.isdigit, word))

    def described(self, group: Sequence[Candidate], spelt: Spelling) -> str | None:
        """Return the kind that a title in apposition, a surname's form, a city or a person before "of" tells."""
        near = self.neighbours
        if near.labelled(group, spelt):
            return "none"
        lived_in = near.lived_in(group)  # "officials in Shirley said"
        if not lived_in and (spelt.celtic or any(map(near.of_land, group)) or self.contexts.person(group)):
            return "person"
        if spelt.city or lived_in:
            return "place"
        owns = spelt.acronym and any(map(near.has_people, group))
        body = owns or any(map(near.declares, group)) or self.contexts.employs(group)
        return "organization" if body else None
