"""Layer 5, the first program: makes a snapshot out of content."""
