"""Entities from named mentions: coreference of names, holders of titles, antecedents of nominal mentions."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from newskit.kinds import Entity, Mention, Title
from newskit.linking.affiliations import Affiliations
from newskit.linking.chains import Chain, Chains
from newskit.linking.holders import Holders
from newskit.linking.introduced import is_introduced
from newskit.linking.named import NamedMention, Text, completed
from newskit.linking.offices import office
from newskit.linking.predicates import PREDICATE, retied
from newskit.linking.pronouns import with_pronouns
from newskit.linking.shared import Surnames
from newskit.office import aptness

_SPOKEN_OF = "person spoken of"
_SURE = frozenset(("same role", "same role and organisation", "named later"))
"""The rules by which a title alone says more of an office that is given beside the name."""


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
    last: dict[str, NamedMention] = {}
    for mention in completed(text, mentions, titles):
        chains.add(mention, alias=is_introduced(text.text, last.get(mention.kind), mention))
        last[mention.kind] = mention
    Surnames(text.text).share(chains.all)
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
