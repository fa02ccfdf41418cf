"""The turns of a dialogue: paragraphs that begin with a label, the speaker's name or a letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import evolve, frozen

from newskit.text import closed_class
from newskit_quotes.columns import Columns
from newskit_quotes.lexicon import DAYS, PERSONAL, word_class
from newskit_quotes.records import Draft, Form, Range

_LONGEST_NAME, _LONGEST_ROLE = 6, 10
_SURE, _LIKELY, _SHORT = 0.95, 0.75, 3
"""How sure the turns of a longer dialogue, and of a short one, are: set by hand, not calibrated.

In four corpora of news 40 turns were found in seven articles. The four longer dialogues (34 turns) are dialogues, and
three of the six turns of the three short ones are right: too few for a finer figure.
"""
_SHARE, _FIGURES = 2, 2
_SORTS = ("letter", "brackets", "colon")
_ASKS, ANSWERS, _LEADS, _SPEAKS = map(word_class, ("question_label", "answer_label", "bullet", "speaking_role"))
_GREETING, _SAYINGS = map(word_class, ("greeting", "saying_noun"))
_OWN = word_class("self") - word_class("second_person")
_CLOSING = {"(": ")", "[": "]"}
_OPENING, _ARTICLES = frozenset({'"', "“"}), closed_class("article")
_MARKS, _FIRMS = _OPENING | {"”", "‘", "``", "''"}, frozenset({"our", "ours"})


@frozen
class _Turn:
    """A paragraph with a label: the tokens of the speaker's name, of the label's last mark, and of what is said.

    ``sort`` is how the label is written: a name and a colon, brackets, or the letter of a question or an answer;
    ``stamped`` says that a time stands before it.
    """

    name: Range
    mark: int
    last: int
    sort: str
    stamped: bool
    words: tuple[str, ...]

    @property
    def upper(self) -> bool:
        return all(word.isupper() for word in self.words if word.isalpha())


def dialogue(columns: Columns) -> list[Draft]:
    """Return the turns of an interview or a debate: paragraphs that begin with the speaker's name and a colon.

    One such line may be a heading; only where names come back, or several are in capitals, in brackets or behind a
    time, is it a dialogue; one name does where it is a person's and the paragraphs between ask.
    """
    marks = [mark for mark in ":[" if mark in columns.text and mark in columns.lower]  # a text is searched fast
    if not marks and _ASKS.isdisjoint(columns.lower):
        return []
    labelled = [turn for turn in _labelled(columns) if turn is not None]
    words = frozenset(columns.words if labelled else ())
    turns = [turn for turn in labelled if not _is_heading(columns, turn, words)]
    sorts = {sort: _together(columns, [each for each in turns if each.sort == sort]) for sort in _SORTS}
    if sorts["colon"].most > 1 and sorts["letter"].most > 1:  # "Q …" and "THE PRESIDENT: …"
        sorts["letter"] = evolve(sorts["letter"], answers=True)
    kept = [turn for turn in turns if _speaks(columns, turn, sorts[turn.sort])] or _voices(columns, turns)
    if _SHARE * sum(_is_speech(columns, turn) or _is_asked(columns, turn) for turn in kept) < len(kept):
        return []
    score = _SURE if len(kept) > _SHORT else _LIKELY
    return [
        Draft(
            turn.mark,
            Form.DIALOGUE_TURN,
            score,
            [(_behind_stars(columns, turn), turn.last)],
            turn.name,
            (turn.mark, turn.mark + 1),
        )
        for turn in kept
    ]


def _behind_stars(columns: Columns, turn: _Turn) -> int:
    """Return where a turn begins behind the stars that set its label in bold: "**Poe:** | I am glad."."""
    begin = turn.mark + 1
    while begin < turn.last - 1 and columns.lower[begin] == "*":
        begin += 1
    return begin


def _voices(columns: Columns, turns: Sequence[_Turn]) -> list[_Turn]:
    """Return what several people say once each, who are described: "Ann Poe, 66, Leeds: I miss the buses."."""
    described = [turn for turn in turns if turn.sort == "colon" and turn.mark > turn.name[1]]
    people = [turn for turn in described if columns.people[turn.name[1] - 1]]
    said = [frozenset(columns.lower[turn.mark : turn.last]) for turn in people]
    own = all(not _OWN.isdisjoint(words) and _MARKS.isdisjoint(words) for words in said)
    alone = sum(not (_OWN - _FIRMS).isdisjoint(words) for words in said)  # "our homes" are an agent's too
    led = _led(columns, turns)
    if led:
        return led
    return people if len(people) >= _SHORT and own and alone * _SHARE >= len(people) else []


def _led(columns: Columns, turns: Sequence[_Turn]) -> list[_Turn]:
    """Return the items of a list that the paragraph before tells as said: "What they said: ⏎ * Ann Poe: I am glad."."""
    people = [turn for turn in turns if turn.sort == "colon" and columns.people[turn.name[1] - 1]]
    if len(people) < _SHARE or not all(_MARKS.isdisjoint(columns.lower[turn.mark : turn.last]) for turn in people):
        return []
    sentence = columns.sentence_of[people[0].name[0]]
    while sentence and columns.paragraph_of[sentence - 1] == columns.paragraph_of[sentence]:
        sentence -= 1
    lead = columns.sentences[sentence - 1] if sentence else (0, 0)
    said = any(columns.grade(at) == "say" or columns.lower[at].removesuffix("s") in _SAYINGS for at in range(*lead))
    return people if said and columns.lower[lead[1] - 1] == ":" else []


def transcribed(
    columns: Columns, drafts: Sequence[Draft], turns: Sequence[Draft], owners: dict[int, Draft]
) -> list[Draft]:
    """Return drafts and turns together, and enter which quotations are those of a turn whose label stands in marks.

    No other cue has a paragraph of a transcript: "The transcript follows: ⏎⏎ “LOPEZ: It is late." A turn that is but a
    quotation with a cue of its own is none.
    """
    inside = {}
    for turn in turns:
        first = columns.bounds[turn.head][0]
        if turn.source is not None and columns.inside[turn.source[0]] and first in columns.opens:
            inside[first] = turn
    for opening, turn in inside.items():
        owners[columns.opens[opening].number] = turn
    for each in drafts if inside else ():
        each.content[:] = [piece for piece in each.content if piece[0] not in inside]
    kept = [each for each in drafts if each.content]
    return kept + [turn for turn in turns if not _is_owned(columns, turn, owners)]


def _is_owned(columns: Columns, turn: Draft, owners: dict[int, Draft]) -> bool:
    """Tell whether all that stands behind a label is one quotation that has a cue of its own."""
    (piece,) = turn.content
    numbers = columns.quotations_in([piece])
    whole = len(numbers) == 1 and columns.quotations[numbers[0]].last - columns.quotations[numbers[0]].first
    return bool(whole) and numbers[0] in owners and piece[1] - piece[0] - int(whole) <= 1


def _is_speech(columns: Columns, turn: _Turn) -> bool:
    """Tell whether a turn reads like speech: it has a verb, asks, or says "we"; a list of results does not."""
    said = columns.lower[turn.mark + 1 : turn.last]
    return columns.count_verbs(turn.mark + 1, turn.last) > 0 or "?" in said or not PERSONAL.isdisjoint(said)


def _labelled(columns: Columns) -> Iterator[_Turn | None]:
    for _, group in groupby(zip(columns.paragraph_of, columns.sentences, strict=True), key=lambda each: each[0]):
        ranges = [bounds for _, bounds in group]
        yield label(columns, ranges[0][0], ranges[-1][1])


def label(columns: Columns, first: int, last: int) -> _Turn | None:
    """Return the paragraph's turn where it begins with a label and says anything behind it."""
    lower = columns.lower
    begin = first
    while begin < last and (lower[begin] in _LEADS or columns.words[begin] in _OPENING):
        begin += 1
    after = _behind_time(columns, begin, last)
    stamped, begin = after > begin, after
    if begin + 1 >= last:
        return None
    if letter_of(lower[begin]) and lower[begin + 1] in (":", ".") and columns.words[begin][0].isupper():
        found: tuple[Range, int, str] | None = ((begin, begin + 1), begin + 1, "letter")
    elif columns.words[begin] == "Q" and (columns.words[begin + 1][0].isupper() or lower[begin + 1] == "("):
        found = (begin, begin + 1), begin, "letter"  # "Q Mr. President, will you go?"
    elif lower[begin] == "[" and columns.word(begin - 1) not in _OPENING:  # "“[Lopez] should stay”"
        found = _in_brackets(columns, begin, last)
    else:
        found = _before_colon(columns, begin, last)
    if found is None or found[1] + 1 >= last:
        return None
    name, mark, sort = found
    stamped = stamped or name[1] < _behind_time(columns, name[1], mark) == mark
    return _Turn(name, mark, last, sort, stamped, tuple(columns.words[slice(*name)]))


