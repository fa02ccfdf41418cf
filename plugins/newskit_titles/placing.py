"""Placing: whether a title stands before a name or after it, and the rule that says so."""

from __future__ import annotations

from collections.abc import Collection

from newskit import Title
from newskit.text import CAPITAL, closed_class, given_names, surnames
from newskit_titles.lexicon import (
    ADVERBS,
    COPULAS,
    DEFINITE,
    DETERMINERS,
    FIXED,
    GOVERNING,
    ORGANISATION_NOUNS,
    POSSESSIVES,
    SAID,
    SPEECH,
    SUFFIXES,
    TAKES,
)
from newskit_titles.page import Page
from newskit_titles.phrase import Phrase
from newskit_titles.where import behind_name, held_as

_PRONOUNS = closed_class("personal_pronoun") & (closed_class("male_pronoun") | closed_class("female_pronoun"))
_PRONOUN_FORMS = _PRONOUNS | {"his", "her", "him"}
_QUOTES = frozenset('"“‘')
_FINITE = frozenset(("VBD", "VBZ", "MD", "VBP", "VBN"))
_VERBS = frozenset(("VBD", "VBZ", "MD", "VBP"))
_MAX_RIGHT = 12
_MAX_BACK = 40
_OBJECT = 6
_INSERTION = 30
_NAMING = frozenset(("named", "appointed", "elected", "made"))
_AUXILIARIES = frozenset(("has", "had", "was", "been"))
_MAKING = _NAMING | {"crowned", "declared", "ordained", "chose"}
_HAVING = frozenset(("has", "have", "had", "having"))
_AHEAD = 6
_DENIALS, _DENIED_NEAR = frozenset(("not", "n't", "n’t", "never")), 2
_BEFORE_VERB = frozenset(("TO", "MD", "PRP"))
_SUBJECTS = SUFFIXES | {"who"}
_GIVING = _NAMING - {"made"}
_LONGEST_NAME = 5
_JOINED, _MAX_JOINED = 3, 8
_MAX_FARTHER = 8
_QUOTED = frozenset(("”", '"', "''"))
_CLAUSE = (_FINITE - {"VBN"}) | {"VB"}
_POINTING = closed_class("demonstrative")
_ENDS = frozenset((",", ".", ";", ")", "—", "–", ""))
_DETERMINERS = DETERMINERS - {"one", "this", "that", "another"}
_NOMINAL = frozenset(("NN", "NNS", "JJ", "JJR", "JJS", "CD", "VBG"))


def foreseen_as(page: Page, join: int, first: int) -> bool:
    """Tell whether a title behind "as" is not held yet: "will be sworn in | as president", "to be named | as coach"."""
    verb = join - 1
    if page.lowered(verb) in GOVERNING["base_as"]:
        return page.lowered(verb - 1) in GOVERNING["possible"]
    if page.lowered(verb) not in GOVERNING["arriving"]:
        return False
    for index in range(verb - 1, max(first, verb - _AHEAD) - 1, -1):
        if page.lower[index] in GOVERNING["modal"] or page.lower[index : index + 2] in (["to", "be"], ["to", "take"]):
            return True
        if page.word(index) == "," or page.name_like(index):
            return False
    return False


