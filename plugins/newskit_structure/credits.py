"""Whose a picture is, by the words of a credit: sources, photographers and those who paid them."""

from __future__ import annotations

from newskit.text import begins_with, classes, closed_class, given_names, lazy_pattern
from newskit_structure.line import PACKAGE, phrases
from newskit_structure.signed import named

NAME_WORDS = range(2, 4)
_LABELLED = 5
"""The most words of whom a picture is from behind a label."""
_NAME = rf"(?:[A-Z][\w.'’-]*+|(?:{'|'.join(sorted(closed_class('particle')))})\b)"
_SLASH = lazy_pattern(rf"[A-Z][\w.'’-]*+(?:\ {_NAME}){{1,3}}+/[A-Z][\w.'’-]*+(?:[\ /]{_NAME}){{0,4}}+")


def is_source(credit: str) -> bool:
    """Tell whether a text in lower case names where a picture is from, as "ap", "file", "jane roe/reuters"."""
    bare = credit.strip(" .:-—–|")
    sources = classes(PACKAGE, "credits.txt")["source"]
    if bare in sources or bare.endswith(" file photo"):
        return True
    if begins_with(bare, phrases("credits.txt", "label")):
        return True
    for mark in ("/", " via ", " - ", ", ", "|"):
        head, found, tail = bare.rpartition(mark)
        if found and (tail.strip() in sources or head.strip() in sources):
            return True
    return False


def labelled(label: str, who: str) -> bool:
    """Tell whether a text in lower case behind its label is whom a picture is from: "Foto: dpa/Jane Roe"."""
    return label[-1:] == ":" and len(who.split()) <= _LABELLED and is_source(who)


def source_only(written: str) -> bool:
    """Tell whether a text is a source, or names alone."""
    if written.lower() in classes(PACKAGE, "credits.txt")["source"]:
        return True
    return named(written.replace(" via ", " ").replace("/", " ").split())


def slashed(written: str) -> bool:
    """Tell whether a text is a photographer's name, a slash and whom the picture is from."""
    if written.isupper():
        name, _, outlet = written.partition("/")
        short = len(name.split()) == NAME_WORDS.start and len(outlet.split()) < NAME_WORDS.stop
        if not (short and name.partition(" ")[0].lower() in given_names()):
            return False
    return "/" in written and _SLASH.fullmatch(written.replace(" / ", "/")) is not None


def signed_for(written: str) -> bool:
    """Tell whether a text is a photographer's name and a paper: "Jane Roe, Post", not "Jane Roe, Leeds"."""
    name, _, outlet = written.partition(", ")
    words, paper = name.split(), outlet.rpartition(" ")[2].lower()
    known = paper in classes(PACKAGE, "blocks.txt")["paper"] and named(outlet.split())
    return known and len(words) in NAME_WORDS and words[0].lower() in given_names() and named(words)


def hired(written: str) -> bool:
    """Tell whether a text is a photographer's name and who paid: "Jane Roe for the Lima Post"."""
    name, _, outlet = written.partition(" for ")
    return len(name.split()) in NAME_WORDS and named(name.split()) and named(outlet.removeprefix("the ").split())


def supplied(written: str) -> bool:
    """Tell whether a text is whom a picture is from and who took it: "LPC News: Jane Roe", "Supplied: Jane Roe"."""
    outlet, _, name = written.partition(": ")
    return len(name.split()) in NAME_WORDS and named(name.split()) and named(outlet.split())


def took(written: str, *, alone: bool) -> bool:
    """Tell whether a text at the end of a line is who took a picture, for whom or whom it is from.

    ``alone`` says that a name counts, by itself or with the paper: "… on the quay. Jane Roe for Lima Post".
    """
    if slashed(written) or _is_outlet(written):
        return True
    words = written.split()
    if not alone or written.isupper():
        return False
    return hired(written) or (len(words) in NAME_WORDS and words[0].lower() in given_names() and named(words))


def _is_outlet(written: str) -> bool:
    """Tell whether a text is where a picture is from and no more: "AP", "Getty Images"."""
    return written[:1].isupper() and is_source(written.lower()) and named(written.split())
