"""Import files of other apps, and export open formats."""
