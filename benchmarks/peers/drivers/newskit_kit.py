"""newskit with the plugins that are named, with all of its own where none is."""

from __future__ import annotations

import sys

from serve import each, serve

import newskit
from newskit.formats.json import to_dict

OWN = [f"newskit_{name}" for name in ("structure", "dates", "titles", "names", "quotes")]
KIT = newskit.Kit(plugins=sys.argv[1:] or OWN, block=())
LAYERS = ("quotes", "dates", "entities")


def answers(_: object, document: newskit.Document) -> dict[str, object]:
    """Return the layers that are scored."""
    record = to_dict(document)
    return {layer: record[layer] for layer in LAYERS}


serve(each(lambda article: KIT.extract(article["text"], published=article["published"])), answers)
