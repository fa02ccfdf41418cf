"""Parts of speech by guess, until the shared column is there."""
from __future__ import annotations
from newskit_quotes.forms import cue_forms
_C = {}
for _t, _w in {
    "DET": "the a an this these those some any no every each all both another many several few most such",
    "PRON": "i he she it they we you him her them us me his their its our my your who which whom whose himself herself themselves itself one someone anyone everyone nobody something anything what there that",
    "ADP": "of in on at by for from with about against between into through during before after above below over under to as like per via amid among despite toward towards within without upon across along around behind beyond near since until",
    "CCONJ": "and or but nor yet", "SCONJ": "if because although though while whether unless when where how why than",
    "ADV": "also first not never now then again already still just only even very too so more most here there later earlier recently often always ever perhaps however meanwhile",
    "AUX": "is are was were be been being am has have had do does did will would can could may might must shall should 's",
}.items():
    for _x in _w.split():
        _C.setdefault(_x, _t)
def guess(words, lower):
    out = []
    cf = cue_forms()
    for i, (w, l) in enumerate(zip(words, lower)):
        t = _C.get(l)
        if t is None and i and (out[i-1] == 'DET' or lower[i-1] in ("'s", '’s') or lower[i-1] == 'to' and i > 1 and lower[i-2] == 'according') and w[0].islower() and not l.endswith('ing'):
            t = 'NOUN' if l in cf else None
        if t is None:
            if not w[0].isalnum():
                t = "PART" if l in ("'s", "’s") else "PUNCT"
            elif w[0].isdigit():
                t = "NUM"
            elif w[0].isupper() and not (l in cf and i and not words[i-1][0].isalnum()):
                t = "PROPN"
            elif l in cf and cf[l][1] != "noun":
                t = "VERB"
            elif l.endswith("ly"):
                t = "ADV"
            elif l.endswith("ing") or l.endswith("ed"):
                t = "VERB"
            elif l.endswith(("ous", "ful", "ive", "al", "ic", "able")):
                t = "ADJ"
            else:
                t = "NOUN"
        out.append(t)
    return out
