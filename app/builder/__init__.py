"""Layer 6, the first program: makes a snapshot out of content."""
