"""Readers of parts of a day that lean on the day mentioned: "in the morning", "the early hours", "at night"."""

from __future__ import annotations

from attrs import evolve

from newskit_dates.anchor import Anchor
from newskit_dates.reading import Found, Reading
from newskit_dates.relative import daypart, part_of
from newskit_dates.vocabulary import MONTHS


def the_daypart(found: Found, anchor: Anchor) -> Reading | None:
    """Read "in the morning" as that of the day that its sentence has mentioned, else of no certain day.

    "Earlier in the evening" without a day is of publication day.
    """
    if found.has("EARLIER", "LATER"):
        return part_of(anchor.published, found.value("DAYPART") or "EV", mod=found.portion())
    day = anchor.day_of_sentence(found.start, found.stop)
    return part_of(day, found.value("DAYPART") or "MO", mod=found.portion())


def early_hours(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the early hours of Thursday" and "the late evening hours"; without a part the early ones are morning."""
    if found.value("UNITS") != "TH":
        return None
    mod = found.value("EARLY") or "START"
    part = found.value("DAYPART") or ("NI" if mod == "END" else "MO")
    joint = found.at("of", "on")
    if joint < 0 or not found.has(*MONTHS, "WEEKDAY", "TODAY"):
        return part_of(anchor.day_of_sentence(found.start, found.stop), part, mod=mod)
    rest = [word for word in found.words[joint + 1 :] if word.label != "DAYPART"]
    named = daypart(evolve(found, words=(*rest, evolve(found.words[0], label="DAYPART", value=part))), anchor)
    return evolve(named, mod=mod) if named else None


READERS = (the_daypart, early_hours)
