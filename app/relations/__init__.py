"""Layer 3: which units of a document belong together, and why."""
