from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.patterns.chi_square import chi_square_quantile, chi_square_share
from tests.late import Late

chdtr = Late("scipy.special", "chdtr")
chdtri = Late("scipy.special", "chdtri")

TABLE = {(0.05, 8): 2.733, (0.05, 20): 10.851, (0.05, 40): 26.509, (0.95, 8): 15.507, (0.95, 20): 31.410}
"""As printed in any book of statistical tables."""


@pytest.mark.parametrize("row", TABLE)
def test_quantiles_are_those_of_the_printed_tables(row: tuple[float, int]) -> None:
    assert round(chi_square_quantile(*row), 3) == TABLE[row]


@given(st.floats(0, 3_000), st.floats(0.5, 1_000))
def test_shares_are_those_of_scipy(value: float, degrees: float) -> None:
    assert chi_square_share(value, degrees) == pytest.approx(chdtr(degrees, value), rel=1e-9, abs=1e-12)


@given(st.floats(0.001, 0.999), st.integers(1, 6_000))
def test_quantiles_are_those_of_scipy(share: float, degrees: int) -> None:
    assert chi_square_quantile(share, degrees) == pytest.approx(chdtri(degrees, 1 - share), rel=1e-8)
