"""Reading articles and documents, and writing documents out."""

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
