"""Layer 7: a local page on which an editor mends the rows of a document.

It is an application of its own, which the public reader knows nothing of.
"""
