"""What a damaged row is called, in errors and findings."""

from __future__ import annotations

from carelog.language import gettext as _

WITHOUT_HANDLE = _("row {number}")
"""A row whose id is damaged too, by its place in the table."""
