"""What tests share: isolation, ways to start carelog, journals with content, strategies and readers of files."""
