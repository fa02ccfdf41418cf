"""The kit: what it makes of plugins, options and articles, and that nothing around it changes the result."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import attrs
import pytest

import newskit
from newskit import Article, Doc, Entity, Extractor, InputError, Kit, Mention, Part, PluginError, Quote

TEXT = "Bridge to reopen\n\nThe bridge will be opened again, the mayor said.\n\nIt was closed in May."


def plugin(name: str, *extractors: Extractor, **hooks: Any) -> SimpleNamespace:
    """A plugin object; further hooks by keyword."""
    return SimpleNamespace(__name__=name, newskit_extractors=newskit.hookimpl(lambda: [*extractors]), **hooks)


def alone(*plugins: object, **options: Any) -> Kit:
    """A kit without any installed plugin."""
    return Kit(plugins=(), block=(), add=plugins, **options)


@newskit.extractor(Part)
def first_line(doc: Doc) -> Iterator[Part]:
    for paragraph in doc.paragraphs[:1]:
        yield Part("headline", doc.span(paragraph.start, paragraph.end), "first-line")


@newskit.extractor(Part)
def lines(doc: Doc) -> Iterator[Part]:
    for paragraph in doc.paragraphs:
        yield Part("paragraph", doc.span(paragraph.start, paragraph.end), "line")


@attrs.frozen
class Verdict:
    layer: ClassVar[str] = "verdicts"
    part: Part
    span: newskit.Span


@newskit.extractor(Verdict, reads=[Part])
def verdicts(doc: Doc) -> Iterator[Verdict]:
    for part in doc[Part]:
        yield Verdict(part, part.span)


def test_no_plugins_make_an_empty_document() -> None:
    doc = alone().extract(TEXT)
    assert (doc.parts, doc.titles, doc.entities, doc.dates, doc.quotes, doc.failures) == ((),) * 6
    assert doc.text == TEXT


def test_a_kind_of_its_own_costs_the_core_nothing() -> None:
    doc = alone(plugin("acme", verdicts), plugin("zeta", lines)).extract(TEXT)
    assert [verdict.part for verdict in doc[Verdict]] == list(doc.parts)
    assert doc[Entity] == ()


def test_a_kind_that_nobody_makes_reads_as_nothing() -> None:
    @newskit.extractor(Part, reads=[Entity])
    def reader(doc: Doc) -> Iterator[Part]:
        assert doc[Entity] == ()
        yield Part("caption", doc.span(0, 1))

    assert alone(plugin("acme", reader)).extract(TEXT).failures == ()


def test_reading_what_is_not_declared_says_what_is() -> None:
    @newskit.extractor(Part, reads=[Entity, Quote])
    def reader(doc: Doc) -> Iterable[Part]:
        return [*doc[Part]]

    with pytest.raises(newskit.ExtractorError, match="reader reads Part, but declares Entity, Quote"):
        alone(plugin("acme", reader), strict=True).extract(TEXT)


def test_two_makers_are_united_and_preferred_by_name() -> None:
    both = plugin("beta", lines), plugin("alpha", first_line)
    by_name = [part.rule for part in alone(*both).extract(TEXT).parts]
    assert by_name == ["first-line", "line", "line"]
    assert [part.rule for part in alone(*both, prefer=["beta"]).extract(TEXT).parts] == ["line"] * 3
    assert [part.rule for part in alone(*both, prefer=["beta.lines"]).extract(TEXT).parts] == ["line"] * 3


def test_one_maker_that_fails_leaves_the_other() -> None:
    @newskit.extractor(Part)
    def broken(doc: Doc) -> Iterator[Part]:
        yield Part("caption", doc.span(0, 1))
        msg = "half way"
        raise RuntimeError(msg)

    with pytest.warns(newskit.FailureWarning, match=r"^acme\.broken failed on the article: RuntimeError: half way$"):
        doc = alone(plugin("acme", broken), plugin("zeta", lines)).extract(TEXT)
    assert [part.rule for part in doc.parts] == ["line"] * 3
    assert [failure.error for failure in doc.failures] == ["RuntimeError: half way"]


def test_an_annotation_may_only_refer_to_what_is_in_the_document() -> None:
    @newskit.extractor(Quote, reads=[Entity])
    def inventor(doc: Doc) -> Iterator[Quote]:
        someone = Entity("person", "Bridge", (Mention(doc.span(0, 6)),))
        yield Quote("direct", (doc.span(0, 6),), speaker=someone)

    with pytest.warns(newskit.FailureWarning, match="acme.inventor"):
        (failure,) = alone(plugin("acme", inventor)).extract(TEXT).failures
    assert "Quote refers to a Entity that is not in the document" in failure.error


@attrs.frozen
class House:
    house: str = ""


def test_the_options_reach_their_plugin_alone() -> None:
    seen = {}

    def register(name: str) -> SimpleNamespace:
        def newskit_options() -> type[House]:
            return House

        def newskit_extractors(options: House) -> list[Extractor]:
            seen[name] = options
            return []

        hooks = {each.__name__: newskit.hookimpl(each) for each in (newskit_options, newskit_extractors)}
        return SimpleNamespace(__name__=name, **hooks)

    alone(register("a"), register("b"), options={"a": {"house": "style"}})
    assert seen == {"a": House("style"), "b": House()}


UNKNOWN: dict[str, dict[str, Any]] = {
    "plugins": {"plugins": ["newskit_quoets"]},
    "block": {"block": ["newskit_quoets"]},
    "prefer": {"prefer": ["newskit_quoets"]},
    "options": {"options": {"newskit_quoets": {}}},
}


@pytest.mark.parametrize("given", UNKNOWN.values(), ids=UNKNOWN)
def test_an_unknown_plugin_is_refused_with_the_list_of_those_installed(given: dict[str, Any]) -> None:
    with pytest.raises(
        PluginError, match=r"is named 'newskit_quoets'; did you mean 'newskit_quotes'\? Installed: .*, newskit_quotes"
    ) as caught:
        Kit(**given)
    assert caught.value.plugin == "newskit_quoets"


@pytest.mark.parametrize(
    ("add", "wrong"),
    [
        (["acme.py"], "add: expected modules or instances, got 'acme.py': import it first"),
        ([Path("acme.py")], "add: expected modules or instances, got .*Path"),
        (newskit, "expected a list, got <module 'newskit'"),
    ],
)
def test_what_is_added_is_a_list_of_modules(add: Any, wrong: str) -> None:
    with pytest.raises(PluginError, match=wrong):
        Kit(add=add)


@pytest.mark.parametrize("argument", ["plugins", "block"])
def test_a_string_in_place_of_names_is_refused(argument: str) -> None:
    with pytest.raises(PluginError, match="expected a list of names, got the string 'newskit_quotes'"):
        Kit(**{argument: "newskit_quotes"})


@pytest.mark.parametrize("variable", ["NEWSKIT_PLUGINS", "NEWSKIT_BLOCK"])
def test_an_unknown_plugin_in_the_environment_is_refused(monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    monkeypatch.setenv(variable, "newskit_quoets")
    with pytest.raises(PluginError, match="newskit_quoets"):
        Kit()


def test_arguments_win_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSKIT_PLUGINS", "newskit_dates")
    monkeypatch.setenv("NEWSKIT_BLOCK", "newskit_structure")
    kit = Kit(plugins=["newskit_structure"], block=())
    assert [each.name for each in kit.registry.plugins if each.status == "active"] == ["newskit_structure"]


def test_an_added_plugin_is_used_whatever_is_chosen_and_can_be_blocked() -> None:
    added = plugin("acme", lines)
    assert len(Kit(plugins=(), block=(), add=[added]).extract(TEXT).parts) == 3
    assert Kit(plugins=(), block=["acme"], add=[added]).extract(TEXT).parts == ()


def test_what_is_known_beside_the_text_is_kept() -> None:
    doc = alone().extract(TEXT, id="a1", published="2025-02-18", url="u", publisher="p", language="de")
    assert doc.article == Article(TEXT, id="a1", published="2025-02-18", url="u", publisher="p", language="de")


def test_an_article_and_its_text_give_the_same(kit: Kit) -> None:
    assert kit.extract(Article(TEXT, published="2025-02-18")) == kit.extract(TEXT, published="2025-02-18")


def test_pipe_keeps_the_order_and_reads_one_at_a_time(kit: Kit) -> None:
    taken = []

    def source() -> Iterator[str]:
        for number in range(3):
            taken.append(number)
            yield f"Article {number}."

    documents = kit.pipe(source())
    assert taken == []
    assert next(documents).text == "Article 0."
    assert taken == [0]
    assert [doc.text for doc in documents] == ["Article 1.", "Article 2."]


def test_a_wrong_article_in_the_pipe_raises(kit: Kit) -> None:
    with pytest.raises(InputError):
        list(kit.pipe([3]))  # type: ignore[list-item]


@pytest.mark.parametrize("given", ["abc", Article("abc")])
def test_a_single_article_in_place_of_several_is_refused(kit: Kit, given: Any) -> None:
    with pytest.raises(TypeError, match="expected several articles"):
        kit.pipe(given)


@pytest.mark.parametrize("named", [{"id": "a"}, {"published": "2025-02-18"}, {"url": "u"}, {"language": "de"}])
def test_what_is_named_beside_an_article_is_not_passed_over(kit: Kit, named: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="an Article says its own id"):
        kit.extract(Article("No."), **named)


def test_a_document_is_read_by_kind_and_is_no_sequence(kit: Kit) -> None:
    document = kit.extract("No.")
    for wrong in (b"quotes", 0, None):
        with pytest.raises(TypeError, match=r"expected a kind such as newskit\.Quote"):
            document[wrong]  # type: ignore[index]
    with pytest.raises(TypeError, match="not iterable"):
        list(document)  # type: ignore[call-overload]


def test_an_extractor_cannot_walk_through_its_doc() -> None:
    @newskit.extractor(Part)
    def walk(doc: Doc) -> Iterable[Part]:
        return list(doc)  # type: ignore[call-overload]

    with pytest.warns(newskit.FailureWarning, match="acme.walk"):
        (failure,) = alone(plugin("acme", walk)).extract("No.").failures
    assert failure.error == "TypeError: 'Doc' object is not iterable"


def test_the_repr_of_a_document_counts() -> None:
    assert "layers=0 parts, 0 titles, 0 entities, 0 dates, 0 quotes" in repr(alone().extract("No." * 100))
    assert len(repr(alone().extract("No." * 100))) < 250


def test_a_kit_is_not_pickled(kit: Kit) -> None:
    with pytest.raises(TypeError, match="make one in each process"):
        pickle.dumps(kit)


@pytest.mark.parametrize("options", [[1], {"newskit_dates": True}])
def test_options_that_are_not_by_plugin_are_refused(options: Any) -> None:
    with pytest.raises(InputError, match="expected options by plugin"):
        Kit(options=options)


WRONG_DECLARATIONS: dict[str, Any] = {
    "bare": lambda: newskit.extractor(len),  # type: ignore[arg-type]
    "one kind to read": lambda: newskit.extractor(Part, reads=Entity),  # type: ignore[arg-type]
    "no function": lambda: newskit.extractor(Part)(5),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("declare", WRONG_DECLARATIONS.values(), ids=WRONG_DECLARATIONS)
def test_a_wrong_declaration_is_refused_where_it_stands(declare: Any) -> None:
    with pytest.raises(PluginError, match="expected"):
        declare()


def test_the_default_kit_is_made_once() -> None:
    assert newskit.extract(TEXT).text == TEXT
    assert newskit.kit.default_kit() is newskit.kit.default_kit()


def test_formats_come_from_plugins() -> None:
    shout = newskit.Format("shout", lambda doc: doc.text.upper())
    kit = alone(plugin("acme", newskit_formats=newskit.hookimpl(lambda: [shout])))
    assert kit.formats == (attrs.evolve(shout, plugin="acme"),)


PROGRAM = """
import sys, newskit
from newskit.formats import to_json
text = open(sys.argv[1], encoding="utf-8").read()
for published in (None, "2025-02-18"):
    print(to_json(newskit.extract(text, published=published)))
