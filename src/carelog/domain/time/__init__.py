"""Moments, days and weekdays, and the words that people write for them."""
