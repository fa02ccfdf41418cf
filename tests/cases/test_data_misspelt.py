"""The data files of the plugins and of the core: a misspelt row is refused with file and line, not ignored."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from attrs import evolve

import newskit
from newskit.linking.offices import families
from newskit.linking.words import table
from newskit.rules import Rules, Vocabulary
from newskit.rules.book import read_lists
from newskit.text import classes, entries, pairs, words
from newskit.text.furniture import forms
from newskit.text.gazetteer import _shares as given_shares
from newskit.text.gazetteer import check_shares
from newskit.text.tags import check_weights, tagger
from newskit_dates.feasts import feast_days
from newskit_dates.holiday_names import days_in_figures, famous_days, named_days
from newskit_dates.records import RULES as DATES
from newskit_names.model import Scores, weight_rows
from newskit_names.records import RULES as NAMES
from newskit_names.word_classes import word_classes
from newskit_quotes.certainty import speaker_odds
from newskit_quotes.features import compiled, features
from newskit_quotes.forms import built_forms
from newskit_quotes.phrases import RULES as PHRASES
from newskit_quotes.rules import cue_scores
from newskit_structure.caption_weights import weights
from newskit_titles.records import RULES as TITLES

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = [*sorted((ROOT / "plugins").glob("newskit_*")), ROOT / "src/newskit/text", ROOT / "src/newskit/linking"]
FILES = {
    f"{'.'.join(folder.relative_to(ROOT).parts[1:])}/{path.name}": path
    for folder in FOLDERS
    for path in sorted(folder.glob("*.txt"))
}
CACHED = (
    given_shares,
    entries,
    pairs,
    words,
    classes,
    tagger,
    named_days,
    famous_days,
    feast_days,
    forms,
    days_in_figures,
    weights,
    features,
    compiled,
    built_forms,
    cue_scores,
    speaker_odds,
)
Read = Callable[[], object]


def read(rules: Rules) -> Read:
    """Return what reads the files of some rules anew."""
    rules.check()  # so that what others share is read before a file is changed
    known = rules.vocabulary
    if known is None:
        return lambda: evolve(rules).book
    made, of = known._made, known._made_classes
    return lambda: evolve(rules, vocabulary=Vocabulary(known.package, known.name, made=made, made_classes=of)).book


def first_of(name: str) -> str:
    """Return the first field of a file's first row, in whose block a search then looks."""
    return next(row for row in FILES[name].read_text("utf-8").split("\n") if row[:1] != "#").partition("\t")[0]


