"""What one person's numbers say, and how sure that is."""
