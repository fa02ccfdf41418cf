"""A third-party plugin that is broken, in every way: it is named with its distribution, and stops nobody else."""

from __future__ import annotations

import json
import subprocess
import sys
from textwrap import dedent

import pytest
from plugged import FIRST_PARTY, TEXT, Install, info_of

import newskit

REGISTER = """
    @newskit.hookimpl
    def newskit_extractors(config):
        return [bad]
"""
BAD_REGISTRATIONS = {
    "at import": ("import no_such_module", "ModuleNotFoundError"),
    "by leaving the program": ("import sys; sys.exit('no licence')", "SystemExit: no licence"),
    "by a syntax error": ("def", "SyntaxError"),
    "by an interrupt of its own": ("raise KeyboardInterrupt('mine')", "KeyboardInterrupt: mine"),
    "by being cancelled": ("import asyncio; raise asyncio.CancelledError('stop')", "CancelledError: stop"),
    "by leaving at registration": (
        "import newskit, sys\n@newskit.hookimpl\ndef newskit_extractors(config): sys.exit(0)",
        "SystemExit: 0",
    ),
    "at registration": (
        "import newskit\n@newskit.hookimpl\ndef newskit_extractors(config): raise RuntimeError('no licence')",
        "no licence",
    ),
    "by a generator that raises": (
        """
        import newskit
        @newskit.hookimpl
        def newskit_extractors(config):
            yield from ()
            raise OSError('disk')
        """,
        "disk",
    ),
    "by returning nothing": (
        "import newskit\n@newskit.hookimpl\ndef newskit_extractors(config): pass",
        "returned NoneType, expected an iterable",
    ),
    "by a bare function": (
        "import newskit\n@newskit.hookimpl\ndef newskit_extractors(config): return [len]",
        "decorate it with newskit.extractor",
    ),
    "by a misspelt hook": (
        "import newskit\n@newskit.hookimpl\ndef newskit_extracters(config): return []",
        "newskit_extracters",
    ),
    "by a wrong argument of the hook": (
        "import newskit\n@newskit.hookimpl\ndef newskit_extractors(konfig): return []",
        "konfig",
    ),
    "by no hook at all": ("import newskit", "implements no hook"),
    "by making what is no kind": (
        "import newskit\n@newskit.extractor(int)\ndef bad(doc): return []",
        "is no kind",
    ),
    "by two extractors of one name": (
        """
        import newskit
        @newskit.extractor(newskit.Part)
        def bad(doc): return []
        @newskit.hookimpl
        def newskit_extractors(config): return [bad, bad]
        """,
        "two extractors named 'bad'",
    ),
    "by a class": (
        """
        import newskit
        class Plugin:
            @newskit.hookimpl
            def newskit_extractors(self, config): return []
        """,
        "Plugin is a class: register an instance",
    ),
}
BAD_RUNS = {
    "raising": ("raise ZeroDivisionError('in the plugin')", "ZeroDivisionError: in the plugin"),
    "a span outside the text": (
        "yield newskit.Part('caption', newskit.Span(9000, 9001, 'x'))",
        "span 9000:9001 says 'x', but the text there is ''",
    ),
    "a span of other text": (
        "yield newskit.Part('caption', newskit.Span(0, 3, 'xyz'))",
        "span 0:3 says 'xyz', but the text there is 'Bri'",
    ),
    "an empty span": ("yield newskit.Part('caption', doc.span(3, 3))", "expected 0 <= start < end"),
    "a wrong type": ("yield 'a caption'", "yielded str, declares Part"),
    "another kind": (
        "yield newskit.TimeExpression(doc.span(0, 1), 'DATE', '2021')",
        "yielded TimeExpression, declares Part",
    ),
    "nothing iterable": ("return None", "returned NoneType, expected an iterable of Part"),
    "reading what it does not declare": ("yield from doc[newskit.Entity]", "reads Entity, but declares nothing"),
    "leaving the program": ("raise SystemExit(0)", "SystemExit: 0"),
    "interrupting itself": ("raise KeyboardInterrupt('mine')", "KeyboardInterrupt: mine"),
    "ending a generator": ("raise GeneratorExit", "GeneratorExit"),
    "calling itself without end": ("f = lambda: f(); f()", "RecursionError: maximum recursion depth"),
    "running out of memory": ("raise MemoryError", "MemoryError"),
    "being cancelled": ("import asyncio; raise asyncio.CancelledError('stop')", "CancelledError: stop"),
    "raising what is no Exception": ("raise type('Odd', (BaseException,), {})('odd')", "Odd: odd"),
    "leaving half way": ("yield newskit.Part('caption', doc.span(0, 1)); import sys; sys.exit('no')", "SystemExit: no"),
    "a part without a span": (
        "yield newskit.Part('caption', None)",
        "field 'span': expected a Span, got None, in Part",
    ),
    "a span that lies": (
        """Lying = type('Lying', (newskit.Span,), {'__slots__': ()})
    yield newskit.Part('caption', Lying(0, 3, 'Bri'))""",
        "field 'span': expected a Span, got Lying Lying(",
    ),
    "a kind of part that there is not": ("yield newskit.Part('advert', doc.span(0, 1))", "expected one of"),
}


