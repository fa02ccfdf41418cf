"""Guards against names: programmes, songs, films, newspapers, groups and people whose names look like times."""

from __future__ import annotations

from newskit.text import Tokens, words
from newskit_dates.around import (
    PACKAGE,
    POSSESSIVES,
    begins_line,
    day_word,
    is_listed,
    opens,
    quoted,
)
from newskit_dates.reading import Found

_SUDDEN_REACH = 6


def no_name(found: Found) -> bool:
    """Tell whether "current" and the like stand in running text, and not in a name of capitals."""
    tokens = found.tokens
    return not (tokens.words[found.stop - 1][0].isupper() and tokens.word(found.stop)[:1].isupper())


def unit_named(found: Found) -> bool:
    """Tell whether units are no part of a name, as they are in "This Week" and "60 Minutes"."""
    written = found.tokens.words[found.start : found.stop]
    return not any(
        token[0].isupper() and not token.isupper() and word.label in {"UNIT", "UNITS", "WEEKEND", "CENTURY", "QUARTER"}
        for token, word in list(zip(written, found.words, strict=True))[1:]
    )


def in_address(found: Found) -> bool:
    """Tell whether figures are of a house: "1600 Pennsylvania Avenue", "12 March Street"."""
    tokens, stop = found.tokens, found.stop
    if stop >= len(tokens) or begins_line(tokens, stop):
        return False
    for word in tokens.words[stop : stop + 2]:
        if not word[0].isupper():
            return False
        if is_listed(word.lower(), "street"):
            return True
    return False


def in_no_address(found: Found) -> bool:
    """Tell whether a day and month are no house and street."""
    return not in_address(found)


def steps_told(found: Found) -> bool:
    """Tell whether "days later" is no part of a title ("28 Days Later")."""
    return found.tokens.words[found.start][0].islower() or opens(found.tokens, found.start)


def today_named(found: Found) -> bool:
    """Tell whether "today" is no part of a name, as it is in "USA Today"."""
    tokens, start = found.tokens, found.start
    before = tokens.lowered(start - 1)
    if found.words[0].value in {"1", "-1"} and before == "of" and len(found.words) == 1:
        return tokens.lowered(start - 2) in {"events", "morning", "afternoon", "evening"}  # not "leaders of tomorrow"
    if before in {"better", "brighter"} or (before == "a" and found.words[0].value == "1"):  # "a better tomorrow"
        return False
    if not (start and tokens.words[start][0].isupper()):
        return True
    if quoted(found):  # NBC's "Today"
        return False
    return opens(tokens, start)


def weekday_told(found: Found) -> bool:
    """Tell whether a weekday is a day and no part of a name ("the Sunday Chronicle", "Sky's Sunday Forum")."""
    tokens = found.tokens
    before = tokens.lowered(found.start - 1)
    after = tokens.word(found.stop)
    name = len(found.words) == 1 and after[:1].isupper()
    written, names = tokens.lower[found.start], words(PACKAGE, "names.txt")
    if f"{before} {written}" in names and tokens.word(found.start - 1)[:1].isupper():
        return False
    if name and (is_listed(after.lower(), "paper") or f"{written} {after.lower()}" in names):
        return False  # "the Daily and Sunday Telegraph"
    if len(found.words) == 1 and after in POSSESSIVES and _named_by(tokens, found.start):
        return False
    return not (name and before in {"the", "'s", "’s"}) and daypart_named(found)


def _named_by(tokens: Tokens, at: int) -> bool:
    """Tell whether a name stands before a token inside a sentence: "Jo Friday's side", not "After Friday's vote"."""
    return tokens.word(at - 1)[:1].isupper() and not opens(tokens, at - 1) and not begins_line(tokens, at)


def daypart_named(found: Found) -> bool:
    """Tell whether a part of a day is no part of a name: "Saturday Night Live", CBS's "This Morning"."""
    tokens = found.tokens
    part, after = tokens.words[found.stop - 1], tokens.word(found.stop)
    if part[0].islower() or part.isupper() or found.words[-1].label != "DAYPART" or len(found.words) == 1:
        return True
    programme = tokens.words[found.start] == "This" and (quoted(found) or not opens(tokens, found.start))
    return not (programme or after[:1].isupper())


