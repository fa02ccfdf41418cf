"""Nations: of which one an office of state is, where the article leaves no doubt: "Ecuador … President Ann Poe"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import takewhile

from newskit.kinds import Entity, Title
from newskit.linking.words import WORDS, one_of, table
from newskit.office import noun
from newskit.text import Sentence, classes, lazy_pattern, once

_FILE = "nations.txt"
_CAPITAL = lazy_pattern(r"(?<![\p{L}\p{N}.'’-])\p{Lu}\p{L}*+")
_PASSING = lazy_pattern(rf"\A(?:(?:{one_of('passing')}|ex)(?:\s++|-))++")
"""What stands before an office and makes no other one of it: "new | president"."""
_NAMESAKE = lazy_pattern(rf"\s(?=\p{{Lu}})(?i:{one_of('namesake')})\b")
"""What stands behind the name of a nation in that of a firm or a place: "Kenya | Airways", "Nassau | Valley"."""
_COMPLEMENT = lazy_pattern(r"\s(?:of|for)\s")
_WORD = lazy_pattern(r"\p{L}++")
_LETTERS = 3
"""Letters of a name that is written in capitals, at most: "US", "UAE"."""
_LEAST = 2
"""Times that an article names the nation that it is about."""
_OFTENER, _PLAINLY = 3, 2
"""How many times oftener than any other; the second where the sentence of the office names no other, or the article
begins with it."""
_FEW, _MANY = 2, 6
"""Times that another is named of which the office could be, unless the first is more than so many times oftener."""
_BEGINNING = 60
"""Characters from the beginning of an article in which its place stands."""
_MOST = 20
"""Mentions of a person that are looked at."""
CHANCELLOR, _EXCHEQUER = "chancellor", "United Kingdom"
"""An office that few nations have, and the one whose chancellor nobody calls by its name."""
_SECRETARY = "secretary"
"""Who heads a department of state, where ministers do not."""
_PRESIDENT, _VICE = "president", "vice"
"""An office of bodies too, which is a nation's in capitals, or with a word that tells when; the second only before a
name: "Ann Poe, Vice President, finance"."""
_UNION = "United States"
"""Whose states an article names oftener than itself."""
_ENGLAND = "England"
"""What has no ministers of its own, and stands for its kingdom where no other part's are told of."""
_MINISTER, _FIRST = "minister", "first minister"
_HOME_RULE = lazy_pattern(
    r"\b(?:(?:Scottish|Welsh|Stormont) (?:[Ee]xecutive|[Gg]overnment|[Aa]ssembly|[Pp]arliament|[Mm]inister)"
    r"|(?:Scotland|Wales|Northern Ireland)['’]s (?:[a-z]++ ){0,2}?minister|Welsh Assembly|Holyrood|Stormont"
    r"|Cardiff Bay|First Minister|(?:[a-z]++ )?minister for (?:Scotland|Wales))\b"
)
"""What tells of the government of a part of a nation."""
_OPENING = 400
"""Characters at the beginning of an article, in which a nation that it is about is told once."""


