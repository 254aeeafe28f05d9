"""Serialize what carelog writes for programs: the JSON of answers, the agenda as iCalendar, full copies."""
