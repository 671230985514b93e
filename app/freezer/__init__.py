"""Layer 7: the third program; it writes the site as files for any web server.

It asks the reader for every page, as a browser would, and turns the addresses in it
into relative links to files. Frozen-Flask does not serve here: it writes
``/slug/2.3.11`` as a file whose kind no server knows, drops what an address asks in its
query, and makes only those links relative that templates write.
"""
