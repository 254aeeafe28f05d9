"""The crisis card as a file beside the journal: kept up to date, redacted by a lock, rebuilt when it is lost."""