@cache
def _forms() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return the forms that name a nation by their first letters up to a sign, the longest first, and the nation."""
    named = table("called", _FILE) | table("seat", _FILE)
    named |= dict.fromkeys(classes("newskit.linking", _FILE)["other"], "")
    found: dict[str, list[tuple[str, str]]] = {}
    for form in sorted(named, key=len, reverse=True):
        found.setdefault(_first(form), []).append((form, named[form]))
    return found


def _first(form: str) -> str:
    return "".join(takewhile(str.isalpha, form))


def nation_of(place: str) -> str | None:
    """Return the nation that a name or an adjective is of."""
    lower = place.lower().removeprefix("the ")
    return next((nation for form, nation in _forms().get(_first(lower), ()) if form == lower and nation), None)


def _plain(role: str) -> str:
    return _PASSING.sub("", role.lower())


def _kind(role: str) -> str:
    """Return "nation" for an office that only a nation has, "state" for one that states have too, "" for any other."""
    plain = _plain(role)
    if plain in WORDS["nation_head"]:
        return "nation"
    if plain in WORDS["nation_office"]:
        return "state"
    head = _COMPLEMENT.split(plain, maxsplit=1)[0].rpartition(" ")[2]
    words = frozenset(_WORD.findall(plain)) if head in ("minister", _SECRETARY) else frozenset[str]()
    if not WORDS["subnational"].isdisjoint(_COMPLEMENT.split(plain, maxsplit=1)[0].split()[:-2]):
        return ""  # "State Energy Minister"
    fields = WORDS["ministry"] if head == "minister" else WORDS["department"]
    if not WORDS["nation_field"].isdisjoint(words):
        return "nation"
    return "" if fields.isdisjoint(words) else "state"


def _of_any_body(title: Title) -> bool:
    """Tell whether an office may be that of a firm or a club: "its vice president", "the new president"."""
    if not title.role.lower().endswith(_PRESIDENT) or title.place or title.former:
        return False
    first, _, last = title.role.rpartition(" ")
    deputy = title.kind != "before" and (first.lower() == _VICE or last.lower().startswith(f"{_VICE}-"))
    return deputy or (title.role.islower() and first not in WORDS["in_office"])


def _has(role: str, nation: str) -> bool:
    """Tell whether a nation has such an office: a president, a prime minister, ministers, secretaries."""
    head, nation = noun(role), nation.lower()
    if nation in WORDS["no_secretary"] and not WORDS["british_field"].isdisjoint(role.split()):
        return False
    if head == _SECRETARY:
        return nation in WORDS["nation_secretary"]
    if head.endswith(_PRESIDENT):
        return nation not in WORDS["kingdom"]
    if head == "minister":
        return nation not in WORDS["no_premier" if "prime minister" in role else "no_minister"]
    return True


_GOING = lazy_pattern(rf"\b{one_of('going')}\s(?:(?:to|in|into|for|with|by|at)\s)?+(?:(?:the|his|her|a|an)\s)?+\Z")
"""What a nation stands behind that somebody goes to or meets: "flew to", "met the | Peruvian minister"."""
_FAR = 40
"""Characters that it takes up at most."""


class Nations:
    """Tells of which nation the offices of one article are."""

    def __init__(self, text: str, entities: Sequence[Entity], sentences: Sequence[Sentence]) -> None:
        self.text, self._sentences = text, sentences
        self._people = [entity for entity in entities if entity.kind == "person"]
        self._titles = [title for person in self._people for title in person.titles]
        self._places = [entity.name for entity in entities if entity.kind == "place"]

    @once
    def named(self) -> list[tuple[int, str]]:
        """Where nations are named outside of the names of people, in the order of the text."""
        return list(self._named())

    def _named(self) -> Iterator[tuple[int, str]]:
        names = sorted((each.span.start, each.span.end) for person in self._people for each in person.mentions)
        lower, end = self.text.lower(), 0
        if len(lower) != len(self.text):  # "İ"
            return
        for found in _CAPITAL.finditer(self.text):
            start = found.start()
            forms = _forms().get(found[0].lower(), ()) if start >= end else ()
            named = next(
                (each for each in forms if lower.startswith(each[0], start) and self._whole(start, each[0])), None
            )
            if named is None:
                continue
            end = start + len(named[0])
            place = bisect_left(names, (start + 1, 0)) - 1
            if not named[1] or (place >= 0 and names[place][1] > start) or _NAMESAKE.match(self.text, end):
                continue
            if named[1] != _ENGLAND:
                yield start, named[1]
            elif not self.governed:
                yield start, _EXCHEQUER

    def _whole(self, start: int, form: str) -> bool:
        """Tell whether a form is a whole word, or the plural of one, and one of few letters in capitals."""
        end = start + len(form)
        if len(form) <= _LETTERS and not self.text[start:end].isupper():
            return False
        end += self.text[end : end + 1] == "s"
        return not self.text[end : end + 1].isalnum()

    @once
    def counted(self) -> Counter[str]:
        """How often the article names each."""
        return Counter(nation for _, nation in self.named)

    @once
    def governed(self) -> bool:
        """Whether the article tells of the government of a part of a nation: "the Scottish Executive"."""
        return _HOME_RULE.search(self.text) is not None

    def _has(self, plain: str, nation: str) -> bool:
        """Tell whether a nation has an office, a part of one only where its own government is told of."""
        if nation.lower() in WORDS["nation_part"] and not plain.endswith(_FIRST):
            return self.governed and plain.endswith(_MINISTER) and WORDS["nation_field"].isdisjoint(plain.split())
        return _has(plain, nation)

    def _devolved(self, title: Title, nation: str) -> bool:
        """Tell whether a minister may be one of a part of a nation, which the article names as often."""
        parts = max(self.counted[part.title()] for part in WORDS["nation_part"])
        devolved = nation == _EXCHEQUER and noun(title.role) == _MINISTER and "prime" not in title.role.lower()
        return devolved and parts >= self.counted[nation]

    def _known(self, title: Title, nation: str) -> bool:
        """Tell whether a nation is named more than in passing, and its rival of the same name nowhere."""
        places = [start for start, named in self.named if named == nation]
        rival = table("rival", _FILE).get(nation.lower())
        if rival in self.counted:
            return False
        british = noun(title.role) == _SECRETARY and not WORDS["british_field"].isdisjoint(title.role.lower().split())
        if british or len(places) >= _LEAST or places[0] < _OPENING or (nation == _UNION and self._has_states(nation)):
            return True
        return nation in self._near(title.span.start) or (
            rival is None and not self._has_states(_UNION) and any(map(self._is_seat, places))
        )

    def _is_met(self, title: Title, nation: str) -> bool:
        """Tell whether a nation not told of before is where the holder goes or whom he meets: "she flew to | Peru"."""
        end = title.span.end
        if next(start for start, named in self.named if named == nation) < title.span.start:
            return False
        stop = next((each.end for each in self._sentences if each.end > end), end)
        low, high = bisect_left(self.named, (end, "")), bisect_left(self.named, (stop, ""))
        return any(
            named == nation and _GOING.search(self.text, max(end, start - _FAR), start) is not None
            for start, named in self.named[low:high]
        )

    def _is_seat(self, start: int) -> bool:
        """Tell whether what is named at an offset is where a nation is ruled from, or its people's adjective."""
        word = _CAPITAL.match(self.text, start)
        if word and word[0] in classes("newskit.text", "places.txt")["demonym"]:  # "Thai authorities"
            return True
        return any(self.text[start : start + len(form)].lower() == form for form in table("seat", _FILE))

    @once
    def chancellors(self) -> list[str]:
        """The nations that have a chancellor, of those that the article names."""
        return sorted(nation for nation in self.counted if nation.lower() in WORDS["nation_chancellor"])

    def of(self, entity: Entity, title: Title) -> str | None:
        """Return the nation of an office of state that does not say it, None where another may be meant."""
        if _plain(title.role) == CHANCELLOR:
            known = [nation for nation in self.chancellors if nation != _EXCHEQUER]
            sole = known[0] if self.chancellors == known and len(known) == 1 else None
            return sole if sole and self.counted[sole] >= _LEAST and not self._is_met(title, sole) else None
        kind = _kind(title.role)
        nation = self.foremost(entity, title, partial(self._has, _plain(title.role))) if kind else None
        if nation is None or _of_any_body(title) or self._devolved(title, nation):
            return None
        if not self._known(title, nation) or self._is_met(title, nation):
            return None
        if (kind == "state" and self._has_states(nation)) or self._disputed(entity, title, nation):
            return None
        return nation

    def foremost(self, entity: Entity, title: Title, fits: Callable[[str], bool] = bool) -> str | None:
        """Return the nation that an article is about, unless a sentence of the title or of the person is of another.

        Only those that fit are compared.
        """
        fit = Counter({nation: times for nation, times in self.counted.items() if fits(nation)})
        if not fit:
            return None
        (first, times), *rest = fit.most_common(2)
        other = rest[0][1] if rest else 0
        near = {nation for nation in self._near(title.span.start) if fits(nation)}
        told = near == {first} or ((first in near or not near) and self._nearest(entity, first, fits))
        if not told or (times < _LEAST and rest):
            return None
        start, begins = next(each for each in self.named if fits(each[1]))
        plainly = near == {first} or (begins == first and start < _BEGINNING)
        if (times < _PLAINLY * other) if plainly else (other and times <= _OFTENER * other):
            return None
        return first if other <= _FEW or times > _MANY * other else None

    def _nearest(self, entity: Entity, nation: str, fits: Callable[[str], bool]) -> bool:
        """Tell whether no other nation is named more often in the sentences that name a person."""
        named = (each for mention in entity.mentions[:_MOST] for each in self._near(mention.span.start))
        near = Counter(filter(fits, named))
        return not near or near[nation] == max(near.values())

    def _near(self, start: int) -> set[str]:
        """Return the nations that the sentence of an offset names."""
        place = self._sentence(start)
        if place < 0:
            return set()
        sentence = self._sentences[place]
        first, last = (bisect_left(self.named, (each, "")) for each in (sentence.start, sentence.end))
        return {nation for _, nation in self.named[first:last]}

    def _has_states(self, nation: str) -> bool:
        """Tell whether an article names a state of those that have such offices of their own."""
        if nation.lower() not in WORDS["federal"]:
            return False
        if nation != _UNION and any(
            noun(title.role) in WORDS["state_noun"] or title.role.lower() in WORDS["state_noun"]
            for title in self._titles
        ):
            return True  # "Chief Minister", "MLA"
        states = classes("newskit.text", "places.txt")["state"]
        return any(place.title() in states and nation_of(place) is None for place in self._places)  # "Washington"

    def _disputed(self, entity: Entity, title: Title, nation: str) -> bool:
        """Tell whether somebody else has the office now, of that nation or of none that is told.

        Where the article names that nation alone, they have had it one after the other, unless one sentence names both.
        """
        sole, here = len(self.counted) == 1, self._sentence(title.span.start)
        role, surname = _plain(title.role), entity.name.rpartition(" ")[2]
        others = [each for each in self._people if each is not entity and each.name.rpartition(" ")[2] != surname]
        return not title.former and any(
            _plain(held.role) == role and nation_of(held.place or nation) == nation and held.organization is None
            for person in others
            for held in person.titles
            if not (held.former or held.claimed or (sole and self._sentence(held.span.start) != here))
        )

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._sentences, offset, key=_start) - 1


def _start(sentence: Sentence) -> int:
    return sentence.start
