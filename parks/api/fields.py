"""Fields of which a machine's answer is made: exact decimals, one of a pair, the code of another noun."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

from rest_framework import serializers

SHARE_PLACES = Decimal("0.000001")


class Exact(serializers.Field):
    """A Decimal with all its digits as a string, without exponent or trailing zeros; never a float."""

    def to_representation(self, value: Decimal) -> str:
        text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text


class Rounded(Exact):
    """A computed share or gap, rounded to six places."""

    def to_representation(self, value: Decimal) -> str:
        with localcontext() as context:
            context.prec = 60  # a tiny target makes a long share
            return super().to_representation(value.quantize(SHARE_PLACES, ROUND_HALF_UP))


class Item(serializers.Field):
    """One of a pair: the Chinese or the English text, or a part of a tuple."""

    def __init__(self, index: int, **kwargs):
        self.index = index
        super().__init__(**kwargs)

    def to_representation(self, value: tuple):
        return value[self.index]


class Code(serializers.Field):
    """The code of another noun, or null."""

    def to_representation(self, value) -> str:
        return value.code
