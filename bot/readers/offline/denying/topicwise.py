"""Topic by topic: "as for the diaries, they were of 2011": who is accused takes up one thing of which others spoke."""

from collections.abc import Sequence

from bot.readers.offline.denying import facts
from bot.readers.offline.denying.denied import Basis, Denied
from bot.readers.offline.syntax import parted, phrasing
from bot.readers.offline.syntax.sentence import Attribution, Place
from bot.readers.offline.text.passage import Line, Passage

_LONGEST = 9  # tokens of "as for the diaries of the two nurses,"
_WEAKER: frozenset[Basis] = frozenset({"answer", "reply", "continued", "sequel"})


def told(
    passage: Passage, found: Sequence[Sequence[Attribution]], denied: Sequence[Denied | None]
) -> list[Denied | None]:
    """The denials of all sentences, and what is told of a topic that the sentence begins with."""
    done = list(denied)
    for line in passage.lines:
        known = done[line.n - 1]
        topic = None if line.lead or (known and known.basis not in _WEAKER) else _topic(line, passage)
        one = next((one for one in found[line.n - 1] if topic and facts.tells(one, passage)), None)
        if topic and one:
            done[line.n - 1] = Denied(line.n, "counters", one.sources, topic, via=one.via, basis="topic")
    return done


def _topic(line: Line, passage: Passage) -> Place | None:
    """ "The diaries" of "As for the diaries, …", "Was die Dienstpläne betreffe, …"."""
    tokens, language = line.tokens, passage.language
    comma = next((at for at, token in enumerate(tokens[:_LONGEST]) if token.text == ","), 0)
    parts = parted.find(tokens[:comma], 0, "denials.topics", language) if comma else ()
    begins = 1 if parts else phrasing.phrase(tokens, 0, "denials.topics", language) if comma else 0
    ends = parts[-1] if parts else comma
    return (tokens[begins].start, tokens[ends - 1].end) if 0 < begins < ends else None
