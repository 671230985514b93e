"""What the search in the browser is given: one file of texts, terms and words."""
