"""The cues: words that report something, known ones and those beside speech between quotation marks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import compress, count, filterfalse, takewhile

from newskit_quotes import beginnings, phrasal, plain
from newskit_quotes.columns import COMMAS, DASHES, Columns, Quoted
from newskit_quotes.ended import is_of_nobody
from newskit_quotes.labels import speaker_label
from newskit_quotes.lexicon import OWNING, PERSONAL, word_class
from newskit_quotes.readings import places
from newskit_quotes.records import LEFT, NONE, RIGHT, Cue, Decider, Draft
from newskit_quotes.refused import is_prompt, is_refused
from newskit_quotes.signed import is_signed
from newskit_quotes.subjects import of_relative

_AHEAD, _SAYINGS = 8, word_class("saying_noun")
"""Tokens from a noun of what is said to its colon."""
_PLURAL_TAGS = frozenset({"NNS", "NN"})
_BESIDE = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "ADV", "X", "NUM"})
"""What may stand beside the verb in a sentence that only tells who spoke."""
_NEAR, _FAR = 8, 32
"""Within so many tokens after a quotation a reporting verb is likely, or possible, its cue."""
_SURE, _LIKELY, _EVEN, _SPEECH = 0.6, 0.3, 0.5, 0.9
"""Scores: a cue beside a quotation that is sure, one that the lexicon has; speech as likely as not, and sure."""
_NAMING, _LINKS = map(word_class, ("verb_of_naming", "naming_link"))
_NAMED = 4
"""Tokens before a quotation among which the verb of naming stands: "described | as the “…”"."""
_BEING, _COMING = frozenset({"was", "is", "were"}), frozenset({"was", "is", "were", "came"})
_SHORTEST, _ALONE = 4, (NONE, -1)
_LEAST_BEFORE, _LEAST_AFTER = 0.15, 0.12
_FEW = 3


def find_cues(columns: Columns, decider: Decider, turns: Iterable[Draft]) -> list[Cue]:
    """Return the words that may head cues, in their order, but for the colons of a dialogue's ``turns``.

    Whether one of them is a cue, and is none that is refused, is for later: most are none.
    """
    beside = _beside_quotations(columns, decider)
    heads = {*candidates(columns, decider.heads, decider.telling), *beside}
    weak = weak_cues(columns, decider, heads)
    heads = {*heads, *weak}.difference(turn.head for turn in turns)
    return [Cue(head, *beside.get(head, _ALONE), head in weak) for head in sorted(heads)]


def candidates(columns: Columns, heads: frozenset[str], telling: frozenset[str]) -> list[int]:
    """Return the tokens outside quotation marks that may head a cue: known heads, and any verb before "that".

    ``telling`` are the heads and "that". Other verbs beside quotations are looked at where those are.
    """
    inside, lower = columns.inside, columns.lower
    found = []
    for index in compress(count(), map(telling.__contains__, lower)):
        if lower[index] != "that":
            found.append(index)
        elif columns.tag(index - 1) == "VERB" and lower[index - 1] not in heads:
            found.append(index - 1)
    found += [index for index in places(lower, "held") if beginnings.behind_adjunct(columns, index, len(lower))]
    for word in ("heard", "hears", "emerged"):
        found += [index for index in places(lower, word) if is_of_nobody(columns, index)]
    for word in _NAMING - heads if columns.opens else ():
        found += [index for index in places(lower, word) if plain.names(columns, index)]
    return [index for index in found if not inside[index]]


def weak_cues(columns: Columns, decider: Decider, heads: Iterable[int]) -> set[int]:
    """Return the likeliest cue of each sentence that has none that is sure, yet has what surely is speech in marks."""
    if not columns.quotations:
        return set()
    by_sentence: dict[int, list[int]] = {}
    for head in heads:
        by_sentence.setdefault(columns.sentence_of[head], []).append(head)
    sure, found = set[int](), set[int]()
    for quotation in columns.quotations:
        sentence = columns.sentence_of[quotation.first]
        if sentence in sure:
            continue
        if any(
            decider.cue_score(head) >= decider.threshold and not is_prompt(columns, head)
            for head in by_sentence.get(sentence, ())
        ):
            sure.add(sentence)
            continue
        named = naming(columns, quotation) is not None
        if decider.speech(quotation) < _SPEECH or named or is_signed(columns, quotation):
            continue
        tokens = range(*columns.sentences[sentence])
        likely = [
            head
            for head in tokens
            if decider.may_head(head) and not is_refused(columns, head) and not is_prompt(columns, head)
        ]
        best = max(likely, key=decider.cue_score, default=None)
        if best is not None and (quotation.stops or decider.cue_score(best) >= _LEAST_AFTER):
            sure.add(sentence)
            found.add(best)
    return found


def _beside_quotations(columns: Columns, decider: Decider) -> dict[int, tuple[int, int]]:
    """Return the cues beside quotations of speech: each head with the side on which its quotation lies, and which."""
    found: dict[int, tuple[int, int]] = {}
    for quotation in filterfalse(partial(is_signed, columns), columns.quotations):
        if not quotation.stops and quotation.words < _FEW and not _labelled(columns, quotation):
            parted = interrupting(columns, quotation) or behind_gloss(columns, quotation)
            parted = parted or sent_by(columns, quotation.last, columns.bounds[quotation.last - 1][1])
            if parted is not None:
                found.setdefault(parted, (LEFT, quotation.number))
            continue
        glossed = behind_gloss(columns, quotation)
        if quotation.titled and decider.speech(quotation) < _EVEN and glossed is None:
            continue
        before, score = _cue_before(columns, decider, quotation)
        if naming(columns, quotation) not in (None, before):
            before = None
        if before is not None and score > _SURE and quotation.first - before <= _FEW:
            found.setdefault(before, (RIGHT, quotation.number))
            continue
        after = interrupting(columns, quotation) or glossed or _cue_after(columns, decider, quotation)
        if after is not None and not columns.grade(after) and _is_reported(columns, decider, quotation):
            continue
        if after is not None and (quotation.begins or decider.layout(after) != RIGHT):
            found.setdefault(after, (LEFT, quotation.number))
        elif before is not None:
            found.setdefault(before, (RIGHT, quotation.number))
    return found


def naming(columns: Columns, quotation: Quoted) -> int | None:
    """Return the verb of what somebody names so: "what Lopez | calls | “progress”", "that she | calls | a “gift”"."""
    at, least = quotation.first - 1, quotation.first - _NAMED
    while at > least and columns.lowered(at) in _LINKS:
        at -= 1
    return at if columns.lowered(at) in _NAMING and of_relative(columns, at) is not None else None


def _is_reported(columns: Columns, decider: Decider, quotation: Quoted) -> bool:
    """Tell whether a verb of saying before a quotation in its sentence reports it: "after saying it was “late,” …"."""
    first = max(columns.bounds[quotation.first][0], quotation.first - _FAR)
    before = () if quotation.begins else range(first, quotation.first)
    return any(columns.grade(at) == "say" and decider.may_head(at) and decider.is_cue(at) for at in before)


def _labelled(columns: Columns, quotation: Quoted) -> bool:
    """Tell whether a quotation is all that stands behind a speaker's name and a colon."""
    ends = quotation.first > 0 and quotation.last >= columns.bounds[quotation.first][1]
    return ends and speaker_label(columns, quotation.first - 1) is not None


