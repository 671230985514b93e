"""Layer 3: the immutable result of one build: written whole, then only read."""
