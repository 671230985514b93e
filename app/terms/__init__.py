"""Layer 2: the terms of the glossary as they occur in the texts."""
