"""Address books: vCards in and out, and phone numbers as their country writes them."""
