"""Offices: which title tells best who somebody is, and the line in which a newspaper would print it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Protocol, TypeVar

import regex

from newskit.data_files import read_text

# Compiled when first asked for, since the import of newskit should cost little.
_DETERMINER = r"(?i)^(?:the|an?|one of(?: the)?+|his|her|their|its|our|my)\s"
_AGE = r"(?i)\b\d{1,3}+[- ]years?+[- ]old\s"
_RANKS = "Adm|Ald|Brig|Capt|Cllr|Col|Const|Cpl|Det|Gen|Gov|Insp|Lt|Maj|Prof|Rep|Rev|Sen|Sgt|Supt"
_LEADING = rf"^(?!(?:{_RANKS})\s)[A-Z](?=[a-z'’-]*+\s(?!and\s\p{{Lu}}\p{{Ll}})[a-z])"
"""The capital of a role that goes on in small letters, and is no rank: no "Trade and Tourism Minister"."""
_FORMER = r"^(?:former\s|ex[-\s]|then[-\s])"
_ENDED = r"(?i).*\b(?:former|formerly|ex|then|late|retired|onetime|one-time|erstwhile|deposed|ousted|sacked|previous)\b"
"""The words of the class ``former`` of newskit.text, which this room does not read."""
_OWNER = r"['’]s\s"
"""What a body's name has that says whose it is: "Acme's 2004 campaign", unlike "Lima Bakers' Union"."""
_BENCH = "Con|Green|Ind|Independent|Lab|Labour|LD|Lib Dem|Liberal Democrat|Plaid|Reform|SNP"
_PARTISAN = "Conservative|Democrat|Independent|Liberal|Libertarian|Peronist|Republican|Tory"
_SEAT = rf"^(?:[A-Z]{{1,4}}+[-–]|[A-Z]{{2,5}}+,\s|(?:{_BENCH})(?:,|\Z)|(?:[\p{{L}}.]++\s){{0,4}}?(?:{_PARTISAN})\Z)"
"""The party and seat of a legislator: "D-Hartford", "Lab, Eastfield", "Ohio Republican"."""
_TAIL = r"\s(?:of|for|to|at|in|on|with|representing|and|&)\s"
_DIRECTED = r"\s(?:on|to)\s"
_COMPLEMENT = r"\s(?:of|for|to|at|in|on|with|representing)\s"
_CHARGE = (
    r"(?<=[^)]) \((?!retd|rtd|ret|pictured|right|left|cent(?:er|re)\b)\p{L}\p{Ll}{2,}+(?:[ -][\p{L}\p{N}]++)*+\)\Z"
)
"""What or where an office is in charge of, in brackets: "Superintendent of Police | (Kolhapur)"."""
_GENERALS = r"(?i)(?<=\b(?:attorney|solicitor))s(?=\sgeneral\b)"
"""The plural inside "attorneys general"."""
_PREPOSITIONS = frozenset(("of", "at", "for", "with", "in", "on", "from", "to", "representing"))
_SITTING = r"\b(?:assembly|board|cabinet|commission|committee|council|county|executive|parish|state|town)\smember\b"
"""A member that is more than one who belongs to something: "cabinet member for roads"."""
_NO_PLURAL = ("ss", "us", "is", "affaires", "-arms", "custos", "tions", "sales", "affairs", "services", "resources")
"""How the last word of one's role may end that looks like several people: "director | operations"."""
_LETTERS = 5
"""Most capitals of an abbreviation: a longer role in capitals is shouted."""
_OF_BODY = r"\s(?:for|of|at|with)\sthe\s(\p{Ll}++)$"
"""What a role is of, said by a noun: "spokesman | for the airline"."""
_LONGEST = 2
"""Words of the longest noun of a body that has "the" before its name: "air force"."""
_COUNTED = r"(?i)^(?:two|three|four|five|six|seven|eight|nine|ten|several|both)\s"
_HOLDER = (
    r"(?:Attorney|Clerk|Commissioner|Controller|Coroner|Examiner|General|Governor|Marshal|Mayor|Minister|President"
    r"|Prosecutor|Sheriff|Treasurer)['’]s\s(?:Office|Department)\b"
)
"""A body that is its head's office, which has "the" before it: "the Lima Sheriff's Office"."""
_NAMES = r"\p{Lu}[\p{L}.-]*+(?:['’]\p{Lu}\p{L}*+)?+"
_OWNED_BY = rf"(?:{_NAMES}\s(?!family\b))*+{_NAMES}(?:['’]s|(?<=s)['’]|\sfamily(?:['’]s)?)\s"
"""Who has an office, before its role: "President Roe's | adviser"."""
_OF_SOMEBODY = (
    rf"\s(?:for|to|of|on)(?:(?:\s{_NAMES})++(?:(?:['’]s|(?<=s)['’])(?:\s[\p{{L}}\p{{N}}-]++){{1,3}}+)?+"
    rf"|\sthe(?:\s{_NAMES})++\sfamily)"
)
"""The same behind it: "adviser | to President Roe", "strategist | on Roe's 2008 campaign"."""
_ADJECTIVES = 3
"""Words between a preposition and the body behind it: "at the libertarian | Acorn Institute"."""


