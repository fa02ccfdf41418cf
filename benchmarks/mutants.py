"""Mutation testing: which small changes of the modules that everything stands on no test notices.

Run with ``nox -s mutants`` or ``python benchmarks/mutants.py [MODULE ...]``, where mutmut and ``.[dev]`` are installed;
it ends with the numbers of each module and the mutants that survived. ``--show NAME`` prints one of them as a diff.

mutmut knows one root of sources and takes the name of a module from its path, so that the packages of ``src/`` and
``plugins/`` are laid out side by side in ``build/mutants/``, each module with the few test files that are about it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
WORK = ROOT / "build" / "mutants"
_QUOTES = tuple(f"cases/{each.name}" for each in sorted((ROOT / "tests" / "cases").glob("test_quote*.py")))
MODULES = {
    "newskit/plan.py": ("cases/test_plan.py", "cases/test_unmade.py", "properties/test_plan.py"),
    "newskit/merge.py": ("cases/test_merge.py", "cases/test_revise.py", "properties/test_merge.py"),
    "newskit/text/marks.py": ("cases/test_marks.py", "properties/test_marks.py"),
    "newskit_quotes/governed.py": _QUOTES,
    "newskit_quotes/overlaps.py": _QUOTES,
    "newskit/article.py": ("cases/test_kinds.py",),
    "newskit/kinds.py": ("cases/test_kinds.py",),
    "newskit/leaves.py": ("cases/test_leaves.py", "cases/test_kinds.py"),
    "newskit/corpus/shards.py": ("cases/test_corpus_cut.py", "cases/test_corpus_shards.py"),
}
"""Each module and the tests that have to notice what is changed in it."""
_CONFIG = """[mutmut]
source_paths=src
only_mutate=src/{module}
also_copy=
    seeds
pytest_add_cli_args=
    -p
    no:randomly
    -p
    no:cacheprovider
pytest_add_cli_args_test_selection={tests}
timeout_multiplier=5
timeout_constant=3
use_git_change_detection=false
process_isolation={isolation}
forkserver_warmup=none
"""
_AT_IMPORT = ("newskit/article.py", "newskit/kinds.py", "newskit/leaves.py")
"""Where functions are called on import, or their results are kept: each mutant begins in a process without them."""
_OUTCOMES = ("killed", "timeout", "survived", "no tests")


def lay_out(module: str) -> Path:
    """Make the folder in which mutmut works on a module: both roots in one, the tests, and the settings."""
    folder = WORK / module.removesuffix(".py").replace("/", ".")
    shutil.rmtree(folder, ignore_errors=True)
    for root in ("src", "plugins"):
        shutil.copytree(ROOT / root, folder / "src", dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("tests", "seeds"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    tests = "".join(f"\n    tests/{name}" for name in MODULES[module])
    isolation = "forkserver" if module in _AT_IMPORT else "fork"
    settings = _CONFIG.format(module=module, tests=tests, isolation=isolation)
    (folder / "setup.cfg").write_text(settings, "utf-8")
    return folder


def mutmut(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run mutmut in a folder, with the examples of hypothesis the same each time."""
    environment = {**os.environ, "HYPOTHESIS_PROFILE": "mutants"}
    environment.pop("PYTHONPATH", None)  # it would bring the code as it is in place of the mutants
    command = [sys.executable, "-m", "mutmut", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def outcomes(folder: Path) -> dict[str, str]:
    """Return what became of each mutant."""
    lines = mutmut(folder, "results", "--all", "true").stdout.splitlines()
    return dict(line.strip().rsplit(": ", 1) for line in lines if "__mutmut_" in line)  # type: ignore[misc]  # pairs


def main() -> int:
    """Run it, and print the table and the survivors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", metavar="MODULE", choices=[*MODULES, []], help=", ".join(MODULES))
    parser.add_argument("--children", default="2", help="how many mutants are tried at once")
    parser.add_argument("--show", metavar="NAME", help="print this mutant of a run before")
    options = parser.parse_args()
    if options.show:
        (folder,) = (each for each in WORK.iterdir() if options.show.startswith(f"{each.name}."))
        print(mutmut(folder, "show", options.show).stdout)
        return 0
    alive: list[str] = []
    failed = 0
    for module in options.modules or MODULES:
        folder = lay_out(module)
        ran = mutmut(folder, "run", "--max-children", options.children)
        found = outcomes(folder)
        if not found or "not checked" in found.values():  # the tests fail without any mutant
            print(ran.stdout[-2000:], ran.stderr[-2000:], file=sys.stderr)
            failed = 1
            continue
        counts = Counter(found.values())
        other = sum(counts.values()) - sum(counts[outcome] for outcome in _OUTCOMES)
        cells = [module, len(found), *(counts[each] for each in _OUTCOMES), other]
        print("|", *(f"{each} |" for each in cells), flush=True)
        alive += [f"{name}: {outcome}" for name, outcome in found.items() if outcome not in ("killed", "timeout")]
    print("", *alive, sep="\n")
    return failed


if __name__ == "__main__":
    sys.exit(main())
