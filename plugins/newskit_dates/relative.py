"""Readers of days and periods counted from publication day or from the last date mentioned."""

from __future__ import annotations

import datetime as dt

from newskit_dates.absolute import calendar
from newskit_dates.amounts import Length, period_value
from newskit_dates.anchor import Anchor
from newskit_dates.calendar import GRAIN_OF_UNIT, UNKNOWN, Period
from newskit_dates.reading import Found, Reading, dated, period_at
from newskit_dates.vocabulary import MONTHS, RANGE, VOCABULARY
from newskit_dates.word_lists import is_listed

_AT_A_DAY = frozenset({"on", "by", "until", "till", "since", "from", "before", "after", "of", "for"})
_LASTING = frozenset({"for", "over", "throughout", "within", "spend", "spending", "spends", "spent"})
_LENGTHS = frozenset({"week", "month", "year", "decade", "century"})
_UNIT_OF = {grain: unit for unit, grain in GRAIN_OF_UNIT.items()}
_YEARS_LONG = frozenset({"year", "decade", "century"})
_DECADES = frozenset({"decade", "century"})
_RAN = frozenset({"ran", "lasted", "took", "was", "were", "held", "stayed", "worked", "rained", "ruled"})
"""What went on over a range of days that is over, not what was moved from one to another."""
_ENDS = frozenset({"", ".", ",", ";", ")", "(", "and", "between", "except", "only", "at"})
"""What stands behind the days on which something is usually open."""
_PLANNED = frozenset({"be", "was", "were", "been", "left", "stay", "us"})
_FRIDAY = 5
_LONG_BACK = 5
_GRAINS = ("day", "week", "month", "quarter", "season", "year")


def part_of(day: dt.date | None, part: str, unknown: str = "XXXX-XX-XX", mod: str | None = None) -> Reading:
    """Return the reading of a part of a day: morning, afternoon, evening, night."""
    if day is None:
        return Reading("TIME", f"{unknown}T{part}", mod)
    return dated(Period("day", day), mod, "TIME", f"{day.isoformat()}T{part}")


def nearest_weekday(base: dt.date, number: int, direction: int) -> dt.date:
    """Return the weekday up to and including a day, or from it on where the direction is 1."""
    back = (base.isoweekday() - number) % 7
    if direction > 0:
        return base + dt.timedelta(days=(7 - back) % 7)
    return base - dt.timedelta(days=back)


def weekday_on(found: Found, anchor: Anchor, number: int) -> dt.date | None:
    """Return the day that a weekday stands for, None without a day to count from."""
    if found.has("that", "same", "PREVIOUS", "FOLLOWING") or (anchor.narrative and anchor.reference):
        base, mentioned = anchor.last_mentioned, True
    else:
        base, mentioned = anchor.day, False
    if base is None or (found.has("that") and base == anchor.published):  # "that Monday" is none of this week
        return None
    from_weekday = anchor.tokens.lowered(found.start - 2).endswith("day")
    if anchor.closes_range(found.start) and from_weekday and anchor.reference and not found.has("UNIT"):
        return nearest_weekday(anchor.reference.first, number, 1)
    step = -1 if found.has("PAST") else found.step()
    if found.value("UNIT") == "W":
        return Period.of("week", base).first + dt.timedelta(days=7 * step + number - 1)
    if step:
        near = 2 if found.has("LAST", "NEXT") and not mentioned else 1  # "last Monday" said on Tuesday: not yesterday
        return nearest_weekday(base + dt.timedelta(days=step * near), number, step)
    direction = 1 if mentioned else _direction(found, anchor, (base.isoweekday() - number) % 7)
    day = nearest_weekday(base, number, direction)
    return day - dt.timedelta(weeks=1) if direction < 0 and _ends_ahead(found, anchor, day) else day


def _ends_ahead(found: Found, anchor: Anchor, day: dt.date) -> bool:
    """Tell whether a past range that began on a day would end ahead of us: "it ran from Monday to Friday"."""
    lowered, stop = anchor.tokens.lowered, found.stop
    if lowered(stop) not in RANGE or lowered(found.start - 1) != "from" or lowered(found.start - 2) not in _RAN:
        return False
    end = VOCABULARY.word(anchor.tokens.word(stop + 1))
    if end.label != "WEEKDAY" or anchor.published is None:
        return False
    return nearest_weekday(day, int(end.value), 1) > anchor.published


