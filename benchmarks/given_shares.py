"""Write the given names of the world and who bears them; needs nomquamgender (``pip install nomquamgender``).

usage: python benchmarks/given_shares.py

Writes into newskit.text given_shares.txt, a name and the share of women among its bearers a line, and given_widely.txt,
the names that nearly all sources have. nomquamgender 0.1.4 (MIT) unites 36 openly published
sources for more than 150 countries (I. Van Buskirk, A. Clauset, D. B. Larremore: An Open-Source Cultural Consensus
Approach to Name-Based Gender Classification, ICWSM 2023); its names are in lower case and without accents. A name is
kept that at least six of the sources have, for at least twenty people.
"""

from __future__ import annotations

from pathlib import Path

import nomquamgender

ROOT = Path(__file__).resolve().parent.parent
SHARES = ROOT / "src" / "newskit" / "text" / "given_shares.txt"
WIDELY = ROOT / "src" / "newskit" / "text" / "given_widely.txt"
HEAD = """# NAME PERCENT: the share of women among the bearers of given names, without accents; sorted, and searched
# without reading the whole. Source: nomquamgender 0.1.4 (MIT), 36 sources for more than 150 countries;
# written by benchmarks/given_shares.py.
"""
WIDELY_HEAD = """# Given names of all the world, in lower case and without accents: those of nearly all sources.
# Source: nomquamgender 0.1.4 (MIT); written by benchmarks/given_shares.py.
"""
SOURCES, PEOPLE = 6, 20
NEARLY_ALL = 27
"""Sources of a name that is borne all over the world, of the 33 that have the most."""


def main() -> None:
    """Write the files."""
    shares: dict[str, int] = {}
    widely: list[str] = []
    for name, (sources, people, share) in sorted(nomquamgender.dump().items()):
        listed = sources >= SOURCES and people >= PEOPLE and len(name) > 1
        if listed and name.isascii() and name.replace("-", "").isalpha():
            shares[name] = round(100 * share)
            if sources >= NEARLY_ALL:
                widely.append(name)
    SHARES.write_text(HEAD + "".join(f"{name} {share}\n" for name, share in sorted(shares.items())), encoding="utf-8")
    WIDELY.write_text(WIDELY_HEAD + "".join(f"{name}\n" for name in widely), encoding="utf-8")
    print(len(shares), "names,", len(widely), "of them all over the world")


if __name__ == "__main__":
    main()
