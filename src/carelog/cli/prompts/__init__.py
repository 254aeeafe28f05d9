"""Questions on the terminal, and words typed there made certain."""
