"""Signs of one column: how a mood, a routine or a day is marked."""
