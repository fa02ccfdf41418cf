"""A page read back by the parser of the standard library: its elements, its letters, and what is around each letter."""

from __future__ import annotations

from html.parser import HTMLParser

_VOID = {"input", "meta"}


class Page(HTMLParser):
    """What a page holds; raises ``AssertionError`` where elements do not nest."""

    def __init__(self, page: str, text_of: str) -> None:
        super().__init__()
        self.text = ""
        self.around: list[list[tuple[str, dict[str, str | None]]]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self._text_of = text_of
        self.feed(page)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert len(given) == len(attrs)
        self.tags.append(tag)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag == "a":
            assert not any(name == "a" for name, _ in self._open)
            self.links.append(given["href"] or "")
        if tag not in _VOID:
            self._open.append((tag, given))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(tag == self._text_of for tag, _ in self._open):
            self.text += data
            self.around += [list(self._open)] * len(data)

    def places(self, class_: str, card: str = "") -> set[int]:
        """Return the places of letters inside elements of a class whose card begins so."""
        return {
            place
            for place, elements in enumerate(self.around)
            if any(
                class_ in (given.get("class") or "").split() and (given.get("data-card") or "").startswith(card)
                for _, given in elements
            )
        }
