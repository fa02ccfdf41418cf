"""What somebody is likely to have meant who gave a name that is not there."""

from __future__ import annotations

from collections.abc import Iterable


def there(given: object, known: Iterable[str], *, heading: str = "", none: str = "there is none") -> str:
    """Return what to say behind a name that is unknown: the one that it is likely to be, and all that there are.

    ``heading`` stands before the latter, in place of "there are".
    """
    names = list(known)
    if not names:
        return f"; {none}"
    like = meant(given, names)
    heading = heading or ("there are" if len(names) > 1 else "there is")
    before = f"; did you mean {like!r}? {heading[0].upper()}{heading[1:]}" if like else f"; {heading}"
    return f"{before}: {', '.join(names)}"


def meant(given: object, known: Iterable[str]) -> str:
    """Return the one of some names that a name which is none of them is likely to be, "" where none is."""
    from difflib import get_close_matches  # noqa: PLC0415 - import time, for the rare name that is wrong

    lowered = {name.lower(): name for name in reversed(list(known))}
    like = get_close_matches(str(given).lower(), lowered, n=1, cutoff=0.7)
    return lowered[like[0]] if like else ""