def letter_of(word: str) -> str:
    """Return the letter of a question or an answer without its number, "Q1"; "" for another word."""
    letter = word.rstrip("0123456789")
    return letter if letter in _ASKS or letter in ANSWERS else ""


def _behind_time(columns: Columns, first: int, last: int) -> int:
    """Return the token behind a time of a recording: "00:01", "[0:01:22]"."""
    words = columns.words
    index = first + (words[first : first + 1] in (["["], ["("]))
    times = 0
    while index < last and words[index].isdigit():
        times += 1
        index += 1
        if words[index : index + 1] != [":"] or not words[index + 1 : index + 2] or not words[index + 1].isdigit():
            break
        index += 1
    if times < 2:  # noqa: PLR2004 - minutes and seconds
        return first
    return index + (words[index : index + 1] in (["]"], [")"], ["-"], ["–"]))


def _name_end(columns: Columns, begin: int, last: int) -> int:
    """Return the token behind a speaker's name: words with capitals, and full stops of "Mr."."""
    end = begin
    for index in range(begin, min(begin + _LONGEST_NAME, last)):
        word = columns.words[index]
        numbered = index > begin and (word == "." or (word.isdigit() and len(word) <= _FIGURES))  # "Speaker 1:"
        if not (word[0].isupper() or numbered) or columns.lower[index] in DAYS:
            break
        end = index + 1
    return end


