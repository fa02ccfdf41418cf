"""Code points that stand for no character of their own: the halves of surrogate pairs."""

from __future__ import annotations


def whole_characters(text: str) -> str:
    """Join each surrogate pair that is held as two code points, and leave lone surrogates as they are."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    except AttributeError:  # no string: said by whoever checks the type
        pass
    return text


def whole_characters_or_none(text: str | None) -> str | None:
    """Do the same with a text that may be missing."""
    return None if text is None else whole_characters(text)
