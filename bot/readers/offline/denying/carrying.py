"""Carrying: which claim a sentence that is denied carries."""

from collections.abc import Set

from bot.readers.offline.denying import selftold
from bot.readers.offline.denying.denied import Denied
from bot.readers.offline.denying.refusals import Refusal
from bot.readers.offline.speech import entries
from bot.readers.offline.speech.entries import Entry
from bot.readers.offline.syntax import cues
from bot.readers.offline.text import fullnames, topic
from bot.readers.offline.text.passage import Passage


class Carrying:
    """The claims by the sentences that carry them; what nobody says joins them in the outlet's own voice."""

    def __init__(self, passage: Passage, claims: list[Entry]) -> None:
        self._passage = passage
        self._claims = claims
        self._in: dict[int, list[Entry]] = {}
        for entry in claims:
            for n in entry.sentences:
                self._in.setdefault(n, []).append(entry)

    def said(self, n: int) -> list[Entry]:
        """The first claim in sentence `n` that somebody makes."""
        return [entry for entry in self._in.get(n, []) if entry.sources][:1]

    def told_by(self, words: Set[str]) -> set[int]:
        """The sentences that those who go by the stems `words` tell: "told Kanal 6 that …", which it then reported."""
        told = self._in.items() if words else ()
        return {n for n, found in told if any(self._hears(entry, words) for entry in found)}

    def _hears(self, entry: Entry, words: Set[str]) -> bool:
        one = entry.attribution
        if one.frame not in cues.SAYING or one.cue is None:
            return False
        inside = (*one.content, *((who.start, who.end) for who in one.sources))
        outside = (
            word
            for word in self._passage.lines[one.n - 1].tokens
            if not any(start <= word.start < end for start, end in inside)
        )
        return any(topic.stem(low) in words for word in outside for low in fullnames.words(word.text))

    def others(self, n: int, side: Set[str]) -> list[Entry]:
        """The first claim in sentence `n` that is none of this side."""
        return [entry for entry in self._in.get(n, []) if not side & set(entry.sources)][:1]

    def of(self, n: int, refusal: Refusal, side: Set[str]) -> Entry | None:
        """The claim of somebody else that sentence `n` carries, or a new one; None where only the denier's own `side` speaks."""
        embedded = selftold.place(refusal.denied, self._passage) if n == refusal.denied.n else None
        for entry in self._in.get(n, []):
            same = embedded is None or (entry.content[0] < embedded[1] and embedded[0] < entry.content[1])
            if same and not set(entry.sources) & side:
                return entry
        if embedded is None and self._in.get(n):
            return None
        return self._add(entries.unattributed(self._passage, n, embedded), n)

    def beside(self, n: int, denied: Denied, own: set[str]) -> bool:
        """Sentence `n` has a claim of somebody else's apart from what it denies: "hit back and said that …"."""
        if denied.matter is None:
            return False
        start, end = denied.matter
        apart = (entry for entry in self._in.get(n, []) if entry.content[1] <= start or end <= entry.content[0])
        return any(not set(entry.sources) & own for entry in apart)

    def hearsay(self, refusal: Refusal) -> Entry:
        """ "reports that he had resigned", in the name of the reports."""
        n, hearsay = refusal.denied.n, refusal.denied.hearsay
        assert hearsay is not None
        return self._add(entries.unattributed(self._passage, n, hearsay.place, refusal.voices), n)

    def _add(self, entry: Entry, n: int) -> Entry:
        self._claims.append(entry)
        self._in.setdefault(n, []).append(entry)
        return entry
