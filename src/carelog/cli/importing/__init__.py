"""How people and whole copies come in: looked at, chosen, taken."""
