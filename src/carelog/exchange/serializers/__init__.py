"""What carelog writes for programs: JSON, calendars, whole copies."""
