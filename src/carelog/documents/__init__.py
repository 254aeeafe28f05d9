"""Documents: a packet as files that other people and programs read. They get the packet, never the journal."""
