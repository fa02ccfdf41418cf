"""Write the share of women among the bearers of a given name; needs nomquamgender (``pip install nomquamgender``).

usage: python benchmarks/given_shares.py

Writes given_shares.txt into newskit.text, one name a line. nomquamgender 0.1.4 (MIT) unites 36 openly published
sources for more than 150 countries (I. Van Buskirk, A. Clauset, D. B. Larremore: An Open-Source Cultural Consensus
Approach to Name-Based Gender Classification, ICWSM 2023); its names are in lower case and without accents. A name is
kept that at least six of the sources have, for at least twenty people.
"""

from __future__ import annotations

from pathlib import Path

import nomquamgender

TARGET = Path(__file__).resolve().parent.parent / "src" / "newskit" / "text" / "given_shares.txt"
HEAD = """# NAME PERCENT: the share of women among the bearers of given names, without accents; sorted, and searched
# without reading the whole. Source: nomquamgender 0.1.4 (MIT), 36 sources for more than 150 countries;
# written by benchmarks/given_shares.py.
"""
SOURCES, PEOPLE = 6, 20


def main() -> None:
    """Write the file."""
    shares: dict[str, int] = {}
    for name, (sources, people, share) in sorted(nomquamgender.dump().items()):
        listed = sources >= SOURCES and people >= PEOPLE and len(name) > 1
        if listed and name.isascii() and name.replace("-", "").isalpha():
            shares[name] = round(100 * share)
    lines = [f"{name} {share}\n" for name, share in sorted(shares.items())]
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(TARGET.name, len(shares), "names")


if __name__ == "__main__":
    main()
