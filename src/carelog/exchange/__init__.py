"""Files of other apps in, open formats out: one module per format."""
