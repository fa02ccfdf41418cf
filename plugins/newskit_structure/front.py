"""What a line is by its place: the headline and the standfirst before the story, and who signs it."""

from __future__ import annotations

from newskit.text import classes
from newskit_structure.line import PACKAGE, Line, phrases

_HEADLINE = 200
_STANDFIRST = range(25, 400)
_BARE_NAME = 4


def content_words(line: Line) -> set[str]:
    """Return the beginnings of the words that say what a line is about."""
    empty = classes(PACKAGE, "function_words.txt")["empty"]
    bare = (word.strip("\"'“”‘’.,;:!?()[]-—–") for word in line.lower.split())
    return {word.partition("'")[0].partition("’")[0][:5] for word in bare if len(word) > 3 and word not in empty}


def restated(line: Line, following: Line) -> float:
    """Return which share of a line's content words the following line says again."""
    mine = content_words(line)
    return len(mine & content_words(following)) / len(mine) if len(mine) > 2 else 0.0


def titled(line: Line) -> bool:
    """Tell whether nearly all long words begin with a capital, as in American headlines."""
    long_words = [word.lstrip("\"'“‘([") for word in line.text.split()]
    long_words = [word for word in long_words if len(word) > 3 and word[0].isalpha()]
    return len(long_words) > 2 and sum(word[0].isupper() for word in long_words) >= 0.8 * len(long_words)


def _sentence_breaks(line: Line) -> int:
    return line.text.count(". ") + line.text.count(".” ") + line.text.count('." ')


def _telegraphic(line: Line) -> bool:
    """Tell whether a line lacks the small words of a sentence, as headlines do."""
    plain = classes(PACKAGE, "function_words.txt")["plain"]
    said = [word.strip("\"'“”‘’.,;:!?()") for word in line.lower.split()]
    return len(said) > 2 and not any(word in plain for word in said)


def headline_rule(line: Line, following: Line, *, signed: bool) -> str | None:
    """Return the rule by which the first line is a headline, None where it begins the story.

    ``signed`` says that a byline, a date or a dateline comes next.
    """
    if len(line) > _HEADLINE or line.text[-1] in ":,":
        return None
    if not line.stopped:
        return "headline-without-stop"
    if _sentence_breaks(line) > 1:
        return None
    if titled(line):
        return "headline-in-capitals"
    if signed and len(line) <= _HEADLINE * 3 // 4:
        return "headline-before-signature"
    if len(line) <= 100 and (_telegraphic(line) or line.bare_end in "?!"):
        return "headline-telegraphic"
    if len(line) <= 110 and len(following) > 1.2 * len(line) and restated(line, following) >= 0.6:
        return "headline-restated"
    return None


def standfirst_rule(line: Line, following: Line, *, parted: bool, signed: bool, pictured: bool) -> str | None:
    """Return the rule by which the line after the headline is a standfirst, None where it begins the story.

    ``parted`` says that a separator, byline or date comes between it and the story, ``signed`` that the story begins
    with a dateline, ``pictured`` that a caption or credit comes between them.
    """
    if len(line) not in _STANDFIRST:
        return None
    rule = None
    again = restated(line, following)
    if parted:
        rule = "standfirst-before-furniture"
    elif signed:
        rule = "standfirst-before-dateline"
    elif not line.stopped:
        rule = "standfirst-without-stop"
    elif line.breaks == 1 and following.breaks > 1 and len(following) > len(line):
        rule = "standfirst-under-headline"
    elif again >= (0.35 if pictured else 0.45):
        rule = "standfirst-restated"
    return rule


def signature_rule(line: Line) -> str | None:
    """Return the rule by which a line between headline and story names the writer."""
    if len(line) > 100 or line.stopped:
        return None
    written = line.text.replace("|", " ").replace(",", " ").split()
    lists = classes(PACKAGE, "bylines.txt")
    capitals = [word for word in written if word.lower() not in lists["joins"]]
    if not all(word[0].isupper() or word[0] in "(&@•·-–—" for word in capitals):
        return None
    if line.lower.rstrip(")").endswith(phrases("bylines.txt", "job")) and len(written) > 1:
        return "byline-job"
    if line.lower in classes(PACKAGE, "credits.txt")["source"]:
        return "byline-agency"
    if 1 < len(written) <= _BARE_NAME and len(capitals) > 1 and all(map(_name_word, capitals)):
        return "byline-name"
    return None


def _name_word(word: str) -> bool:
    return word[0].isupper() and word.replace("-", "").replace(".", "").replace("'", "").replace("’", "").isalpha()


def is_kicker(line: Line, following: Line) -> bool:
    """Tell whether a line is the name of a section above the headline."""
    return (
        len(line) < 25
        and len(line.text.split()) < 3
        and not (line.stopped or following.stopped)
        and len(following.text.split()) > 4
        and len(following) <= _HEADLINE
    )


def is_subhead(line: Line, following: Line | None) -> bool:
    """Tell whether a line in the story heads what follows."""
    if following is None or len(line) > 110 or len(following) < 40:
        return False
    if line.bare_end in "?!":
        return len(line.text.split()) <= 9 and line.text[-1] in "?!"
    return not line.stopped and bool(line.bare_end) and line.text[0] not in "•-–—*·"
