"""Reading articles and documents, and writing documents out."""

from newskit.formats.json import from_json, to_dict, to_json
from newskit.formats.read import read_articles

__all__ = ["from_json", "read_articles", "to_dict", "to_json"]
