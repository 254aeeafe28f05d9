"""What single days were: moods, readings, routines, rest."""
