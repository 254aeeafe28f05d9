"""What a journal holds, a collection for each kind of thing."""
