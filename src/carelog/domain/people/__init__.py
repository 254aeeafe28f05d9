"""The people who help, what is planned with them, and the person's own plan."""
