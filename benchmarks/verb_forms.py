"""Write the forms of the reporting verbs of newskit_quotes; needs lemminflect (``pip install lemminflect``).

usage: python benchmarks/verb_forms.py

Writes verb_forms.txt beside cue_verbs.txt, one line a lemma. LemmInflect 0.2.3 (MIT) looks the forms up in the NIH
SPECIALIST Lexicon, British and American ones alike. Its last release is of 2022, but its tables are right: simplemma,
which is released more often, lacks forms that are nouns too ("warning"), and has many that nobody writes ("thinked").
A verb that LemmInflect does not know, or of which it knows no past, gets regular forms.
"""

from __future__ import annotations

from pathlib import Path

from lemminflect import getAllInflections

from newskit.text import classes
from newskit_quotes.forms import regular

TARGET = Path(__file__).resolve().parent.parent / "plugins" / "newskit_quotes" / "verb_forms.txt"
HEAD = """# LEMMA form form …: the forms of the verbs of cue_verbs.txt, written by benchmarks/verb_forms.py.
# Source: LemmInflect 0.2.3 (MIT), from the NIH SPECIALIST Lexicon. A lemma without a line here gets regular forms.
"""
LACKING = {"prove": ("proven",)}


def forms(lemma: str) -> set[str]:
    """Return the forms of a verb but the lemma itself."""
    found = getAllInflections(lemma, upos="VERB")
    known = {form for tag in found for form in found[tag]} if "VBD" in found else set(regular(lemma))
    return {*known, *LACKING.get(lemma, ())} - {lemma}


def main() -> None:
    """Write the file."""
    lemmas = sorted(set().union(*classes("newskit_quotes", "cue_verbs.txt").values()))
    lines = [" ".join((lemma, *sorted(forms(lemma)))) for lemma in lemmas]
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(TARGET.name, len(lines), "verbs")


if __name__ == "__main__":
    main()
