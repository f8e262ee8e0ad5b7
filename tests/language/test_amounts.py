"""Money as people type it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.language.amounts import AmountError, money, parse_amount


@settings(max_examples=50)
@given(st.integers(0, 10**9), st.sampled_from(["", "£", "€", "$", "CHF "]))
def test_what_we_write_we_read(amount: int, currency: str) -> None:
    found = parse_amount(money(amount, currency))
    assert (found.low, found.high, found.currency) == (amount, amount, currency)


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("33.400 €", 33_400, 33_400, "€"),
        ("33,400", 33_400, 33_400, ""),
        ("33 400,50 EUR", 33_400.5, 33_400.5, "€"),
        ("CHF 95'000 per annum", 95_000, 95_000, "CHF "),
        ("£2,800 a month", 33_600, 33_600, "£"),
        ("35k-38k", 35_000, 38_000, ""),
        ("35 to 38k", 35_000, 38_000, ""),
        ("£35,000 \N{EN DASH} £38,000", 35_000, 38_000, "£"),
        ("14.50", 14.5, 14.5, ""),
    ],
)
def test_amounts_as_people_type_them(text: str, low: float, high: float, currency: str) -> None:
    found = parse_amount(text)
    assert (found.low, found.high, found.currency) == (low, high, currency)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a lot", "we could not read “a lot” as money. Expected an amount a year"),
        ("15 an hour", "we could not read"),
        ("38k to 35k", "ends below where it begins"),
        ("£30k to 35k €", "in two currencies"),
        ("", "we could not read"),
    ],
)
def test_what_is_no_amount_is_said(text: str, said: str) -> None:
    with pytest.raises(AmountError, match=said):
        parse_amount(text)
