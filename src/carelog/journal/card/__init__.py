"""The crisis card's copy of the journal."""
