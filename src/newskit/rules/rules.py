"""The rules of a plugin: declared once, read and checked when first needed, applied to tokens."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from attrs import field, frozen

from newskit.errors import InputError, describe
from newskit.rules.book import Book, Names, Ready, assemble, read_lists
from newskit.rules.conditions import Test
from newskit.rules.found import Found
from newskit.rules.record import Rule
from newskit.rules.vocabulary import Vocabulary, Word
from newskit.spans import Span
from newskit.text import Tokens

F = TypeVar("F", bound=Found)
T = TypeVar("T")
Make = Callable[[Rule, Tokens, int, int, tuple[Word, ...]], F]
Take = Callable[[F, Callable[..., Any]], T | None]


@frozen(eq=False, slots=False)
class Rules:
    """The rules of a plugin: the file of records in its package, and what the records may name.

    ``vocabulary`` gives words their classes. ``lists`` are files of words for the tests ``PLACE in {NAME}``: of entries
    ``NAME WORD``, or of words alone in a list that is called by the file's name in capitals. ``macros`` are patterns
    made from other data, by the name that stands between braces. ``readers`` are the functions for values, ``tests``
    those for guards, ``functions`` the names of the code that records with ``function`` stand for, if not as
    ``module.function``. ``classes`` are those that the plugin itself gives to words, by what stands around them.

    For the examples: ``answer`` tells an annotation as the records write it, ``published`` is the day of publication
    and ``options`` are the plugin's own. ``rest`` is the rule for what no other one takes (the plain paragraphs among
    the parts of an article): its answers do not count where a record says that nothing is to be found. ``parts`` are
    for annotations that several rules make: what one of them says of what a rule gives, each with its span, by the
    ``value`` of the record ("" for records without); where it goes on ("venue court filing"), of such answers alone.

    The files are read and checked when they are first needed; that raises ``InputError`` with file, line and field.
    """

    package: str
    name: str = "rules.txt"
    vocabulary: Vocabulary | None = None
    lists: tuple[str, ...] = ()
    macros: Mapping[str, Callable[[], str]] = field(factory=dict)
    readers: Mapping[str, Callable[..., Any]] = field(factory=dict)
    tests: Mapping[str, Test] = field(factory=dict)
    parts: Mapping[str, Callable[[Any, Rule], Iterable[tuple[Span, str]]]] = field(factory=dict)
    functions: Collection[str] = ()
    classes: Collection[str] = ()
    answer: Callable[[Any], str] = str
    published: str | None = None
    options: Mapping[str, Any] = field(factory=dict)
    rest: str | None = None

    @cached_property
    def book(self) -> Book:
        """What the files say, ready to use."""
        lists = read_lists(self.package, self.lists)
        known = (self.macros, self.readers, self.tests, self.parts, self.functions, self.classes)
        names = Names(self.vocabulary, lists, *known)
        return assemble(self.package, self.name, names)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.book.rules)

    def check(self) -> None:
        """Read the files with all examples, compile every pattern; raises ``InputError`` with file, line and field."""
        for rule in self.book.rules:
            _ = rule.yes, rule.no
        self.book.beginning.compile_all()

    def told(self, rule: Rule, annotation: Any) -> list[tuple[int, int, str]]:  # noqa: ANN401 - of any kind
        """Return what an annotation says of what a rule gives: start, end, and the answer as its record writes it."""
        if rule.reader in self.parts:
            wanted, found = " ".join(rule.arguments), self.parts[rule.reader](annotation, rule)
            return [(span.start, span.end, told) for span, told in found if wanted in {"", told}]
        return [(annotation.span.start, annotation.span.end, self.answer(annotation))]

    def word(self, written: str) -> Word:
        """Return the class and value of a word; those that patterns name themselves are a class of their own."""
        return self.book.words[written]

    def letter(self, label: str) -> str:
        """Return the letter of a class of words, as it is in ``letters``."""
        return self.book.alphabet.letter(label)

    def letters(self, tokens: Tokens) -> str:
        """Return the tokens as one letter each, by their classes."""
        return "".join(map(self.book.letters.__getitem__, tokens.words))

    def _letters(self, tokens: Tokens, words: Sequence[Word] | None) -> str:
        """Return the letters of the words in which rules may match, and of others or not, whichever is faster."""
        if words is not None:
            return "".join([self.letter(word.label) for word in words])
        return self.book.listed.letters(tokens.lower) if self.book.listed else self.letters(tokens)

    def find(
        self,
        text: str,
        tokens: Tokens,
        *,
        take: Take[F, T],
        make: Make[F] = Found,  # type: ignore[assignment]  # where F is Found itself
        letters: str | None = None,
        words: Sequence[Word] | None = None,
        within: range | None = None,
        every: bool = False,
    ) -> Iterator[T]:
        """Yield what ``take`` makes of the matches, in the order of the text; none lies in another.

        At each token the longest match is tried first, then the first of the file, until one is accepted by its tests
        and ``take`` makes something of it; the search goes on behind that one. ``make`` gives what tests and readers
        see (``Found``, or the plugin's own), ``take`` is called with it and with the rule's reader. ``letters`` are
        those of all tokens, where the caller has them. ``within`` are the tokens to search, as if the text had no
        others. ``words`` are the classes of these, where the plugin gives them itself; ``word`` has those of the
        others. No match crosses the end of a paragraph. With ``every`` all that match are yielded, though they lie in
        each other.
        """
        book, ahead = self.book, within.start if within is not None else 0
        if words is not None or letters is None:
            letters = self._letters(tokens, words)
        if within is not None and words is None:
            letters = letters[within.start : within.stop]
        behind = 0
        for at, tried in book.places(letters):
            if at < behind:
                continue
            for length, ready in tried or book.matches.at(letters, at):
                first, last = ahead + at, ahead + at + length
                if length > 1 and not _one_paragraph(text, tokens, first, last):
                    continue
                own = words[at : at + length] if words else map(book.words.__getitem__, tokens.words[first:last])
                found = make(ready.rule, tokens, first, last, tuple(own))
                if ready.holds is None or ready.holds(found):
                    taken = _taken(take, found, ready)
                    if taken is not None:
                        yield taken
                        if every:
                            continue
                        behind = at + length
                        break


def _taken(take: Take[F, T], found: F, ready: Ready) -> T | None:
    """Make something of a match; what its reader raises is told with the record's line."""
    try:
        return take(found, ready.read or _no_reader)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as exc:
        value = ready.rule.value
        if value is None or (isinstance(exc, InputError) and exc.path):
            raise
        raise value.place.error(f"rule {ready.rule.name!r}: {value.text!r} failed: {describe(exc)}") from exc


def _no_reader(*_: object) -> None:
    return None


def _one_paragraph(text: str, tokens: Tokens, start: int, stop: int) -> bool:
    """Tell whether no paragraph ends between the tokens: a blank line, or an indented one."""
    between = text[tokens.ends[start] : tokens.starts[stop - 1]]
    return "\n" not in between or not ("\n\n" in between or "\n " in between or "\n\t" in between)
