"""What is said before something disappears from a computer that somebody else may be watching.

Source: services for people who live with abuse, such as Scottish Borders and NYSCADV, say that a sudden gap is noticed.
"""

from __future__ import annotations

from carelog.language import gettext as _

NOTICED = _(
    "Someone who watches this computer may notice that it is gone. If that could put you at risk, talk to a domestic "
    "abuse service first."
)
NOTICED_AND_WHOM = _(
    "Someone who watches this computer may notice that it is gone. If that could put you at risk, talk to a domestic "
    "abuse service first: carelog helplines --for abuse"
)
