"""A new plugin as a complete distribution, made from the templates in this folder: ``newskit plugin new``."""

from newskit.scaffold.distribution import KINDS, Scaffold, checked_name, make

__all__ = ["KINDS", "Scaffold", "checked_name", "make"]
