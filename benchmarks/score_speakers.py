"""Score the confidence of speakers that "he" and "she" stand for against the coreference of GUM.

Usage: ``score_speakers.py GUM.conllu[.gz]… [--only PREFIX]``. The gold is read as by ``score_pronouns.py``. A quote
counts where its source is a pronoun that GUM has in a chain with a person's name. Its speaker is right where most of
his named mentions are in that chain. Prints for each tenth of ``speaker_confidence`` how many there are, what it says
on the whole, and how many are right; one JSON object.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from itertools import chain
from pathlib import Path

from score_chains import Excluded, articles, gold_chains, name_end
from score_pronouns import gold_pronouns

import newskit


def main() -> None:
    """Score what the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--only", default="GUM_", help="the beginning of the ids of the documents")
    options = parser.parse_args()
    kit = newskit.Kit(block=(), strict=True)
    excluded, found = Excluded(), defaultdict[int, list[tuple[float, bool]]](list)
    for article in chain(*map(articles, options.gold)):
        if not article.name.startswith(options.only):
            continue
        named = gold_chains(article, excluded, Counter())
        gold = gold_pronouns(article, named)
        for quote in kit.extract(article.text).quotes:
            sure = quote.speaker_confidence
            if quote.source is None or quote.speaker is None or sure is None or quote.source.start not in gold:
                continue
            ends = (name_end(article.text, each.span.start, each.span.end) for each in quote.speaker.mentions)
            own = Counter(named[end] for end in ends if end in named).most_common(1)
            found[min(int(sure * 10), 9)].append((sure, bool(own) and own[0][0] == gold[quote.source.start]))
    table = [
        {
            "from": tenth / 10,
            "quotes": len(found[tenth]),
            "said": round(100 * sum(sure for sure, _ in found[tenth]) / len(found[tenth]), 1),
            "right": round(100 * sum(right for _, right in found[tenth]) / len(found[tenth]), 1),
        }
        for tenth in sorted(found)
    ]
    print(json.dumps(table))


if __name__ == "__main__":
    main()
