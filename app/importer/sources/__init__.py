"""Files as they are found, read into raw texts: `read_texts` in ``reading``.

A file goes through three hands. ``files`` takes its bytes, within bounds, and ``kinds``
recognises by them what it is. One reader a kind makes blocks of it: ``html`` for pages,
``word`` (by way of HTML), ``pdf``, ``markdown`` and ``plain``. Then ``languages`` and
``bilingual`` say whose text it is.
"""