def _direction(found: Found, anchor: Anchor, back: int) -> int:
    """Return 1 for the weekday to come; an event planned long before is on the nearer of the two."""
    tense = anchor.tense(found.start, found.stop)
    if not tense and found.has("this") and not found.has("PAST"):  # "they expect a ruling this Thursday"
        return 1
    return 1 if tense <= 0 and back >= _LONG_BACK and anchor.planned(found.stop) else tense


def weekday(found: Found, anchor: Anchor) -> Reading | None:
    """Read a weekday: the latest up to and including publication day, the next where the clause is of the future."""
    number = int(found.value("WEEKDAY", "WEEKDAYABBR") or 0)
    if (found.has("UNIT") and found.value("UNIT") != "W") or _begins_clause(found, anchor):
        return None
    nights = _nights(found, anchor)
    if nights:
        return Reading("SET", f"XXXX-WXX-{number}T{nights}")
    if _usual(found, anchor):
        return Reading("SET", f"XXXX-WXX-{number}")
    day = None if _any_of_them(found, anchor) else weekday_on(found, anchor, number)
    part, mod = found.value("DAYPART"), found.portion()
    if part:
        return part_of(day, part, f"XXXX-WXX-{number}", mod)
    return dated(Period("day", day), mod or found.mod) if day else Reading("DATE", f"XXXX-WXX-{number}", mod)


def _any_of_them(found: Found, anchor: Anchor) -> bool:
    """Tell whether a weekday is no certain one: "on a Thursday", "one Sunday in late 2001", but "a Saturday rally"."""
    if anchor.lists_any_day(found.start):
        return True
    listed = anchor.tokens.lowered(found.stop) == "or" or not anchor.governs(found.stop)
    return listed and anchor.tokens.lowered(found.start - 1) in {"a", "one", "any"}


def _usual(found: Found, anchor: Anchor) -> bool:
    """Tell whether a weekday begins or ends the days on which something is open: "open Monday to Friday"."""
    tokens, start, stop = anchor.tokens, found.start, found.stop
    if anchor.closes_range(start):
        return anchor.usual()
    at = start - 1 - (tokens.lowered(start - 1) in {"from", ":"})
    weekday = VOCABULARY.word(tokens.word(stop + 1)).label == "WEEKDAY" and tokens.lowered(stop) in RANGE
    pair = "-" in tokens.word(start)[:-1]  # "Monday-Friday"
    last = stop if pair else stop + 2
    ends = tokens.lowered(last) in _ENDS or tokens.lowered(last)[:1].isdigit()
    planned = tokens.lowered(at - 1) in _PLANNED  # "will be open from Saturday to Monday"
    return (pair or weekday) and ends and not planned and is_listed(tokens.lowered(at), "OPEN")


def _nights(found: Found, anchor: Anchor) -> str | None:
    """Return the part of the day that a weekday shares with the next one ("on Monday and Tuesday nights")."""
    tokens, stop = found.tokens, found.stop
    if len(found.words) > 1 or anchor.tokens.lowered(stop) not in {"and", "or"}:
        return None
    following = [VOCABULARY.word(word) for word in tokens.words[stop + 1 : stop + 3]]
    shared = [word.label for word in following] == ["WEEKDAY", "DAYPARTS"]
    return following[1].value if shared else None


def _begins_clause(found: Found, anchor: Anchor) -> bool:
    """Tell whether "that" only begins what is said ("he said that Thursday's vote was off")."""
    return found.words[0].label == "that" and anchor.tokens.lowered(found.start - 1) not in _AT_A_DAY


def _day_from(anchor: Anchor, days: int) -> dt.date | None:
    return anchor.published + dt.timedelta(days=days) if anchor.published else None


def today(found: Found, anchor: Anchor) -> Reading | None:
    """Read today, tomorrow and yesterday, with a part of the day; "today's world" is that of now, not of a day."""
    if _epoch(found):
        return Reading("DATE", "PRESENT_REF")
    day = _day_from(anchor, int(found.value("TODAY") or 0))
    part, mod = found.value("DAYPART"), found.portion()
    if part:
        return part_of(day, part, mod=mod)
    return period_at("day", day, mod)


def _epoch(found: Found) -> bool:
    """Tell whether "today" stands for the present: "today's world", "today's fast cars"."""
    tokens, stop = found.tokens, found.stop
    if found.words[-1].value != "0" or tokens.lowered(stop) != "'s":
        return False
    return any(is_listed(word, "EPOCH") for word in tokens.lower[stop + 1 : stop + 3])


def tonight(found: Found, anchor: Anchor) -> Reading | None:
    """Read tonight, and overnight: the night before publication day unless the clause is of the future."""
    last_night = found.has("OVERNIGHT") and anchor.tense(found.start, found.stop) <= 0
    return part_of(_day_from(anchor, -1 if last_night else 0), "NI", mod=found.portion())


