"""Does a check of quotes fail closed? Quotes from corpora, mutated and set anew, held against their own articles.

    python benchmarks/verify_mutants.py CORPUS.jsonl[.gz]… [--mutants 100000] [--seed 17]

Prints how many mutants of each sort got which answer (none may be exact or folded), how many quotes in other typography
were still found (99.5 % at least), and how many checks a second there are of short quotes against a source of 5 kB. The
exit status is 1 where a mutant came back verbatim or too few quotes were found.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator

from newskit.formats import read_articles
from newskit.verify import Source

BEGINNING = r"(?:\A|(?<=[.!?]\s)|(?<=[.!?][\"”’]\s)|(?<=\n)|(?<=: [\"“]))"
SENTENCE = re.compile(rf"{BEGINNING}[A-Z\"“‘][^.!?\n]{{30,220}}[.!?][\"”’]?(?=\s)")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
TENSES = {
    "is": "was", "was": "is", "are": "were", "were": "are", "has": "had", "had": "has", "have": "had", "will": "would",
    "would": "will", "says": "said", "said": "says", "can": "could", "could": "can", "do": "did", "does": "did",
}  # fmt: skip
LEAST_FOUND = 0.995


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, accents and all: an independent measure of what stands there."""
    return WORD.findall(unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'").lower())


class Mutator:
    """Makes one change in a quote, by the sort of change; None where the quote has nothing to change so."""

    def __init__(self, chance: random.Random, article: str) -> None:
        self.chance = chance
        self.words = [found[0] for found in WORD.finditer(article)]
        self.names = [word for word in self.words if word[0].isupper() and word.lower() not in {"the", "a", "i"}]
        self.sorts: dict[str, Callable[[str], str | None]] = {
            "word": self.word, "negation": self.negation, "number": self.number, "name": self.name,
            "tense": self.tense, "dropped": self.dropped, "moved": self.moved, "letter": self.letter,
        }  # fmt: skip

    def _replace(self, quote: str, fits: Callable[[str], bool], new: Callable[[str], str]) -> str | None:
        found = [each for each in WORD.finditer(quote) if fits(each[0])]
        if not found:
            return None
        each = self.chance.choice(found)
        return f"{quote[: each.start()]}{new(each[0])}{quote[each.end() :]}"

    def word(self, quote: str) -> str | None:
        """Put another word of the article in the place of one."""
        return self._replace(quote, lambda _: True, lambda _: self.chance.choice(self.words))

    def negation(self, quote: str) -> str | None:
        """Put a "not" in, or take one out."""
        denied = re.search(r"(?<=\w) (?:not|never|no)(?= \w)|n['’]t(?= \w)", quote)
        if denied:
            return quote[: denied.start()] + quote[denied.end() :]
        inner = [found.start() for found in re.finditer(r"(?<=\w) (?=\w)", quote)]
        place = self.chance.choice(inner) if inner else 0
        return f"{quote[:place]} {self.chance.choice(('not', 'never'))}{quote[place:]}" if place else None

    def number(self, quote: str) -> str | None:
        """Change a digit."""
        digits = [found.start() for found in re.finditer(r"\d", quote)]
        if not digits:
            return None
        place = self.chance.choice(digits)
        return quote[:place] + str((int(quote[place]) + self.chance.randint(1, 9)) % 10) + quote[place + 1 :]

    def name(self, quote: str) -> str | None:
        """Put another name of the article in the place of one."""
        return self._replace(quote, lambda word: word in self.names, lambda _: self.chance.choice(self.names))

    def tense(self, quote: str) -> str | None:
        """Change the tense of a verb."""
        return self._replace(
            quote,
            lambda word: word in TENSES or (word.endswith("ed") and len(word) > 4),  # noqa: PLR2004 - "need", "red"
            lambda word: TENSES.get(word, word[:-1] if word.endswith("ed") else word),
        )

    def letter(self, quote: str) -> str | None:
        """Change a letter of a word."""
        return self._replace(quote, lambda word: len(word) > 1 and word.isalpha(), self._misspelt)

    def _misspelt(self, word: str) -> str:
        place = self.chance.randrange(len(word))
        return word[:place] + self.chance.choice("abcdefghijklmnopqrstuvwxyz") + word[place + 1 :]

    def dropped(self, quote: str) -> str | None:
        """Drop one to four words from within."""
        words = quote.split(" ")
        size = self.chance.randint(1, 4)
        if len(words) < size + 2:
            return None
        place = self.chance.randint(1, len(words) - size - 1)
        return " ".join(words[:place] + words[place + size :])

    def moved(self, quote: str) -> str | None:
        """Move a word to another place."""
        words = quote.split(" ")
        word = words.pop(self.chance.randrange(len(words)))
        words.insert(self.chance.randint(0, len(words)), word)
        return " ".join(words)


def retypeset(chance: random.Random, quote: str) -> str:
    """Return a quote in another typography: what desks, feeds and models make of the same words."""
    curly = chance.random() < 0.5  # noqa: PLR2004 - as likely as not
    quote = re.sub(r"[‘’']", "’" if curly else "'", quote)
    quote = re.sub(r"[“”\"]", chance.choice(("", '"', "“", "''")) if curly else '"', quote)
    quote = re.sub(
        r"(?<=\w) (?:[-–—]|--) (?=\w)|(?<=\w)(?:—|--)(?=\w)", chance.choice((" – ", "—", " -- ", " - ")), quote
    )
    quote = re.sub(r"…|\.{3}", chance.choice(("…", "...", " . . . ", " … ")), quote)
    quote = re.sub(r" ", lambda _: chance.choice((" ", " ", " ", "\u00a0", "  ", "\n")), quote)
    quote = unicodedata.normalize(chance.choice(("NFC", "NFD")), quote)
    if chance.random() < 0.2:  # noqa: PLR2004
        quote = quote.replace("fi", "ﬁ")
    if chance.random() < 0.2:  # noqa: PLR2004
        place = chance.randrange(len(quote))
        quote = f"{quote[:place]}{chance.choice(chr(0x200B) + chr(0xAD))}{quote[place:]}"
    if quote[1:2].islower() and quote[:1].isupper() and chance.random() < 0.3:  # noqa: PLR2004
        quote = quote[0].lower() + quote[1:]
    quote = re.sub(r"[.,][\"”’]*$", lambda _: chance.choice((",", ".", "", ",”", "…")), quote)
    return chance.choice(("{}", "“{}”", '"{}"', "« {} »", "‘{}’")).format(quote)


def quotes_of(text: str) -> list[str]:
    """Return the sentences of an article as quotes."""
    return [found[0] for found in SENTENCE.finditer(text)]


def material(corpora: list[str]) -> Iterator[tuple[Source, list[str]]]:
    """Yield each article with its sentences."""
    for article in read_articles(*corpora):
        quotes = quotes_of(article.text)
        if len(quotes) >= 3:  # noqa: PLR2004 - a note has too few words to swap
            yield Source(article), quotes


def mutants(chance: random.Random, corpora: list[str], number: int) -> tuple[dict[str, Counter[str]], list[str]]:
    """Return the answers by sort of mutant, and the mutants that came back verbatim."""
    counts: dict[str, Counter[str]] = {}
    wrong: list[str] = []
    made = 0
    while made < number:
        for source, quotes in material(corpora):
            mutator = Mutator(chance, source.text)
            there = f" {' '.join(words_of(source.text))} "
            for sort, mutate in mutator.sorts.items():
                quote = chance.choice(quotes)
                new = mutate(quote)
                if new is None or f" {' '.join(words_of(new))} " in there:
                    continue
                verdict = source.check(new)
                counts.setdefault(sort, Counter())[verdict.match] += 1
                made += 1
                if verdict.verbatim:
                    wrong.append(f"{source.article.id}: {verdict.match}: {quote!r} -> {new!r}")
            if made >= number:
                break
    return counts, wrong


def folding(chance: random.Random, corpora: list[str], number: int) -> tuple[Counter[str], list[str]]:
    """Return the answers on quotes in other typography, and those that were missed."""
    counts: Counter[str] = Counter()
    missed: list[str] = []
    while counts.total() < number:
        for source, quotes in material(corpora):
            quote = chance.choice(quotes)
            new = retypeset(chance, quote)
            verdict = source.check(new)
            counts[verdict.match] += 1
            if not verdict.verbatim:
                missed.append(f"{source.article.id}: {verdict.match}: {quote!r} -> {new!r}: {verdict.differences}")
            if counts.total() >= number:
                break
    return counts, missed


def speed(chance: random.Random, corpora: list[str]) -> tuple[int, int, int]:
    """Return the size of a source of about 5 kB, and the checks a second of verbatim quotes and of altered ones."""
    source, quotes = next(each for each in material(corpora) if 4500 < len(each[0].text) < 5500)  # noqa: PLR2004
    short = [quote[:120].rpartition(" ")[0] for quote in quotes]
    verbatim = [each for quote in short for each in (quote, quote.replace("'", "’").replace("-", "‑"))]
    mutator = Mutator(chance, source.text)
    altered = [new for quote in short if (new := mutator.word(quote))]
    rates = []
    for claims in (verbatim, altered):
        best = 0.0
        for _ in range(7):
            start = time.process_time()
            for _ in range(20):
                for claim in claims:
                    source.check(claim)
            best = max(best, 20 * len(claims) / (time.process_time() - start))
        rates.append(round(best))
    return len(source.text), *rates


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpora", nargs="+")
    parser.add_argument("--mutants", type=int, default=100_000)
    parser.add_argument("--retypeset", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--show", type=int, default=10, help="how many of the wrong answers are printed")
    given = parser.parse_args()
    chance = random.Random(given.seed)  # noqa: S311 - to draw the same mutants again
    counts, wrong = mutants(chance, given.corpora, given.mutants)
    matches = ("exact", "folded", "edited", "altered", "absent")
    print(f"{'mutants':12}", *(f"{match:>8}" for match in matches))
    for sort, found in (*counts.items(), ("all", sum(counts.values(), Counter()))):
        print(f"{sort:12}", *(f"{found[match]:8,}" for match in matches))
    print("\n".join(wrong[: given.show]))
    folded, missed = folding(chance, given.corpora, given.retypeset)
    found = 1 - len(missed) / folded.total()
    print(f"set anew: {folded.total():,}, of which verbatim {100 * found:.2f} %", dict(folded))
    print("\n".join(missed[: given.show]))
    size, verbatim, altered = speed(chance, given.corpora)
    print(f"checks a second, source of {size:,} characters: verbatim {verbatim:,}, altered {altered:,}")
    return 1 if wrong or found < LEAST_FOUND else 0


if __name__ == "__main__":
    sys.exit(main())
