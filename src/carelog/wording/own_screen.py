"""The last line of a page that has a screen of its own."""

END = "q or Enter leaves; nothing stays on the screen"
MORE = "Space or Enter goes on, b goes back, q leaves"
