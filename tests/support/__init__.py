"""What tests share: the isolation they run in and the ways they start carelog."""
