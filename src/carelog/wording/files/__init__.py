"""What is said about files that leave or come in."""
