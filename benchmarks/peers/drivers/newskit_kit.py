"""newskit with all its plugins."""

from __future__ import annotations

from serve import each, serve

import newskit
from newskit.formats.json import to_dict

KIT = newskit.Kit(plugins=[f"newskit_{name}" for name in ("structure", "dates", "titles", "names", "quotes")], block=())
LAYERS = ("quotes", "dates", "entities")


def answers(_: object, document: newskit.Document) -> dict[str, object]:
    """Return the layers that are scored."""
    record = to_dict(document)
    return {layer: record[layer] for layer in LAYERS}


serve(each(lambda article: KIT.extract(article["text"], published=article["published"])), answers)
