"""Each page that a command shows, and the parts it is made of."""
