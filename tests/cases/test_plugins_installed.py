"""A third-party plugin in a temporary distribution: found, ordered, shown; broken in every way, it stops nobody."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

import newskit
from newskit.plugins import PluginInfo

FIRST_PARTY = {"newskit_structure", "newskit_dates", "newskit_titles", "newskit_names", "newskit_quotes"}
TEXT = "Bridge to reopen\n\nThe bridge will be opened again, the mayor said.\n\nIt was closed in May."

SHOUTS = """
    from typing import ClassVar
    import attrs, newskit

    @attrs.frozen
    class Shout:
        layer: ClassVar[str] = "shouts"
        span: newskit.Span
        part: newskit.Part

    @newskit.extractor(Shout, reads=(newskit.Part,))
    def shouts(doc):
        for part in doc[newskit.Part]:
            yield Shout(doc.span(part.span.start, part.span.start + 1), part)

    @newskit.hookimpl
    def newskit_extractors(config):
        return [shouts]
"""
REGISTER = """
    @newskit.hookimpl
    def newskit_extractors(config):
        return [bad]
"""
BAD_REGISTRATIONS = {
    "at import": ("import no_such_module", "ModuleNotFoundError"),
    "by leaving the program": ("import sys; sys.exit('no licence')", "SystemExit: no licence"),
    "by a syntax error": ("def", "SyntaxError"),
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
    "a kind of part that there is not": ("yield newskit.Part('advert', doc.span(0, 1))", "expected one of"),
}

Install = Callable[[str, str], Path]


@pytest.fixture
def install(tmp_path: Path) -> Install:
    """Lay out a distribution as pip would: a package, and beside it the metadata with the entry point."""

    def lay_out(name: str, source: str) -> Path:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(dedent(source), "utf-8")
        info = tmp_path / f"{name}-4.5.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 4.5\n", "utf-8")
        target = f"{name}:Plugin" if "class Plugin" in source else name
        (info / "entry_points.txt").write_text(f"[newskit]\n{name} = {target}\n", "utf-8")
        return tmp_path

    return lay_out


@pytest.fixture
def name(request: pytest.FixtureRequest) -> str:
    """A package name of its own for each test: Python imports a module once."""
    return f"acme_{abs(hash(request.node.nodeid))}"


def info_of(kit: newskit.Kit, name: str) -> PluginInfo:
    (info,) = (each for each in kit.registry.plugins if each.name == name)
    return info


def test_it_is_found_ordered_after_what_it_reads_and_run(
    install: Install, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(install(name, SHOUTS))
    kit = newskit.Kit()
    info = info_of(kit, name)
    assert (info.status, info.distribution, info.version) == ("active", name, "4.5")
    assert [each.qualified_name for each in info.extractors] == [f"{name}.shouts"]
    order = [step.kind.__name__ for step in kit.plan]
    assert order.index("Part") < order.index("Shout")
    doc = kit.extract(TEXT)
    made = doc[info.extractors[0].makes]
    assert [shout.part for shout in made] == list(doc.parts)  # type: ignore[attr-defined]
    assert doc.failures == ()


@pytest.mark.parametrize("way", BAD_REGISTRATIONS)
def test_it_breaks_and_is_named_with_its_distribution(
    install: Install, name: str, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    source, message = BAD_REGISTRATIONS[way]
    monkeypatch.syspath_prepend(install(name, source))
    with pytest.warns(newskit.PluginWarning) as caught:
        kit = newskit.Kit()
    (warning,) = caught
    assert f"plugin {name} ({name} 4.5) is broken and left out" in str(warning.message)
    assert message in str(warning.message)
    info = info_of(kit, name)
    assert info.status == "broken"
    assert info.distribution == name
    assert message in str(info.error)
    assert {each.name for each in kit.registry.plugins if each.status == "active"} >= FIRST_PARTY
    assert kit.extract(TEXT) == newskit.Kit(block=(name,)).extract(TEXT)


@pytest.mark.parametrize("way", BAD_RUNS)
def test_it_fails_on_an_article_and_costs_its_own_output_only(
    install: Install, name: str, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    body, message = BAD_RUNS[way]
    source = f"import newskit\n@newskit.extractor(newskit.Part)\ndef bad(doc):\n    {body}\n{dedent(REGISTER)}"
    monkeypatch.syspath_prepend(install(name, source))
    kit = newskit.Kit()
    doc = kit.extract(newskit.Article(TEXT, id="a1"))
    (failure,) = doc.failures
    assert (failure.plugin, failure.extractor, failure.article_id) == (name, f"{name}.bad", "a1")
    assert info_of(kit, failure.plugin).distribution == name
    assert message in failure.error
    assert "Traceback" in failure.traceback
    assert doc.layers == newskit.Kit(block=(name,)).extract(TEXT).layers
    with pytest.raises(newskit.ExtractorError, match=f"{name}.bad failed on article 'a1'") as caught:
        newskit.Kit(strict=True).extract(newskit.Article(TEXT, id="a1"))
    assert (caught.value.extractor, caught.value.plugin, caught.value.article_id) == (f"{name}.bad", name, "a1")


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
    install: Install, name: str, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    source, message = MISFITS[way]
    monkeypatch.syspath_prepend(install(name, f"{dedent(source)}\n{dedent(REGISTER)}"))
    with pytest.warns(newskit.PluginWarning, match=f"plugin {name} .{name} 4.5. is broken and left out") as caught:
        kit = newskit.Kit()
    assert len(caught) == 1
    info = info_of(kit, name)
    assert (info.status, info.extractors) == ("broken", ())
    assert message in str(info.error)
    assert {each.name for each in kit.registry.plugins if each.status == "active"} >= FIRST_PARTY
    assert kit.extract(TEXT) == newskit.Kit(block=(name,)).extract(TEXT)
    with pytest.raises(newskit.PlanError):
        newskit.Kit(strict=True)


def test_a_circle_of_two_plugins_costs_both_and_nobody_else(
    install: Install, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = """
        import newskit
        @newskit.extractor(newskit.{makes}, reads=(newskit.{reads},))
        def bad(doc): return []
    """
    one, other = f"{name}_one", f"{name}_other"
    install(one, f"{dedent(source.format(makes='Part', reads='TimeExpression'))}\n{dedent(REGISTER)}")
    path = install(other, f"{dedent(source.format(makes='TimeExpression', reads='Part'))}\n{dedent(REGISTER)}")
    monkeypatch.syspath_prepend(path)
    chosen = (one, other, "newskit_names")
    with pytest.warns(newskit.PluginWarning) as caught:
        kit = newskit.Kit(plugins=chosen)
    assert len(caught) == 2
    assert {each.name: each.status for each in kit.registry.plugins if each.name in chosen} == {
        one: "broken",
        other: "broken",
        "newskit_names": "active",
    }
    assert f"TimeExpression ({other}.bad)" in str(info_of(kit, one).error)


def test_two_distributions_with_one_plugin_name_keep_the_first(
    install: Install, name: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(install(name, SHOUTS))
    other = tmp_path_factory.mktemp("other")
    info = other / "zzz-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: zzz\nVersion: 1\n", "utf-8")
    (info / "entry_points.txt").write_text(f"[newskit]\n{name} = json\n", "utf-8")
    monkeypatch.syspath_prepend(other)
    with pytest.warns(newskit.PluginWarning, match=f"plugin {name} .zzz 1. is broken.*same name"):
        kit = newskit.Kit()
    assert [each.status for each in kit.registry.plugins if each.name == name] == ["active", "broken"]


@pytest.mark.parametrize(
    ("variable", "value", "active"),
    [
        ("NEWSKIT_BLOCK", "{name}", FIRST_PARTY),
        ("NEWSKIT_BLOCK", " {name} , newskit_dates,", FIRST_PARTY - {"newskit_dates"}),
        ("NEWSKIT_PLUGINS", "{name}", {"{name}"}),
        ("NEWSKIT_PLUGINS", "newskit_structure,{name}", {"newskit_structure", "{name}"}),
        ("NEWSKIT_PLUGINS", "", set()),
    ],
    ids=["block", "block two", "choose", "choose two", "choose none"],
)
def test_the_environment_blocks_and_chooses(
    install: Install, name: str, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, active: set[str]
) -> None:
    monkeypatch.syspath_prepend(install(name, SHOUTS))
    monkeypatch.setenv(variable, value.format(name=name))
    kit = newskit.Kit()
    assert {each.name for each in kit.registry.plugins if each.status == "active"} == {
        each.format(name=name) for each in active
    }
    assert {each.status for each in kit.registry.plugins} <= {"active", "blocked"}
    kit.extract(TEXT)


def test_a_blocked_plugin_is_not_even_imported(install: Install, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(install(name, "raise RuntimeError('imported')"))
    kit = newskit.Kit(block=[name])
    assert info_of(kit, name).status == "blocked"
    assert name not in sys.modules


OPT_IN = """
    import newskit

    @newskit.hookimpl
    def newskit_extractors(config):
        if not config.asks_for(__name__):
            raise newskit.NotAskedForError("ask for it")
        return []
