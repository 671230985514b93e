"""Layer 3: which sentences of two texts render one another."""
