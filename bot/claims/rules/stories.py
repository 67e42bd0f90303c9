"""Stories: whether what somebody tells answers a claim: by a "not" against it, or in no word that denies by another account."""

from dataclasses import dataclass

from bot.claims.grammar.tense import later
from bot.claims.rules.opposition import Opposition

_SOON = 2  # sentences behind a claim within which an account that is announced answers it, whatever its words
_NEXT = 3  # those within which a "not" beside its words does
_AGO = 6  # those within which any other does, and behind which one word of both may be an accident
_MATTERS = 2  # words of a claim beside a "not", by which it answers it though it tells of plans or views


@dataclass(frozen=True, slots=True)
class Story:
    """What somebody says `against` a claim that stands `gap` sentences before, not behind it where that is 0; `told` is what they
    tell as facts.

    `announced`: a word tells that it is another account; `named`: the claim tells of those who give this one, in words for them.
    """

    against: Opposition
    told: Opposition | None
    gap: int
    announced: bool = False
    named: bool = False

    def refutes(self, *, own: bool) -> bool:
        """With a "not" in it, which is of their `own` deeds or any: the claim's words are negated, or it is of them."""
        against = self.against
        if self.gap and self._just_behind(own=own):
            return True
        several = len(against.matters) >= _MATTERS
        if against.turned and (several or self.gap <= _AGO) and (self.told or (several and not later(against.said))):
            return True
        if against.concerned and (own or (self.gap and not against.agrees and self._of_what_was())):
            return True
        return bool(self.gap and against.accused and self.told)

    def _just_behind(self, *, own: bool) -> bool:
        """Of their own deeds, soon; or not long after of many of the same things."""
        if own and self.gap <= _SOON:
            return True
        return len(self.against.matters) > _MATTERS and self.gap <= _NEXT

    def _of_what_was(self) -> bool:
        return self.told is not None and (self.told.related or self.told.said.past_tense)

    def retells(self) -> bool:
        """Without a "not": another sum; or facts that are announced as another account, of the same thing, or of those who tell
        them."""
        if self.against.agrees:
            return False
        if not self.gap:
            return self.announced and len(self.against.matters) >= _MATTERS
        if self.announced and (self.gap <= _SOON or self.against.related):
            return True
        if self.against.measured and not later(self.against.said):
            return True
        return self.told is not None and self._otherwise(self.told)

    def _otherwise(self, told: Opposition) -> bool:
        return (told.on_topic and self.gap <= _AGO) or (self.named and told.of_one_thing)
