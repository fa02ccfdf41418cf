"""An audit of sources: who is quoted in a corpus, in what office, how, by whom and when; as JSON and as a page."""

from newskit.report.audit import Group, Report, Speaker
from newskit.report.facts import Facts, read_facts

__all__ = ["Facts", "Group", "Report", "Speaker", "read_facts"]
