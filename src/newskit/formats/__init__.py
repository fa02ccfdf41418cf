"""Reading articles and documents, and writing documents out."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newskit.formats.beside import Beside
    from newskit.formats.brat import to_brat
    from newskit.formats.csv import to_csv
    from newskit.formats.files import read_articles
    from newskit.formats.html import to_html
    from newskit.formats.json import from_json, to_dict, to_json
    from newskit.formats.json_ld import to_json_ld
    from newskit.formats.page import read_html
    from newskit.formats.spacy import to_spacy
    from newskit.formats.web_annotation import to_web_annotation

__all__ = [
    "Beside",
    "from_json",
    "read_articles",
    "read_html",
    "to_brat",
    "to_csv",
    "to_dict",
    "to_html",
    "to_json",
    "to_json_ld",
    "to_spacy",
    "to_web_annotation",
]

_MODULES = {
    "Beside": "newskit.formats.beside",
    "to_brat": "newskit.formats.brat",
    "to_csv": "newskit.formats.csv",
    "read_articles": "newskit.formats.files",
    "to_html": "newskit.formats.html",
    "from_json": "newskit.formats.json",
    "to_dict": "newskit.formats.json",
    "to_json": "newskit.formats.json",
    "to_json_ld": "newskit.formats.json_ld",
    "read_html": "newskit.formats.page",
    "to_spacy": "newskit.formats.spacy",
    "to_web_annotation": "newskit.formats.web_annotation",
}
"""Where each name is, imported when it is asked for: a reader of text needs no pages, tables and graphs."""

if not TYPE_CHECKING:  # a type checker would take any name for one of newskit's

    def __getattr__(name: str) -> object:
        if name in _MODULES:
            return getattr(import_module(_MODULES[name]), name)
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
