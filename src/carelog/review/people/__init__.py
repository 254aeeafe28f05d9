"""Who can help now, and what is planned with them."""
