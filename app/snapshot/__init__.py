"""Layer 4: the immutable result of one build: written whole, then only read."""
