"""What an item of a form refers to: which sentences and which sources, and what is wrong with them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.article.article import Article
from bot.claims.citing import Citing
from bot.claims.form import Complaint, Form, SourceForm
from bot.claims.language.verbatim import fold
from bot.claims.people.identity import nouns, words
from bot.claims.people.voices import Speaker, Voice
from bot.claims.reading import SourceKind
from bot.claims.sources import Found, find_sources
from bot.claims.sourcing import Sourcing
from bot.claims.told import Told

_UNNAMED = frozenset({"anonymous", "unnamed_person", "unnamed_group"})


class References:
    """The sources of a form under the ids that stand, and a list of complaints that grows as items are looked up."""

    def __init__(self, article: Article, form: Form, voices: Sequence[Voice]) -> None:
        self.found = _of_their_kind(find_sources(article, form), voices)
        self.complaints: list[Complaint] = []
        self._article = article
        self._same = _same_sources(self.found)
        self._sourcing = Sourcing(article, voices, self.found) if voices else None
        self.citing = Citing(article, self._sourcing)
        saying = {voice.n for voice in voices if voice.speakers and not voice.denies}
        self._silent = {voice.n for voice in voices if voice.silence} - saying

    def complain(self, item: str, problem: str) -> None:
        self.complaints.append(Complaint(item, problem))

    def missing(self) -> int:
        """How many sources are in no way named by the article, each complained about."""
        gone = {source_id: found for source_id, found in self.found.items() if found.missing}
        for source_id, found in gone.items():
            self.complain(source_id, f"The name {found.form.name!r} does not occur in the article.")
        return len(gone)

    def numbers(self, item: str, numbers: Iterable[int]) -> tuple[int, ...]:
        """The sentences that exist, in order."""
        for n in sorted({n for n in numbers if not self._article.has(n)}):
            self.complain(item, f"Sentence {n} does not exist; the last one is {len(self._article.sentences)}.")
        good = tuple(sorted({n for n in numbers if self._article.has(n)}))
        if not good:
            self.complain(item, "It cites no existing sentence.")
        return good

    def sources(self, item: str, ids: Iterable[str]) -> tuple[str, ...]:
        """The ids of sources that stand, the first id of each."""
        good: list[str] = []
        for source_id in ids:
            found = self.found.get(source_id)
            if found is None:
                self.complain(item, f"There is no source {source_id}.")
            elif not found.missing:
                good.append(self._same[source_id])
        return tuple(dict.fromkeys(good))

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for source_id in ids if (name := self.found[source_id].name))

    def called(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Their names and roles."""
        found = [self.found[source_id] for source_id in ids]
        return tuple(word for one in found for word in (one.name, one.form.role) if word)

    def misquoted(self, text: str, numbers: Sequence[int]) -> list[str]:
        """What a restatement says of who speaks, against what was heard."""
        return list(self._sourcing.misquoted(text, numbers)) if self._sourcing else []

    def silent(self, numbers: Iterable[int]) -> bool:
        """Whether the sentences tell nothing but that somebody kept silent."""
        return self._silent >= {*numbers}

    def withdrawn(self, numbers: Sequence[int]) -> list[str]:
        """That a restatement has what an earlier version of the article had wrong."""
        return self._sourcing.withdrawn(numbers) if self._sourcing else []

    def untold(self, text: str, numbers: Sequence[int]) -> list[str]:
        """That a restatement tells as the article's own what its sentences tell as somebody's words."""
        return list(self._sourcing.untold(text, numbers)) if self._sourcing else []

    def sourced(self, item: str, told: Told) -> Told | None:
        """The same where its sources hold; not `held` where one of its sentences is theirs and others are not, or with those
        whom its sentences name; else nothing."""
        found = self._sourcing.problems(told) if self._sourcing else []
        for problem in found:
            self.complain(item, problem)
        if not self._sourcing or not found:
            return told
        told = replace(told, held=False)
        alone = replace(told, via=())
        if told.via and not self._sourcing.problems(alone):
            return alone
        theirs = not self._sourcing.denied_only(told) and self.citing.carried(told)
        return told if theirs else self.spoken(told)

    def spoken(self, told: Told) -> Told | None:
        """With those whom its sentences name, if they name one party."""
        speakers, via = self._sourcing.heard(told) if self._sourcing else ((), ())
        sources = self._adopted(speakers)
        return replace(told, sources=sources, via=self._adopted(via), held=False) if sources else None

    def _adopted(self, speakers: Iterable[Speaker]) -> tuple[str, ...]:
        """Ids of speakers whom rules heard: those of the form where they are the same."""
        ids = []
        for speaker in speakers:
            form = speaker.source
            same = (id_ for id_, one in self.found.items() if _as_one(one, form))
            known = next(same, None)
            ids.append(self._same.get(known, known) if known else f"heard {form.id}")
            if known is None:
                self.found[f"heard {form.id}"] = Found(form, form.name, missing=False)
        return tuple(dict.fromkeys(ids))


def _of_their_kind(found: Mapping[str, Found], voices: Sequence[Voice]) -> dict[str, Found]:
    """Whom rules hear by name is neither anonymous nor unnamed, whatever a reader says."""
    heard = [one.source for voice in voices for one in voice.speakers if one.kind == "named" and one.source.name]
    kinds: dict[tuple[str, ...], SourceKind] = {words(one.name or ""): one.kind for one in reversed(heard)}

    def right(one: Found) -> Found:
        kind = kinds.get(words(one.name)) if one.name and one.form.kind in _UNNAMED else None
        return replace(one, form=one.form.model_copy(update={"kind": kind})) if kind else one

    return {id_: right(one) for id_, one in found.items()}


def _as_one(found: Found, heard: SourceForm) -> bool:
    """With or without "the" before the name; of somebody without one, with no other word in the role."""
    if found.form.kind != heard.kind or found.missing:
        return False
    if found.name:
        return words(found.name) == words(heard.name or "")
    role = nouns(found.form.role or "")
    return bool(role) and role <= nouns(f"{heard.name or ''} {heard.role or ''}")


def _same_sources(found: Mapping[str, Found]) -> dict[str, str]:
    """Each id to the first id of the same name and kind."""
    first: dict[tuple[str, str], str] = {}
    return {
        source_id: first.setdefault((fold(source.name), source.form.kind), source_id) if source.name else source_id
        for source_id, source in found.items()
    }
