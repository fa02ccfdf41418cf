"""Words that may be cues and are none, by how they are used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cache

from newskit_quotes import things
from newskit_quotes.chunks import phrase_before, phrase_from
from newskit_quotes.columns import COMMAS, Columns, Quoted
from newskit_quotes.labels import is_heading
from newskit_quotes.lexicon import DAYS, PERSONAL, word_class, word_set

_GROUP, _AHEAD, _QUOTED, _NEAR, _FEW, _TERM, _SEQUEL, _LABEL = 5, 8, 16, 8, 3, 4, 3, 3
"""Adverbs and a participle before a noun; tokens from a name for a thing to its colon, from "quoted" to "saying", from
a participle to what ends its clause; words of a short quotation, of a term, of "and then", of a label."""
_SEQUELS = word_class("sequel")
_INDEFINITE, _GIVEN, _PARTICLES, _CALLED = map(word_class, ("indefinite", "given_name", "particle", "called"))
_OF, _OPENING = frozenset({"of", "with", "over"}), word_class("subordinating") | word_class("relative_subject")
_PROMPTING, _MEASURES = map(word_class, ("prompting", "measure"))
_NAMERS, _CHRISTENED = word_class("namer"), frozenset({"named", "names", "christened", "nicknamed"})
_TIMES = word_set("times") | DAYS
_BY, _KNOWING = frozenset({"as", "by", "for"}), frozenset({"known", "know", "knows", "knew"})
_AGENT, _FINITE = frozenset({"by", "that", "as"}), frozenset({"VBD", "VBZ", "VBP", "MD"})
_MODIFIED, _NOUNS = frozenset({"DT", "POS", "PRP$", "JJ"}), frozenset({"NN", "NNS", "JJ", "CD"})
_POSTED, _POSTING = frozenset({"PROPN", "PUNCT", "CCONJ"}), frozenset({"from", "in", "for", "the"})
_COUNTING = word_class("counting")
_COUNTABLE, _PARTICIPLE = frozenset({"VBZ", "NNS"}), frozenset({"VBN", "VBD"})


def is_refused(columns: Columns, head: int) -> bool:
    """Tell whether a word is no cue, by a set phrase or by how it is used."""
    fine = columns.fine[head]
    return (
        head in columns.phrases.refused
        or any(test(columns, head) for test in _tests().get(columns.lower[head], ()))
        or (fine == "VBN" and is_attribute(columns, head))
        or (fine == "VB" and things.is_purpose(columns, head))
        or (fine in _COUNTABLE and is_counted(columns, head))
        or (fine in _PARTICIPLE and (is_absolute(columns, head) or is_aside(columns, head)))
    )


@cache
def _tests() -> dict[str, list[Callable[[Columns, int], bool]]]:
    """Return what a word is tested for."""
    found = defaultdict(list)
    for name, test in (
        ("naming", is_naming),
        ("reads", is_read),
        ("performed", names_titles),
        ("particled", has_particle),
        ("called", has_particle),
        ("denying", withholds),
        ("charged", is_reduced),
    ):
        for word in word_class(name):
            found[word].append(test)
    found[":"].append(_is_no_speakers_colon)
    found["quoted"].append(is_quoted_as_saying)
    for word in ("quoting", "citing"):
        found[word].append(tells_from_whom)
    found["referring"].append(is_reference)
    found["show"].append(_is_show)
    for word in word_class("appointing"):
        found[word].append(_appoints)
    found["forecast"].append(_is_foretold)
    found["said"].append(_is_hearsay)
    found["reported"].append(is_posted)
    found["according"].append(measures)
    found["considering"].append(things.is_preposition)
    found["say"].append(things.is_share)
    found["ask"].append(_is_bidden)
    found["talks"].append(things.is_talks)
    for word in ("shown", "seen"):
        found[word].append(things.is_displayed)
    return dict(found)


def is_reduced(columns: Columns, head: int) -> bool:
    """Tell whether a participle only tells whom is meant, before the main verb: "a man | accused | of theft said"."""
    last = columns.bounds[head][1]
    if (
        phrase_before(columns, head) is None
        or columns.group_starts[head] != head
        or columns.lowered(head + 1) not in _OF
    ):
        return False
    for index in range(head + 2, min(head + _QUOTED, last)):
        if columns.lower[index] in COMMAS or columns.lower[index] in _OPENING or columns.inside[index]:
            break
        if columns.fine[index] in _FINITE and columns.tags[index] in ("VERB", "AUX"):
            return columns.tags[index - 1] != "PRON" and (columns.tags[index] == "AUX" or columns.grade(index) != "")
    return False


def is_prompt(columns: Columns, head: int) -> bool:
    """Tell whether a sentence begins with what was put to who speaks: "| Asked | about it, Lopez grinned: “…”"."""
    first, last = columns.bounds[head]
    if head != first or columns.lower[head] not in _PROMPTING or columns.fine[head] not in _PARTICIPLE:
        return False
    commas = [at for at in range(head, last) if columns.lower[at] == ","]
    return bool(commas) and not columns.named[head + 1] and not _is_told_whole(columns, commas, last)


def _is_told_whole(columns: Columns, commas: list[int], last: int) -> bool:
    """Tell whether a sentence ends with who says all of it: "Asked to leave, the man ran|, police said|."."""
    end = commas[-1]
    cued = last - end <= _NEAR + 1 and any(columns.grade(at) == "say" for at in range(end + 1, last))
    return cued and not any(columns.inside[commas[0] : last]) and columns.count_verbs(commas[0], end) > 0


def _is_no_speakers_colon(columns: Columns, head: int) -> bool:
    """Tell whether a colon stands behind a heading, or behind a verb and its subject: "Said Lopez:"."""
    if columns.word(head - 1).isdigit() and columns.word(head + 1).isdigit():  # "00:01"
        return True
    first, _ = columns.bounds[head]
    if gives_name(columns, head) or goes_on(columns, head):
        return True
    begun = columns.titles.get(first + 1, first + 1)
    inverted = columns.grade(first) == "say" and begun < head and columns.people[begun]
    marked = columns.opens.get(head + 1)
    work = marked is not None and marked.titled and head - first <= _LABEL  # "Film: “The Long River” (12A)"
    return bool(inverted) or ((marked is None or work) and is_heading(columns, head))


def goes_on(columns: Columns, head: int) -> bool:
    """Tell whether a colon leads to more of what was said in the sentence before: "Then|: “Let's go.”"."""
    first = columns.bounds[head][0]
    return first < head <= first + _SEQUEL and _SEQUELS.issuperset(columns.lower[first:head])


def gives_name(columns: Columns, head: int) -> bool:
    """Tell whether a colon stands before what a thing is called: "locals have a name for it | : | “Old Sam”"."""
    named = columns.opens.get(head + 1)
    if named is None or not (named.titled or named.words < _FEW):
        return False
    low = max(columns.bounds[head][0], head - _AHEAD)
    return not _GIVEN.isdisjoint(columns.lower[low:head])


def tells_from_whom(columns: Columns, head: int) -> bool:
    """Tell whether an aside tells from whom a speaker has it: "State television, | quoting | Lopez, said"."""
    if columns.lowered(head - 1) != ",":
        return False
    near = range(head + 1, min(head + _QUOTED, columns.bounds[head][1]))
    comma = next((at for at in near if columns.lower[at] == ","), 0)
    return comma > 0 and columns.fine_tag(comma + 1) in _FINITE and columns.grade(comma + 1) == "say"


def is_reference(columns: Columns, head: int) -> bool:
    """Tell whether a participle tells of what somebody speaks: "“It is late,” she said, | referring | to the train"."""
    return columns.lowered(head + 1) == "to" and columns.lowered(head - 1) == ","


def is_counted(columns: Columns, head: int) -> bool:
    """Tell whether "19" or "these" makes a plural noun of what looks like a verb: "19 tweets", "buy these phones"."""
    ends = columns.lowered(head + 1) == "." and columns.grade(head) == "say"
    several = ends and columns.lowered(head - 1) in _COUNTING
    return columns.fine[head] in _COUNTABLE and (several or columns.word(head - 1).isdigit())


def is_absolute(columns: Columns, head: int) -> bool:
    """Tell whether a participle tells of a noun behind "with": "with 70 crimes | reported | in the area"."""
    ends = columns.lowered(head + 1) in COMMAS | {"."}
    thing = phrase_before(columns, head) if ends or columns.tag(head + 1) == "ADP" else None
    if thing is None:
        return False
    before = thing[0] - 1 - (columns.lowered(thing[0] - 1) == "no")
    if columns.tag(before) == "AUX" and columns.lowered(before - 1) == "there":
        return True
    return not ends and columns.lowered(before) == "with" and not any(columns.people[slice(*thing)])


def is_aside(columns: Columns, head: int) -> bool:
    """Tell whether a participle of no one parts a subject from its verb: "the plan, | announced | in May, is late"."""
    start, (first, last) = columns.group_starts[head], columns.bounds[head]
    if start <= first or columns.lower[start - 1] != "," or columns.count_verbs(first, start):
        return False
    behind = phrase_from(columns, head + 1, last)
    if behind is not None and behind[0] == head + 1 and columns.lower[behind[1] - 1] not in _TIMES:
        return False  # "the bridge, | said | its keeper, is old"
    for comma in range(head + 1, min(head + _NEAR, last - 1)):
        if columns.lower[comma] == ",":
            return columns.fine[comma + 1] in _FINITE
        if columns.tags[comma] in ("VERB", "AUX") or columns.inside[comma] or columns.lower[comma] in _AGENT:
            break
    return False


def has_particle(columns: Columns, head: int) -> bool:
    """Tell whether a particle makes another verb of one: "called | off", "put | back"."""
    after = columns.lowered(head + 1)
    return after == "off" or (after in _PARTICLES and columns.lower[head] not in _CALLED)


def is_posted(columns: Columns, head: int) -> bool:
    """Tell whether all that follows is where reporters were: "Lopez | reported | from Lima, Peru, Moe from Quito."."""
    rest = range(head + 1, columns.bounds[head][1])
    told = all(columns.lower[at] in _POSTING or columns.tags[at] in _POSTED for at in rest)
    return columns.lowered(head + 1) == "from" and told


def withholds(columns: Columns, head: int) -> bool:
    """Tell whether somebody is denied a thing: "an injury | denied | Lopez the chance to start"."""
    whom = phrase_from(columns, head + 1, columns.bounds[head][1])
    named = whom is not None and (columns.tags[whom[1] - 1] == "PROPN" or columns.lower[whom[0]] in PERSONAL)
    return whom is not None and named and columns.fine_tag(whom[1]) in ("DT", "PRP$")


def _is_bidden(columns: Columns, head: int) -> bool:
    """Tell whether a sentence bids its reader ask somebody: "| Ask | her about it and she laughs"."""
    return columns.fine[head] in ("VB", "VBP", "NN", "NNP") and columns.bounds[head][0] == head


def _is_show(columns: Columns, head: int) -> bool:
    """Tell whether a "show" is one on television, between names: "the ITV1 | show | Old River"."""
    return columns.tag(head - 1) == "PROPN" and columns.word(head + 1)[:1].isupper()


def _appoints(columns: Columns, head: int) -> bool:
    """Tell whether a verb puts somebody in an office: "the firm | appointed | Lopez as head"."""
    end = columns.titles.get(head + 1, head + 1)
    first = end
    while columns.people[end : end + 1] == b"\x01":
        end += 1
    return end > first and columns.lowered(end) == "as" and not columns.is_passive(head)


def _is_foretold(columns: Columns, head: int) -> bool:
    """Tell whether a participle tells what becomes of a thing, not who says so: "sales | forecast | to fall"."""
    return columns.lowered(head + 1) == "to" and columns.group_starts[head] == head


def measures(columns: Columns, head: int) -> bool:
    """Tell whether "according to" tells by what a thing is arranged: "according to | personal preference |"."""
    base = phrase_from(columns, head + 2, columns.bounds[head][1])
    return base is not None and base[0] == head + 2 and columns.lower[base[1] - 1] in _MEASURES


def _is_hearsay(columns: Columns, head: int) -> bool:
    """Tell whether a participle tells what is said of the noun before it: "a firm | said | to be linked to Lopez"."""
    to = columns.lowered(head + 1) == "to" and columns.group_starts[head] == head
    been = columns.lowered(head + 2) == "be" and columns.fine_tag(head + 3) in ("VBN", "IN")
    return to and (been or columns.lowered(head + 2) == "have") and phrase_before(columns, head) is not None


def is_attribute(columns: Columns, head: int) -> bool:
    """Tell whether a participle only modifies the noun behind it: "the group's first known visit"."""
    if columns.fine[head] != "VBN" or columns.fine_tag(head + 1) not in _NOUNS:
        return False
    before = head - 1
    while before > max(0, head - _GROUP) and columns.fine[before] == "RB":
        before -= 1
    return columns.fine_tag(before) in _MODIFIED


def is_naming(columns: Columns, head: int) -> bool:
    """Tell whether a word gives a thing its name: "a show called Harbour Nights", "it was called “Harbour Nights”"."""
    named = columns.opens.get(head + 1)
    if named is not None and named.words > 1 and named.titled:
        return True
    if columns.lower[head] == "named" and columns.is_passive(head):  # "he was named player of the year"
        return True
    if (named is not None and _is_called(columns, head, named)) or _is_known_as(columns, head):
        return True
    if columns.fine[head] != "VBN" and _is_nicknamed(columns, head):
        return True
    named_so = columns.fine[head] in _PARTICIPLE and columns.tag(head - 1) == "NOUN"
    thing = phrase_before(columns, head) if named_so else None
    if thing is None or columns.lower[thing[0]] not in _INDEFINITE:
        return False
    return columns.fine[head] == "VBN" or columns.tag(thing[0] - 1) in ("ADP", "VERB")


def _is_known_as(columns: Columns, head: int) -> bool:
    """Tell whether a thing is known by the words between marks: "| known | as “the Chute”", "| know | it as “…”"."""
    word = columns.lower[head]
    if word not in _KNOWING:
        return False
    if word == "known" and columns.lowered(head + 1) in _BY:
        return True
    opening = next((at for at in range(head + 2, head + _NEAR) if at in columns.opens), head)
    return columns.lowered(opening - 1) == "as" and not columns.count_verbs(head + 1, opening)


def names_titles(columns: Columns, head: int) -> bool:
    """Tell whether a verb of performing has nothing but titles between marks behind it: "sang | “Old Night”"."""
    named = columns.opens.get(head + 1)
    return named is not None and named.titled and not named.stops


def is_read(columns: Columns, head: int) -> bool:
    """Tell whether somebody reads what is written like a title: "Lopez | read | “Dune”"."""
    if columns.is_passive(head) and columns.lowered(head + 1) == "by":  # "the essay was | read | by millions"
        return True
    named = columns.opens.get(head + 1)
    reader = phrase_before(columns, head) if named is not None and named.titled and not named.stops else None
    return reader is not None and (columns.people[reader[1] - 1] == 1 or columns.lower[reader[0]] in PERSONAL)


def _is_called(columns: Columns, head: int, named: Quoted) -> bool:
    """Tell whether a participle between commas gives the word for a thing: "the dish, | called | “dinuguan”, is"."""
    apart = columns.lowered(head - 1) == "," and columns.fine[head] == "VBN"
    being = columns.lower[columns.group_starts[head]] in ("is", "are")  # "the dish is | called | “old shoes”"
    term = being and named.words <= _TERM and not columns.count_verbs(named.first, named.last)
    short = (named.words < _FEW or term) and columns.lower[named.first + 1] not in _INDEFINITE
    return (apart or being) and short and columns.lowered(named.last) != "by"


def _is_nicknamed(columns: Columns, head: int) -> bool:
    """Tell whether somebody is given a name: "friends | called | him “the Captain”", "they | named | it “Biscuit”"."""
    whom, who = phrase_from(columns, head + 1, columns.bounds[head][1]), phrase_before(columns, head)
    if whom is None or who is None or whom[0] != head + 1:
        return False
    named = columns.opens.get(whom[1])
    if named is None or not named.titled or named.words > _FEW:
        return False
    by_friends = columns.tags[whom[0]] == "PRON" and columns.lower[who[1] - 1] in _NAMERS
    return by_friends or columns.lower[head] in _CHRISTENED


def is_quoted_as_saying(columns: Columns, head: int) -> bool:
    """Tell whether the verb of what was said follows "quoted": "quoted a minister as saying"."""
    ahead = columns.lower[head + 1 : head + _QUOTED]
    saying = ahead.index("saying") if "saying" in ahead else 0
    return saying > 0 and ahead[saying - 1] == "as"
