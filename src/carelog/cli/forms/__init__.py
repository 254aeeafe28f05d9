"""What is typed or asked for, by what it is about."""
