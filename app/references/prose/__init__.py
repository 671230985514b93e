"""References in running text: found, resolved, and woven into threads.

Three steps, each of its own. Find: ``zh_places``, ``en_places`` and the titles say
what is written and where, ``sides`` puts them together. Resolve: ``locate`` says which
place of a document that is, ``works`` which work. Weave: ``weave`` does both for a
whole library and compares the two languages. Nothing here changes a text.
"""
