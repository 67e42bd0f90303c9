"""Which verbs of an English sentence may share whoever does them: by their form, their auxiliaries and what stands between."""

from bot.claims.frames.closed import past_form
from bot.claims.frames.phrases import Phrases
from bot.claims.frames.words import WORDS


class Sharing:
    """Of the verbs of one sentence."""

    def __init__(self, phrases: Phrases) -> None:
        self.text = phrases.text
        self.parts = phrases.parts

    def start(self, at: int) -> int:
        """Where the verb's auxiliaries and adverbs begin."""
        k = at
        while k > 0 and self.parts[k - 1] in "XATq":
            k -= 1
        return k

    def in_series(self, comma: int) -> bool:
        """ "praised the board, promised a review and left": whether verbs of one form stand before, behind, and behind "and"."""
        verb = self._verb_behind(comma)
        stop = next((k for k in range(comma, -1, -1) if self.parts[k] in ".SR"), -1)
        if verb is None or "," in self.parts[stop + 1 : comma] or not {"V"} & set(self.parts[stop + 1 : comma]):
            return False
        end = next((k for k in range(comma, len(self.parts)) if self.parts[k] == "."), len(self.parts))
        earlier = next(k for k in range(comma, -1, -1) if self.parts[k] == "V")
        passive = self._auxiliary(earlier) == "be" and self.text.tokens[verb].low in WORDS.past_alone
        if passive or not self.agrees(verb, earlier):
            return False
        later = [self._verb_behind(k) for k in range(verb, end) if self.parts[k] == "C"]
        return any(other is not None and past_form(self.text, other) == past_form(self.text, verb) for other in later)

    def may_share(self, verb: int, nearest: int) -> bool:
        """ "should have reported it but took 11 days", "had been her favourite and was never weighed"."""
        ahead = {self.text.tokens[k].low for k in range(self.start(nearest), nearest)}
        if self._auxiliary(verb) == "be":
            return self._auxiliary(nearest) in ("have", "be")
        if self._auxiliary(verb) == "have" and self.parts[self.start(nearest) - 1] == "R":
            return "," not in self.parts[nearest:verb]  # "the firm, which bought the home and has sold it"
        return self._auxiliary(verb) == "" and "have" in ahead and not self.text.tokens[verb].low.endswith("s")

    def quoted(self, verb: int, joint: int) -> bool:
        """ "said she should "stop playing" and left": whether the quotation ends between."""
        return sum(self.text.tokens[k].low == '"' for k in range(verb, joint)) % 2 == 1

    def agrees(self, verb: int, earlier: int) -> bool:
        """The same first auxiliary; without one the same ending, or one that the auxiliary of the earlier verb asks for."""
        mine, theirs = self._auxiliary(verb), self._auxiliary(earlier)
        if mine:
            return mine == theirs
        present = self.text.tokens[verb].low.endswith("s")
        if past_form(self.text, verb):
            return theirs in ("", "have", "be") and not self.text.tokens[earlier].low.endswith("s")
        return present == (not theirs and self.text.tokens[earlier].low.endswith("s"))

    def _verb_behind(self, k: int) -> int | None:
        """The verb that follows, auxiliaries and adverbs passed."""
        at = next((i for i in range(k + 1, len(self.parts)) if self.parts[i] not in "qAX"), k)
        return at if self.parts[at] == "V" else None

    def _auxiliary(self, at: int) -> str:
        """What kind the first one before the verb is, "" without any."""
        first = next((self.text.tokens[k].low for k in range(self.start(at), at) if self.parts[k] == "X"), "")
        kinds = {"have": WORDS.have, "be": WORDS.be, "modal": WORDS.modal, "do": WORDS.do}
        return next((kind for kind, forms in kinds.items() if first in forms), "")