class Said(Protocol):
    """What is read of a title, in the words of ``newskit.Title``."""

    @property
    def role(self) -> str:
        """As of ``newskit.Title``."""

    @property
    def organization(self) -> str | None:
        """As of ``newskit.Title``."""

    @property
    def place(self) -> str | None:
        """As of ``newskit.Title``."""

    @property
    def within(self) -> str | None:
        """As of ``newskit.Title``."""

    @property
    def kind(self) -> str:
        """As of ``newskit.Title``."""

    @property
    def honorific(self) -> bool:
        """As of ``newskit.Title``."""

    @property
    def claimed(self) -> bool:
        """As of ``newskit.Title``."""

    @property
    def former(self) -> bool:
        """As of ``newskit.Title``."""


T = TypeVar("T", bound=Said)


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in read_text("newskit", "office.txt").splitlines():
        label, _, word = line.partition(" ")
        if label != "#":
            found.setdefault(label, set()).add(word)
    return {label: frozenset(words) for label, words in found.items()}


@lru_cache(1 << 10)
def noun(role: str) -> str:
    """Return the last word of a role before its complement, in lower case: "secretary" of "secretary of state"."""
    last = regex.split(_TAIL, role.lower(), maxsplit=1)[0].rpartition(" ")[2].strip(".,")
    return last.removeprefix("ex-").removeprefix("then-")


def aptness(title: Said) -> tuple[bool | int, ...]:
    """Return a key by which titles are sorted, the one that tells best who somebody is first.

    An office before a form of address and before what somebody claims; before a rank by birth or courtesy ("Sheikh"),
    a degree and a trade that was learned; held now before formerly, but a bare "Professor" behind what somebody was of
    a body; what is done before what one merely belongs to ("member", "resident"); with its body, seat or place before
    without; the one that says most.
    """
    said = sum(map(bool, (title.organization, title.place, title.within)))
    sitting = noun(title.role) == "member" and regex.search(_SITTING, title.role.lower()) is not None
    role = title.role.lower()
    little = not sitting and noun(title.role) in _lists()["lesser"] | (frozenset() if said else _lists()["rank"])
    lesser = 2 * little or (not said and role in _lists()["ranked"])
    courtesy = (
        role in _lists()["courtesy"]
        or (not said and role in _lists()["styled"])
        or role.partition(" ")[0] in _lists()["schooled"]
    )
    academic = not said and title.role.lower().strip(".") in _lists()["academic"]
    held = (1 if said else 3) if title.former else 2 * academic
    most = -said - len(title.role.split())
    return title.honorific, title.claimed, courtesy, held, lesser, not said, sitting and said > 0, most


