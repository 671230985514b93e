"""The pages people open, one module for each kind."""
