"""The recognizer: the way from an article's tokens and titles to its entities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from newskit import Doc, Entity, EntityKind, Mention, Span, Title
from newskit.linking import NamedMention, initials, link
from newskit_names.brackets import Brackets
from newskit_names.candidates import Candidate, Segmenter, occurrences
from newskit_names.compounds import Compounds
from newskit_names.groups import Described, Groups
from newskit_names.kind_rules import KindRules
from newskit_names.lexicon import Lexicon
from newskit_names.model import Decider, Weights
from newskit_names.neighbours import Neighbours
from newskit_names.nicknames import FullNames
from newskit_names.people import People
from newskit_names.small_names import with_small_names
from newskit_names.spread import Spread
from newskit_names.terms import is_firms
from newskit_names.trimming import Trimming

_SHORTENED = frozenset(("organization", "place", "facility", "person"))
"""Kinds of what has a short form in brackets."""
_NOBODY = frozenset(("person", "none"))
_TO_PLACES = frozenset(("to", "of", "downtown"))


def _lone(named: tuple[str, list[Candidate]]) -> bool:
    """Tell whether a name is of one word."""
    return len(named[1][0].words) == 1


def _first(entity: Entity) -> int:
    """Return the offset of an entity's first mention."""
    return entity.mentions[0].span.start


def _named(span: Span, kind: str, candidate: Candidate) -> NamedMention:
    """Return a mention of a kind; a facility is a place that was built."""
    if kind == "facility":
        return NamedMention(span, "place", candidate.text, candidate.words, subtype="facility")
    return NamedMention(span, cast("EntityKind", kind), candidate.text, candidate.words)


