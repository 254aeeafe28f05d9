"""What went together with better days, and how surely."""
