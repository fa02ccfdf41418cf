"""The titles of an article as names see them: words of roles, which are no names, and what follows a title."""

from __future__ import annotations

from collections.abc import Iterable

from newskit import Title
from newskit.text import Tokens, female_share
from newskit_names.lexicon import POSSESSIVE, Lexicon
from newskit_names.token_spans import has_capital

_FAMER = "famer"


class RoleWords:
    """Reads the titles of one article into ``role_tokens`` and ``after_title``, the titles by the token behind them."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.tokens, self.lexicon = tokens, lexicon
        self.words, self.lower = tokens.words, tokens.lower
        self.bodies = lexicon.kinds["body"]
        self.role_tokens: set[int] = set()
        self.after_title: dict[int, Title] = {}

    def read_titles(self, titles: Iterable[Title]) -> None:
        """Mark the words of roles, which are no names, and the tokens that follow a title."""
        for title in titles:
            inside = self.tokens.within(title.span.start, title.span.end)
            if self.name_part(title) or self._before_noun(title, inside.stop) or self._of_body(title):
                continue
            role = set(title.role.lower().replace(".", " ").split())
            named = set(" ".join(filter(None, (title.organization, title.place, title.within))).lower().split())
            self.role_tokens.update(
                index for index in inside if self.lower[index].rstrip(".") in role and self.lower[index] not in named
            )
            if title.role.rpartition(" ")[2].islower():
                self._spare_names(inside)
            self._spare_places(inside)
            if title.kind == "before":
                apposed = title.tie == "apposition" and self.tokens.word(inside.stop) == ","
                self.after_title[inside.stop + apposed] = title

    def read_honours(self) -> None:
        """Mark the words of "Hall of Famer", which stands before names and is no part of one."""
        for index, word in enumerate(self.lower):
            if word.startswith(_FAMER) and self.lower[index - 2 : index] == ["hall", "of"]:
                self.role_tokens.update(range(index - 2, index + 1))

    def _spare_names(self, inside: range) -> None:
        """Take capitals inside a role of small letters for names after all: "a Swiss | National Bank | spokesman"."""
        first = inside.start
        self.role_tokens.difference_update(index for index in inside[1:] if self.words[index][0].isupper())
        if len(inside) > 1 and f"{self.lower[first]} {self.lower[first + 1].partition('-')[0]}" in self.lexicon.places:
            self.role_tokens.discard(first)

    def _spare_places(self, inside: range) -> None:
        """Take the place that an office is directed at for a name: "ambassador to | Norway"."""
        places, lower, directed = self.lexicon.places, self.lower, self.lexicon.kinds["directed"]
        for index in inside[2:]:
            if lower[index - 1] not in directed and lower[index - 2] not in directed:
                continue
            for end in (index + 1, index + 2):
                if end <= inside.stop and self.words[index][0].isupper() and " ".join(lower[index:end]) in places:
                    self.role_tokens.difference_update(range(index, end))

    def _before_noun(self, title: Title, following: int) -> bool:
        """Tell whether a common noun and no name follows a title, or a known body: "the General Election"."""
        word = self.tokens.lowered(following)
        if title.kind == "before" and f"{title.role} {self.tokens.word(following)}" in self.lexicon.organizations:
            return True  # "the Executive Yuan"
        if self.tokens.word(following).isupper():  # "Justice | KM Zorvel"
            return False
        return title.kind == "before" and word in self.lexicon.common and word not in self.lexicon.names

    def _of_body(self, title: Title) -> bool:
        """Tell whether a title is the name of a body after all: "the Court of Justice", "the Zorville Examiner"."""
        if title.kind != "alone":
            return False
        if self._of_office(title):
            return True
        written = title.span.text.removeprefix("the ").removeprefix("The ")
        return written in self.lexicon.organizations or (title.organization or "").endswith((" of", " of the"))

    def _of_office(self, title: Title) -> bool:
        """Tell whether what it owns is a body, both with capitals: "the Attorney General's Office"."""
        mark = self.tokens.at_or_after(title.span.end)
        body = self.tokens.word(mark + 1)
        owned = body[:1].isupper() and body.lower() in self.lexicon.kinds["strong"]
        return owned and self.lower[mark] in POSSESSIVE and title.role[0].isupper()

    def name_part(self, title: Title) -> bool:
        """Tell whether a title is part of a person's name after all: "Stephen King", "Dean Jones"."""
        role, named = title.role.lower(), (title.organization or "").lower().split()
        if title.kind != "before" or not title.role[0].isupper():
            return False
        if title.span.text.lower() == role and role in self.lexicon.kinds["given_title"]:
            second = self.tokens.at_or_after(title.span.end) + 1
            if self.lower[second - 1] in self.lexicon.kinds["particle"]:  # "Marine Le Roe"
                return True
            return second >= len(self.words) or second in self.role_tokens or not has_capital(self.words[second])
        if not named and title.place and role in self.lexicon.kinds["second_name"]:
            named = title.place.lower().split()
        if len(named) == 1 and named[0] not in self.lexicon.places and female_share(named[0]) is not None:
            return role in self.lexicon.kinds["second_name"] or role in self.lexicon.names  # "Hasan Sultan Roe"
        return bool(
            named and role in self.lexicon.names and named[0] in self.lexicon.given and named[-1] not in self.bodies
        )
