"""Layer 6: raw texts in two languages become an aligned document in the content."""
