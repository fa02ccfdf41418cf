"""Verdicts as what JSON has, and as lines to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from attrs import asdict

from newskit.formats.json import dumps
from newskit.formats.text import printable
from newskit.kinds import Quote
from newskit.verify.claims import Claimed
from newskit.verify.verdict import Attribution, Difference, Match, Verdict

_LONGEST = 300
MATCHES: tuple[Match, ...] = ("exact", "folded", "edited", "altered", "absent")
"""From the best answer to the worst."""


def to_record(claim: Claimed, verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as the dictionaries, lists, strings and numbers that JSON has."""
    return {
        "id": claim.id,
        "quote": verdict.quote,
        "match": verdict.match,
        "verbatim": verdict.verbatim,
        "supported": verdict.supported,
        "source": verdict.source if verdict.spans else None,
        "similarity": round(verdict.similarity, 4),
        "spans": [asdict(span) for span in verdict.spans],
        "differences": [asdict(each) for each in verdict.differences],
        "attribution": _attribution(verdict.attribution),
        **({"meta": _plain(claim.meta)} if claim.meta else {}),
    }


def _plain(meta: Mapping[str, Any]) -> dict[str, Any]:
    return {name: str(value) if isinstance(value, str) else value for name, value in meta.items()}


def _attribution(given: Attribution | None) -> dict[str, Any] | None:
    if given is None:
        return None
    return {
        "answer": given.answer,
        "claimed": given.claimed,
        "speaker": given.speaker,
        "quote": _quote(given.quote) if given.quote else None,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "kind": quote.kind,
        "content": [asdict(span) for span in quote.content],
        "cue": asdict(quote.cue) if quote.cue else None,
        "source": asdict(quote.source) if quote.source else None,
        "status": quote.status,
        "rule": quote.rule,
        "confidence": quote.confidence,
        "speaker_confidence": quote.speaker_confidence,
    }


def to_line(claim: Claimed, verdict: Verdict) -> str:
    """Return a verdict as a line of JSON, without its end."""
    return dumps(to_record(claim, verdict))


def to_lines(claim: Claimed, verdict: Verdict) -> str:
    """Return a verdict as lines to read: the answer, then what differs and whose the words are, each on its own."""
    lines = [f"{verdict.match:8}{printable(claim.id)}  {_cut(verdict.quote)}"]
    if verdict.spans:
        places = ", ".join(f"{span.start}-{span.end}" for span in verdict.spans)
        lines.append(f"at {printable(verdict.source)}:{places}" if verdict.source else f"at {places}")
    lines += map(in_words, verdict.differences)
    if verdict.attribution:
        lines.append(attributed_in_words(verdict.attribution))
    return "\n        ".join(lines) + "\n"


def in_words(each: Difference) -> str:
    """Say of a difference what it is."""
    said, there = f"“{_cut(each.claim.text)}”", f"“{_cut(each.source.text)}”"
    what = f"{said} for {there}" if each.change == "replaced" else there if each.source.text else said
    marks = {"ellipsis": ", by an ellipsis", "brackets": ", in brackets", "attribution": ", who speaks", "": ""}
    turns = f" – “{printable(each.turns)}” turns it" if each.turns else ""
    return f"{each.change} ({each.matter}{marks[each.edit]}): {what}{turns}"


def attributed_in_words(given: Attribution) -> str:
    """Say whose the words are, with the evidence."""
    name = f": {printable(given.speaker)}" if given.speaker and given.answer != "attributed" else ""
    evidence = f"; {given.quote.kind}, rule: {given.quote.rule}, {given.quote.confidence:.0%}" if given.quote else ""
    return f"{printable(given.claimed)}: {given.answer}{name}{evidence}"


def tally(verdicts: Counter[Match]) -> str:
    """Return how many there are of each answer, from the best to the worst."""
    return " · ".join(f"{match} {verdicts[match]:,}" for match in MATCHES if verdicts[match])


def _cut(text: str) -> str:
    shown = printable(text[: 2 * _LONGEST])
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST].rstrip()}…"