"""


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({}, "blocked"),
        ({"options": {"newskit_dates": {}}}, "blocked"),
        ({"options": {"{name}": {}}}, "active"),
        ({"plugins": ["{name}"]}, "active"),
        ({"plugins": ["{name}"], "block": ["{name}"]}, "blocked"),
    ],
    ids=["not", "another", "by an option", "by name", "and blocked"],
)
def test_a_plugin_that_wants_to_be_asked_for(
    install: Install, name: str, monkeypatch: pytest.MonkeyPatch, asked: dict[str, object], status: str
) -> None:
    monkeypatch.syspath_prepend(install(name, OPT_IN))
    kit = newskit.Kit(**json.loads(json.dumps(asked).replace("{name}", name)))
    info = info_of(kit, name)
    assert info.status == status
    assert info.error == (None if status == "active" or "block" in asked else "ask for it")


def test_the_command_shows_it(install: Install) -> None:
    path = install("acme_shown", SHOUTS)
    run = subprocess.run(
        [sys.executable, "-m", "newskit", "plugins", "--json"],
        env={"PYTHONPATH": str(path), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    shown = {each["name"]: each for each in json.loads(run.stdout)["plugins"]}
    assert shown["acme_shown"]["distribution"] == "acme_shown"
    assert shown["acme_shown"]["version"] == "4.5"
    assert set(shown) >= FIRST_PARTY


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
    ("newskit_titles", {"x": 1}, "unknown option 'x'; there is none"),
    ("newskit_names", {"x": 1}, "unknown option 'x'; there is none"),
    ("newskit_quotes", {"modl": False}, "unknown option 'modl'; there is: model"),
    ("newskit_quotes", {"model": "no"}, "option 'model': expected True or False, got 'no'"),
]


@pytest.mark.parametrize(("plugin", "options", "message"), WRONG_OPTIONS)
def test_a_wrong_option_is_told(plugin: str, options: dict[str, object], message: str) -> None:
    with pytest.raises(newskit.PluginError, match=f"{plugin} was given options and is broken: .*{message}"):
        newskit.Kit(options={plugin: options})
