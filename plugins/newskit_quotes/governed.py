"""What a cue governs: a quotation beside it, or content in its own sentence; and whose that is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newskit.text import LETTER
from newskit_quotes.beginnings import begins_clause, unjoined, with_amount
from newskit_quotes.chunks import NAMING, phrase_before, phrase_from
from newskit_quotes.clauses import FINITE
from newskit_quotes.columns import COMMAS, DASHES, Columns, Quoted
from newskit_quotes.dashes import dashed
from newskit_quotes.lexicon import RELATIVES, word_class, word_set
from newskit_quotes.phrasal import cue_span
from newskit_quotes.plain import only_cites, question_before, undergoes, with_rest
from newskit_quotes.records import AROUND, LEFT, NONE, RIGHT, Cue, Decider, Draft, Form, Range
from newskit_quotes.refused import is_prompt, is_refused
from newskit_quotes.sources import whole_source
from newskit_quotes.subjects import of_relative, raised, with_name
from newskit_quotes.things import tells_nothing

_GOING_ON, _LEADING_UP = map(word_class, ("going_on", "leading_up"))
_WHEN, _ANSWERS = map(word_class, ("fronting", "answer"))
_FAR, _FEW, _LONG, _BEGUN, _CONNECTING = 32, 3, 12, 20, 2
_ENDS, _VERBAL = frozenset({".", "?", "!"}), frozenset({"VERB", "AUX"})
_SPLITTING, _ASKED, _ABOUT = frozenset({"ADV", "PART"}), frozenset({"WRB", "WP"}), frozenset({"about", "on", "over"})
_SURE = 0.6
"""What a cue beside a quotation scores at least."""


def govern(columns: Columns, decider: Decider, cue: Cue, owners: dict[int, Draft]) -> Draft | None:
    """Return what a cue governs, with its source; None where it is no sure cue, or governs nothing.

    ``owners`` has the drafts of the quotations before, by their numbers.
    """
    in_dialogue = bool(columns.dashed and dashed(columns, cue.head))
    likely = in_dialogue or cue.side != NONE or cue.weak or decider.is_cue(cue.head)
    if not likely or is_refused(columns, cue.head) or _is_put(columns, cue.head):
        return None
    if in_dialogue:
        return in_sentence(columns, decider, cue.head)
    asked = question_before(columns, cue.head)
    if asked is not None:
        return _draft(columns, decider, cue.head, LEFT, Form.REPORT_THEN_CUE, [asked])
    if cue.side == LEFT:
        return after_quotation(columns, decider, cue.head, columns.quotations[cue.quotation], owners)
    if cue.side == RIGHT:
        whole = before_quotation(columns, decider, cue.head, columns.quotations[cue.quotation])
        if whole is not None:
            return whole
    return in_sentence(columns, decider, cue.head)


def _is_put(columns: Columns, head: int) -> bool:
    """Tell whether a prompt names but a thing: "| Questioned | about the money, Lopez said"."""
    if columns.lowered(head + 1) not in _ABOUT or not is_prompt(columns, head):
        return False
    return not columns.count_verbs(head + 1, columns.lower.index(",", head))


def _draft(
    columns: Columns, decider: Decider, head: int, layout: int, form: Form, content: list[Range], least: float = 0.0
) -> Draft:
    """Return a draft with the whole of its cue, and its source."""
    cue, base = cue_span(columns, head, content), decider.source(head, layout, content)
    source = with_name(columns, head, whole_source(columns, head, base, content), content) if base else None
    return Draft(head, form, max(decider.cue_score(head), least), content, source, cue)


def after_quotation(
    columns: Columns, decider: Decider, head: int, quotation: Quoted, owners: dict[int, Draft]
) -> Draft:
    """Return what is said in a quotation before its cue, with the quotations that go with it."""
    first = quotation.first
    bullet = columns.bounds[first][0] == first - 1 and columns.lower[first - 1] in DASHES
    if not quotation.begins and not bullet and columns.lower[first - 1] not in (":", "—", "--"):
        first = decider.left_start(head, quotation.last, columns.bounds[first][0], LEFT)
    content: list[Range] = [(first, quotation.last)]
    before = quotation
    while before.continues and before.number and before.number - 1 not in owners:
        before = columns.quotations[before.number - 1]
        content.insert(0, (before.first, before.last))
    layout, form = LEFT, Form.QUOTATION_THEN_CUE
    for after in columns.quotations[quotation.number + 1 : quotation.number + 2]:
        if head < after.first < columns.bounds[head][1] and _continues(columns, decider, head, after):
            content.append((after.first, after.last))
            layout, form = AROUND, Form.QUOTATION_ROUND_CUE
    return with_rest(columns, _draft(columns, decider, head, layout, form, content, _SURE), quotation)


def _continues(columns: Columns, decider: Decider, head: int, quotation: Quoted) -> bool:
    """Tell whether a quotation behind a cue goes on with the one before it, and has no other cue before it."""
    lead = quotation.first - 1 - (columns.tag(quotation.first - 1) == "ADV")
    return (
        (
            columns.lowered(lead) in _GOING_ON
            or (columns.lowered(lead) in DASHES | {")"} and not columns.quotations[quotation.number - 1].stops)
        )
        and (quotation.stops or quotation.words > _FEW)
        and not any(
            decider.may_head(index) and decider.cue_score(index) >= decider.threshold
            for index in range(head + 1, quotation.first)
        )
    )


def before_quotation(columns: Columns, decider: Decider, head: int, quotation: Quoted) -> Draft | None:
    """Return the whole quotation that a cue leads up to at once."""
    first = quotation.first
    at_once = columns.lowered(first - 1) == ":" or decider.start(head, columns.bounds[head][1]) == first
    if not at_once or not _is_whole(columns, quotation, columns.bounds[first][1]):
        return None
    whole = (first, quotation.last)
    begun = begun_before(columns, head, quotation) or _whom(columns, head)
    if begun is not None:
        return _draft(columns, decider, head, AROUND, Form.REPORT_ROUND_CUE, [begun, whole], _SURE)
    return _draft(columns, decider, head, RIGHT, Form.CUE_THEN_QUOTATION, [whole], _SURE)


def _whom(columns: Columns, head: int) -> Range | None:
    """Return the phrase that "whom" stands for before a verb with a quotation: "| the nurses |, whom he called “…”"."""
    relative = of_relative(columns, head) if "whom" in columns.lower[max(0, head - _FEW - 1) : head] else None
    return relative and relative[0]


def begun_before(columns: Columns, head: int, quotation: Quoted) -> Range | None:
    """Return the beginning of a sentence that marks behind its cue go on with: "| It was |, Lopez said, “a disgrace.”".

    Such marks begin with a small letter, and what stands before has a verb, or is the subject of the first one in them.
    """
    inner = columns.word(quotation.first + 1)
    first = columns.bounds[head][0]
    if not inner[:1].islower() or columns.lower[quotation.first - 1] != ",":
        return None
    start = columns.group_starts[head]
    subject = phrase_from(columns, head + 1, quotation.first) if start and columns.lower[start - 1] == "," else None
    subject = subject or phrase_before(columns, start)
    if subject is None or subject[0] - 1 <= first:
        return None
    comma = min(subject[0], start) - 1
    if columns.lower[comma] != "," or comma - first > _BEGUN or any(columns.inside[first:comma]):
        return None
    begin = first + (columns.tags[first] == "CCONJ")
    verb = next((at for at in range(quotation.first + 1, quotation.last) if columns.tags[at] in _VERBAL), -1)
    owns = verb == quotation.first + 1 and columns.tags[comma - 1] in NAMING and columns.tags[begin] != "ADP"
    clause = any(columns.fine[at] in FINITE for at in range(begin, comma))
    return (begin, comma) if owns or clause else None


def _is_whole(columns: Columns, quotation: Quoted, last: int) -> bool:
    """Tell whether a quotation after a cue is all that was said: nothing of the clause goes on after it."""
    end = quotation.last
    if quotation.stops and columns.lowered(end - 2)[-1:] in (".", "?", "!"):
        return True
    if end >= last or columns.lower[end] in (".", "?", "!", ";") or quotation.words > _LONG:
        return True
    # "… says, “Don't do it,” | until shots are heard"
    sentence = columns.word(quotation.first + 1)[:1].isupper() and columns.comma_in(end)
    return sentence and columns.lower[quotation.first - 1] in (",", ":") and columns.lower[end] in _WHEN


def _plain_draft(columns: Columns, decider: Decider, head: int) -> Draft | None:
    """Return what a cue governs where that is plain: a turn behind a dash, a relative clause that it interrupts."""
    dialogue = dashed(columns, head) if columns.dashed else []
    if dialogue:
        form = Form.REPORT_ROUND_CUE if len(dialogue) > 1 else Form.REPORT_THEN_CUE
        return _draft(columns, decider, head, LEFT, form, dialogue, _SURE)
    relative = raised(columns, head)
    return _draft(columns, decider, head, AROUND, Form.REPORT_ROUND_CUE, relative) if relative else None


def in_sentence(columns: Columns, decider: Decider, head: int) -> Draft | None:
    """Return what a cue governs in its own sentence: content left of it, right of it, or both."""
    plain = _plain_draft(columns, decider, head)
    if plain is not None:
        return plain
    layout = AROUND if raises(columns, head) else decider.layout(head)
    first, last = columns.bounds[head]
    start = None
    if columns.lower[head] == "according" and layout == LEFT:
        start = _after_parenthesis(columns, head, last)
        layout = LEFT if start is None else AROUND
    layout = RIGHT if _is_answered(columns, head, last) else LEFT if only_cites(columns, head) else layout
    left = decider.left(head, first, layout) if layout != RIGHT else None
    content = [] if left is None or (start and _connects(columns, left, start)) else [columns.trimmed(left)]
    form = Form.REPORT_THEN_CUE
    if layout != LEFT or not content:
        piece, right_form = _right(columns, decider, head, start, last)
        if (
            piece is not None
            and content
            and (
                not _may_go_on(columns, head, piece[0])
                or _does(columns, piece, content)
                or _tells(columns, head, piece)
            )
        ):
            layout = LEFT
        elif piece is not None:
            form = Form.REPORT_ROUND_CUE if content and right_form is Form.CUE_THEN_REPORT else right_form
            content.append(with_amount(columns, piece))
    if (
        form is Form.CUE_THEN_REPORT
        and content
        and _lacks_subject(columns, content[0][0])
        and of_relative(columns, head)
    ):
        return None  # "Lopez, whom the board | dismissed | in May, told us"
    whole = _whole_clause(columns, head, form, content)
    if len(whole) > 1 and form is not Form.REPORT_ROUND_CUE:
        layout, form, content = AROUND, Form.REPORT_ROUND_CUE, whole
    pieces = [piece for piece in content if _has_word(columns, piece)]
    content = unjoined(columns, head, pieces)
    form = Form.CUE_THEN_REPORT if len(content) < len(pieces) else form
    if not content or (form is Form.CUE_THEN_REPORT and tells_nothing(columns, head, content)):
        return None
    draft = _draft(columns, decider, head, layout, form, content)
    if form is Form.REPORT_THEN_CUE and _is_aged_subject(columns, head, content[0]):
        return None
    return None if form is Form.CUE_THEN_REPORT and undergoes(columns, draft) else draft


def _is_aged_subject(columns: Columns, head: int, content: Range) -> bool:
    """Tell whether an age stands between who does something and the verb: "Lopez, 43, | cried |"."""
    age = columns.group_starts[head] - 2
    aged = columns.lowered(age).isdigit() and columns.lowered(age - 1) == columns.lowered(age + 1) == ","
    return aged and content[1] == age - 1 and not columns.count_verbs(*content)


def _is_answered(columns: Columns, head: int, last: int) -> bool:
    """Tell whether all that is said is told in a word behind the verb: "Lopez, a nurse, | said | no."."""
    return columns.lowered(head + 1) in _ANSWERS and head + 2 >= last - 1


def _lacks_subject(columns: Columns, start: int) -> bool:
    """Tell whether what stands behind a cue and a comma begins with a finite verb, whose subject is elsewhere."""
    return columns.lower[start - 1] == "," and columns.fine[start] in FINITE and not columns.inside[start]


def _whole_clause(columns: Columns, head: int, form: Form, content: list[Range]) -> list[Range]:
    """Return content on one side of its cue with the rest of its clause on the other."""
    first = columns.bounds[head][0]
    parted = form in (Form.CUE_THEN_REPORT, Form.REPORT_THEN_CUE) and is_parenthesis(columns, head)
    predicate = _predicate(columns, head) if parted and form is Form.REPORT_THEN_CUE else None
    if predicate is not None:
        return [*content, predicate]  # "| It is |, says Lopez, | a disgrace |"
    if first < head - 1 and parted:
        behind = behind_subject(columns, head, (first, head - 1))
        return content if behind is None else [(first, head - 1), behind]
    if form is Form.REPORT_THEN_CUE and len(content) == 1 and columns.lowered(columns.group_starts[head] - 1) != ",":
        behind = behind_subject(columns, head, content[0])
        return content if behind is None else [*content, behind]
    if form is Form.CUE_THEN_REPORT and content and _lacks_subject(columns, content[0][0]):
        begun = begun_subject(columns, head, content[0][0])
        return content if begun is None else [begun, *content]
    return content


def _predicate(columns: Columns, head: int) -> Range | None:
    """Return what goes on behind an auxiliary, a verb of saying and who says it."""
    base, last = phrase_from(columns, head + 1, columns.bounds[head][1]), columns.bounds[head][1]
    if base is None or columns.tag(head - 2) != "AUX" or columns.lowered(base[1]) != "," or base[1] + 2 >= last:
        return None
    return columns.trimmed((base[1] + 1, last - (columns.lower[last - 1] in _ENDS)))


def is_parenthesis(columns: Columns, head: int) -> bool:
    """Tell whether a cue stands behind a comma and before who says it: "The bridge|, said its keeper|, is old"."""
    if columns.lowered(head - 1) != "," or columns.grade(head) != "say":
        return False
    base = phrase_from(columns, head + 1, columns.bounds[head][1])
    if base is None or base[0] != head + 1:
        return False
    word = columns.lower[base[1] - 1]
    person = any(each in word_set(name) for each in (word, word.removesuffix("s")) for name in ("persons", "strangers"))
    return person or base[1] - 1 in columns.offices or columns.people[base[1] - 1] == 1


def behind_subject(columns: Columns, head: int, subject: Range) -> Range | None:
    """Return what goes on behind a subject alone and its cue: "Nobody, said the widow, Ann Poe, | had called her |"."""
    first, last = columns.bounds[head]
    if subject[0] != first or columns.count_verbs(*subject) or columns.lower[subject[1]] != ",":
        return None
    for comma in range(head + 2, min(head + _FAR, last - 2)):
        if columns.lower[comma] == "," and columns.fine[comma + 1] in FINITE:
            return columns.trimmed((comma + 1, last - (columns.lower[last - 1] in _ENDS)))
        if columns.tags[comma] in _VERBAL:
            break
    return None


def begun_subject(columns: Columns, head: int, start: int) -> Range | None:
    """Return the subject of what goes on behind its cue: "| The rains |, Lopez warned, will bring it down"."""
    first = columns.bounds[head][0]
    subject = phrase_before(columns, columns.group_starts[head])
    inverted = phrase_from(columns, head + 1, start)
    comma = (
        columns.group_starts[head] if inverted and inverted[0] == head + 1 else subject[0] if subject else first
    ) - 1
    if comma <= first or columns.lower[comma] != "," or comma - first > _BEGUN:
        return None
    asked = first + (columns.tags[first] == "CCONJ")  # "| But who |, Lopez asked, will pay for it?"
    if comma == asked + 1 and columns.fine[asked] in _ASKED and columns.lowered(columns.bounds[head][1] - 1) == "?":
        return first, comma  # "| Why |, Lopez asked, was nobody told?"
    base = phrase_from(columns, first, comma)
    plain = base is not None and base[0] == first and not columns.count_verbs(first, comma)
    relative = not RELATIVES.isdisjoint(columns.lower[comma:start])
    return (first, comma) if plain and not relative and not columns.inside[first] else None


def _has_word(columns: Columns, piece: Range) -> bool:
    """Tell whether a piece of content is more than marks and figures."""
    first, last = piece
    bits = columns.bits
    return bool(bits[first] & LETTER) or any(bits[index] & LETTER for index in range(first + 1, last))


def raises(columns: Columns, head: int) -> bool:
    """Tell whether a passive of saying has taken its subject from what is said: "he is said to have left"."""
    said = columns.grade(head) == "say" and not columns.is_addressed(head)
    return said and columns.lowered(head + 1) == "to" and columns.is_passive(head)


def _after_parenthesis(columns: Columns, head: int, last: int) -> int | None:
    """Return where the clause goes on after ", according to Smith,"; None where it does not."""
    if columns.lowered(head - 1) != ",":
        return None
    fronted = not columns.count_verbs(columns.bounds[head][0], head - 1)
    for index in range(head + 2, min(head + _FAR, last - 1)):
        verb = index + 1
        while columns.tag(verb) in _SPLITTING and columns.tag(head - 2) == "AUX":  # "will, according to Poe, never be"
            verb += 1
        goes_on = columns.tag(verb) in _VERBAL and columns.fine[verb] != "VBG"
        if columns.lower[index] == "," and (goes_on or (fronted and begins_clause(columns, index + 1, last))):
            return index + 1
    return None


def _connects(columns: Columns, piece: Range, start: int) -> bool:
    """Tell whether a piece only joins a sentence to the one before: "| However |, according to Lopez, it is late"."""
    first, last = piece
    if columns.tags[start] in _VERBAL:  # "| The bridge |, according to Lopez, was shut"
        return False
    named = any(columns.tags[at] in ("PROPN", "NUM") for at in range(first, last))
    return last - first <= _CONNECTING and not named and columns.lower[last - 1] not in word_set("times")


def _right(columns: Columns, decider: Decider, head: int, start: int | None, last: int) -> tuple[Range | None, Form]:
    """Return the content right of a cue, and the form that it makes."""
    if start is None:
        start = decider.start(head, last)
    if start is None:
        return None, Form.CUE_THEN_REPORT
    quotation = columns.opens.get(start)
    if quotation is not None and _is_whole(columns, quotation, last):
        return (start, quotation.last), Form.CUE_THEN_QUOTATION
    end = led_quotation(columns, start, decider.end(head, start, last), last)
    return columns.trimmed((start, whole_quotation(columns, start, end, last))), Form.CUE_THEN_REPORT


def led_quotation(columns: Columns, start: int, end: int, last: int) -> int:
    """Return the end of content with the quotation that a conjunction leads up to: "it is late because, | “we …”"."""
    if end >= last:
        return end
    number = bisect_left(columns.quotation_starts, end)
    for quotation in columns.quotations[number : number + 1]:
        first = quotation.first
        led = end + 1 < first < last and columns.lower[first - 1] == "," and columns.lower[first - 2] in _LEADING_UP
        if led and quotation.words > _FEW and not columns.inside[start]:
            return quotation.last
    return end


def whole_quotation(columns: Columns, start: int, end: int, last: int) -> int:
    """Return the end of content with the rest of a quotation that a full stop within it parts: that "it is. It was"."""
    if end < last - 1:
        return end
    numbers = columns.quotations_in([(start, end)])
    open_there = columns.quotations[numbers[-1]] if numbers else None
    return max(end, open_there.last) if open_there is not None and open_there.closed else end


def _may_go_on(columns: Columns, head: int, start: int) -> bool:
    """Tell whether content may go on right of a verb of saying in the middle of it: only after a comma or a mark."""
    said = columns.grade(head) == "say" and columns.tag(head - 1) != "AUX"
    return not said or columns.lowered(start - 1) in COMMAS or start in columns.opens


def _does(columns: Columns, piece: Range, content: Sequence[Range]) -> bool:
    """Tell whether a piece behind a whole clause is what the speaker does: "It shook, Lopez said, | thanking them"."""
    clause = any(columns.count_verbs(*each) for each in content)
    return clause and columns.fine[piece[0]] == "VBG" and columns.lowered(piece[0] - 1) == ","


def _tells(columns: Columns, head: int, piece: Range) -> bool:
    """Tell whether a piece only tells of who says it: "according to a study | that took two years"."""
    return columns.lower[head] == "according" and columns.lowered(piece[0] - 1) not in COMMAS
