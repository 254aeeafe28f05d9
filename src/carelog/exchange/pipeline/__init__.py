"""What a file holds, turned into what a journal keeps."""