class Placer:
    """Places the titles of one article."""

    def __init__(self, page: Page) -> None:
        self.page, self.words, self.lower, self.roles = page, page.words, page.lower, page.roles

    def before_name(self, phrase: Phrase, stop: int) -> bool:
        """Tell whether a name stands right behind the phrase."""
        index, page = phrase.end, self.page
        if index >= stop or not page.touching(index - 1, index):
            return index < stop and self._bracketed(phrase)
        index = self._past_style(index, stop)
        if self.words[index] == "(":
            behind = page.past_retired(index)
            return behind > index and page.name_like(behind)
        if page.capital(index) and self.lower[index] in self.roles.before_names:
            return True
        indefinite = phrase.determiner in ("a", "an", "one of") and not page.capital(phrase.head)
        if not page.name_like(index) or self._no_name(phrase, index):
            return False
        end = page.name_end(index, min(stop, index + _MAX_RIGHT))
        if indefinite and (end < index + 2 or self.lower[index] not in given_names()):  # "a proud coach | Ann Poe"
            return False
        return not page.ends_body(end) and not self._verb(phrase)

    def _bracketed(self, phrase: Phrase) -> bool:
        """Tell whether a noun stands between brackets and a name behind them: "Zork (Chief) | Ann Poe"."""
        closing, page = phrase.end, self.page
        if self.words[closing] != ")" or page.word(phrase.start - 1) != "(" or closing > phrase.head + 1:
            return False
        return page.name_like(closing + 1) and page.touching(closing, closing + 1)

    def _past_style(self, index: int, stop: int) -> int:
        """Return the token behind letters of a form of address: "prime minister HH | Sheikh Poe"."""
        styled = self.words[index].isupper() and self.lower[index] in GOVERNING["style"]
        return index + (styled and index + 1 < stop)

    def _no_name(self, phrase: Phrase, index: int) -> bool:
        """Tell whether a capital behind a title is no name: "Executive Session", and a verb in the first headline."""
        if phrase.bare == 0 and self.page.tags[index] in _VERBS:
            return True
        body = self.lower[index] in ORGANISATION_NOUNS and self.lower[index] not in surnames()  # "Regent | Hospital"
        inside = phrase.noun in self.roles.named - self.roles.acronyms and self.page.capital(phrase.head)
        body = body or (inside and phrase.head not in self.page.openers)  # "the National Zorvel | Centre"
        body = body or self.lower[phrase.head] in FIXED.get(self.lower[index], ())  # "Chief | Guest"
        if body or f"{self.lower[phrase.head]} {self.lower[index]}" in GOVERNING["service"]:  # "Marine | Corps"
            return True
        capital = self.page.capital(phrase.head)
        if phrase.noun in self.roles.attributive and not capital:  # "the official | Chinese agency"
            return phrase.bare == phrase.head and self.page.tags[phrase.head][:2] == "JJ"
        if phrase.noun not in self.roles.adjectival or not capital or phrase.bare < phrase.head:
            return False
        end = self.page.name_end(index, min(len(self.words), index + 2))
        name = self.lower[index]
        if phrase.noun in self.roles.ranks:  # "General | Electric", unlike "General Keller"
            return name in GOVERNING["behind_rank"]
        return end == index + 1 and name not in given_names() and name not in surnames()

    def _verb(self, phrase: Phrase) -> bool:
        """Tell whether the bare noun is rather a verb: "to coach Ann Poe", "will host Al Roe"."""
        if phrase.start != phrase.head or phrase.noun not in self.roles.verblike or self.page.capital(phrase.head):
            return False
        if self.page.word(phrase.head - 1) == "," or self.page.lowered(phrase.head - 1) in SAID:
            return False  # "a party to the case, | advocate Ann Poe", "said | captain Ann Poe"
        return self.page.tags[phrase.head][:2] != "NN"

    def joined_behind(self, phrase: Phrase, first: int) -> int | None:
        """Return where what a title is joined to begins behind a name: "Ann Poe, | a Democrat and former mayor,"."""
        join, page = phrase.start - 1, self.page
        if phrase.determiner or page.word(join) not in ("and", "&") or join < first + _JOINED:
            return None
        if not (self.lower[phrase.end : phrase.end + 1] == ["who"] or page.word(phrase.end) in _ENDS):
            return None
        opening = join
        while opening > max(first, join - _MAX_JOINED) and self._of_noun(opening - 1):
            opening -= 1
        shared, owned = page.lowered(opening - 1) in _DETERMINERS, page.owned(opening, join)
        comma = opening - 1 - shared
        if opening == join or not (shared or owned or all(map(str.islower, self.words[opening:join]))):
            return None
        name = comma - 1 - 2 * (page.word(comma - 1).isdigit() and page.word(comma - 2) == ",")
        named = page.word(comma) == "," and page.name_like(name) and page.part_of_name(name - 1)
        return comma + 1 if named else None

    def past_owned(self, mark: int, stop: int) -> int:
        """Return the end of what a body of a title owns, the mark where none is: "editor of Acme|'s web pages|,"."""
        for index in range(mark + 2, min(stop, mark + _MAX_RIGHT)):
            if self.words[index] in _ENDS:
                return index + 2 * (self.page.word(index + 1) in _QUOTED)  # "host of Acme's “Good Day|,”"
            if self.page.tags[index] in _FINITE - {"VBN"}:
                break
        return mark

    def _of_noun(self, index: int) -> bool:
        """Tell whether a token can be of a noun phrase: "a mother | of three", "a longtime Roe | ally"."""
        joins = self.lower[index] == "of" or self.page.owns(index)  # "Roe|'s friend"
        return self.page.capital(index) or joins or self.page.tags[index] in _NOMINAL

    def comma_behind(self, phrase: Phrase, stop: int) -> int:
        """Return the comma behind a preposition or participle and few words, behind which somebody is named.

        That is the end of the phrase where there is none: "his colleague on the Farm Committee|, Ann Poe,".
        """
        end, page = phrase.end, self.page
        definite = phrase.determiner in DEFINITE | {"another"} or page.owned(phrase.bare, phrase.head)
        goes_on = page.lowered(end) in TAKES or (end < stop and page.tags[end] == "VBG")
        if not (definite and goes_on) or page.lowered(end + 1) in _POINTING:
            return end
        for index in range(end + 1, min(stop - 1, end + _MAX_FARTHER)):
            if self.words[index] == ",":
                name = index + 1 + (self.lower[index + 1] in self.roles.address)  # "…, Dr | Ann Poe,"
                named = name < stop and page.name_like(name)
                closing = page.name_end(name, min(stop, index + _MAX_RIGHT)) if named else stop
                return index if page.word(closing) == "," else end
            if page.tags[index] in _CLAUSE:  # "the mayor to apologise for it, Ann Poe,"
                return end
        return end

    def positioned(self, phrase: Phrase) -> bool:
        """Tell whether a noun alone is what a person does before the whole name: "lock | Al Roe", "its star |"."""
        name, noun, page = phrase.head + 1, phrase.noun, self.page
        owned = phrase.determiner in POSSESSIVES or page.owns(phrase.head - 1)
        if owned or phrase.determiner:
            does = (owned and noun in GOVERNING["starring"]) or (
                phrase.determiner == "the" and noun in page.roles.opinions
            )
        else:
            opens = phrase.head in page.openers and noun in GOVERNING["opener"]  # "Resident | Ann Poe"
            noun_like = page.tags[phrase.head][:2] == "NN" or page.tags[phrase.head - 1] not in _BEFORE_VERB
            does = opens or (noun in GOVERNING["position"] and noun_like)
        named = does and page.lowered(name) in given_names() and page.name_like(name) and page.capital(name + 1)
        return named and page.touching(phrase.head, name) and page.touching(name, name + 1)

    def behind_byline(self, phrase: Phrase) -> bool:
        """Tell whether the phrase is the line behind a by-line: "By Ann Poe / Zorville Times Staff Writer"."""
        breaks = self.page.byline_breaks
        return bool(phrase.start in breaks and phrase.end in breaks)

    def governed(self, before: int, first: int, last: Title | None) -> str | None:
        """Name the rule by which "as" or a verb ties the title behind the token ``before`` to a name."""
        if before <= first:
            return None
        if self.words[before] in _QUOTES and before - 1 > first:
            before -= 1
        word = self.lower[before]
        if word == "as":
            if last and held_as(last) and self._joins(last, before, {"and"}):
                return "after as" if last.kind == "after" else "as after pronoun"
            return self.behind_as(before, first) or self._appointed(before, first, last)
        if word == "him" and self.page.lowered(before - 1) in _MAKING:  # "They named him | chief executive"
            return "after pronoun"
        verb = before - (word in ADVERBS)
        if word in COPULAS and last and self._serves(last, verb):
            return "after title"
        return "after verb of naming" if self._given(before, first) else self.predicate(verb, first)

    def part_from_name(self, phrase: Phrase, first: int) -> None:
        """Leave out of a title the name before it that a verb of naming has behind it: "named Ann Poe | chairman"."""
        index = start = phrase.start
        if start <= first or self.lower[start - 1] not in _GIVING or self.lower[start] not in given_names():
            return
        while index < phrase.head and self.page.part_of_name(index):
            index += 1
        if index > start + 1 and self.words[index].islower():
            phrase.start = phrase.bare = index

    def _given(self, end: int, first: int) -> bool:
        """Tell whether a verb gives the title behind a token to a name: "elected Ann | Poe | mayor"."""
        name = end
        if not self.page.bits[end] & CAPITAL:  # as most
            return False
        while name > max(first, end - _LONGEST_NAME) and self.page.part_of_name(name):
            name -= 1
        named = end - name > 1 and self.page.name_like(name + 1) and self.page.part_of_name(end)
        return named and self.lower[name] in _GIVING and not self.page.ends_body(end + 1)

    def _appointed(self, join: int, first: int, last: Title | None) -> str | None:
        """Name the rule where another title parts "as" from who was appointed: "named Ann Poe, a nurse, | as mayor"."""
        behind = last is not None and last.kind == "after" and self._joins(last, join, {""})
        verbs = self.lower[max(first, join - _MAX_BACK) : join] if behind else ()
        return "after as" if not GOVERNING["appoint"].isdisjoint(verbs) else None

    def _serves(self, last: Title, verb: int) -> bool:
        """Tell whether "as" ties the title right before a verb to a name: "Ann Poe, who served as mayor, is …"."""
        return last.kind == "after" and held_as(last) and last.span.end == self.page.ends[verb - 1]

    def _joins(self, last: Title, index: int, words: Collection[str]) -> bool:
        """Tell whether only some words stand between the last title, one behind a name, and a token."""
        gap = self.page.doc.text[last.span.end : self.page.starts[index]]
        return behind_name(last) and gap.replace(",", "").strip() in words

    def behind_as(self, join: int, first: int) -> str | None:
        """Name the rule where "as" ties a title: "served as", "tenure as", "described Ann Poe as"."""
        if self.lower[join - 1] == "who":
            return "after as"
        if foreseen_as(self.page, join, first) or self._denied(join - 1):
            return None
        window = range(max(first, join - _MAX_BACK), join)
        verbs = {self.lower[index] for index in window[-_OBJECT:]}
        portrayed = not GOVERNING["portray"].isdisjoint(verbs)
        appointed = self.page.name_like(join - 1) and not GOVERNING["appoint"].isdisjoint(verbs)
        if self.lower[join - 1] not in GOVERNING["as"] and not (portrayed or appointed or self._joined(window)):
            return "after as" if self._accompanied(join, window.start) else None
        joined = self._joined(window)
        for index in reversed(window[: joined - window.start] if joined else window):
            if self.lower[index] in _PRONOUN_FORMS:
                return "as after pronoun"
            if self.page.name_like(index) and self.lower[index] not in self.roles.nouns:
                return "described as" if portrayed else "after as"
        return None

    def _denied(self, verb: int) -> bool:
        """Tell whether an office is denied, and not that it has ended: "has not | registered | as a lobbyist"."""
        near = self.lower[max(0, verb - _DENIED_NEAR) : verb]
        return self.lower[verb] not in GOVERNING["left"] and not _DENIALS.isdisjoint(near)

    def _joined(self, window: range) -> int:
        """Return the verb of who came to a body as something, else 0: "Ann Poe | joined | Acme as"."""
        near = window[-_OBJECT:]
        return next((index for index in reversed(near) if self.lower[index] in GOVERNING["joining"]), 0)

    def _accompanied(self, join: int, first: int) -> bool:
        """Tell whether a name behind "with" stands before "as": "with Ann Poe | as producer"."""
        name = join
        while name > first and self.page.part_of_name(name - 1):
            name -= 1
        return name < join and self.page.lowered(name - 1) == "with" and self.page.name_like(name)

    def predicate(self, verb: int, first: int) -> str | None:
        """Name the rule where a verb such as "is" or "became" stands between a subject and the title."""
        if verb <= first or self.lower[verb] not in COPULAS or self._foreseen(verb) or self._names(verb):
            return None
        subject = range(max(first, verb - 3), verb)
        if any(self.lower[index] in _PRONOUNS for index in subject):
            return "after pronoun"
        if self._goes_on(verb, first):
            return "after pronoun"
        named = any(self.page.name_like(index) or self.lower[index] in _SUBJECTS for index in subject)
        named = named or self.goes_on_of_who(verb, first)
        return "after verb" if named or self._over_insertion(verb, first) else None

    def _goes_on(self, verb: int, first: int) -> bool:
        """Tell whether a sentence of "he" or "she" goes on with the verb: "She left and later became | head"."""
        join = verb - 1
        while join > first and (self.lower[join] in ADVERBS or self.lower[join] in _AUXILIARIES):
            join -= 1
        if self.page.lowered(join) != "and" or self.lower[first] not in _PRONOUNS:
            return False
        between = self.lower[first + 1 : join]
        return "that" not in between and SPEECH.isdisjoint(between) and not any(map(_PRONOUNS.__contains__, between))

    def goes_on_of_who(self, verb: int, first: int) -> bool:
        """Tell whether a clause with "who" goes on with the verb: "Ann Poe, who left in May and | is | a baker"."""
        join = verb - 1 - (self.lower[verb - 1] in ADVERBS)
        if self.page.lowered(join) != "and":
            return False
        window = range(max(first, join - _INSERTION), join)
        who = next((index for index in reversed(window) if self.lower[index] == "who"), None)
        if who is None or self.page.word(who - 1) != "," or not self.page.name_like(who - 2):
            return False
        between = self.lower[who + 1 : join]
        return "," not in between and SPEECH.isdisjoint(between) and _PRONOUNS.isdisjoint(between)

    def _names(self, verb: int) -> bool:
        """Tell whether a verb gives the title to another: "Acme has | named | a baker to run it"."""
        if self.lower[verb] not in _NAMING:
            return False
        before = verb - 1 - (self.lower[verb - 1] in ADVERBS)
        return self.page.lowered(before) in _HAVING

    def _foreseen(self, verb: int) -> bool:
        """Tell whether a title is not held yet: "may become the mayor", "if she is elected mayor"."""
        before = verb - 1 - (self.lower[verb - 1] in ADVERBS)
        if self.lower[verb] == "elected":
            return self.page.lowered(before) in GOVERNING["condition"]
        return self.lower[verb] in GOVERNING["base"] and self.page.lowered(before) in GOVERNING["possible"]

    def _over_insertion(self, verb: int, first: int) -> bool:
        """Tell whether a name and an insertion stand before a verb: "Ann Poe, who left in May, was the mayor"."""
        while self.page.lowered(verb - 1) in _AUXILIARIES:
            verb -= 1
        if self.page.word(verb - 1) != ",":
            return False
        commas = [index for index in range(max(first + 1, verb - _INSERTION), verb - 1) if self.words[index] == ","]
        named = next((index for index in commas if self.page.name_like(index - 1)), None)
        return named is not None and _FINITE.isdisjoint(self.page.tags[first:named])