"""


def output(path: str, **environment: str) -> bytes:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, path],
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        check=True,
    )
    return run.stdout


def test_neither_hash_seed_nor_time_zone_nor_locale_changes_the_result(seed_text: str, tmp_path: Any) -> None:
    path = tmp_path / "article.txt"
    more = "\n".join(["“Go,” said Jane Roe, the mayor of Lima, on Friday."] * 3 + ["Roe spoke to Ali Doe in May."])
    path.write_text(f"{seed_text}\n{more}\n", "utf-8")
    wanted = output(str(path), PYTHONHASHSEED="0", TZ="UTC")
    assert wanted.count(b"\n") >= 2
    for environment in (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Anchorage", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "random", "TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8"},
    ):
        assert output(str(path), **environment) == wanted


@attrs.frozen(eq=False)
class Touchy:
    layer: ClassVar[str] = "touchies"
    span: newskit.Span

    def __hash__(self) -> int:
        raise RuntimeError("do not compare me")


@newskit.extractor(Touchy)
def touchies(doc: Doc) -> Iterator[Touchy]:
    for _ in range(2):
        yield Touchy(doc.span(0, 1))


def test_a_kind_that_cannot_be_united_costs_itself_only() -> None:
    kit = alone(plugin("first", first_line), plugin("touchy", touchies))
    with pytest.warns(newskit.FailureWarning, match=r"touchy\.touchies failed on article 'a1'"):
        doc = kit.extract(Article(TEXT, id="a1"))
    (failure,) = doc.failures
    assert (failure.extractor, failure.article_id) == ("touchy.touchies", "a1")
    assert "do not compare me" in failure.error
    assert doc[Touchy] == ()
    assert len(doc.parts) == 1
    with pytest.raises(newskit.ExtractorError, match=r"touchy\.touchies failed on article 'a1'"):
        alone(plugin("touchy", touchies), strict=True).extract(Article(TEXT, id="a1"))


class UnprintableError(Exception):
    def __str__(self) -> str:
        raise ValueError("no")


def test_an_error_that_cannot_be_shown_is_a_failure_like_any_other() -> None:
    @newskit.extractor(newskit.Part)
    def broken(_: newskit.Doc) -> list[newskit.Part]:
        raise UnprintableError

    class Plugin:
        __name__ = "unprintable"

        @newskit.hookimpl
        def newskit_extractors(self) -> list[newskit.Extractor]:
            return [broken]

    with pytest.warns(newskit.FailureWarning, match="cannot be shown"):
        (failure,) = newskit.Kit(plugins=[], add=[Plugin()]).extract("text").failures
    assert failure.extractor == "unprintable.broken"
    assert failure.error.startswith("UnprintableError")
