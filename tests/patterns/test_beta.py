from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_on_paper.patterns.beta import beta_quantile, beta_share
from tests.late import Late

betainc = Late("scipy.special", "betainc")
betaincinv = Late("scipy.special", "betaincinv")

parameter = st.floats(0.05, 2_000)


@given(st.floats(0, 1), parameter, parameter)
def test_shares_are_those_of_scipy(value: float, a: float, b: float) -> None:
    assert beta_share(value, a, b) == pytest.approx(betainc(a, b, value), rel=1e-8, abs=1e-12)


@given(st.floats(0.001, 0.999), st.floats(0.5, 2_000), st.floats(0.5, 2_000))
def test_quantiles_are_those_of_scipy(share: float, a: float, b: float) -> None:
    assert beta_quantile(share, a, b) == pytest.approx(betaincinv(a, b, share), rel=1e-9, abs=1e-14)


@given(st.floats(0.001, 0.999))
def test_a_beta_variable_with_both_parameters_one_is_uniform(share: float) -> None:
    assert beta_quantile(share, 1, 1) == pytest.approx(share, rel=1e-12)