def ordered(titles: Sequence[T]) -> list[T]:
    """Return the titles of a person by aptness, but "President" behind "former President", where there are both."""
    past = [title for title in titles if title.former and not title.claimed and title.kind != "alone"]
    if not past:
        return sorted(titles, key=aptness)
    ended = {id(title) for title in titles if not title.former and any(_same(title, each) for each in past)}
    return sorted(titles, key=lambda title: (id(title) in ended, aptness(title)))


def _same(title: Said, past: Said) -> bool:
    """Tell whether a title names the office that another says was held once, of no other body."""
    bodies = {title.organization, past.organization} - {None}
    if title.kind == "alone" and not (title.organization or title.place) and noun(title.role) == noun(past.role):
        return True  # "the secretary" of who was secretary of state
    named = regex.sub(_FORMER, "", past.role.lower()) == title.role.lower()
    return past.kind == "before" and named and len(bodies) <= 1


def is_plural(title: Said) -> bool:
    """Tell whether a title beside names is of several people: "Sens. Ann Poe and Al Roe"."""
    return title.kind != "alone" and _ends_plural(title.role)


@lru_cache(1 << 10)
def _ends_plural(role: str) -> bool:
    if regex.search(_GENERALS, role):
        return True
    last = regex.split(_COMPLEMENT, role.lower(), maxsplit=1)[0].rpartition(" ")[2].strip(".,")
    one = last.endswith(_NO_PLURAL) or (len(last) < _LETTERS and last.upper() in role.split())
    return last.endswith(("s", "men")) and not one


def singular(title: Said) -> str:
    """Return the role of one of those who share it: "Sen." of "Sens.", "judge" of "judges", "nurse" of "NURSES"."""
    role = title.role.lower() if title.role.isupper() and len(title.role) > _LETTERS else title.role
    if regex.search(_GENERALS, role):
        return regex.sub(_GENERALS, "", role)
    end = regex.search(_COMPLEMENT, role)
    head, rest = (role[: end.start()], role[end.start() :]) if end else (role, "")
    if not is_plural(title):
        return role
    stop = "." if head.endswith(".") else ""
    head = head.removesuffix(".")
    if head.endswith("men"):
        return f"{head[:-3]}man{rest}"
    if head.endswith("ies"):
        return f"{head[:-3]}y{rest}"
    return f"{head[: -2 if head.endswith(('ches', 'shes', 'sses', 'xes')) else -1]}{stop}{rest}"


