"""No pattern of the standard library's `re` has a possessive quantifier: CPython before 3.11.5 matches them wrongly."""

import subprocess
import sys
import textwrap

# Every pattern goes through `re._compile`, whether it is compiled or used at once. The audit must be there before
# newskit is imported, hence the process of its own; the articles make newskit compile what waits until it is needed.
_AUDIT = textwrap.dedent(
    """
    import re, sys
    from re import _constants, _parser

    ROOTS = ("newskit",)
    found = []
    compile_of_re = re._compile


    def possessive(parsed):
        for code, argument in parsed:
            if code is _constants.POSSESSIVE_REPEAT:
                return True
            inner = argument if isinstance(argument, (list, tuple)) else [argument]
            for each in inner:
                parts = each if isinstance(each, list) else [each]
                if any(isinstance(part, _parser.SubPattern) and possessive(part) for part in parts):
                    return True
        return False


    def audited(pattern, flags):
        frame = sys._getframe(2)
        module = frame.f_globals.get("__name__", "")
        if isinstance(pattern, str) and module.startswith(ROOTS):
            seen.add(module)
            if possessive(_parser.parse(pattern, int(flags) & ~_parser.SRE_FLAG_DEBUG)):
                found.append((module, pattern))
        return compile_of_re(pattern, flags)


    seen = set()
    re._compile = audited
    """
)
_ARTICLES = textwrap.dedent(
    """
    import newskit
    text = sys.stdin.read()
    newskit.Kit(strict=True).extract(text, published="2025-02-18")
    print(len(seen), "modules", found)
    """
)


def _run(code: str, text: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], input=text, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_re_compiles_no_possessive_quantifier(seed_text: str) -> None:
    modules, _, found = _run(_AUDIT + _ARTICLES, seed_text).partition(" modules ")
    assert int(modules) >= 3  # the audit saw who compiles
    assert found.strip() == "[]"


def test_the_audit_finds_what_it_looks_for() -> None:
    patterns = ["a*+", "(?:b(c?+))", "x|(?=(?:ab)++)", "(?>a*)", "a+b*"]
    code = f"__name__ = 'newskit_made_up'\nfor each in {patterns}:\n    re.compile(each)\n"
    told = _run(_AUDIT + code + "print([pattern for _, pattern in found])", "")
    assert told.strip() == "['a*+', '(?:b(c?+))', 'x|(?=(?:ab)++)']"