def holiday_told(found: Found) -> bool:
    """Tell whether a named day of one word is a day: "at Christmas", "by Easter", but not "Christmas tree"."""
    tokens = found.tokens
    turned = found.words[0].label in {"LAST", "NEXT", "this"}
    name = (
        tokens.words[found.start][0].isupper()
        and tokens.word(found.start - 1)[:1].isupper()
        and not is_listed(tokens.lowered(found.start - 1), "time")
    )
    if name and not opens(tokens, found.start - 1) and not day_word(tokens, found.start - 1):
        return False  # "Holocaust Memorial Day", the song "Last Christmas"
    if len(found.words) > 1:
        return not (turned and tokens.words[found.start][0].isupper()) or opens(tokens, found.start)
    if tokens.word(found.start - 1) in {"Last", "Next", "This"}:
        return False
    after = tokens.word(found.stop)
    ends = after != ":" and (not after[:1].isalpha() or is_listed(after.lower(), "follows"))
    return ends and is_listed(tokens.lowered(found.start - 1), "time", "feast")


def compound_told(found: Found) -> bool:
    """Tell whether "40-year-old" and the like are no part of a title ("The 40-Year-Old Virgin"), and no fraction."""
    tokens = found.tokens
    if found.words[0].value in {"1 Q", "3 Q"}:  # "one-quarter of the voters"
        return False
    written = tokens.words[found.start]
    capitals = any(piece[:1].isupper() for piece in written.split("-")[1:])
    return not (capitals and not written.isupper() and tokens.word(found.stop)[:1].isupper())


def part_named(found: Found) -> bool:
    """Tell whether "early morning" is no part of a name ("the Post-Morning poll") nor a kind of programme."""
    if any(is_listed(word, "broadcast") for word in found.tokens.lower[found.stop : found.stop + 2]):
        return False  # "late-night hosts", "early-morning news shows"
    pieces = found.tokens.words[found.start].split("-")
    return not (len(pieces) > 1 and pieces[1][:1].isupper() and not pieces[1].isupper())


def seasons_told(found: Found) -> bool:
    """Tell whether "summers" are seasons, and no surname ("Ann B. Summers", "Summers left")."""
    tokens, start = found.tokens, found.start
    if tokens.words[start][0].islower():
        return True
    initial = tokens.word(start - 1) == "." and len(tokens.word(start - 2)) == 1
    return opens(tokens, start) and not initial and is_listed(tokens.word(found.stop), "follows")


def weekdays_told(found: Found) -> bool:
    """Tell whether a weekday in the plural is no part of a name ("the Happy Mondays"), and weekends are when."""
    tokens, start = found.tokens, found.start
    if found.has("WEEKENDS"):
        return tokens.lowered(start - 1) in {"at", "on", "and"}
    if f"{tokens.lowered(start - 1)} {tokens.lower[start]}" in words(PACKAGE, "names.txt"):
        return False
    name = tokens.word(start - 1)[:1].isupper() and not opens(tokens, start - 1)
    return not (name and not day_word(tokens, start - 1))


def tonight_told(found: Found) -> bool:
    """Tell whether "tonight" is no part of a name ("The Tonight Show"), and "overnight" is not "at once"."""
    tokens, start = found.tokens, found.start
    if found.has("OVERNIGHT"):
        around = range(max(0, start - _SUDDEN_REACH), start)
        if tokens.words[start][0].isupper():  # "Overnight, he became a star"
            around = range(found.stop, min(len(tokens), found.stop + _SUDDEN_REACH))
        at_once = any(is_listed(tokens.lower[at], "sudden") for at in around)
        return not at_once and not is_listed(tokens.word(found.stop), "success")
    capital = found.tokens.words[found.stop - 1][0].isupper()
    return not capital or len(found.words) > 1 or opens(found.tokens, found.start)


def noon_named(found: Found) -> bool:
    """Tell whether "noon" and "10 o'clock" are no part of a name ("the Ten O'Clock News")."""
    if found.has("OCLOCK") and found.tokens.word(found.stop)[:1].isupper():
        return False
    return not (found.has("NOON") and len(found.words) == 1 and found.tokens.words[found.start][0].isupper())
