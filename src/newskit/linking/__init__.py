"""Linking: entities out of named mentions and titles, whoever found them."""

from newskit.linking.chains import bare_surname
from newskit.linking.link import link
from newskit.linking.named import NamedMention

__all__ = ["NamedMention", "bare_surname", "link"]
