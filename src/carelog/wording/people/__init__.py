"""What is said about people, the plan, and turning to somebody."""
