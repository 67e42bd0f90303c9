"""A long article in overlapping parts, cut at paragraphs, so that each fits one call."""

from bot.article.article import Article


def split(article: Article, size: int, overlap: int) -> list[range]:
    """Ranges of sentence numbers that cover the article in order.

    `size` is the most sentences of a part, `overlap` about how many the next part repeats; both are kept at
    whole paragraphs unless one paragraph alone is longer than `size`. The parts are about as long as each other: the
    longest is what everybody waits for. Raises ValueError when `overlap` leaves no way on.
    """
    if size < 1 or not 0 <= overlap < size:
        raise ValueError("size must be positive and larger than overlap")
    count = len(article.sentences)
    size = _even(count, size, overlap)
    starts = {group[0] for group in article.paragraphs}
    parts: list[range] = []
    first, last = 1, 0
    while first <= count:
        last = _end(first, last + 1, size, count, starts)
        parts.append(range(first, last + 1))
        if last == count:
            break
        first = _start(last, first, overlap, starts)
    return parts


def _even(count: int, size: int, overlap: int) -> int:
    """The least size with which no more parts are needed."""
    parts = max(1, -(-(count - overlap) // (size - overlap)))
    return max(overlap + 1, -(-(count + (parts - 1) * overlap) // parts))


def _end(first: int, least: int, size: int, count: int, starts: set[int]) -> int:
    """The last sentence before a paragraph start, within `size`; mid-paragraph only when there is no other way."""
    most = min(first + size - 1, count)
    if most == count:
        return count
    for last in range(most, max(least, first + size // 2) - 1, -1):
        if last + 1 in starts:
            return last
    return most


def _start(last: int, first: int, overlap: int, starts: set[int]) -> int:
    """Where the next part begins: a paragraph start about `overlap` sentences back, and always further on."""
    earliest = max(first + 1, last + 1 - overlap)
    for start in range(earliest, last + 1):
        if start in starts:
            return start
    return earliest