# What reads a file whose rows have a shape of their own: the row, the row misspelt, and what is said of it.
ROWS: dict[str, tuple[Read, str, str, str]] = {
    "newskit_dates/event_figures.txt": (
        days_in_figures,
        "9/11|2001-09-11",
        "9/11|2001-09-1l",
        "an entry reads FIGURES|YYYY-MM-DD|WORDS",
    ),
    "newskit_dates/events.txt": (
        famous_days,
        "2001-09-11 attack",
        "2001-09-1l attack",
        "an entry reads YYYY-MM-DD WORD",
    ),
    "newskit_dates/feast_days.txt": (
        lambda: feast_days().get("US|Labor Day"),
        "US|Labor Day=",
        "US|Labor Day ",
        "an entry reads COUNTRY|NAME=MMDD MMDD",
    ),
    "newskit_dates/holidays.txt": (named_days, "US|New Year's Day|new", "US|New Year's Day new", "reads COUNTRY|NAME|"),
    "newskit_dates/lexicon.txt": (read(DATES), "=AD CE", "_=AD CE", "no rule names the class 'ERA_'"),
    "newskit_dates/rules.txt": (read(DATES), "\nfinds: ", "\nfnids: ", "unknown key 'fnids'"),
    "newskit_names/rules.txt": (
        read(NAMES),
        "function: spelling.Reader.firm",
        "function: spelling.Reader.frim",
        "no function",
    ),
    **{
        f"newskit_names/{name}": (
            partial(lambda name: Scores(name)[first_of(f"newskit_names/{name}")], name),
            "\t",
            " ",
            "an entry reads a feature, a tab and five weights",
        )
        for name in ("weights.txt", "weights_open.txt")
    },
    "newskit_names/word_classes.txt": (
        lambda: word_classes.__wrapped__()[first_of("newskit_names/word_classes.txt")],
        "\t",
        " ",
        "an entry reads a word, a tab and two letters",
    ),
    "newskit_quotes/cue_scores.txt": (
        cue_scores,
        "say that 0.9",
        "sya that 0.9",
        "an entry reads GRADE GOVERNED SCORE",
    ),
    "newskit_quotes/features.txt": (features, "\ncue ", "\nceu ", "an entry reads SCORER NUMBER COLUMN"),
    "newskit_quotes/phrase_words.txt": (
        read(PHRASES),
        "IMPORTANT interesting",
        "IMPROTANT interesting",
        "no rule names the class 'IMPROTANT'",
    ),
    "newskit_quotes/rules.txt": (
        read(PHRASES),
        "\nfunction: ",
        "\nfunctoin: ",
        "unknown key 'functoin'",
    ),
    "newskit_quotes/speaker_odds.txt": (speaker_odds, "way label", "way lable", "an entry reads way NAME SHARE or"),
    "newskit_quotes/verb_forms.txt": (
        built_forms,
        "\naccuse ",
        "\nacuse ",
        "the lemma one of cue_verbs.txt, got 'acuse",
    ),
    "newskit_structure/caption_weights.txt": (weights, "\t", " ", "an entry reads two weights, a tab and a feature"),
    "newskit_titles/rules.txt": (read(TITLES), "unless: not opens", "unless: not oepns", "no test is named 'oepns'"),
    "newskit_titles/words.txt": (read(TITLES), "ASKED !", "AKSED !", "no rule names the class 'AKSED'"),
    "newskit.linking/words.txt": (
        lambda: table("alias"),
        "alias us = ",
        "alias us ",
        "an entry reads alias FORM = NAME",
    ),
    "newskit.text/furniture_forms.txt": (
        forms,
        " :: min mins",
        " : min mins",
        "an entry reads NAME :: TELLING :: PATTERN",
    ),
    "newskit.text/given_shares.txt": (check_shares, " 96\n", " 9b\n", "an entry reads NAME PERCENT"),
    "newskit.text/role_families.txt": (families, "same senator sen", "same senator", "an entry reads CLASS NOUN NOUN"),
    "newskit.text/tag_endings.txt": (tagger, "+-ed +-ed*", "+-ed", "an entry reads ENDING TAGS"),
    "newskit.text/tag_lexicon.txt": (lambda: tagger()._words["'"], "' POS", "'POS", "an entry reads WORD TAGS"),
    "newskit.text/tag_weights.txt": (check_weights, "=-1 ", "=-l ", "an entry reads FEATURE, a tab, TAG=WEIGHT"),
}
"""Of the files of records one stands for all."""


def declared(path: Path) -> str:
    """Return the first class that a file of words declares, nothing where it declares none."""
    found = re.search(r"(?m)^(\w+): \w+ ", path.read_text("utf-8"))
    return found[1] if found and not path.name.startswith("tag_") and not path.name.endswith("rules.txt") else ""


CLASSED = {name: label for name, path in FILES.items() if (label := declared(path))}
PLAIN = {
    *("newskit_dates/future_cues.txt", "newskit_dates/names.txt", "newskit_dates/no_adjectives.txt"),
    *("newskit_dates/not_years.txt", "newskit_dates/past_cues.txt", "newskit_dates/planned.txt"),
    *(
        "newskit_dates/timed_cues.txt",
        "newskit_dates/unplanned.txt",
        "newskit_names/common.txt",
        "newskit_names/organizations.txt",
    ),
    *("newskit_names/divisions.txt", "newskit.text/given_widely.txt", "newskit_names/towns.txt"),
    *("newskit_quotes/bodies.txt", "newskit_quotes/clausal.txt", "newskit_quotes/cue_nouns.txt"),
    *("newskit_quotes/documents.txt", "newskit_quotes/kinds.txt", "newskit_quotes/occasions.txt"),
    *("newskit_quotes/outlets.txt", "newskit_quotes/persons.txt", "newskit_quotes/spoken_days.txt"),
    "newskit_quotes/strangers.txt",
    *("newskit_quotes/times.txt", "newskit_titles/body_nouns.txt", "newskit_titles/organisation_nouns.txt"),
    *("newskit.text/cities.txt", "newskit.text/elisions.txt", "newskit.text/given.txt"),
    *("newskit.text/given_added.txt", "newskit.text/sentence_starters.txt", "newskit.text/short_forms.txt"),
    "newskit.text/surnames.txt",
}
"""Lists whose rows are words alone: of one that is misspelt nobody can tell."""


