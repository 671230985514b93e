"""Layer 4, the first program: makes a snapshot out of content."""
