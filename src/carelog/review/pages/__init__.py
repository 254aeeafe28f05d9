"""What each page of the terminal shows."""
