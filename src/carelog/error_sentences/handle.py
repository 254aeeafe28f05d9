"""Handles."""

SENTENCES = {
    "handle.fits-several": "“{reference}” fits {count} of them: {longer}. Use more of the digits.",
    "handle.gone": "Nothing here has that handle any more.",
    "handle.name-fits-several": "“{name}” fits {count} of them; use the whole name or a handle from the list.",
    "handle.name-fits-these": (
        "“{name}” fits {count} of them: {handles}. Use one of these handles, or more of the name. "
        "The list shows which is which."
    ),
    "handle.not-a-handle": "“{text}” is not a handle. A handle is six letters and digits, as lists show them.",
}
