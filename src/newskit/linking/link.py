"""Entities from named mentions: coreference of names, holders of titles, antecedents of nominal mentions."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from newskit.kinds import Entity, Mention, Title
from newskit.linking.affiliations import Affiliations
from newskit.linking.chains import Chain, Chains
from newskit.linking.holders import Holders
from newskit.linking.named import NamedMention, Text, completed
from newskit.linking.offices import office
from newskit.linking.predicates import PREDICATE, retied
from newskit.linking.pronouns import with_pronouns
from newskit.office import aptness
from newskit.spans import Span
from newskit.text import lazy_pattern

_KNOWN = r"(?:(?!known|aka|nicknamed|dubbed)\p{Ll}++\s++)?+(?:known|aka|nicknamed|dubbed)\b"
_KNOWN_AS = lazy_pattern(
    rf"(?:,\s++(?:an?|the)\s(?:(?!\s(?:who\s++is\s++)?+{_KNOWN})[^,.;:!?\n()]){{1,60}}+)?+"
    rf",?\s++\(?(?:who\s++is\s++)?+{_KNOWN}(?:\s++as)?+\s++[“\"‘']?+"
)
"""What stands between a person's names: "Ann Poe, a singer better known as | Anna Bell"."""
_SHORT = lazy_pattern(
    r"(?:\s++\(|,?\s++(?:or|known\s++(?:as|by\s++its(?:\s++\p{Lu}?\p{L}++)?+\s++(?:acronym|initials)(?:,|\s++of)?+))\s++)"
    r"[\"“‘']?+"
)
"""What stands between a body's name and its acronym: "the Salvation Front, known by its Romanian initials | FSN"."""
_SHORT_END = lazy_pattern(r"[\"”’']?+(?:[),.;]|,?\s++(?:by|in|for)\s++[^()\n]{2,40}+\))")
_SEVERAL = 2
_SPOKEN_OF = "person spoken of"
_SURE = frozenset(("same role", "same role and organisation", "named later"))
"""The rules by which a title alone says more of an office that is given beside the name."""


def _is_known_as(text: str, end: int, other: Span) -> bool:
    """Tell whether what stands behind a person's name introduces another: "Ann Poe, a singer known as | Anna Bell"."""
    return _KNOWN_AS.fullmatch(text, end, other.start) is not None


def _abbreviates(text: str, end: int, other: Span) -> bool:
    """Tell whether capitals in a bracket, or introduced as such, are a body's acronym: "the Salvation Front (FSN)".

    What stands in several brackets is no such, but the sign of a country behind clubs: "(ENG)".
    """
    name = other.text
    letters = name.isalpha() and name.isupper() and _SHORT_END.match(text, other.end) is not None
    return letters and _SHORT.fullmatch(text, end, other.start) is not None and text.count(f"({name})") < _SEVERAL


_ALSO = {"person": _is_known_as, "organization": _abbreviates}
"""By what a name is another one of that person or body right before it, by kind."""


def link(text: Text, mentions: Iterable[NamedMention], titles: Iterable[Title] = ()) -> list[Entity]:
    """Return one entity for all mentions of one person, organisation, place or group, with titles and nominal mentions.

    ``text`` is the ``Doc`` that an extractor is given, or a ``newskit.text.Ground``. Short forms go to the full name
    before them ("Ann Keller … Keller", "the National Toy Commission … the NTC"). A title beside a person's name, by
    ``Title.kind`` and ``Title.tie``, is the person's; one without a name beside it is a nominal mention of whom the
    article gives that office. "He" and "she" in the article's own words go to whom they stand for. ``Mention.rule``
    says why a mention belongs to its entity; no decision goes by ``Title.rule``. The entities are in the order of their
    first mentions.
    """
    titles = sorted(titles, key=_start)
    chains = Chains()
    ends = dict.fromkeys(_ALSO, 0)
    for mention in completed(text, mentions, titles):
        also = _ALSO.get(mention.kind)
        chains.add(mention, alias=also is not None and also(text.text, ends[mention.kind], mention.span))
        ends[mention.kind] = mention.span.end
    holders = Holders(text, titles, chains.all)
    holders.settle()
    entities = [_entity(chain, holders, number) for number, chain in enumerate(chains.all)]
    genders = {number: chain.gender for number, chain in enumerate(chains.all) if chain.gender}
    entities = with_pronouns(text, entities, titles, genders)
    changed = retied(text, titles, entities, holders.meant)
    holders.meant |= changed
    for number in changed:
        said = _entity(chains.all[number], holders, number)
        entities[number] = evolve(said, pronouns=entities[number].pronouns)
    affiliations = Affiliations(text.text, entities, text.sentences)
    return [affiliations.tied(entity) for entity in entities]


def _start(title: Title) -> int:
    return title.span.start


def _telling(held: list[Title], meant: list[tuple[Title, str]]) -> list[Title]:
    """Return the titles alone that tell better who a person is than those beside the name: "the Ohio senator"."""
    best = min(map(aptness, held), default=None)
    offices = [title for title in held if not (title.honorific or title.claimed)]
    nouns = {office(title).noun for title in offices}
    past = bool(offices) and all(title.former for title in offices)
    sure = [
        title
        for title, rule in meant
        if not offices
        or (past and rule == _SPOKEN_OF)
        or (rule in _SURE and office(title).noun in nouns)
        or (rule == PREDICATE and not past and office(title).noun in nouns)  # "He was the coach" may be past
    ]
    return [title for title in sure if best is None or aptness(title) < best]


def _entity(chain: Chain, holders: Holders, number: int) -> Entity:
    mentions = [Mention(mention.span, rule) for mention, rule in chain.mentions]
    meant = holders.meant.get(number, [])
    titles = holders.held.get(number, [])
    if not (titles or meant):  # as most
        return Entity(chain.kind, chain.name, mentions, subtype=chain.subtype)
    if meant:
        titles = titles + _telling(titles, meant)
    nominal = [Mention(title.span, rule) for title, rule in meant]
    return Entity(chain.kind, chain.name, mentions, nominal, titles, subtype=chain.subtype)
