"""Affiliations: what an office is of where the title does not say it, from elsewhere in the article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import attrs
import regex

from newskit.kinds import Entity, Title
from newskit.linking.belonging import Belonging
from newskit.linking.beside import FIRMS, Beside
from newskit.linking.foremost import Foremost, leads_team
from newskit.linking.nations import CHANCELLOR, Nations
from newskit.linking.owners import Owners
from newskit.linking.wholes import is_of_whole, played_by, words_of
from newskit.linking.words import WORDS, one_of, table
from newskit.linking.works import Works
from newskit.office import is_land, is_placed, noun, singular
from newskit.text import Sentence, lazy_pattern, once

_OWNER = lazy_pattern(
    r"(?:^|\b(?:[Tt]he|its|their|our)\s++(?!(?:governing|opposition|ruling)\s)(?P<more>(?:\p{Ll}++\s++){0,2}?))"
    r"(?P<noun>\p{Ll}{3,}+)['’]s?+\s"
)
"""What owns an office in small letters: "the | company's chief executive"."""
_OWNER_BEFORE = lazy_pattern(r"\b(?P<noun>\p{Ll}{3,}+)['’]s?+\s++\Z")
"""The same where the title begins behind it: "The carmaker's | boss"."""
_OF_ITS_OWN = lazy_pattern(r"\s(?:of|at|for|from|with)\s++(?:[Tt]he\s++)?+\p{Lu}")
"""A name behind a preposition, which says what an office is of even where nothing more is known of it."""
_OWNER_BEHIND = lazy_pattern(rf"\s(?:for|of|at|with)\s++the\s++(?P<noun>{one_of('club')})\Z")
"""The same behind it: "spokesman for the | airline"."""
_TOLD = lazy_pattern(r"\b(?:said|says)\s++\Z")
_TELLS = lazy_pattern(r",?+\s(?:\p{Lu}[\p{L}.'’-]*+\s){1,4}+(?:said|says|added|told)\b")
"""What stands behind the title of who says all of a sentence: "Acme will close, its president | Ann Poe said"."""
_UNDER = lazy_pattern(r",?\s(?:under|led\s++by|coached\s++by|managed\s++by)\s++(?:(?:the|their|its|a)\s++)?+\Z")
_OPENS = lazy_pattern(r"(?:\A|\n|[.!?][”\"’]?+\s)(?:The\s)?+\Z")
"""What stands before the subject that begins a sentence."""
_PRONOUN = lazy_pattern(r"(?:its|their)\s", regex.IGNORECASE)
_CLUB = WORDS["club"]
"""What an article calls the body that it is about."""
_BODIES = ("organization", "place")
"""A school district or a county may be either."""
_REACH = 160
_ITEM = lazy_pattern(r"(?:,|,?\s++and|,?\s++or)\s++\Z")
"""What stands between a name and the next title of a list."""
_GAP, _ITEMS = 8, 6
_SOURCE = lazy_pattern(rf"(?i:(?:according\s++to|\b{one_of('left')})\s++(?:the\s++)?+)\Z")
_BEFORE = 20
"""Characters that it takes up at most."""
_RANKS = WORDS["rank"]
_CONTESTS = WORDS["contest"]
_SQUAD = WORDS["of_squad"]
"""Roles of a team or a band, of which an article names many: never that of the only one named near."""
_HEADS = {role: frozenset(nouns.split()) for role, nouns in table("of_body").items()}
"""The words of which a body's name has one, by the role that is of it."""
_OF_OTHERS = frozenset[str]().union(*_HEADS.values())


