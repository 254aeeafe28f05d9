"""The packet as a document: which block says what, in the order of the page."""
