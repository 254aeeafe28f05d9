"""Read models for pages: functions that query the journal, calculate, and return plain values."""
