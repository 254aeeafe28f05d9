"""What a person looks back on: read models that ask the journal, calculate, and return plain values."""
