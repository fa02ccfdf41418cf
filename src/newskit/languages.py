"""Languages by their tags (BCP 47), and whether an article's is one that an extractor is for."""

from __future__ import annotations

import re
from collections.abc import Iterable

ENGLISH = "en"
"""The language of an article that says none."""
_TAG = re.compile(r"[A-Za-z]{2,8}(?>-[A-Za-z0-9]{1,8})*")
_ENGLISH = frozenset(("", "und", "eng", "english"))
"""What is read as English: nothing said, and its name and its code of three letters, which many dumps hold."""


def is_tag(language: object) -> bool:
    """Tell whether something has the form of a tag, such as ``de`` or ``pt-BR``, registered or not."""
    return isinstance(language, str) and _TAG.fullmatch(language) is not None


def fits(language: str, declared: Iterable[str]) -> bool:
    """Tell whether a language is one of those declared, or a variety of one: ``en-GB`` fits ``en`` (RFC 4647, 3.3.1).

    Case does not matter, nor an underscore in the place of a hyphen; what is read as English is so on either side.
    """
    wanted = _lowered(language)
    return any(wanted == each or wanted.startswith(f"{each}-") for each in map(_lowered, declared))


def _lowered(language: str) -> str:
    lowered = language.strip().lower().replace("_", "-")
    return ENGLISH if lowered in _ENGLISH else lowered
