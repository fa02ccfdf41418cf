"""Reading articles and documents, and writing documents out."""

from typing import TYPE_CHECKING

from newskit.lazily import lazily

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

if not TYPE_CHECKING:  # import time: a reader of text needs no pages, tables and graphs
    __getattr__, __dir__ = lazily(
        __name__,
        beside=("Beside",),
        brat=("to_brat",),
        csv=("to_csv",),
        files=("read_articles",),
        html=("to_html",),
        json=("from_json", "to_dict", "to_json"),
        json_ld=("to_json_ld",),
        page=("read_html",),
        spacy=("to_spacy",),
        web_annotation=("to_web_annotation",),
    )
