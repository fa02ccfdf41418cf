"""A document as a page to read: the article with what was found in it, and lists that lead there and back."""

from newskit.formats.html.page import style, to_html, to_notebook

__all__ = ["style", "to_html", "to_notebook"]