class Recognizer:
    """Finds the entities of one article."""

    def __init__(self, doc: Doc, lexicon: Lexicon, table: Weights) -> None:
        self.doc, self.lexicon, self.table = doc, lexicon, table
        self.titles, self.people = doc[Title], People(doc.tokens, lexicon)
        self.unsure: dict[str, list[Candidate]] = {}
        """The names that no rule decides, with their occurrences."""
        segmenter = Segmenter(doc, self.lexicon)
        segmenter.read_titles(self.titles)
        self.candidates = segmenter.candidates()
        brackets = Brackets(segmenter)
        if "(" in doc.text:
            self.candidates = brackets.join(self.candidates)
        if "(" in doc.text or "[" in doc.text:
            self.candidates = brackets.with_given(self.candidates)
        self.abbreviated = brackets.joined
        if "-" in doc.text or "–" in doc.text:
            self.candidates = Compounds(segmenter).taken_out(self.candidates)
        self.candidates, self.small = with_small_names(self.candidates, segmenter, doc)
        self.trimming = Trimming(lexicon, segmenter)
        self.trimming.trim(self.candidates)
        self.segmenter = segmenter
        self.spread = Spread(doc.text, self.candidates, self.unsure, self.people)
        self.lone, self.several = self.spread.lone, self.spread.several

    def entities(self) -> list[Entity]:
        """Return the entities in the order of their first mentions."""
        kinds = self.kinds()
        groups = Groups(self.doc, self.lexicon, self.candidates, kinds)
        firms = {each.text for each in self.lone if kinds[each.text] == "organization"}
        full = FullNames(self.lone, self.several, kinds, Neighbours(self.lexicon, self.doc.tokens))
        mentions = []
        for candidate in self.candidates:
            text = candidate.text
            kind = kinds[text]
            if text in self.spread.homonyms:
                kind = self._kind_here(candidate, kind)
            if kind == "organization" and self.trimming.of_members(candidate):
                kind = "person"
            if kind == "none" and groups.collective(candidate):
                kind = "group"
            if kind != "none":
                bearer = self.trimming.bearer(candidate, firms) if kind == "person" else candidate
                if kind == "person" and len(bearer.words) == 1:
                    bearer = full.of(bearer)
                mentions.append(_named(self.doc.span(bearer.start, bearer.end), kind, bearer))
        named = link(self.doc, mentions, self.titles)
        return sorted([*named, *self._described(groups)], key=_first)

    def _described(self, groups: Groups) -> list[Entity]:
        """Return the described groups, one entity for each distinct phrase."""
        found: dict[tuple[str, ...], list[Described]] = {}
        for each in groups.described():
            found.setdefault(each.words, []).append(each)
        return [self._described_entity(same) for same in found.values()]

    def _described_entity(self, same: list[Described]) -> Entity:
        mentions = [
            Mention(self.doc.span(each.start, each.end), "same words" if number else "described group")
            for number, each in enumerate(same)
        ]
        return Entity("group", " ".join(mentions[0].span.text.split()), mentions)

    def kinds(self) -> dict[str, str]:
        """Return the kind of each distinct candidate, "none" for what is no name."""
        rules = KindRules(self.lexicon, self.doc.tokens, self.titles)
        found: dict[str, str] = {}
        unsure = self.unsure
        for text, group in occurrences(self.candidates).items():
            kind = rules.kind(group)
            if kind:
                found[text] = kind
            else:
                unsure[text] = group
        for text in self.datelined(unsure, rules.neighbours):
            found[text] = "place"
            del unsure[text]
        if unsure:
            self._by_weight(unsure, found)
        found.update({text: "organization" for text in self.abbreviated if found[text] in _NOBODY})
        self._shortened(found, rules.neighbours)
        self.spread.over(found)
        found.update(dict.fromkeys(self.small_surnames() or (), "person"))
        return found

    def datelined(self, texts: Iterable[str], neighbours: Neighbours) -> list[str]:
        """Return those of some names that open a dateline in capitals: "Old Zorvel", of "OLD ZORVEL, Peru (AP) _"."""
        opens = {each.text for each in self.candidates if each.text.isupper() and neighbours.dateline(each)}
        return [text for text in texts if text.upper() in opens and text.lower() not in self.lexicon.ends_names]

    def small_surnames(self) -> set[str]:
        """Return the names that are one small word, the surname of somebody named in full."""
        return {each.text for each in self.lone if each.words[0] in self.small}

    def _shortened(self, found: dict[str, str], neighbours: Neighbours) -> None:
        """Give a short form in brackets the kind of the name that it shortens: "Lake Zorvel Reserve (LZR)".

        Only well-known people have one: what no rule knows for a person is a body, or a term where it ends in a noun.
        """
        if "(" not in self.doc.text:
            return
        told = (title.span.text.lower().replace("-", " ").partition("(") for title in self.titles)
        offices = {initials(office.split()) for office, bracket, _ in told if bracket}  # "Chief Zorvel Officer (CZO)"
        found.update({each.text: "none" for each in self.lone if each.words[0] in offices and each.text.isupper()})
        short = list(filter(neighbours.abbreviates, self.lone))
        full = {each.last: each for each in self.candidates}
        for candidate in short:
            before = full.get(candidate.first - 1)
            kind = found[before.text] if before else "none"
            if before and kind == "person" and before.text in self.unsure and not self.people.full(before):
                kind = found[before.text] = "none" if before.words[-1] in self.lexicon.common else "organization"
            if kind in _SHORTENED:
                found[candidate.text] = kind

    def _by_weight(self, unsure: dict[str, list[Candidate]], found: dict[str, str]) -> None:
        """Let the model decide what no rule does, names of several words first: they are evidence of the others."""
        decider = Decider(self.candidates, self.doc.tokens, self.table)
        for text, group in sorted(unsure.items(), key=_lone):
            kind = decider.kind(group, found)
            if kind == "person" and is_firms(text, group[0].words, self.lexicon):
                kind = "none"
            if (kind == "organization" and self.landed(group[0])) or (kind == "person" and self.settled(group[0])):
                kind = "place"
            if kind == "none" and self.entered(group):
                kind = "place"
            found[text] = "organization" if kind == "person" and self.firmly(group[0]) else kind

    def landed(self, candidate: Candidate) -> bool:
        """Tell whether several words end in a noun of places that no body's name ends in: "Zorvel Beach"."""
        return len(candidate.words) > 1 and candidate.words[-1] in self.lexicon.kinds["land"]

    def settled(self, candidate: Candidate) -> bool:
        """Tell whether several words begin with a noun of places that is no given name: "Kampung Zorvel"."""
        first, lexicon = candidate.words[0], self.lexicon
        placed = len(candidate.words) > 1 and first in lexicon.kinds["before"] and first not in lexicon.given
        return placed and candidate.words[-1] not in lexicon.names

    def entered(self, group: Sequence[Candidate]) -> bool:
        """Tell whether a noun of places and a word of no list stand behind a preposition of place: "in Old Zorvel"."""
        words, lexicon = group[0].words, self.lexicon
        if len(words) != 2 or words[0] not in lexicon.kinds["before"] or words[0] == "central":  # noqa: PLR2004
            return False
        listed = (lexicon.common, lexicon.ends_names, lexicon.demonyms, lexicon.names)
        if any(words[1] in each for each in listed):
            return False
        return words[1][-1] != "s" and any(each.before in lexicon.kinds["in"] for each in group)

    def firmly(self, candidate: Candidate) -> bool:
        """Tell whether a name is a surname that is rather a firm, unless somebody in the article bears it: "Ford"."""
        return len(candidate.words) == 1 and candidate.words[0] in self.lexicon.kinds["firmly"]

    def _kind_here(self, candidate: Candidate, kind: str) -> str:
        """Return the kind of one occurrence: of a person and a place of one name, what the word before it tells."""
        if not candidate.title:
            before = candidate.before
            if before in self.lexicon.kinds["in"] or (before in _TO_PLACES and not candidate.initial):
                return "place"
        return kind