def _in_brackets(columns: Columns, begin: int, last: int) -> tuple[Range, int, str] | None:
    end = _name_end(columns, begin + 1, last)
    if end == begin + 1 or columns.lowered(end) != "]":
        return None
    mark = end + (columns.lowered(end + 1) == ":")
    return (begin + 1, end), mark, "brackets"


def _before_colon(columns: Columns, begin: int, last: int) -> tuple[Range, int, str] | None:
    """Return a name before a colon, with a role or a remark between: "ANN POE, HOST:", "POE (on camera):"."""
    end = _name_end(columns, begin, last)
    if end == begin:
        return None
    mark = end
    if columns.lowered(mark) in _CLOSING:
        closing = _CLOSING[columns.lower[mark]]
        mark = next(
            (at + 1 for at in range(mark, min(mark + _LONGEST_ROLE, last)) if columns.lower[at] == closing), mark
        )
    elif columns.lowered(mark) == ",":
        colon = next((at for at in range(mark, min(mark + _LONGEST_ROLE, last)) if columns.lower[at] == ":"), mark)
        if not columns.count_verbs(mark, colon) and "." not in columns.lower[mark:colon]:
            mark = colon
    return ((begin, end), mark, "colon") if columns.lowered(mark) == ":" else None


@frozen
class _Labels:
    """What the labels of one sort tell together: how often each comes, whether any is of somebody known."""

    times: Counter[tuple[str, ...]]
    numbered: Counter[str]
    """How often those without a name come, by their first word: "Speaker 1", "Speaker 2"."""
    most: int
    known: bool
    answers: bool
    """Whether there are letters of questions and of answers."""


def _together(columns: Columns, turns: Sequence[_Turn]) -> _Labels:
    times = Counter(each.words for each in turns)
    known = any(
        columns.named[each.name[0]] or not _SPEAKS.isdisjoint(columns.lower[slice(*each.name)]) for each in turns
    )
    letters = {letter_of(columns.lower[each.name[0]]) for each in turns}
    answers = not letters.isdisjoint(_ASKS) and not letters.isdisjoint(ANSWERS)
    numbered = Counter(each.words[0] for each in turns if _is_numbered(each))
    return _Labels(times, numbered, max(times.values(), default=0), known, answers)


def _is_heading(columns: Columns, turn: _Turn, words: frozenset[str]) -> bool:
    """Tell whether a label greets, "Dear Abby:", or is a heading that comes back, "Example:".

    The article, whose ``words`` are given, has a word of such a heading in small letters too.
    """
    first, last = turn.name
    named = any(columns.named[index] for index in range(first, last))
    spoken = turn.upper or turn.stamped or not _SPEAKS.isdisjoint(columns.lower[first:last])
    own = (index for index in range(first, last) if columns.words[index].isalpha())
    common = any(columns.lower[index] in words for index in own if columns.lower[index] not in _ARTICLES)
    return columns.lower[first] in _GREETING or (turn.sort == "colon" and not named and not spoken and common)


def _speaks(columns: Columns, turn: _Turn, alike: _Labels) -> bool:
    """Tell whether a label is a speaker's, by those of its sort."""
    if turn.sort == "letter":
        return alike.answers
    times = alike.numbered[turn.words[0]] if _is_numbered(turn) else alike.times[turn.words]
    person = any(columns.named[index] for index in range(*turn.name))
    if alike.times.total() > 1 and (turn.stamped or turn.sort == "brackets"):
        return person or alike.most > 1 or turn.upper
    if len(alike.times) > 1:
        if times > 1 or (person and alike.most > 1):
            return True
        return turn.upper and (alike.known or alike.most > 1)
    return times > 1 and (person or (turn.upper and alike.known)) and (_is_asked(columns, turn) or turn.upper)


def _is_numbered(turn: _Turn) -> bool:
    """Tell whether a label is a speaker's without a name: "Speaker 1"."""
    return len(turn.words) > 1 and turn.words[-1].isdigit() and turn.words[0].lower() in _SPEAKS


def _is_asked(columns: Columns, turn: _Turn) -> bool:
    """Tell whether what stands before a turn asks."""
    return columns.lowered(columns.bounds[turn.name[0]][0] - 1) == "?"
