"""Layer 2: the one home of Whoosh: analyze, index, query, rank, mark."""