def _cue_before(columns: Columns, decider: Decider, quotation: Quoted) -> tuple[int | None, float]:
    """Return the cue in the clause that leads up to a quotation, and its score: Smith said: "…"; as she put it, "…"."""
    index = quotation.first - 1
    if index < 0 or columns.inside[index]:
        return None, 0.0
    lead = columns.lower[index]
    led = lead in (",", ":") or columns.tags[index] == "VERB" or lead in decider.heads
    if not led or (quotation.begins and lead != ":"):
        return None, 0.0
    spoken = index if speaker_label(columns, index) is not None else phrasal.verb_before(columns, index)
    if spoken is not None:
        return spoken, _SPEECH
    said = index > 0 and columns.grade(index - 1) == "say" and columns.fine[index - 1] == "VBG"
    if said and not is_refused(columns, index - 1):
        return index - 1, _SPEECH  # "when questioned, asserting | ,"
    least = max(columns.bounds[index][0], quotation.first - _FAR)
    clause = takewhile(lambda index: not columns.inside[index], range(index, least - 1, -1))
    known = columns.lexicon.cues if lead == ":" else ()
    best, score = _best(columns, decider, _LEAST_BEFORE, ((each, columns.lower[each] in known) for each in clause))
    if lead in (":", ",") and (best is None or columns.grade(best) != "say"):
        noun = announced(columns, index)
        return (best, score) if noun is None else (noun, _SPEECH)
    return best, score