@pytest.mark.parametrize("way", BAD_REGISTRATIONS)
def test_it_breaks_and_is_named_with_its_distribution(
    install: Install, package: str, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    source, message = BAD_REGISTRATIONS[way]
    monkeypatch.syspath_prepend(install(package, source))
    with pytest.warns(newskit.PluginWarning) as caught:
        kit = newskit.Kit()
    (warning,) = caught
    assert f"plugin {package} ({package} 4.5) is broken and left out" in str(warning.message)
    assert message in str(warning.message)
    info = info_of(kit, package)
    assert info.status == "broken"
    assert info.distribution == package
    assert message in str(info.error)
    assert {each.name for each in kit.registry.plugins if each.status == "active"} >= FIRST_PARTY
    assert kit.extract(TEXT) == newskit.Kit(block=(package,)).extract(TEXT)
    with pytest.raises(newskit.PluginError, match=f"plugin {package} was given options and is broken") as refused:
        newskit.Kit(options={package: {}})
    assert (refused.value.plugin, refused.value.distribution) == (package, package)


@pytest.mark.parametrize("way", BAD_RUNS)
def test_it_fails_on_an_article_and_costs_its_own_output_only(
    install: Install, package: str, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    body, message = BAD_RUNS[way]
    source = f"import newskit\n@newskit.extractor(newskit.Part)\ndef bad(doc):\n    {body}\n{dedent(REGISTER)}"
    monkeypatch.syspath_prepend(install(package, source))
    kit = newskit.Kit()
    with pytest.warns(newskit.FailureWarning) as caught:
        doc = kit.extract(newskit.Article(TEXT, id="a1"))
    (failure,) = doc.failures
    assert [str(each.message) for each in caught] == [f"{package}.bad failed on article 'a1': {failure.error}"]
    assert (failure.plugin, failure.extractor, failure.article_id) == (package, f"{package}.bad", "a1")
    assert info_of(kit, failure.plugin).distribution == package
    assert message in failure.error
    assert "Traceback" in failure.traceback
    assert doc.layers == newskit.Kit(block=(package,)).extract(TEXT).layers
    with pytest.raises(newskit.ExtractorError, match=f"{package}.bad failed on article 'a1'") as raised:
        newskit.Kit(strict=True).extract(newskit.Article(TEXT, id="a1"))
    assert (raised.value.extractor, raised.value.plugin, raised.value.article_id) == (f"{package}.bad", package, "a1")


MISFITS = {
    "reading what depends on it": (
        """
        import newskit
        @newskit.extractor(newskit.Part, reads=(newskit.Quote,))
        def bad(doc): return []
        """,
        "extractors read each other in a circle: ",
    ),
    "a layer of newskit's": (
        """
        from typing import ClassVar
        import attrs, newskit
        @attrs.frozen
        class Claim:
            layer: ClassVar[str] = "quotes"
            span: newskit.Span
        @newskit.extractor(Claim)
        def bad(doc): return []
        """,
        "Claim and newskit.kinds.Quote both name the layer 'quotes'",
    ),
    "a layer named as a field": (
        """
        from typing import ClassVar
        import attrs, newskit
        @attrs.frozen
        class Meta:
            layer: ClassVar[str] = "meta"
            span: newskit.Span
        @newskit.extractor(Meta)
        def bad(doc): return []
        """,
        "Meta names the layer 'meta', which is a field of every document",
    ),
}


@pytest.mark.parametrize("way", MISFITS)
def test_it_cannot_be_ordered_and_is_left_out_by_name(
    install: Install, package: str, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    source, message = MISFITS[way]
    monkeypatch.syspath_prepend(install(package, f"{dedent(source)}\n{dedent(REGISTER)}"))
    with pytest.warns(
        newskit.PluginWarning, match=f"plugin {package} .{package} 4.5. is broken and left out"
    ) as caught:
        kit = newskit.Kit()
    assert len(caught) == 1
    info = info_of(kit, package)
    assert (info.status, info.extractors) == ("broken", ())
    assert message in str(info.error)
    assert {each.name for each in kit.registry.plugins if each.status == "active"} >= FIRST_PARTY
    assert kit.extract(TEXT) == newskit.Kit(block=(package,)).extract(TEXT)
    with pytest.raises(newskit.PlanError):
        newskit.Kit(strict=True)


def test_a_circle_of_two_plugins_costs_both_and_nobody_else(
    install: Install, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = """
        import newskit
        @newskit.extractor(newskit.{makes}, reads=(newskit.{reads},))
        def bad(doc): return []
    """
    one, other = f"{package}_one", f"{package}_other"
    install(one, f"{dedent(source.format(makes='Part', reads='TimeExpression'))}\n{dedent(REGISTER)}")
    path = install(other, f"{dedent(source.format(makes='TimeExpression', reads='Part'))}\n{dedent(REGISTER)}")
    monkeypatch.syspath_prepend(path)
    chosen = (one, other, "newskit_titles")
    with pytest.warns(newskit.PluginWarning) as caught:
        kit = newskit.Kit(plugins=chosen)
    assert len(caught) == 2
    assert {each.name: each.status for each in kit.registry.plugins if each.name in chosen} == {
        one: "broken",
        other: "broken",
        "newskit_titles": "active",
    }
    assert f"TimeExpression ({other}.bad)" in str(info_of(kit, one).error)


def test_the_command_shows_who_cannot_be_ordered(install: Install) -> None:
    source, message = MISFITS["a layer of newskit's"]
    path = install("acme_misfit", f"{dedent(source)}\n{dedent(REGISTER)}")
    for more in ([], ["--plan"]):
        run = subprocess.run(
            [sys.executable, "-m", "newskit", "plugins", "--json", *more],
            env={"PYTHONPATH": str(path), "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        )
        shown = {each["name"]: each for each in json.loads(run.stdout)["plugins"]}
        assert shown["acme_misfit"]["status"] == "broken"
        assert message in shown["acme_misfit"]["error"]


WRONG_OPTIONS = [
    ("newskit_structure", {"x": 1}, "unknown option 'x'; there is none"),
    ("newskit_titles", {"x": 1}, "unknown option 'x'; there is: roles"),
    ("newskit_names", {"x": 1}, "unknown option 'x'; there are: organizations, people, places"),
    (
        "newskit_quotes",
        {"modl": False},
        "unknown option 'modl'; did you mean 'model'. There are: cue_nouns, cue_verbs, model, outlets",
    ),
    ("newskit_quotes", {"model": "no"}, "option 'model': expected true or false, got 'no'"),
]


@pytest.mark.parametrize(("plugin", "options", "message"), WRONG_OPTIONS)
def test_a_wrong_option_is_told(plugin: str, options: dict[str, object], message: str) -> None:
    with pytest.raises(newskit.PluginError, match=f"^plugin {plugin}(: |, ){message}"):
        newskit.Kit(options={plugin: options})
