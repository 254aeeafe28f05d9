"""What the pages of the terminal say, and what charts say in words."""
