"""Layer 5: the text as files to take away, one module a format, all from one shape."""
