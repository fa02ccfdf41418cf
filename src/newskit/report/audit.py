"""The audit: what is counted of the quotes of a corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import asdict, define, field, frozen

from newskit.errors import InputError
from newskit.people import identify, read_row
from newskit.report.facts import Facts, Row, read_facts

_MOST = 10
"""Concentration is the share of so many of the most quoted."""
_REASONS = 25
NOT_TOLD = "not told"
"""The pronouns of people of whom the article uses none, and the source type that was not found."""
_SAID = ("speech", "writing")
_Persons = Mapping[tuple[str, int, str], str]
"""The identity of each person by article, position and name: an id that two articles have does not mix up theirs."""


@define
class Group:
    """What is counted of some quotes: those of a publisher, of a month, or all."""

    name: str
    articles: int = 0
    quotes: int = 0
    words: int = 0
    direct: int = 0
    mixed: int = 0
    indirect: int = 0
    speakers: int = 0
    named: int = 0
    anonymous: int = 0
    he: int = 0
    she: int = 0
    pronouns_not_told: int = 0
    most_quoted: str = ""
    share_of_ten: float = 0.0
    """Of the quotes with a speaker, the share of the ten who are quoted most."""
    share_of_ten_words: float = 0.0


@define
class Speaker:
    """Who is quoted: a person across articles, or what else bears a name.

    ``id`` is that of ``newskit people`` for a person, the name for others. ``first`` and ``last`` are days in ISO 8601,
    empty where no article has one; ``quoted`` are the positions of the quotes in ``Report.quotes``.
    """

    id: str
    name: str
    kind: str
    office: str = ""
    organization: str = ""
    pronouns: str = NOT_TOLD
    quotes: int = 0
    direct: int = 0
    mixed: int = 0
    indirect: int = 0
    words: int = 0
    articles: int = 0
    publishers: str = ""
    first: str = ""
    last: str = ""
    quoted: list[int] = field(factory=list, repr=False)


@frozen
class Report:
    """An audit of sources. Counted are statements: what was said or written, and asserted; ``left_out`` counts others.

    ``quotes`` are the rows of the table ``quotes`` that are counted, with the id of the speaker as ``person``.
    """

    total: Group
    speakers: Sequence[Speaker]
    publishers: Sequence[Group]
    months: Sequence[Group]
    sources: Mapping[str, int]
    anonymity_reasons: Mapping[str, int]
    cues: Mapping[str, int]
    left_out: Mapping[str, int]
    quotes: Sequence[Row] = field(repr=False)

    @classmethod
    def read(
        cls,
        folder: str | Path,
        *,
        least: float = 0.0,
        on_error: Callable[[InputError], None] | None = None,
    ) -> Report:
        """Make the report of the folder of a run; quotes of a confidence below ``least`` are left out.

        Raises ``InputError`` as ``read_facts`` does, which ``on_error`` is handed to.
        """
        return cls.of(read_facts(folder, on_error=on_error), least=least)

    @classmethod
    def of(cls, facts: Facts, *, least: float = 0.0) -> Report:
        """Make the report of rows; the people of all articles are brought together as ``newskit people`` does."""
        persons = {
            (each.row.article, each.row.entity, each.row.name): person.id
            for person in identify(map(read_row, facts.people))
            for each in person.rows
        }
        quotes: list[Row] = []
        left_out: Counter[str] = Counter()
        for row in facts.quotes:
            why = _why_left_out(row, least)
            if why:
                left_out[why] += 1
                continue
            quotes.append({**row, "person": _speaker_id(row, persons)})
        articles = [*facts.people, *facts.quotes]
        speakers = _speakers(quotes, facts.people, persons)
        known = {speaker.id: speaker for speaker in speakers}
        total = _group("all", quotes, articles, known)
        total.articles = facts.articles if facts.articles is not None else total.articles
        return cls(
            total=total,
            speakers=speakers,
            publishers=_groups("publisher", quotes, articles, known),
            months=sorted(_groups("month", quotes, articles, known), key=lambda each: each.name),
            sources=_counted(row["source_type"] or NOT_TOLD for row in quotes),
            anonymity_reasons=_counted(_short(row["anonymity_reason"]) for row in quotes if row["anonymity_reason"]),
            cues=_counted(row["cue"].lower() for row in quotes if row["cue"]),
            left_out=dict(sorted(left_out.items())),
            quotes=quotes,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the audit as what JSON holds, without the quotes themselves."""
        return {
            "total": asdict(self.total, filter=lambda attribute, _: attribute.name != "name"),
            "speakers": [
                asdict(each, filter=lambda attribute, _: attribute.name != "quoted") for each in self.speakers
            ],
            "publishers": [asdict(each) for each in self.publishers],
            "months": [asdict(each) for each in self.months],
            "sources": dict(self.sources),
            "anonymity_reasons": dict(self.anonymity_reasons),
            "cues": dict(self.cues),
            "left_out": dict(self.left_out),
        }

    def to_html(self, *, title: str = "Who is quoted") -> str:
        """Return the report as a page that needs nothing else; raises ``MissingExtraError`` without vl-convert."""
        from newskit.report.page import to_html  # noqa: PLC0415 - the page is made of the report

        return to_html(self, title=title)


