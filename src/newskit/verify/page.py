"""Verdicts as a page to read that needs nothing else: each claim with what differs, and whose the words are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from newskit.formats.html.marks import letters
from newskit.formats.html.page import data, fill, page_style
from newskit.verify.claims import Claimed
from newskit.verify.records import attributed_in_words, in_words, tally
from newskit.verify.verdict import Verdict

_HERE = "newskit.verify"


def to_page(checked: Sequence[tuple[Claimed, Verdict]], *, unread: Sequence[str] = ()) -> str:
    """Return the page; text stands there letter for letter, as in ``newskit.formats.to_html``.

    ``unread`` says of each claim that could not be checked where it is and why.
    """
    counts = Counter(verdict.match for _, verdict in checked)
    rows = "\n".join(_row(*each) for each in checked)
    not_checked = "".join(f"<li>{letters(each)}</li>" for each in unread)
    view = (
        f"<h1>Quotes checked</h1>\n<p>{len(checked):,} in all: {letters(tally(counts)) or 'none'}</p>\n"
        + (f"<p>Not checked, {len(unread):,}:</p>\n<ul class=unread>{not_checked}</ul>\n" if unread else "")
        + "<p class=key>In a quote, <del>what only the source has</del> and <ins>what only the claim has</ins>.</p>\n"
        "<table><thead><tr><th scope=col>Answer</th><th scope=col>Quote</th><th scope=col>Where and whose</th></tr>"
        f"</thead>\n<tbody>\n{rows}\n</tbody></table>"
    )
    style = page_style("page.css", _HERE)
    return fill(data("page.html"), {"title": "Quotes checked", "style": style, "view": view})


def _row(claim: Claimed, verdict: Verdict) -> str:
    facts = [f"<small>{letters(claim.id)}</small>"]
    if verdict.spans:
        places = ", ".join(f"{span.start}–{span.end}" for span in verdict.spans)
        facts.append(letters(f"{verdict.source}, characters {places}" if verdict.source else f"characters {places}"))
    if verdict.attribution:
        facts.append(letters(attributed_in_words(verdict.attribution)))
    differences = "".join(f"<li>{letters(in_words(each))}</li>" for each in verdict.differences)
    quote = f"<q>{''.join(_marked(verdict))}</q>" + (f"<ul>{differences}</ul>" if differences else "")
    held = "yes" if verdict.supported else "no"
    refused = verdict.attribution is not None and verdict.attribution.answer == "to another"
    answer = letters(verdict.match) + ("<br><small>of another</small>" if refused else "")
    cells = f"<th scope=row>{answer}</th><td>{quote}</td><td>{'<br>'.join(facts)}</td>"
    return f"<tr class={held}>{cells}</tr>"


def _marked(verdict: Verdict) -> Iterator[str]:
    """Yield the claim with what the source has in its place."""
    done = 0
    for each in sorted(verdict.differences, key=lambda each: (each.claim.start, each.claim.end)):
        yield letters(verdict.quote[done : each.claim.start])
        yield f"<del>{letters(each.source.text)}</del> " if each.source.text else ""
        yield f"<ins>{letters(each.claim.text)}</ins>" if each.claim.text else ""
        done = max(done, each.claim.end)
    yield letters(verdict.quote[done:])