def announced(columns: Columns, lead: int) -> int | None:
    """Return the noun of what was said right before a colon: "answered with one | word |:", "a | plea | to us:".

    Before a comma it is but a "subject line".
    """
    if columns.lowered(lead - 1) == "line" and columns.lowered(lead - 2) == "subject":
        return lead - 1
    if columns.lower[lead] == ",":
        return None
    low = max(columns.bounds[lead][0], lead - _AHEAD)
    for at in range(lead - 1, low - 1, -1):
        if columns.lower[at] in _SAYINGS and columns.tags[at] == "NOUN":
            return at
        if columns.tags[at] == "PUNCT" or (columns.tags[at] == "VERB" and columns.fine[at] != "VBG"):
            break  # but "her first | words | on landing:"
    return None


def _best(
    columns: Columns, decider: Decider, best: float, clause: Iterable[tuple[int, bool]]
) -> tuple[int | None, float]:
    """Return the first sure cue of a clause, else the likeliest, and its score; ``clause`` says which are likely."""
    chosen = None
    for index, likely in clause:
        if decider.may_head(index):
            score = decider.cue_score(index)
            if likely:
                score = max(score, _LIKELY)
            if score > best and not is_refused(columns, index) and not is_prompt(columns, index):
                best, chosen = score, index
            if best > _SURE:
                break
    return chosen, best


def _cue_after(columns: Columns, decider: Decider, quotation: Quoted) -> int | None:
    """Return the cue in the clause that follows a quotation: "…," Smith said; "…," said Smith."""
    index = quotation.last
    comma = columns.lowered(index) in COMMAS
    if not (quotation.stops or comma):
        return sent_by(columns, index, columns.bounds[index - 1][1])
    if not quotation.stops and columns.lower[index] in DASHES and not quotation.begins:
        return None  # a name or a term set off by dashes
    limit = _clause_end(columns, quotation)
    if by_nobody(columns, index + comma):
        return None
    plain = plain_cue(columns, index + comma, limit)
    plain = plain if plain is not None else sent_by(columns, index + comma, limit)
    plain = plain if plain is not None else phrasal.verb_after(columns, index + comma, limit)
    if plain is not None:
        return plain
    near = quotation.last + _NEAR
    clause = ((each, each < near and columns.grade(each) == "say") for each in range(index + comma, limit))
    head, _ = _best(columns, decider, _LEAST_AFTER, clause)
    if head is not None and columns.lower[head] == "quoted":  # "…," the agency quoted a minister as | saying |
        for each in range(head + 2, min(head + _NEAR, limit)):
            if columns.lower[each] == "saying" and columns.lower[each - 1] == "as":
                return each
    return head


def sent_by(columns: Columns, first: int, limit: int) -> int | None:
    """Return the noun that a quotation is: "“No!” was the | message | from Lopez"."""
    if columns.lowered(first) in _BEING and columns.lowered(first + 1) == "all":  # "“Sorry” was all he would | say |"
        near = range(first + 2, min(first + _NEAR, limit))
        return next((at for at in near if columns.grade(at) == "say" and columns.tags[at] == "VERB"), None)
    noun = first + 2
    if noun > limit or columns.lower[first] not in _COMING:
        return None
    if (
        columns.lowered(first + 1) in OWNING
        and columns.lowered(noun) in _SAYINGS
        and columns.tag(noun + 1) in ("PUNCT", "")
    ):
        return noun  # "“Never” was his | reply |"
    if noun + 1 >= limit or columns.lower[first + 1] != "the":
        return None
    return noun if columns.lower[noun] in _SAYINGS and columns.lower[noun + 1] in ("from", "of") else None


