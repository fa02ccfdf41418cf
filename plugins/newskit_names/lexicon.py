"""The word lists of the names, read at the first article."""

from __future__ import annotations

from collections.abc import Container, Iterator
from collections.abc import Set as AbstractSet
from functools import cache

from attrs import frozen

from newskit.text import (
    SortedTable,
    SortedWords,
    WordTest,
    cities,
    classes,
    closed_class,
    entries,
    given_names,
    places,
    surnames,
    widely_given,
    words,
)
from newskit_names.listed import Listed
from newskit_names.options import OwnNames

POSSESSIVE = closed_class("possessive_mark")
_HERE = "newskit_names"
_NOUN = 4
"""Letters of the common words whose plurals are common too."""
_TOLD = 1 << 13
"""Words of which it is kept whether they are common, or names."""


@frozen(eq=False)
class Lexicon:
    """Names and the words around them; all in lower case but ``organizations``."""

    given: AbstractSet[str]
    widely: AbstractSet[str]
    """Given names that are borne all over the world."""
    surnames: AbstractSet[str]
    names: WordTest
    """Given names and surnames."""
    cities: AbstractSet[str]
    divisions: SortedWords
    """First-level divisions of countries, without accents."""
    towns: SortedWords
    """Smaller towns, without accents."""
    common: WordTest
    nouns: WordTest
    """Singular nouns that are nothing else, as the tagger has learned them in small letters."""
    plurals: WordTest
    """Plural nouns that are nothing else."""
    organizations: frozenset[str]
    listed: Listed
    """Well-known organisations, and places of several words."""
    articled: frozenset[str]
    """What stands behind the article of well-known organisations that go with one: "Intercept" of "The Intercept"."""
    people: frozenset[str]
    """Full names of the user's own, on one line."""
    places: dict[str, str]
    """The kind of a place by its name: country, state, abbreviation, region or city."""
    lands: frozenset[str]
    """Countries and states that are surnames too."""
    demonyms: frozenset[str]
    starts_names: frozenset[str]
    """First words of places of several words and of bodies, which a name can begin with."""
    ends_names: frozenset[str]
    """Nouns that end the names of bodies, companies and places."""
    followers: frozenset[str]
    """Nouns for one of a people, a faith or a party: "Mormon", "Democrat"."""
    adjectives: frozenset[str]
    """Adjectives of faiths, parties and parts of the world."""
    kinds: dict[str, frozenset[str]]
    exemplary: dict[str, str]
    """The kind of what a plural noun has for examples: "towns such as Zorvel"."""
    used_behind: frozenset[str]
    """What stands behind a name where it says what the name is used as: a share, odds, a stock exchange in brackets."""
    used_before: frozenset[str]
    """What stands before a name where the word before that may say the same."""
    followed: frozenset[str]
    """What stands behind a name where the clause may say what it is: a plural verb, what begins an apposition."""
    named_by: dict[str, str]
    """The kind of what stands right before a noun in small letters: "the Zorvel party", "the Zorvel district"."""
    introducers: frozenset[str]
    """Nouns that say right before a name what it is: "lender", "film", "champion"."""
    sentence_words: WordTest
    """Common words that are no name, no place and no modifier of a group; only a sentence gives them a capital."""
    special: frozenset[str]
    """Dates, small words and labels, which are names under conditions only."""
    never_begins: frozenset[str]
    """Small words that begin no name with one capital, whatever stands around them."""


def _demonyms(singular: frozenset[str], places: AbstractSet[str]) -> frozenset[str]:
    """Return the demonyms, their plurals but for what is a place ("Philippines"), and their compounds."""
    found = {word.lower() for word in singular}
    plurals = {word + "s" for word in found} - places
    return frozenset(found | plurals | {f"{word}-{end}" for word in found for end in ("born", "american")})


def _singular(plurals: AbstractSet[str], given: Container[str]) -> frozenset[str]:
    singular = (word.removesuffix("s") for word in plurals if word.endswith("s"))
    return frozenset(word for word in singular if word not in given)


def _common(learned: SortedTable, more: AbstractSet[str], never: AbstractSet[str], names: Container[str]) -> WordTest:
    """Return the common words: those of the lists, and those that the tagger has learned in small letters; plurals."""
    listed = words(_HERE, "common.txt") | more

    def singular(word: str) -> bool:
        if word in listed:
            return True
        return word in learned and len(word) > 1 and word.isalpha() and word.islower() and word not in names

    def common(word: str) -> bool:
        if word in never:
            return False
        one = word[:-1]
        plural = word[-1:] == "s" and len(one) >= _NOUN and one[-1] != "s"
        return singular(word) or (plural and singular(one) and word not in names)

    return WordTest(common, _TOLD)


