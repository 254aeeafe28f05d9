"""What a page to hand over says: the packet, part by part."""
