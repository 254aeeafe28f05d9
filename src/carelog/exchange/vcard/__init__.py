"""Address books: read and write vCards, and format phone numbers as their country does."""