def _kinds() -> dict[str, frozenset[str]]:
    """Return the classes of ``words.txt`` with the closed classes that names need."""
    kinds = classes(_HERE, "words.txt")
    days = closed_class("weekday") | (closed_class("month") - {"may"})  # which is a verb and a name too
    return kinds | {
        "calendar": kinds["calendar"] | days,
        "suffix": closed_class("suffix") | closed_class("degree"),
        "particle": closed_class("particle"),
        "kin": closed_class("kin"),
        "shop": closed_class("shop"),
    }


def _several_words() -> Iterator[str]:
    """Yield the places whose names have several words."""
    named = classes("newskit.text", "places.txt")
    return (name for kind in ("country", "state", "region", "city") for name in named[kind] if " " in name)


@cache
def lexicon(own: OwnNames) -> Lexicon:
    """Return the lists with a user's own names, read once."""
    given, families = given_names(), surnames()
    by_name = places() | dict.fromkeys(map(str.lower, own.places), "city")
    organizations = (*entries(_HERE, "organizations.txt"), *own.organizations)
    kinds, groups = _kinds(), classes(_HERE, "groups.txt")
    kinds["ambiguous"] -= {name.lower() for name in own.organizations}
    kinds["known_person"] |= {name.lower() for name in own.people if " " not in name}
    dates_and_labels = kinds["calendar"] | kinds["month_name"] | kinds["label"]
    small = frozenset(word for word in kinds["small"] if len(word) > 1)
    names = WordTest(lambda word: word in given or word in families, _TOLD)
    learned = SortedTable("newskit.text", "tag_lexicon.txt", "WORD TAGS", " ")
    adverbs = kinds["adverb_noun"]
    common = _common(learned, groups["head"] | kinds["noun"], own.first_words(lone=True), names)
    demonyms = _demonyms(classes("newskit.text", "places.txt")["demonym"], by_name.keys())
    others = demonyms.union(
        kinds["known_person"], *(groups[kind] for kind in ("people", "member", "adjective", "house"))
    )
    return Lexicon(
        given=given,
        widely=widely_given(),
        surnames=families,
        names=names,
        cities=cities(),
        divisions=SortedWords(_HERE, "divisions.txt"),
        towns=SortedWords(_HERE, "towns.txt"),
        common=common,
        nouns=WordTest(lambda word: learned.get(word) == "NN" and word not in adverbs, _TOLD),
        plurals=WordTest(lambda word: learned.get(word) == "NNS", _TOLD),
        organizations=frozenset(organizations),
        listed=Listed(
            name
            for name in (*organizations, *own.people, *own.places, *_several_words())
            if not name.startswith(("The ", "A "))
        ),
        articled=frozenset(name[4:] for name in organizations if name.startswith("The ")),
        people=frozenset(map(str.lower, own.people)),
        places=by_name,
        lands=frozenset(word for word in kinds["both"] if by_name.get(word) in ("country", "state")),
        demonyms=demonyms,
        starts_names=frozenset(name.partition(" ")[0] for name in by_name if " " in name)
        | kinds["body"]
        | kinds["before"]
        | own.first_words(lone=False),
        ends_names=kinds["body"] | kinds["company"] | kinds["feature"],
        followers=_singular(groups["people"], given),
        adjectives=groups["adjective"],
        kinds=kinds,
        exemplary={
            word: kind
            for name, kind in (("towns", "place"), ("firms", "organization"), ("works", "none"), ("stars", "person"))
            for word in kinds[name]
        },
        used_behind=kinds["traded"] | kinds["civic"] | POSSESSIVE | {",", "(", "<"},
        used_before=kinds["makers"] | kinds["side"] | {"in", "near", "of", "for", "from", "downtown", "the", "("},
        followed=kinds["plural_verb"] | kinds["apposing"],
        named_by=dict.fromkeys(kinds["owning"], "organization") | dict.fromkeys(kinds["placing"], "place"),
        introducers=kinds["maker"] | kinds["thing_noun"] | kinds["person_noun"],
        sentence_words=WordTest(
            lambda word: word in common and not (word in names or word in by_name or word in others), _TOLD
        ),
        special=dates_and_labels | kinds["small"] | kinds["era"],
        never_begins=frozenset(
            word for word in small - dates_and_labels - kinds["counted"] - kinds["family_first"] if word not in given
        ),
    )
