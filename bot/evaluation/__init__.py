"""How good a reader is, in numbers, on gold that anyone may choose."""
