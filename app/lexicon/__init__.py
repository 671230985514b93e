"""Layer 2: what Chinese words are in English, from a dictionary."""