class Affiliations:
    """Ties the offices of one article's people to what they are of."""

    def __init__(self, text: str, entities: Sequence[Entity], sentences: Sequence[Sentence] = ()) -> None:
        self.text, self._entities, self._sentences = text, entities, sentences
        self.bodies = [entity for entity in entities if entity.kind in _BODIES and entity.mentions]

    @once
    def organizations(self) -> list[Entity]:
        """The bodies that are no places, and the houses that are bodies: a gallery, a hospital."""
        return [body for body in self.bodies if body.kind == "organization" or _is_house(body)]

    @once
    def foremost(self) -> Foremost:
        """The body that the article is about."""
        return Foremost(self.organizations)

    @once
    def offsets(self) -> list[int]:
        """Where organisations are named, in the order of the text."""
        return sorted(self.starting)

    @once
    def starting(self) -> dict[int, tuple[str, int]]:
        """The name of the organisation that is named at an offset, and where that ends."""
        return {each.span.start: (body.name, each.span.end) for body in self.organizations for each in body.mentions}

    @once
    def ending(self) -> dict[int, str]:
        """The name of the organisation that is named right before an offset."""
        return {each.span.end: body.name for body in self.organizations for each in body.mentions}

    @once
    def places(self) -> dict[int, str]:
        """The name of the place that is named at an offset."""
        placed = [body for body in self.bodies if body.kind == "place"]
        return {each.span.start: body.name for body in placed for each in body.mentions}

    @once
    def found(self) -> Beside:
        """What stands beside names and titles."""
        return Beside(self.text, self.bodies, self.starting, self.ending, self.places)

    @once
    def holding(self) -> dict[int, Title]:
        """The title before the name of a person that ends at an offset."""
        people = [entity for entity in self._entities if entity.kind == "person"]
        beside = {title.span.end: title for each in people for title in each.titles if title.kind == "before"}
        return {
            mention.span.end: beside[mention.span.start - 1]
            for person in people
            for mention in person.mentions
            if mention.span.start - 1 in beside
        }

    @once
    def telling(self) -> set[int]:
        """Where bodies are named in past titles and those of who tells of others: "| Acme | analyst Ann Poe"."""
        titles = (title for entity in self._entities for title in entity.titles)
        told = (title for title in titles if title.former or noun(title.role) in WORDS["outsider"])
        return {offset for title in told for offset in self.starting if title.span.start <= offset < title.span.end}

    @once
    def belonging(self) -> Belonging:
        """Of what bodies those are who have no office."""
        people = [entity for entity in self._entities if entity.kind == "person"]
        return Belonging(self.text, people, self.starting, self.ending)

    @once
    def owners(self) -> Owners:
        """Whose offices are that are no body's."""
        return Owners(self.text, [entity for entity in self._entities if entity.kind == "person"])

    @once
    def nations(self) -> Nations:
        """Of which nations offices of state are."""
        return Nations(self.text, self._entities, self._sentences)

    @once
    def works(self) -> Works:
        """What those are who have no office, by what they are said to do."""
        people = [entity for entity in self._entities if entity.kind == "person"]
        return Works(self.text, people, self.ending)

    def tied(self, entity: Entity) -> Entity:
        """Return a person with the seat or the body of the office shown, as given where there is none."""
        if entity.kind != "person":
            return entity
        title = entity.title
        if title is None:
            said = self.belonging.of(entity)
            said = said if said[0] else (self.found.partisan(entity), "partisan")
            said = said if said[0] else (self.works.of(entity), "part in a work")
            return attrs.evolve(entity, affiliation=said[0], affiliation_rule=said[1]) if said[0] else entity
        said = self.found.seat(entity), "party and seat"
        if not (said[0] or title.organization or title.place or title.within):
            said = self.found.charge(entity, title), "charge in brackets"
        if not (said[0] or title.organization or title.place) and is_placed(singular(title)):
            said = self.found.partisan(entity), "partisan"
        if not said[0] and not (title.organization or title.within):
            said = self._unsaid(entity, title)
        if not said[0] and not title.place and is_placed(singular(title)):
            said = self.found.place(entity, title), "place beside"
        if not (said[0] or title.organization or title.within) and (not title.place or is_land(title.place)):
            said = self.nation(entity, title), "nation of the article"
        return attrs.evolve(entity, affiliation=said[0], affiliation_rule=said[1]) if said[0] else entity

    def _unsaid(self, entity: Entity, title: Title) -> tuple[str | None, str]:
        """Return what an office without a body in its words is of, and the rule that says so."""
        whose = self.text.endswith((" whose ", " whose\n"), 0, title.span.start)
        if whose or _PRONOUN.match(title.span.text):
            return self.subject(title), "body of the sentence"
        inside = None if title.place or title.kind == "alone" else self.inside(title)
        if inside:
            return inside, "body inside"
        if title.place or self.owners.has(title):
            return None if title.place else self.owners.of(title), "person whose it is"
        said = next(((body, rule) for body, rule in self._beside(entity, title) if body), None)
        if said:
            return said
        owner = self._owner(title)
        if owner:
            owned = self._of_owner(owner, entity, title)
            return owned if owned[0] else (self.told(title), "body told by its owner")
        return (None, "") if _OF_ITS_OWN.search(title.span.text) else self._of_all(title)

    def _owner(self, title: Title) -> str | None:
        """Return the noun of what owns an office: "the union's President", "the party | chairman"."""
        start = title.span.start
        found = _OWNER.search(f"{title.span.text} ") or _OWNER_BEHIND.search(title.role)
        found = found or _OWNER_BEFORE.search(self.text, max(0, start - _BEFORE), start)
        return found["noun"] if found else None

    def _of_owner(self, owned_by: str, entity: Entity, title: Title) -> tuple[str | None, str]:
        """Return the body that an article calls "the company", or "the country", and the rule that says so."""
        if owned_by in WORDS["nation_noun"]:
            return self.nations.foremost(entity, title), "nation of the article"
        main = self.foremost.before(title) if owned_by in _CLUB else None
        if main:
            return main, "main body of the article"
        named = self.found.owner(owned_by, title)
        if named or not (owned_by in FIRMS or owned_by in WORDS["any_body"]):
            return named, "owner named before"
        near = self.near(title, 0) or self.near(title, 1)
        told = owned_by in FIRMS or near == self.foremost.before(title)  # rather than a bank that speaks of a carmaker
        return (near if told else None), "body named before"

    def told(self, title: Title) -> str | None:
        """Return the body that owns an office, which only its noun and what it is of tell: "the port authority's"."""
        owner = _OWNER.search(f"{title.span.text} ")
        more = " ".join((owner.groupdict().get("more") or "").split()) if owner else ""
        return f"{more} {owner['noun']}" if owner and more and owner["noun"] in WORDS["told_body"] else None

    def _of_all(self, title: Title) -> tuple[str | None, str]:
        """Return what an office is of whose title has neither body nor owner."""
        whole = is_of_whole(title.role)
        role = title.role.lower()
        close = whole and role not in _RANKS and role not in _SQUAD and noun(role) not in _SQUAD
        near = self.near(title, 0) if close else None
        if near:
            return near, "body named before"
        main = self.main(title)
        other = self.near(title, 0) if main and leads_team(title) else None
        if main and other in (None, main):  # "Zorvel were level, and | manager | Ann Poe said"
            return main, "main body of the article"
        near = self.near(title, 1) if close else None
        return (near, "body named before") if near else (self.of_article(title), "body of the article")

    def near(self, title: Title, back: int) -> str | None:
        """Return the only body named before a title in its sentence, or in the sentence ``back`` before it."""
        start, end = title.span.start, title.span.end
        place = bisect_right(self._sentences, start, key=_start) - 1 - back
        apposed = title.kind == "after" and self.text.startswith(", ", end) and self.text[end + 2 : end + 3].isupper()
        if place < 0 or apposed:  # "(co-founder, Zorvo)"
            return None
        sentence = self._sentences[place]
        first, last = (bisect_left(self.offsets, each) for each in (sentence.start, min(start, sentence.end)))
        named = {self.starting[offset][0] for offset in self.offsets[first:last] if not self._aside(offset)}
        return played_by(named.pop(), title) if len(named) == 1 else None

    def _aside(self, offset: int) -> bool:
        """Tell whether a body is where something was read or learned, "according to the | Lima Times", or a contest.

        Or an analyst or the like is of it, who tells of other bodies.
        """
        contest = not _CONTESTS.isdisjoint(words_of(self.starting[offset][0])[-1:])
        read = _SOURCE.search(self.text, max(0, offset - _BEFORE), offset) is not None
        return contest or read or offset in self.telling

    def _beside(self, entity: Entity, title: Title) -> Iterator[tuple[str | None, str]]:
        yield self.found.body(entity, title), "body beside"
        yield self.listed(title), "body of the list"
        yield self.led(title), "body that is led"

    def inside(self, title: Title) -> str | None:
        """Return the body in the words of a title, or right before it: "Radio 2 | editor Ann Poe"."""
        start, end = title.span.start, title.span.end
        for offset in self.offsets[bisect_left(self.offsets, start) : bisect_left(self.offsets, end)]:
            body, behind = self.starting[offset]
            told = self.text[offset - 1] != "(" and self.text[offset:behind] not in title.role
            if behind <= end and told:
                return body
        small = title.span.text[:1].islower() and self.text[start - 1 : start] == " "
        return self.ending.get(start - 1) if small else None

    def nation(self, entity: Entity, title: Title) -> str | None:
        """Return the nation of an office of state that no body owns: "President Ann Poe" in an article about Peru."""
        owner = self._owner(title)
        return self.nations.of(entity, title) if owner is None or owner in WORDS["nation_noun"] else None

    def listed(self, title: Title) -> str | None:
        """Return the body of the first of several titles with names: "Acme chairman Ann Poe, | director Al Roe"."""
        if title.kind != "before" or title.span.text[:1].isupper():
            return None
        start, body = title.span.start, None
        for _ in range(_ITEMS):
            gap = _ITEM.search(self.text, max(0, start - _GAP), start)
            held = self.holding.get(gap.start()) if gap else None
            if held is None or held.span.start >= start:
                break
            start, body = held.span.start, held.organization
            if body or held.place or held.span.text[:1].isupper():
                break
        return body

    def led(self, title: Title) -> str | None:
        """Return the team before "under" or a like word and a title: "Acme, under interim manager | Ann Poe"."""
        found = _UNDER.search(self.text, max(0, title.span.start - _BEFORE), title.span.start)
        team = noun(title.role) in WORDS["of_team"] | WORDS["of_team_alone"]
        if title.kind != "before" or found is None or not (team or is_of_whole(title.role)):
            return None
        return self.ending.get(found.start()) or (self._lands.get(found.start()) if team else None)

    @once
    def _lands(self) -> dict[int, str]:
        """The name of the place that is named right before an offset."""
        placed = [body for body in self.bodies if body.kind == "place"]
        return {each.span.end: body.name for body in placed for each in body.mentions}

    def subject(self, title: Title) -> str | None:
        """Return the body named last in the sentence of a title with "its", behind "said" the one that begins it."""
        start = title.span.start
        place = bisect_left(self.offsets, start)
        near = self.offsets[bisect_left(self.offsets, start - _REACH) : place]
        inside = [offset for offset in near if "." not in self.text[self.starting[offset][1] : start]]
        inside = [offset for offset in inside if offset not in self.telling]
        if not inside:
            return self.near(title, 1) if title.span.text.startswith("Its ") else None
        told = _TOLD.search(self.text, max(0, start - _GAP), start) or _TELLS.match(self.text, title.span.end)
        told = told and _OPENS.search(self.text, 0, inside[0])
        return self.starting[inside[0] if told else inside[-1]][0]

    def main(self, title: Title) -> str | None:
        """Return the body that the article is about, for an office that only such a body has: "chief executive"."""
        found = self.foremost.before(title) if is_of_whole(title.role) else None
        return played_by(found, title) if found else None

    def of_article(self, title: Title) -> str | None:
        """Return the only body of the article that has such an office: "the superintendent" of the school district."""
        words = title.role.lower().split()
        role = noun(title.role)
        place = words.index(role) if role in words else 0
        kinds = _HEADS.get(" ".join(words[max(0, place - 1) : place + 1])) or _HEADS.get(role)
        if kinds is None or (role == CHANCELLOR and self.nations.chancellors):
            return None
        others = _OF_OTHERS - kinds  # the sheriff is of no "Lima County | Jail"
        named = ((body.name, words_of(body.name)) for body in self.bodies)
        fit = [name for name, words in named if not kinds.isdisjoint(words) and words[-1] not in others]
        return fit[0] if len(fit) == 1 else None


def _is_house(body: Entity) -> bool:
    return body.subtype == "facility" and not WORDS["house"].isdisjoint(words_of(body.name))


def _start(sentence: Sentence) -> int:
    return sentence.start