def line(title: Said, text: str, affiliation: str | None = None) -> str:
    """Return an office as a newspaper would print it: "spokesman of the Foreign Ministry (Taliban)".

    ``text`` is the title as written, ``affiliation`` what the office is of where the title does not say it.
    """
    text, role = " ".join(text.split()).removesuffix(" at the time"), singular(title)
    party = title.organization is not None and _is_party(title.organization, title.role, text)
    if title.within or (title.organization and not party):
        printed = _with_body(title, role, text)
    elif (title.place or title.organization) and not (affiliation and is_land(title.place)):
        printed = regex.sub(_AGE, "", regex.sub(_DETERMINER, "", text))
        printed = regex.sub(_COUNTED, "", printed) if is_plural(title) else printed
        several, one = title.role, role
        if several not in printed:
            several, one = several.rpartition(" ")[2], one.rpartition(" ")[2]
        printed = printed.replace(several, one)
    else:
        printed = role if affiliation else _of_somebody(title, role, text)
        charge = regex.search(_CHARGE, text) if printed == role else None
        printed = f"{role}{charge[0]}" if charge else printed
    if affiliation and noun(role) in _lists()["seated"] and printed == role and not regex.match(_SEAT, affiliation):
        return _of_seat(role, affiliation)
    if affiliation and regex.match(_SEAT, affiliation):
        printed = f"{printed} ({affiliation})"
    elif affiliation and not (title.within or (title.organization and not party)):
        printed = regex.sub(_OF_BODY, lambda tail: "" if tail[1] in _lists()["kind"] else tail[0], printed)
        printed = _told_kind(printed)
        kind = printed.lower().rpartition(" ")[2] in _lists()["kind"]  # "manager of banking firm | Acme"
        nation = affiliation.lower() in _lists()["continent"]
        joined = "" if kind else f"{'of' if nation else _joining(printed)} {_article(affiliation, role)}"
        printed = f"{printed} {joined}{affiliation}"
    if printed.startswith(("Former ", "Then-", "Ex-")):
        return f"{printed[:1].lower()}{printed[1:]}"
    owner = regex.match(_OWNED_BY, printed) if printed != role else None
    if title.former and not regex.match(_ENDED, printed):  # "stepped down as | head of Acme"
        behind = owner.end() if owner else 0
        printed = f"{printed[:behind]}former {printed[behind:]}"
    named = printed.partition(" ")[0].lower() in _lists()["party"] or not (title.former or printed.startswith(role))
    named = named or owner is not None or bool(title.place and printed.startswith(title.place))
    first = printed.partition(" ")[0].lower()
    named = named or first in _lists()["continent"]  # "China expert"
    return printed if named else regex.sub(_LEADING, lambda first: first[0].lower(), printed)


def _of_somebody(title: Said, role: str, text: str) -> str:
    """Say a role and whose it is: "Roe's lawyer", "adviser to President Roe"; the role alone where nobody is named."""
    told = regex.sub(_DETERMINER, "", text)
    if role not in told or not role or is_plural(title):
        return role
    before, _, behind = told.partition(role)
    owned = not behind and regex.fullmatch(_OWNED_BY, before)
    return told if owned or (not before and regex.fullmatch(_OF_SOMEBODY, behind)) else role


def is_land(place: str | None) -> bool:
    """Tell whether a place is only what a nation is called: "president of the | Republic"."""
    return place is not None and place.lower() in _lists()["land"]


def is_seat(told: str) -> bool:
    """Tell whether words in brackets behind a name are a party, or a party and a seat: "Lab, Eastfield"."""
    return regex.match(_SEAT, told) is not None


def is_placed(role: str) -> bool:
    """Tell whether an office is of the place behind the name: "Sen. Ann Poe of Ohio", "King Al of Jordan"."""
    return noun(role) in _lists()["seated"] | _lists()["ruling"]


def _of_seat(role: str, place: str) -> str:
    """Say the place of a seat before it: "Ohio Sen.", "former Ohio governor"."""
    past = regex.match(_FORMER, role.lower())
    start = past.end() if past else 0
    return f"{role[:1].lower() if past else ''}{role[1 if past else 0 : start]}{place} {role[start:]}"


def _told_kind(role: str) -> str:
    """Return a role without the noun of the body that is named behind it: "charity boss | of the Tidewell Trust"."""
    first, _, rest = role.partition(" ")
    return rest if rest and first.lower() in _lists()["kind"] else role


def _is_party(body: str, role: str, text: str) -> bool:
    """Tell whether a body is a party's adjective, or ends in one before the role: "Senate Democratic | leader"."""
    lower = body.lower()
    return lower in _lists()["party"] or (lower.rpartition(" ")[2] in _lists()["party"] and f"{body} {role}" in text)


def _joining(role: str) -> str:
    """Return the preposition before what an office is of: "director of sales | at", "author | at", "director | of"."""
    return "at" if any(each in role for each in (" of ", " for ", " in ")) or noun(role) in _lists()["at"] else "of"


