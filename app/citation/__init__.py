"""Layer 2: how a place in a document is cited, as text and as files."""
