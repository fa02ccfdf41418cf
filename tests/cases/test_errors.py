"""Errors say where, survive pickling, and belong to one family."""

from __future__ import annotations

import pickle

import pytest

import newskit
from newskit import ExtractorError, Failure, InputError, MissingExtraError, PluginError

ERRORS = [
    newskit.NewskitError("plain"),
    InputError("expected a number", path="a.jsonl", line=3, field="quotes[3].start"),
    PluginError("broken", plugin="acme", distribution="acme-news"),
    newskit.PlanError("a circle"),
    ExtractorError("failed", extractor="acme.x", plugin="acme", article_id="a1"),
    MissingExtraError("pyarrow", extra="arrow"),
    newskit.CorpusError("mixed"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_comes_back_from_another_process_as_it_was(error: Exception) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)
    assert isinstance(again, newskit.NewskitError)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (InputError("no"), "no"),
        (InputError("no", path="a.txt"), "a.txt: no"),
        (InputError("no", path="a.txt", line=3), "a.txt:3: no"),
        (InputError("no", field="url"), "field 'url': no"),
        (InputError("no", path="a.txt", line=3, field="url"), "a.txt:3, field 'url': no"),
        (InputError("no", field="url").located(path="a.txt", line=3), "a.txt:3, field 'url': no"),
    ],
)
def test_an_input_error_says_where(error: InputError, message: str) -> None:
    assert str(error) == message


def test_builtin_families() -> None:
    assert isinstance(InputError("no"), ValueError)
    assert isinstance(MissingExtraError("x", extra="y"), ImportError)
    assert issubclass(newskit.PluginWarning, UserWarning)


def test_a_missing_extra_says_what_to_run() -> None:
    assert str(MissingExtraError("pyarrow", extra="arrow")).endswith("pip install 'newskit[arrow]'")


def test_a_failure_keeps_the_traceback() -> None:
    try:
        int("x")
    except ValueError as error:
        failure = Failure.of(error, extractor="a.b", plugin="a", article_id="1")
    assert failure.error.startswith("ValueError: invalid literal")
    assert 'int("x")' in failure.traceback
