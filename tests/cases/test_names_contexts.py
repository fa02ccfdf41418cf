"""What the clause around a name, its marks and the rest of the article say of its kind; the rows of the rules' page."""

from __future__ import annotations

import pytest

import newskit

Found = dict[str, list[str]]
CONTEXTS: dict[str, tuple[str, Found]] = {
    "a town in apposition": ("She grew up in Zorvel, a small seaside town in Peru.", {"place": ["Zorvel", "Peru"]}),
    "a firm in apposition": ("It was sold to Zorvel, a Peru-based oil company.", {"organization": ["Zorvel"]}),
    "a group in apposition with a person's name": (
        "It was sold to Rosa Marin, the biggest fashion chain in Peru.", {"organization": ["Rosa Marin"]},
    ),
    "a noun in apposition that is none of a body": (
        "They met Rosa Marin, a company founder.", {"person": ["Rosa Marin"]},
    ),
    "a firm as predicate": ("Judges found that Zorvel is a private company.", {"organization": ["Zorvel"]}),
    "an employer behind at": ("Al Roe, an economist at Zorvel, agreed.", {"organization": ["Zorvel"]}),
    "an employer before the office": (
        "That was denied by Zorvel chief executive Al Roe.", {"organization": ["Zorvel"]},
    ),
    "a given name's office is none": ("It was denied by Rosa's manager.", {"organization": []}),
    "a verb in the plural": ("On Monday he said Zorvel have rejected a bid.", {"organization": ["Zorvel"]}),
    "a verb in the plural behind two": ("He said Rosa and Al have left.", {"organization": []}),
    "a noun of firms before a person's name": (
        "He left the lender Rosa Marin in May.", {"organization": ["Rosa Marin"]},
    ),
    "a clause behind such a noun": ("He left the company Rosa Marin founded.", {"person": ["Rosa Marin"]}),
    "a title in apposition": ("They want to know Zorvel, a versatile actor.", {"person": ["Zorvel"]}),
    "a given name as a subject": ("He said that Rosa has decided to leave.", {"person": ["Rosa"]}),
    "a surname's spelling": ("A letter to O'Zorvel was lost.", {"person": ["O'Zorvel"]}),
    "an article with a capital": ("Al Roe told The Intercept so.", {"organization": ["Intercept"]}),
    "a number of one letter": ("They play in Group G on Monday.", {"organization": [], "place": []}),
    "an acronym with a number": ("They sold the ZQ3 in May.", {"organization": []}),
    "a known body in capitals": ("He told REUTERS on Monday.", {"organization": ["REUTERS"]}),
    "a court of": (
        "He asked the International Court of Justice.", {"organization": ["International Court of Justice"]},
    ),
    "known words around and": (
        "The Securities and Exchange Commission sued.", {"organization": ["Securities and Exchange Commission"]},
    ),
    "a parliament by its people": ("It met the Hungarian Parliament.", {"organization": ["Hungarian Parliament"]}),
    "a state's own body": ("It asked the Ohio Supreme Court.", {"organization": ["Ohio Supreme Court"], "place": []}),
    "a firm behind a place": (
        "At the show in Las Vegas Microsoft showed it.", {"organization": ["Microsoft"], "place": ["Las Vegas"]},
    ),
    "a noun behind a country's stop": (
        "Ministers in Tokyo said they feared U.S. Tariffs on steel.", {"organization": [], "place": ["Tokyo", "U.S."]},
    ),
    "a party behind a city": ("Al Roe, the Buffalo Democrat who won, left.", {"place": ["Buffalo"]}),
    "curly marks in a firm's name": ("He ate at McDonald’s on Monday.", {"organization": ["McDonald’s"], "person": []}),
    "curly marks before a group": ("Critics of Iran’s leaders met.", {"group": ["Iran’s leaders"], "place": ["Iran"]}),
    "an auction house's name that is a person's": (
        "Mr. Christie spoke. Then Christie's aides met.", {"organization": [], "person": ["Christie", "Christie"]},
    ),
    "a country that is no people": ("It is a plan for the Philippines.", {"place": ["Philippines"]}),
    "small words that begin sentences": (
        "Among Rosa Marin’s friends was Al Roe.", {"person": ["Rosa Marin", "Al Roe"]},
    ),
    "a verb that begins a sentence": ("Entrusting Rosa Marin with it was wise.", {"person": ["Rosa Marin"]}),
    "a people's member": ("They praised the Texan.", {"person": [], "organization": []}),
    "a short name of a known firm": ("He told Fox News. On Monday Fox agreed.", {"organization": ["Fox News", "Fox"]}),
    "a work's noun": ("They liked the biopic Rosa Marin, too.", {"person": []}),
    "a clause behind a work's noun": ("They liked the film Rosa Marin made.", {"person": ["Rosa Marin"]}),
    "a person's noun": ("He lost to defending champion Mizra Zorvel.", {"person": ["Mizra Zorvel"]}),
    "a maker of wine": ("It was sold to the winemaker Zorvel.", {"organization": ["Zorvel"]}),
    "a bank by its first word": ("It was lent by Banque Zorvel du Nord.", {"organization": ["Banque Zorvel du Nord"]}),
    "a body by its first word and of": (
        "He left the Academy of Motion Pictures.", {"organization": ["Academy of Motion Pictures"]},
    ),
    "a short form in brackets": (
        "The National Toy Board of Asia (Ntba) met.", {"organization": ["National Toy Board of Asia", "Ntba"]},
    ),
    "behind a person and of": (
        "That is fair, said Rosa Marin of Zorvel Grievous.",
        {"organization": ["Zorvel Grievous"], "person": ["Rosa Marin"]},
    ),
    "common words in capitals": ("It is SMALL TRADERS who pay.", {"organization": [], "place": [], "person": []}),
    "an unknown given name that begins a sentence": (
        "They met Zorvel. Mizra Zorvel left.", {"person": ["Zorvel", "Mizra Zorvel"]},
    ),
    "an adjective that begins a sentence": (
        "They met Rosa Marin. Crooked Rosa Marin left.", {"person": ["Rosa Marin", "Rosa Marin"]},
    ),
    "a relative of somebody": (
        "Rosa Zorvel sang. The bed of Mizra Zorvel broke.", {"person": ["Rosa Zorvel", "Mizra Zorvel"]},
    ),
    "the first part of a name": ("Mizra Roe sang. Critics like Mizra again.", {"person": ["Mizra Roe", "Mizra"]}),
}  # fmt: skip
CHAINS: dict[str, tuple[str, list[list[tuple[str, str]]]]] = {
    "a given name before the full one": (
        "It is Hillary's day. Hillary Zorvel won.",
        [[("Hillary", "name"), ("Hillary Zorvel", "name parts")]],
    ),
    "a team without its place": (
        "The New York Yankees won. The Yankees left.",
        [[("New York Yankees", "name"), ("Yankees", "short name")]],
    ),
    "a team before its place is named": (
        "The Yankees won. The New York Yankees left.",
        [[("Yankees", "name"), ("New York Yankees", "name parts")]],
    ),
    "a state's body is not the nation's": (
        "The Senate met. The Ohio Senate met.",
        [[("Senate", "name")], [("Ohio Senate", "name")]],
    ),
}


@pytest.fixture(scope="module")
def names_kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True)


@pytest.mark.parametrize("case", CONTEXTS.values(), ids=CONTEXTS)
def test_contexts(names_kit: newskit.Kit, case: tuple[str, Found]) -> None:
    text, expected = case
    found: Found = {kind: [] for kind in expected}
    for entity in names_kit.extract(text).entities:
        if entity.kind in found:
            found[entity.kind].extend(mention.span.text for mention in entity.mentions)
    assert found == expected


@pytest.mark.parametrize("case", CHAINS.values(), ids=CHAINS)
def test_chains(names_kit: newskit.Kit, case: tuple[str, list[list[tuple[str, str]]]]) -> None:
    text, expected = case
    entities = names_kit.extract(text).entities
    assert [[(m.span.text, m.rule) for m in each.mentions] for each in entities if each.kind != "place"] == expected
