"""Forms: read what the options say of a thing, or ask for it; one module for each kind of thing."""
