"""What a page of search results is made of."""
