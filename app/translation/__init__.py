"""Layer 3: whether the two languages of a sentence say the same."""
