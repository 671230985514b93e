"""What the pages of the glossary are made of."""
