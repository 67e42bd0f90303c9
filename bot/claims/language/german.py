"""German writes numbers below a million as one word."""

from bot.claims.language.verbatim import fold


def german_numbers() -> dict[str, float]:
    """German writes numbers below a million as one word: "dreihundertfünfundvierzig"."""
    units = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
    teens = ["zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]
    tens = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
    small = dict(zip(units, range(1, 10), strict=True)) | dict(zip(teens, range(10, 20), strict=True))
    for index, ten in enumerate(tens, start=2):
        small[ten] = index * 10
        small |= {f"{unit}und{ten}": index * 10 + n for n, unit in enumerate(units, start=1)}
    hundreds = {f"{unit}hundert": n * 100 for n, unit in enumerate(units, start=1)} | {"hundert": 100}
    large = {h + word: a + b for h, a in hundreds.items() for word, b in small.items()}
    below = small | hundreds | large
    thousands = {f"{word}tausend": value * 1000 for word, value in below.items()}
    halves = {f"{unit}einhalb": n + 0.5 for n, unit in enumerate(units, start=1)} | {"anderthalb": 1.5}
    return {fold(word): float(value) for word, value in (below | thousands | halves).items()}
