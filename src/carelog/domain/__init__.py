"""The domain: types of a journal and calculations with them. Standard library only, without input or output."""
