"""How a page or a copy leaves: chosen, seen, agreed to, written."""
