"""Layer 2: written references, read leniently and resolved to one place."""
