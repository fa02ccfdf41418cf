"""Score whom "he" and "she" stand for against the coreference of GUM.

Usage: ``score_pronouns.py GUM.conllu[.gz]… [--only PREFIX] [--list]``. The gold is read as by ``score_chains.py``. A
pronoun counts where GUM has it in a chain with a person's name and it stands outside quotation marks. It is right where
the person that newskit gives it to has most of the named mentions in that chain. Prints how many there are, how many
have an answer, and how many are right, by rule; one JSON object.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from itertools import chain
from pathlib import Path

from score_chains import Article, Excluded, articles, gold_chains, name_end

import newskit
from newskit.text import closed_class

PRONOUNS = closed_class("male_pronoun") | closed_class("female_pronoun")


def gold_pronouns(article: Article, named: dict[int, str]) -> dict[int, str]:
    """Return the chain of each pronoun that stands for somebody named, by its offset."""
    chains = set(named.values())
    return {
        article.words[person.first].start: person.chain
        for person in article.people
        if person.first == person.last
        and person.chain in chains
        and article.text[article.words[person.first].start : article.words[person.first].end].lower() in PRONOUNS
    }


def main() -> None:
    """Score what the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--only", default="GUM_", help="the beginning of the ids of the documents")
    parser.add_argument("--list", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    kit = newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True)
    excluded, counts, right = Excluded(), Counter[str](), Counter[str]()
    for article in chain(*map(articles, options.gold)):
        if not article.name.startswith(options.only):
            continue
        named = gold_chains(article, excluded, Counter())
        gold = gold_pronouns(article, named)
        document = kit.extract(article.text)
        quoted = newskit.text.Ground(article.text).quotations
        gold = {at: of for at, of in gold.items() if not any(each.start <= at < each.end for each in quoted)}
        answers = {}
        for entity in document.entities:
            own = Counter(
                named[end]
                for mention in entity.mentions
                if (end := name_end(article.text, mention.span.start, mention.span.end)) in named
            )
            for pronoun in entity.pronouns:
                answers[pronoun.span.start] = (own.most_common(1)[0][0] if own else "", pronoun.rule, entity.name)
        counts["gold"] += len(gold)
        counts["beyond the gold"] += len(answers.keys() - gold.keys())
        for at, chain_number in gold.items():
            if at not in answers:
                counts["without an answer"] += 1
                continue
            answer, rule, name = answers[at]
            counts[rule] += 1
            right[rule] += answer == chain_number
            if options.list and answer != chain_number:
                print(article.name, rule, name, repr(article.text[max(0, at - 300) : at + 20]), file=sys.stderr)
    answered = sum(right.values()), sum(counts[rule] for rule in right)
    print(
        json.dumps({**counts, "right": dict(right), "share right": round(100 * answered[0] / max(1, answered[1]), 1)})
    )


if __name__ == "__main__":
    main()