def daypart(found: Found, anchor: Anchor) -> Reading | None:
    """Read "this morning", "last night", "the next evening" and "the night of April 18"."""
    part = found.value("DAYPART") or "NI"
    mentioned = found.has("that", "same", "NEXT", "FOLLOWING", "PREVIOUS")
    base = anchor.last_mentioned if mentioned else anchor.day
    if found.has("TODAY"):
        return today(found, anchor)
    if found.has("WEEKDAY") and not found.has(*MONTHS):
        return weekday(found, anchor)
    if found.has(*MONTHS):
        named = calendar(found, anchor)
        unknown = named.value if named else "XXXX-XX-XX"
        return part_of(named.first if named else None, part, unknown, found.portion())
    if base is None or (mentioned and anchor.reference and coarser(anchor.reference.grain, "day")):
        return part_of(None, part, mod=found.portion())
    return part_of(base + dt.timedelta(days=found.step()), part, mod=found.portion())


def part_daypart(found: Found, anchor: Anchor) -> Reading | None:
    """Read "mid-afternoon" and "early morning", with or without the day."""
    compound = found.value("PARTDAYPART")
    mod, _, part = (compound or f"{found.value('EARLY')} {found.value('DAYPART')}").partition(" ")
    if found.has("WEEKDAY"):
        number = int(found.value("WEEKDAY") or 0)
        return part_of(weekday_on(found, anchor, number), part, f"XXXX-WXX-{number}", mod)
    return part_of(_day_from(anchor, int(found.value("TODAY") or 0)), part, mod=mod)


def deictic_period(found: Found, anchor: Anchor) -> Reading | None:
    """Read "this month", "last week", "the next year", "that day" and "earlier this month"."""
    grain = found.grain()
    if grain is None or (found.has("PERIOD") and anchor.reference is None):
        return None
    if found.has("PERIOD") and anchor.quarter_near(found.start) is None:
        return Reading("DATE", UNKNOWN["year"])
    reading = _no_period(found, anchor, grain)
    if reading is not None:
        return reading
    mentioned = found.has("that", "same", "PREVIOUS", "FOLLOWING") or (anchor.narrative and not found.has("this"))
    if found.has("NEXT"):
        mentioned = mentioned or grain == "day" or (found.words[0].label == "the" and _went_on(found, anchor, grain))
    base = anchor.last_mentioned if mentioned else anchor.day
    if grain == "year" and found.has("that"):
        base = anchor.year_mentioned(found.start)
    mod = found.portion() or found.mod
    if base is None or (mentioned and anchor.reference and coarser(anchor.reference.grain, grain)):
        inside = found.has("that", "same") and base is not None and anchor.narrative
        known = _inside(anchor.reference, grain) if inside and anchor.reference else None
        return Reading("DATE", known or UNKNOWN[grain], mod)
    period = Period.of(grain, base).shifted(found.step())
    if found.has("PAST"):
        over = grain == "week" and base.isoweekday() >= _FRIDAY  # a week that is nearly over is the past one
        return dated(period if over else period.shifted(-1), mod) if grain in {"week", "weekend"} else None
    if grain == "weekend" and found.words[0].label == "this":
        period = _weekend(found, anchor, period, base)
    return dated(period, mod)


def _went_on(found: Found, anchor: Anchor, grain: str) -> bool:
    """Tell whether "the next year" follows the one mentioned: where the clause is of the past."""
    mentioned = anchor.reference is not None and anchor.reference.grain == grain
    return mentioned and anchor.tense(found.start, found.stop) < 0


def _no_period(found: Found, anchor: Anchor, grain: str) -> Reading | None:
    """Return the reading of "to this day" and of "over the next decade", which are no periods of the calendar."""
    if grain == "day" and found.words[0].label == "this" and anchor.tokens.lowered(found.start - 1) == "to":
        return Reading("DATE", "PRESENT_REF")
    following = found.has("FOLLOWING") and grain in _DECADES and anchor.tokens.lowered(found.start - 1) in _LASTING
    plain = found.words[0].label == "the" and (following or found.has("LAST", "NEXT")) and not found.portion()
    if plain and grain in _LENGTHS and _lasts(found, anchor):
        return Reading("DURATION", period_value(Length("1", _UNIT_OF[grain])), found.mod)
    return None


def _lasts(found: Found, anchor: Anchor) -> bool:
    """Tell whether the word before makes a period a length: "for the last year", "over the next decade"."""
    before = anchor.tokens.lowered(found.start - 1)
    within = before in {"in", "during"} and (found.has("LAST") or not anchor.narrative)
    return within or before in _LASTING


