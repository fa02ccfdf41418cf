"""Linking: entities out of named mentions and titles, whoever found them."""

from newskit.linking.chains import initials
from newskit.linking.link import link
from newskit.linking.named import NamedMention, Text
from newskit.linking.pronouns import Genders
from newskit.linking.records import RULES, by_rule
from newskit.linking.spellings import bare_surname

__all__ = ["RULES", "Genders", "NamedMention", "Text", "bare_surname", "by_rule", "initials", "link"]