@pytest.fixture
def misspell(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str, str], int]]:
    """Put another row into a file as it is read; gives the number of its line."""
    get = pkgutil.get_data

    def change(name: str, old: str, new: str) -> int:
        text = FILES[name].read_text("utf-8")
        body = re.search(r"(?m)^(?!#)", text)
        assert body
        at = text.index(old, body.start())

        def changed(package: str, resource: str) -> bytes | None:
            data = get(package, resource)
            return (text[:at] + new + text[at + len(old) :]).encode() if f"{package}/{resource}" == name else data

        monkeypatch.setattr(pkgutil, "get_data", changed)
        return text.count("\n", 0, at + len(old) - len(old.lstrip("\n"))) + 1

    for each in CACHED:
        each.cache_clear()
    yield change
    for each in CACHED:
        each.cache_clear()


def test_every_data_file_is_checked_or_a_plain_list() -> None:
    records = {name for name in FILES if name.endswith("rules.txt")}
    assert FILES.keys() == {*CLASSED, *ROWS, *PLAIN, *records}
    assert PLAIN.isdisjoint({*CLASSED, *ROWS})


@pytest.mark.parametrize("name", ROWS)
def test_a_misspelt_row_is_refused(misspell: Callable[[str, str, str], int], name: str) -> None:
    read_file, old, new, message = ROWS[name]
    line = misspell(name, old, new)
    with pytest.raises(newskit.InputError, match=re.escape(f"{name}:{line}") + r"\b") as refused:
        read_file()
    assert message in str(refused.value)


@pytest.mark.parametrize(("name", "label"), CLASSED.items(), ids=CLASSED)
def test_a_misspelt_class_is_refused(misspell: Callable[[str, str, str], int], name: str, label: str) -> None:
    package, _, file = name.partition("/")
    line = misspell(name, f"\n{label} ", f"\n{label}x ")
    with pytest.raises(newskit.InputError, match=re.escape(f"{name}:{line}: no class is named '{label}x'")):
        classes(package, file)


def test_a_misspelt_weight_is_refused_when_it_is_asked_for(misspell: Callable[[str, str, str], int]) -> None:
    row = next(row for row in FILES["newskit_names/weights.txt"].read_text("utf-8").split("\n") if row[:1] != "#")
    line = misspell("newskit_names/weights.txt", row, f"{row}x")
    scores = Scores("weights.txt")
    with pytest.raises(
        newskit.InputError, match=f"newskit_names/weights.txt:{line}: an entry reads a feature, a tab and five weights"
    ):
        _ = scores[row.partition("\t")[0]]
    assert scores["no such feature"] == 0


@pytest.mark.parametrize("name", ["weights.txt", "weights_open.txt"])
def test_a_feature_has_one_row_of_weights(name: str) -> None:
    rows = [row for row in FILES[f"newskit_names/{name}"].read_text("utf-8").splitlines() if row[:1] != "#"]
    features = [row.partition("\t")[0] for row in rows]
    assert features == [feature.strip() for feature in features]
    assert len(features) == len(set(features)) == len(weight_rows(name))


def test_a_misspelt_list_is_refused(misspell: Callable[[str, str, str], int]) -> None:
    line = misspell("newskit_dates/guard_words.txt", "\nTIME in\n", "\nTIEM in\n")
    with pytest.raises(newskit.InputError, match=f"guard_words.txt:{line}: no list of words is named 'TIEM'"):
        read_lists("newskit_dates", ["guard_words.txt"])


def test_a_misspelt_column_of_a_feature_is_refused(misspell: Callable[[str, str, str], int]) -> None:
    columns = " ".join({column: None for each in features()["right"] for column in each.columns})
    entries.cache_clear()
    features.cache_clear()
    row = next(
        row for row in FILES["newskit_quotes/features.txt"].read_text("utf-8").split("\n") if row[:8] == "right 2 "
    )
    line = misspell("newskit_quotes/features.txt", row, f"{row}x")
    with pytest.raises(newskit.InputError, match=f"features.txt:{line}: an entry reads SCORER NUMBER COLUMN"):
        compiled("right", columns)
