"""One bare token pass, the yardstick: no answers, only the time."""

from __future__ import annotations

import regex
from serve import each, serve

BARE = regex.compile(r"\w+|[^\w\s]")

serve(each(lambda article: [match.span() for match in BARE.finditer(article["text"])]), lambda _article, _found: {})
