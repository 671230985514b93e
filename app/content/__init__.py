"""Layer 2: the line-aligned files and the ledger that pins their addresses."""