def _article(body: str, role: str) -> str:
    """Return "the " where a body's name has it: "the Foreign Ministry", "the University of Leeds"."""
    if body.islower() or body.lower() in _lists()["the"]:  # "the state police", "the United States"
        return "the "
    if regex.search(_OWNER, body) and not regex.search(_HOLDER, body):
        return ""
    words = body.lower().split() or [""]
    if words[-1] == "house" and noun(role) in _lists()["chamber"]:  # "the Ohio House", unlike "Lantern House"
        return "the "
    last = {" ".join(words[-length:]) for length in (1, _LONGEST)}
    head = words[words.index("for") - 1] if "for" in words[1:] else ""
    joined = not {"of", "on"}.isdisjoint(words[:-1]) or head in _lists()["article"]  # no "Citizens for Lima"
    return "the " if joined or not last.isdisjoint(_lists()["article"]) else ""


def _with_body(title: Said, role: str, text: str) -> str:
    """Say a role, the body behind the preposition that the title has, and where or what the body belongs to."""
    body = title.organization or title.within or ""
    placed = f"{title.place} {body}" if title.place else ""
    owned = next((f"{title.place}{mark}s {body}" for mark in "'’" if f"{title.place}{mark}s {body}" in text), "")
    if owned and title.place:
        if body.isupper() and f"{owned} {role}" in text:
            return f"{owned} {role}"  # "Russia's UN ambassador"
        return f"{role} of {owned}" if " of " not in role else f"{role} at {owned}"
    if placed and placed in text:
        body = placed
    elif title.place and title.place not in body:
        placed = ""
    origin = bool(title.place) and f"{title.place}-born" in text
    owner = title.within if title.within and f"{title.within}'s {body}" in text.replace("’", "'") else body
    if (
        not title.place
        and f"{body} {role}" in text
        and (not _lists()["legislating"].isdisjoint((noun(role), role.lower())) or regex.search(_DIRECTED, role))
    ):
        return f"{body} {role}"  # "Lima MP", "Acme representative on the council"
    preposition, article = _led(text, owner, _ADJECTIVES)
    before = text[: max(0, text.find(body))].rstrip().rpartition(" ")[2].lower()
    article = article and before not in _lists()["kind"] | _lists()["told"]  # "of the teachers' union | Zorvo"
    if " of " in role and f"{role.rpartition(' ')[2]} {body}" in text:
        return f"{role} {body}"  # "president of the industry's tracker | Acme"
    if preposition:
        article = article or (bool(_article(body, role)) and " " in body)  # "superintendent of | Police"
    else:
        preposition = _joining(role)
        article = bool(_article(body, role)) or (_the(body, text) and title.within is None)
    within = f" ({title.within})" if title.within and title.organization else ""
    said = f"{preposition} {'the ' if article else ''}{body}{within}"
    place = "" if not title.place or placed or origin else _seated(title.place, text)
    seated_first = (
        place.startswith(" ") and role in text and text.find(role) < text.find(title.place or "") < text.find(body)
    )
    return f"{role}{place} {said}" if seated_first else f"{role} {said}{place}"


def _seated(place: str, text: str) -> str:
    """Return a place behind the preposition that a title has before it, behind a comma where it has none."""
    owns = text[text.find(place) + len(place) :].startswith(("'", "’"))
    seated, the = ("", False) if owns else _led(text, place, 1)
    return f" {seated} {'the ' if the else ''}{place}" if seated else f", {place}"


def _the(body: str, text: str) -> bool:
    """Tell whether an article before a body is its own: "the IMF's head", unlike "the FA head"."""
    return f" the {body}" in text or text[4:].startswith((f"{body}'", f"{body}’"))


def _led(text: str, name: str, most: int) -> tuple[str, bool]:
    """Return the preposition at most some words before a name in a title, "" for none, and whether "the" follows it."""
    before = text[: max(0, text.find(name))].lower().split()
    for back in range(1, min(most + 1, len(before)) + 1):
        if before[-back] in _PREPOSITIONS:
            return before[-back], "the" in before[len(before) - back :]
    return "", False
