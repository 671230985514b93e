"""The map of a document: its units in a list, and the threads between them as arcs."""
