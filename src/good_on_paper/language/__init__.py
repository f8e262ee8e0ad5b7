"""What people write, understood without a record: the scale in a header, words that have an order."""

from good_on_paper.language.ordered_words import ORDERS, WordOrder, order_of
from good_on_paper.language.scales import Marked, Named, marked, scale_in

__all__ = ["ORDERS", "Marked", "Named", "WordOrder", "marked", "order_of", "scale_in"]
