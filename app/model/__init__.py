"""Layer 1: frozen dataclasses, the vocabulary of everything above."""
