"""A pasted sentence → where it stands in the texts, and how it differs.

What was pasted is read in several ways (``readings``), the index names sentences that
may be meant (``candidates``), the exact distance decides (``finder``), and the two
wordings are laid side by side (``difference``).
"""
