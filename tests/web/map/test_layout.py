"""Where rows and arcs lie: what holds for every map, however many units it has."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import example
from hypothesis import given
from hypothesis import strategies as st

from app.web.map.layout import arc_between
from app.web.map.layout import BAND
from app.web.map.layout import bands
from app.web.map.layout import dot_at
from app.web.map.layout import EDGE
from app.web.map.layout import FARTHEST

HEADS = st.lists(st.booleans(), max_size=400)


@given(HEADS)
def test_bands_hold_every_row_once_and_fit_on_paper(heads):
    rows = [row for band in bands(heads) for row in range(band.first, band.last)]
    assert rows == list(range(len(heads)))
    assert all(0 < band.last - band.first <= BAND for band in bands(heads))


def test_a_band_ends_before_a_heading_that_comes_late_enough():
    heads = [row % 30 == 0 for row in range(90)]
    assert [band.first for band in bands(heads)] == [0, 30, 60]


def test_what_fits_on_one_page_is_one_band():
    heads = [row % 30 == 0 for row in range(BAND)]
    assert [band.last for band in bands(heads)] == [BAND]


def test_rows_without_headings_are_cut_where_a_page_is_full():
    assert [band.first for band in bands([False] * 90)] == [0, BAND, 2 * BAND]


ROWS = st.integers(2, 400).flatmap(
    lambda rows: st.tuples(
        st.just(rows),
        st.lists(st.integers(0, rows - 1), min_size=2, max_size=2, unique=True),
    )
)


def numbers(path: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?[\d.]+", path)]


@given(ROWS)
def test_an_arc_joins_the_middles_of_its_rows_whichever_is_named_first(case):
    rows, (one, other) = case
    arc = arc_between(one, other, rows)
    start_x, start_y, *_, end_x, end_y = numbers(arc.path)
    assert arc == arc_between(other, one, rows)
    assert (start_x, end_x) == (EDGE, EDGE)
    assert [start_y, end_y] == [min(one, other) + 0.5, max(one, other) + 0.5]


@given(ROWS)
def test_an_arc_that_is_drawn_never_leaves_the_picture(case):
    rows, (one, other) = case
    if abs(one - other) <= FARTHEST:
        handle = numbers(arc_between(one, other, rows).path)[2]
        assert 0 <= EDGE + (handle - EDGE) * 0.75 < EDGE


def test_the_farther_apart_the_deeper():
    handles = [numbers(arc_between(0, end, 41).path)[2] for end in range(1, 41)]
    assert all(later < sooner for sooner, later in pairwise(handles))


@given(ROWS)
@example((120, [3, BAND]))
@example((120, [BAND - 1, 100]))
def test_an_arc_is_seen_in_every_band_between_its_ends(case):
    rows, (one, other) = case
    arc = arc_between(one, other, rows)
    for band in bands([False] * rows):
        between = range(max(arc.upper, band.first), min(arc.lower + 1, band.last))
        assert band.meets(arc) == (len(between) > 0)


def test_a_dot_is_at_the_end_of_an_arc():
    path = arc_between(3, 7, 10).path
    assert dot_at(7) == f"M{path.split()[-2]} {path.split()[-1]}h0"