def _why_left_out(row: Row, least: float) -> str:
    if row["confidence"] is not None and row["confidence"] < least:
        return f"confidence below {least:g}"
    if row["reports"] not in _SAID:
        return str(row["reports"])
    return "" if row["status"] == "asserted" else str(row["status"])


def _speaker_id(row: Row, persons: _Persons) -> str:
    if row["speaker"] is None:
        return ""
    return persons.get((row["article"] or "", row["speaker_entity"], row["speaker"]), str(row["speaker"]))


def _speakers(quotes: Sequence[Row], people: Iterable[Row], persons: _Persons) -> list[Speaker]:
    known: dict[str, list[Row]] = {}
    for row in people:
        person = persons.get((row["article"] or "", row["entity"], row["name"]))
        if person:
            known.setdefault(person, []).append(row)
    places: dict[str, list[int]] = {}
    for place, row in enumerate(quotes):
        if row["person"]:
            places.setdefault(row["person"], []).append(place)
    found = [_speaker(id_, at, quotes, known.get(id_, ())) for id_, at in places.items()]
    return sorted(found, key=lambda each: (-each.quotes, -each.words, each.name, each.id))


def _speaker(id_: str, places: list[int], quotes: Sequence[Row], rows: Sequence[Row]) -> Speaker:
    said = [quotes[place] for place in places]
    days = sorted(str(row["day"]) for row in said if row["day"])
    names = [row["name"] for row in rows] or [row["speaker"] for row in said]
    kinds = Counter(row["kind"] for row in said)
    told = (*rows, *said)
    office = _most(row["office"] for row in told)
    return Speaker(
        id=id_,
        name=_most([name for name in names if " " in name] or names),
        kind=_most(row["speaker_kind"] for row in said),
        office=office,
        organization=_most(row["organization"] for row in told if row["office"] == office),
        pronouns=_most(row["pronouns"] for row in told) or NOT_TOLD,
        quotes=len(said),
        direct=kinds["direct"],
        mixed=kinds["mixed"],
        indirect=kinds["indirect"],
        words=sum(row["words"] or 0 for row in said),
        articles=len({row["article"] for row in said}),
        publishers=", ".join(
            name for name, _ in Counter(filter(None, (row["publisher"] for row in said))).most_common()
        ),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        quoted=places,
    )


def _groups(column: str, quotes: Sequence[Row], articles: Iterable[Row], known: Mapping[str, Speaker]) -> list[Group]:
    said: dict[str, list[Row]] = {}
    of: dict[str, list[Row]] = {}
    for row in articles:
        of.setdefault(row[column] or NOT_TOLD, []).append(row)
    for row in quotes:
        said.setdefault(row[column] or NOT_TOLD, []).append(row)
    found = [_group(name, said.get(name, ()), rows, known) for name, rows in of.items()]
    return sorted(found, key=lambda each: (-each.quotes, each.name))


def _group(name: str, quotes: Sequence[Row], articles: Iterable[Row], known: Mapping[str, Speaker]) -> Group:
    kinds = Counter(row["kind"] for row in quotes)
    by_speaker = Counter(row["person"] for row in quotes if row["person"])
    by_words: Counter[str] = Counter()
    pronouns: Counter[str] = Counter()
    for row in quotes:
        if row["person"]:
            by_words[row["person"]] += row["words"] or 0
            if row["speaker_kind"] == "person":
                pronouns[known[row["person"]].pronouns] += 1
    most = min(by_speaker, key=lambda id_: (-by_speaker[id_], id_), default="")
    return Group(
        name=name,
        articles=len({row["article"] for row in articles}),
        quotes=len(quotes),
        words=sum(row["words"] or 0 for row in quotes),
        direct=kinds["direct"],
        mixed=kinds["mixed"],
        indirect=kinds["indirect"],
        speakers=len(by_speaker),
        named=sum(str(row["source_type"]).startswith("named") for row in quotes),
        anonymous=sum(bool(row["anonymous"]) for row in quotes),
        he=pronouns["he"],
        she=pronouns["she"],
        pronouns_not_told=pronouns.total() - pronouns["he"] - pronouns["she"],
        most_quoted=known[most].name if most else "",
        share_of_ten=_share(by_speaker),
        share_of_ten_words=_share(by_words),
    )


def _share(counts: Counter[str]) -> float:
    return round(sum(count for _, count in counts.most_common(_MOST)) / max(counts.total(), 1), 4)


def _most(values: Iterable[str | None]) -> str:
    ranked = Counter(filter(None, values))
    return min(ranked, key=lambda value: (-ranked[value], value), default="")


def _counted(values: Iterable[str]) -> dict[str, int]:
    ranked = Counter(values)
    return dict(sorted(ranked.items(), key=lambda each: (-each[1], each[0]))[:_REASONS])


def _short(text: str) -> str:
    return " ".join(text.split()).lower()
