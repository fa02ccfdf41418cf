"""The finder: every role noun of a text, grown to the left and to the right, and placed beside its name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import partial
from itertools import compress, count
from operator import attrgetter

from newskit import Doc, Title
from newskit.text import female_share, given_names
from newskit_titles.alone import Alone
from newskit_titles.beside import Beside
from newskit_titles.ended import Ended
from newskit_titles.lexicon import (
    ADVERBS,
    ARTICLES,
    COUNTS,
    DETERMINERS,
    FIELDS,
    GOVERNING,
    HOLDS,
    INNER,
    KINDS,
    PARTISANS,
    POSTNOMINALS,
    PREPOSITIONS,
    SPEECH,
    is_place,
)
from newskit_titles.page import Page
from newskit_titles.parts import Parts, Reader
from newskit_titles.phrase import Phrase
from newskit_titles.phrases import Grower
from newskit_titles.placing import Placer
from newskit_titles.plurals import LISTING, Plurals
from newskit_titles.records import RULES, places
from newskit_titles.relatives import Relatives
from newskit_titles.roles import Roles
from newskit_titles.where import Place

_PRAISED = frozenset(("best", "favourite", "favorite"))
_RELATIVE = 4
_OF_THE = ["of", "the"]
_LISTED_BEHIND = frozenset(("name behind",))
_SHARING = frozenset(("after name", "after verb"))
_CLAUSE = frozenset(("VBZ", "VBP", "MD"))


class Finder:
    """Finds the titles of one article."""

    def __init__(self, doc: Doc, roles: Roles) -> None:
        self.doc, self.roles = doc, roles
        self.page = Page(doc, roles)
        self.words, self.lower = self.page.words, self.page.lower
        self.plurals = Plurals(self.page)
        self.sentence_starts: list[int] = []

    def titles(self) -> Iterator[Title]:
        """Yield the titles in the order of the text; one may lie in the complement of another."""
        page = self.page
        heads = self._heads()
        if not heads:
            return
        self.sentence_starts = list(map(attrgetter("tokens.start"), self.doc.sentences))
        self.grower, self.placer, self.alone, self.reader = Grower(page), Placer(page), Alone(page), Reader(page)
        self.complements, self.ended = Relatives(page, self.reader), Ended(page)
        done = behind = opened = 0
        last: Title | None = None
        for head in heads:
            held = self._held(head, last) if self.lower[head] in HOLDS and head >= done else None
            if held:
                (last, done), behind, opened = held, head + 1, head
                yield last
                continue
            if not self._may_be_title(head) or self.grower.runs_on(head):
                continue
            first, stop = self._sentence(head)
            if head < done:
                field = head == done - 1 and self.lower[head] in FIELDS
                own = field or self.words[head - 1] == "("  # "chief executive officer (| CEO"
                inner = self._inner(head, behind, stop) if head > behind and not own else None
                if inner:
                    yield inner
                continue
            phrase = self._phrase(head, max(first, done), first, stop)
            if phrase and 0 <= phrase.start - done <= 1 and self._owned_by(last, phrase, done):
                phrase.start = opened
                self.grower.one_of(phrase, first)
                if (
                    self.lower[opened] in DETERMINERS and self.page.word(phrase.end) == ","
                ):  # "The driver's | lawyer, …"
                    phrase.determiner, phrase.bare = self.lower[opened], opened + 1
            title = phrase and not self._prize(phrase, stop) and self._title(phrase, first, stop, last)
            if title and phrase:
                yield title
                behind = phrase.end if self._assists(phrase) else phrase.final.after
                last, done, opened = title, phrase.end, phrase.start

    def _phrase(self, head: int, free: int, first: int, stop: int) -> Phrase | None:
        """Return the letters behind a name at a token, or its phrase, which reaches to the left up to ``free``."""
        letters = self._letters(head, first, stop)
        if letters or self.lower[head] in self.roles.postnominals:
            return letters
        return self.grower.grow(head, free, stop)

    def _owned_by(self, last: Title | None, phrase: Phrase, done: int) -> bool:
        """Tell whether the person of the title just before owns this one: "Mrs. | Roe's head gardener"."""
        alone = last is not None and last.kind == "alone" and last.tie == "none"
        owns = last is not None and (last.kind == "before" or alone)
        return owns and phrase.start - self.page.owns(done) == done and self.page.owned(done, phrase.head)

    def _held(self, verb: int, last: Title | None) -> tuple[Title, int] | None:
        """Return the title that a verb behind "who" gives, "who chairs the Harbor Trust", and where it ends.

        Whom a legislator stands for tells no other office: "Supervisor Ann Poe, who | represents the north".
        """
        before = verb - 1 - (self.page.lowered(verb - 1) in ADVERBS)
        named = before - 1 - (self.page.word(before - 1) == ",")
        if self.page.word(named).isdigit():  # "Ann Poe, 52, | who"
            named -= 2
        over = self._name_over_noun(before) if self.page.lowered(before) == "who" else -1
        named, rule = (over, "who holds too") if over >= 0 else (named, "who holds")
        if self.page.lowered(before) != "who" or not self.page.name_like(named):
            return None
        if HOLDS[self.lower[verb]] == "representative" and last is not None and self._before(last, named):
            return None
        found = self.complements.held(verb, self._sentence(verb)[1])
        if found is None:
            return None
        parts, end = found
        phrase = Phrase(verb, verb, verb, verb + 1, end, HOLDS[self.lower[verb]])
        return self._make(phrase, parts, rule, claimed=False), end

    def _name_over_noun(self, who: int) -> int:
        """Return the end of the name before a comma, an article and a noun: "Ann Poe|, the Republican who chairs"."""
        noun = self.page.lowered(who - 1)
        if noun not in PARTISANS and not self.roles.carries(noun):
            return -1
        article = next(
            (index for index in range(who - 2, max(0, who - _RELATIVE), -1) if self.lower[index] in ARTICLES), 0
        )
        return article - 2 if self.page.word(article - 1) == "," else -1

    def _before(self, title: Title, named: int) -> bool:
        """Tell whether a title stands before the name that ends with a token."""
        between = self.doc.text[title.span.end : self.page.starts[named]]
        return title.kind == "before" and all(map(str.istitle, between.split()))

    def _inner(self, head: int, join: int, stop: int) -> Title | None:
        """Return the title of a person in the complement of another title: "adviser to | President | Ann Poe"."""
        if self.lower[head] in self.roles.postnominals:  # "Farlow | do | Norte"
            return None
        firm = (self.lower[head] in self.roles.plurals or self.lower[head] in KINDS) and not self.page.capital(head)
        phrase = None if firm else self.grower.grow(head, join + 1, stop)
        if not phrase or not self.placer.before_name(phrase, stop):
            return None
        if phrase.noun in self.roles.led and not self._led(phrase):
            return None
        return self._make(phrase, self.reader.read(phrase), "before name", claimed=False)

    def _heads(self) -> list[int]:
        return list(compress(count(), map(self.roles.sought.__getitem__, self.lower)))

    def _may_be_title(self, index: int) -> bool:
        """A plural is a title only before the first of several names, or behind "one of"; "PM" has capitals."""
        word = self.lower[index]
        if word in self.roles.plurals:
            return self.plurals.may_be_title(index)
        if word in HOLDS and not self.roles.is_head(word):
            return False
        if (word in self.roles.sworn and not self._sworn(index)) or ("-turned-" in word and not self._turned(index)):
            return False
        if word in self.roles.acronyms and self.roles.carries(self.page.lowered(index + 1)):  # "DPP legislator Ann Poe"
            return False
        return word not in self.roles.acronyms or self.words[index].isupper()

    def _turned(self, index: int) -> bool:
        """Tell whether a name follows what somebody was and has become: "actor-turned-senator | Ann Poe"."""
        return self.page.name_like(index + 1) and self.page.touching(index, index + 1)

    def _sworn(self, index: int) -> bool:
        """Tell whether a person's name follows letters: "PC Ann Poe", unlike "PC sales" and "CS Lewis"."""
        name, surname = self.page.lowered(index + 1), self.page.capital(index + 2)
        if name == "for" and surname:  # "TD for Galway"
            return self.lower[index] in GOVERNING["seat"]
        if self.lower[index] in GOVERNING["firm_too"] and self.page.capital(index - 1):  # "Zorvo AG", not "Texas AG"
            return is_place((self.words[index - 1],))
        fielded = self.lower[index] in GOVERNING["fielded"] and self.page.lowered(index - 1) in FIELDS
        known = surname and (fielded or name in given_names() or female_share(name) is not None)
        return (known or name in self.page.surnames) and self.page.name_like(index + 1)

    def _sentence(self, index: int) -> tuple[int, int]:
        place = bisect_right(self.sentence_starts, index)
        starts = self.sentence_starts
        return starts[place - 1] if place else 0, starts[place] if place < len(starts) else len(self.words)

    def _letters(self, head: int, first: int, stop: int) -> Phrase | None:
        """Take letters behind a name and a comma, or behind a full name: "Ann Poe, QC", "Ann Poe MP"."""
        if self.words[head] not in POSTNOMINALS or head - 2 < first:
            return None
        end, named = head + 1, self.page.name_like(head - 2)
        if self.page.word(end) == "(" and self.page.ends[head] == self.page.starts[end]:  # "JD(S) leader"
            return None
        if self._seated(head, stop):
            return None
        if self.words[head - 1] != ",":
            named = named and self.lower[head - 2] in given_names() and self.page.name_like(head - 1)
        if not named or (end < stop and self.page.name_like(end)):
            return None
        leads = self.lower[head] == "md" and self.page.lowered(end) in ("of", "at")  # "Ann Poe, MD of Acme"
        return Phrase(head, head, head, end, end, self.lower[head], form=not leads)

    def _seated(self, head: int, stop: int) -> bool:
        """Tell whether letters are an office with its seat behind: "Ann Poe, | MP | for North Dorset"."""
        if self.words[head - 1] != "," or self.lower[head] not in GOVERNING["seat"]:
            return False
        seat = head + 2 + (self.page.lowered(head + 2) == "the")
        return seat < stop and self.lower[head + 1] == "for" and self.page.capital(seat)

    def _title(self, phrase: Phrase, first: int, stop: int, last: Title | None) -> Title | None:
        self.placer.part_from_name(phrase, first)
        parts = self.reader.read(phrase)
        if self.words[phrase.head] in POSTNOMINALS and phrase.form:
            return self._make(phrase, parts, "after name", claimed=False)
        self.complements.posted(phrase, stop, parts)
        named = self.placer.before_name(phrase, stop)
        form = phrase.form or (phrase.noun in self.roles.before_names and phrase.noun not in self.roles.nouns)
        form = form and phrase.bare == phrase.head
        starring = phrase.noun in GOVERNING["work"] and self.page.lowered(phrase.end) == "of"
        if not named and not form and (starring or phrase.noun not in self.roles.named):
            phrase.end = self.complements.grow(phrase, stop, parts)
            another = self._another(phrase.end - 1) and not self._assists(phrase)  # "a spokesman for singer | Ann Poe"
            named = phrase.end > phrase.after and not another and self.placer.before_name(phrase, stop)
        bare = phrase.end == phrase.head + 1 or phrase.noun in self.roles.opinions
        if phrase.noun in self.roles.led and bare and not self._led(phrase):
            return None
        if named:
            if phrase.determiner in ARTICLES:
                phrase.start = phrase.bare
            return self._make(phrase, parts, "before name", claimed=False)
        plural = self.lower[phrase.head] in self.roles.plurals and phrase.determiner != "one of"
        shared = plural and self.plurals.behind_names(phrase.head)
        listed = self.page.word(phrase.end) in LISTING or self.page.exemplified(phrase.end)
        listed = listed or self.page.names_several(phrase.end)
        listed = plural and not shared and listed
        starring = starring and phrase.end > phrase.after
        if form or (plural and not shared and not listed) or (phrase.noun in self.roles.named and not starring):
            return None
        rule = self._rule(phrase, parts, first, stop, last)
        while rule in _LISTED_BEHIND and self.page.lowered(phrase.start - 1) in COUNTS:
            phrase.start -= 1
        if plural and rule not in (_LISTED_BEHIND if listed else _SHARING) and phrase.determiner != "one of":
            return None
        return self._make(phrase, parts, rule, claimed=self._claimed(rule, phrase, first)) if rule else None

    def _another(self, index: int) -> bool:
        """Tell whether a title's complement ends in the noun of another's, that is no name too."""
        word = self.lower[index]
        named = word in self.roles.given or word in GOVERNING["crown"]
        named = named or word in FIELDS  # "Secretary for Justice | Ann Poe"
        several = self.page.lowered(index - 1) == "of" and word in self.roles.plurals and self.words[index].islower()
        named = named or several  # "chair of governors | Ann Poe"
        return self.roles.carries(word) and not named

    def _assists(self, phrase: Phrase) -> bool:
        """Tell whether an office in capitals is another's help: "Special Assistant to the Prime Minister | Ann Poe"."""
        behind = self.lower[phrase.after : phrase.after + 2] == ["to", "the"] and self.page.capital(phrase.head)
        return behind and phrase.noun in GOVERNING["assisting"]

    def _prize(self, phrase: Phrase, stop: int) -> bool:
        """Tell whether a phrase names a prize or a feat: "best actor", "player of the | year"."""
        if not _PRAISED.isdisjoint(self.lower[phrase.bare : phrase.head]):
            return True
        end = phrase.after
        return end + 2 < stop and self.lower[end : end + 2] == _OF_THE and self.lower[end + 2] in GOVERNING["contest"]

    def _rule(self, phrase: Phrase, parts: Parts, first: int, stop: int, last: Title | None) -> str | None:
        """Name the rule by which a phrase that no name follows at once is a title.

        The patterns for titles behind a name go first, then what is code, then the other patterns.
        """
        if self.placer.behind_byline(phrase):
            return "behind by-line"
        owner = phrase.end < stop and self.page.owns(phrase.end)  # "Ann Poe, the mayor | 's wife"
        after, others = self._matching(Place(self.page, phrase, first, stop, last))
        if after and owner and not phrase.determiner and phrase.end > phrase.after and parts.organization:
            mark, phrase.end, owner = phrase.end, self.placer.past_owned(phrase.end, stop), False
            parts.organization += self.reader.written(mark, phrase.end) or ""
        if after and not owner:
            return after[0]
        clause = self.page.lowered(phrase.start - 1) == "as" and phrase.end < stop  # "as the mayor | leaves"
        clause = clause and bool(phrase.determiner) and self.page.tags[phrase.end] in _CLAUSE
        rule = None if owner or clause else self.placer.governed(phrase.start - 1, first, last)
        if rule or others:
            return rule or others[0]
        opening = None if owner else self.placer.joined_behind(phrase, first)
        if opening is not None:
            if self.page.owned(opening, phrase.start):  # "Ann Poe, | Roe's friend and adviser"
                if self.page.capital(opening):
                    mark = next(filter(self.page.owns, range(opening, phrase.start)))
                    parts.organization = parts.organization or self.reader.written(opening, mark)
            elif self.lower[opening] not in DETERMINERS:  # "Ann Poe, | standards and regulatory liaison"
                parts.role.insert(0, self.reader.written(opening, phrase.start) or "")
            phrase.start = opening
            return "joined behind name"
        if not owner and self._over(phrase, parts, first, stop, last):
            return "name in apposition"
        return "alone" if self.alone.stands_alone(phrase, first, stop) else None

    def _over(self, phrase: Phrase, parts: Parts, first: int, stop: int, last: Title | None) -> bool:
        """Tell whether a name follows over what else is told: "his colleague | on the Farm Committee, Ann Poe,"."""
        end, comma = phrase.end, self.placer.comma_behind(phrase, stop)
        if comma == end:
            return False
        phrase.end = comma
        if "name in apposition" in self._matching(Place(self.page, phrase, first, stop, last))[1]:
            if self.lower[end] in PREPOSITIONS:  # no participle: "the lawyer | representing the guards"
                parts.role.append(self.reader.written(end, comma) or "")
            return True
        phrase.end = end
        return False

    def _matching(self, place: Place) -> tuple[list[str], list[str]]:
        """Return the rules whose patterns match round a phrase, in the order of the file: of kind after, and others."""
        within, words = place.words(RULES.word)
        if len(words) == place.phrase.end - place.phrase.start:  # every pattern has more than the phrase
            return [], []
        found = RULES.find(
            self.doc.text,
            self.doc.tokens,
            make=partial(Beside, place=place),
            take=lambda match, _: match.rule if match.whole() else None,
            words=words,
            within=within,
            every=True,
        )
        of_kind: tuple[list[str], list[str]] = [], []
        for rule in sorted(found, key=attrgetter("order")):
            of_kind[places()[rule.name][0] != "after"].append(rule.name)
        return of_kind

    def _led(self, phrase: Phrase) -> bool:
        """Tell whether words before a noun make a title of it: "film critic" and unlike "Farlow critic"."""
        if phrase.bare == phrase.head:
            return self.placer.positioned(phrase)
        return phrase.noun not in self.roles.opinions or self.lower[phrase.head - 1] in INNER

    def _claimed(self, rule: str, phrase: Phrase, first: int) -> bool:
        """Tell whether a title is what somebody says of the holder: "Police said Al Roe was the head of …"."""
        _, tie, portrayed = places()[rule]
        if portrayed or tie != "copula":
            return portrayed
        relative = self.lower[max(first, phrase.start - _RELATIVE) : phrase.start]  # "said Ann Poe, who is | mayor"
        told = "who" in relative or self.page.lowered(phrase.start - 1) in GOVERNING["invested"]
        verb = phrase.start - 1 - (self.page.lowered(phrase.start - 1) in ADVERBS)
        told = told or self.placer.goes_on_of_who(verb, first)  # "who left in May and is now | mayor"
        if not told and not SPEECH.isdisjoint(self.lower[first : phrase.start]):
            return True
        start, end = self.page.starts[phrase.start], self.page.ends[phrase.end - 1]
        return any(mark.start <= start and end <= mark.end for mark in self.doc.quotations)

    def _make(self, phrase: Phrase, parts: Parts, rule: str, *, claimed: bool) -> Title:
        span = self.doc.span(self.page.starts[phrase.start], self.page.ends[phrase.end - 1])
        body = parts.organization or ""
        if body.endswith(" family") or (body and not parts.employer and self.page.person(body)):
            parts.organization = None
        role, (kind, tie, _) = " ".join(parts.role), places()[rule]
        address = self.roles.address
        honorific = phrase.form and address.issuperset(self.lower[phrase.bare : phrase.head]) and phrase.noun in address
        return Title(
            span,
            role,
            parts.organization,
            parts.place,
            parts.within,
            kind,
            rule,
            honorific=honorific,
            claimed=claimed,
            former=self.ended.held_no_more(phrase, role, tie),
            tie=tie,
        )