def _weekend(found: Found, anchor: Anchor, period: Period, base: dt.date) -> Period:
    """Return the weekend of a day's week, or the one before where the clause is of the past and it is yet to come."""
    return period.shifted(-1) if period.first > base and anchor.tense(found.start, found.stop) < 0 else period


def coarser(mentioned: str, grain: str) -> bool:
    """Tell whether a period was mentioned too coarsely to count finer ones from it ("in 1985 … that day")."""
    return grain in _GRAINS and mentioned in _GRAINS and _GRAINS.index(mentioned) > _GRAINS.index(grain)


def _inside(mentioned: Period, grain: str) -> str | None:
    """Return the value of an unknown day or month of a month or year that was mentioned ("last October … that day")."""
    if mentioned.grain == "month":
        return f"{mentioned.value}-XX" if grain == "day" else None
    if mentioned.grain == "year" and grain in {"day", "month"}:
        return f"{mentioned.value}-XX-XX" if grain == "day" else f"{mentioned.value}-XX"
    return None


def the_unit(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the end of the year" and "the weekend": a weekend that is past where the clause is not of the future."""
    grain, mod = found.grain(), found.portion()
    if grain is None or (grain == "day" and not mod):
        return None
    if grain != "century" and "turn" in found.tokens.lower[found.start : found.stop]:
        return None
    base = anchor.day
    if base is None:
        return Reading("DATE", UNKNOWN[grain], mod)
    if grain == "week" and not mod:
        base = _week_mentioned(anchor, base)
    if grain == "day":
        base = anchor.day_of_sentence(found.start, found.stop) or base
    if grain in _DECADES and anchor.reference and anchor.tense(found.start, found.stop) <= 0:
        base = anchor.reference.first  # "It opened in 1957 and closed later in the decade"
    period = Period.of(grain, base)
    if grain == "weekend" and period.first > base and anchor.tense(found.start, found.stop) <= 0:
        period = period.shifted(-1)
    return dated(period, mod)


def _week_mentioned(anchor: Anchor, base: dt.date) -> dt.date:
    """Return the day mentioned last if of the last seven ("On Friday it fell; for the week …"), else the one given."""
    mentioned = anchor.reference
    near = (
        mentioned is not None
        and mentioned.grain == "day"
        and dt.timedelta() <= base - mentioned.first <= dt.timedelta(weeks=1)
    )
    return mentioned.first if mentioned and near else base


def the_year(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the year" and "the week" where no clause follows; "the year ended June 30" is a length."""
    if _is_bounded(found, anchor):
        return Reading("DURATION", period_value(Length("1", found.value("UNIT") or "Y")))
    if anchor.governs(found.stop) and not found.has("full"):
        return None
    return the_unit(found, anchor)


def _is_bounded(found: Found, anchor: Anchor) -> bool:
    """Tell whether a date behind makes it a length: "the year ended June 30", "the decade from 1990 to 2000"."""
    following = anchor.tokens.lowered(found.stop)
    if found.grain() == "year" and following in {"ended", "ending"}:
        return True
    if found.grain() not in _YEARS_LONG or following not in {"to", "from"}:
        return False
    bound = VOCABULARY.word(anchor.tokens.word(found.stop + 1))
    return bound.label == "YEAR" or (bound.label in MONTHS and anchor.tokens.word(found.stop + 1)[:1].isupper())


def ago_unit(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the year before", "the day after" where no clause follows."""
    grain = found.grain()
    if grain is None or found.has("PERIOD"):
        return None
    if anchor.tokens.word(found.stop)[:1].isalnum():
        return None
    return period_at(grain, anchor.last_mentioned, shift=1 if found.has("AFTER") else -1)


def year_end(found: Found, anchor: Anchor) -> Reading | None:
    """Read "year-end", "the year's end" and "month's end"; "since year-end" is of the year before."""
    unit = found.value("UNIT")
    goes_on = found.portion() == "START" and not found.has("POSSESSIVE")  # "the year beginning Oct. 1"
    if unit and (unit not in {"M", "Y"} or not found.has("PORTION") or goes_on):
        return None
    grain = "month" if unit == "M" else "year"
    mod = found.value("YEAREND") or found.portion()
    since = -1 if grain == "year" and not found.step() and anchor.tokens.lowered(found.start - 1) == "since" else 0
    return period_at(grain, anchor.day, mod, shift=found.step() + since)


READERS = (weekday, today, tonight, daypart, part_daypart, deictic_period, the_unit, the_year, ago_unit, year_end)
