"""The attributions of an article, stage by stage."""

from __future__ import annotations

from newskit_quotes.columns import Columns
from newskit_quotes.cues import find_cues, naming
from newskit_quotes.governed import govern
from newskit_quotes.headlines import headed
from newskit_quotes.interviews import answers
from newskit_quotes.judged import judged
from newskit_quotes.narrated import narrated
from newskit_quotes.overlaps import attributions, resolve
from newskit_quotes.records import NONE, Attribution, Cue, Decider, Draft
from newskit_quotes.signed import signed
from newskit_quotes.turns import dialogue, transcribed
from newskit_quotes.uncued import carry_over
from newskit_quotes.worded import worded


def find(columns: Columns, decider: Decider) -> list[Attribution]:
    """Return the attributions of an article in the order of their cues.

    1. Cues: words of the lexicon and the model's heads, and the likeliest word beside speech between marks.
    2. What each governs, a quotation beside it or content in its own sentence, and whose it is.
    3. Speech that no verb introduces: a signed quotation, the turn of a dialogue, what goes on from the speech before.
    4. Where attributions overlap, content ends at the other's cue, and what is no report of its own is left out.
    """
    turns = dialogue(columns)
    drafts = judged(columns, decider) + worded(columns)
    owners = {number: draft for draft in drafts for number in columns.quotations_in(draft.content)}
    for cue in find_cues(columns, decider, [*turns, *drafts]):
        draft = govern(columns, decider, cue, owners)
        if draft is not None:
            drafts.append(draft)
            for number in columns.quotations_in(draft.content):
                owners.setdefault(number, draft)
    drafts += _named_so(columns, decider, owners)
    drafts += signed(columns, owners)
    if not turns or turns[0].head >= columns.headline[1]:
        drafts += headed(columns, drafts, owners)
    drafts += narrated(columns, decider, owners)
    drafts += answers(columns, owners)
    drafts = transcribed(columns, drafts, turns, owners)
    drafts.sort(key=lambda each: each.head)
    drafts += carry_over(columns, decider, drafts, owners)
    drafts.sort(key=lambda each: each.head)
    return attributions(columns, resolve(columns, drafts))


def _named_so(columns: Columns, decider: Decider, owners: dict[int, Draft]) -> list[Draft]:
    """Return what somebody names so, where no other cue governs it: "instead of what Lopez calls “progress”"."""
    found = []
    for quotation in columns.quotations:
        head = None if quotation.number in owners else naming(columns, quotation)
        draft = None if head is None else govern(columns, decider, Cue(head, NONE, -1, weak=True), owners)
        if draft is not None:
            owners[quotation.number] = draft
            found.append(draft)
    return found
