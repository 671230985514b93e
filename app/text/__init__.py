"""Layer 0: pure functions on strings; the standard library and two word lists."""