def by_nobody(columns: Columns, index: int) -> bool:
    """Tell whether nobody is the subject of what stands behind a quotation: "“Who knew?” | No one | replied."."""
    word = columns.lowered(index)
    return word == "nobody" or (word == "no" and columns.lowered(index + 1) == "one")


def interrupting(columns: Columns, quotation: Quoted) -> int | None:
    """Return the verb of what interrupts a quotation: "The budget" – Lopez paused – "is late."."""
    following = columns.quotations[quotation.number + 1 : quotation.number + 2]
    first, last = quotation.last, following[0].first if following else 0
    if not _SHORTEST <= last - first <= _NEAR:
        return None
    edges = columns.lower[first], columns.lower[last - 1]
    if not DASHES.issuperset(edges) and edges != ("(", ")"):
        return None
    verbs = [at for at in range(first + 1, last - 1) if columns.tags[at] == "VERB"]
    begin = columns.titles.get(first + 1, first + 1)
    named = columns.people[begin : begin + 1] == b"\x01" or columns.lowered(begin) in PERSONAL
    return verbs[0] if named and verbs and not quotation.stops else None


def behind_gloss(columns: Columns, quotation: Quoted) -> int | None:
    """Return the cue behind what translates a quotation, in brackets or dashes: "Hola" (hello), Lopez said."""
    index = quotation.last
    mark = columns.lowered(index)
    if not quotation.begins or (mark != "(" and mark not in DASHES):
        return None
    closes = {")"} if mark == "(" else DASHES
    closing = next((at for at in range(index + 1, index + _FAR) if columns.lowered(at) in closes), None)
    bare = mark == "(" or (closing is not None and not columns.count_verbs(index, closing))
    if closing is None or not bare or (mark == "(" and columns.lowered(closing + 1) != ","):
        return None
    begin, last = closing + 1 + (mark == "("), columns.bounds[closing][1]
    return next((at for at in range(begin, min(closing + _NEAR, last)) if columns.grade(at) == "say"), None)


def plain_cue(columns: Columns, first: int, limit: int) -> int | None:
    """Return a verb of saying right behind a person's name, whatever a tagger thinks of it: "…," Lopez reports."""
    end = first
    while end < limit and (columns.people[end] or columns.tags[end] == "PROPN"):
        end += 1
    said = first < end < limit and columns.grade(end) == "say" and columns.fine[end] in _PLURAL_TAGS
    return end if said and columns.tag(end + 1) not in ("VERB", "AUX") else None


def _clause_end(columns: Columns, quotation: Quoted) -> int:
    """Return where the clause after a quotation ends: with its sentence, the next quotation, or a new sentence."""
    sentence = columns.sentence_of[quotation.last - 1]
    last = columns.sentences[sentence][1]
    ended = columns.lowered(quotation.last - 2)[-1:] == "."
    if quotation.last >= last:
        goes_on = columns.paragraph_of[sentence + 1 : sentence + 2] == [quotation.paragraph]
        if not goes_on or (ended and not _is_tag(columns, sentence + 1)):
            return quotation.last
        last = columns.sentences[sentence + 1][1]
    for following in columns.quotations[quotation.number + 1 : quotation.number + 3]:
        if following.words < _FEW and not following.stops:
            continue
        if following.first < last and ended and columns.lower[following.first - 1] in (",", ":"):
            return quotation.last
        last = min(last, following.first)
        break
    return min(last, quotation.last + _FAR)


def _is_tag(columns: Columns, sentence: int) -> bool:
    """Tell whether a sentence says but who spoke: "“It is late.” | Lopez says. |"; the verb has nothing to report."""
    first, last = columns.sentences[sentence]
    if last - first > _NEAR or any(columns.inside[first:last]) or columns.count_verbs(first, last) > 1:
        return False
    head = next((at for at in range(first, last) if columns.grade(at) == "say" or phrasal.speaks(columns, at)), None)
    if head is None:
        return False
    end = head + 1 + phrasal.speaks(columns, head)
    named = [at for at in (*range(first, head), *range(end, last)) if columns.tags[at] not in ("PUNCT", "PART")]
    return bool(named) and all(columns.tags[at] in _BESIDE or columns.lower[at] == "of" for at in named)
