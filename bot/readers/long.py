"""A long article, read in parts side by side under one deadline and one token budget, and made into one form."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from time import thread_time

from bot.article.article import Article
from bot.claims.form import WHOLE, Complaint, Draft, Form, LinksForm
from bot.claims.links import linked, unknown_ids
from bot.claims.merge import merge
from bot.claims.split import split
from bot.errors import ReaderError, ReaderNonsense
from bot.ports.reader import CheckForm
from bot.readers.budget import Budget
from bot.readers.conversation import SHARE, Conversation, Step, Task
from bot.readers.endpoint import Endpoint
from bot.readers.prompts import Message, Part, Prompt, about_links
from bot.readers.shape import Shape, connected

OVERLAP = 20  # sentences that two parts share at most: a speaker named in one goes on in the other

About = Callable[[Part], Message]


def parts_of(article: Article, size: int) -> list[Part]:
    """The parts to read, of at most `size` sentences."""
    ranges = split(article, size, min(OVERLAP, size // 5))
    return [Part(n, len(ranges), sentences) for n, sentences in enumerate(ranges, start=1)]


@dataclass(slots=True)
class _Read:
    """What has come of one part so far; a part that ended without `step.done` was not read to its end."""

    part: Part
    step: Step[Form] | None = None
    failure: ReaderError | None = None

    @property
    def over(self) -> bool:
        return self.failure is not None or (self.step is not None and self.step.done)

    @property
    def whole(self) -> bool:
        return self.step is not None and self.step.done and not self.step.cut

    def form(self) -> tuple[Form, int] | None:
        """What it found in its own sentences, and how many items cited none of them."""
        return None if self.step is None else _within(self.step.form, self.part.sentences)


class LongReading:
    """Used once. `task` says how a part is asked for, `about` what it is about; `links` is the instruction for the
    denials' claims."""

    def __init__(
        self, endpoint: Endpoint, article: Article, task: Task[Form], about: About, links: Prompt, budget: Budget
    ) -> None:
        self._endpoint = endpoint
        self._article = article
        self._task = task
        self._about = about
        self._links = links
        self._budget = budget

    async def drafts(self, parts: Sequence[Part]) -> AsyncGenerator[Draft, None]:
        """Growing drafts, each with what all parts have so far, the last one done.

        What failed is left out and named in `unread`. Raises `ReaderError` when no part could be read.
        """
        reads = [_Read(part) for part in parts]
        async with aclosing(self._growing(reads)) as growing:
            async for form in growing:
                yield Draft(form, done=False, usage=self._budget.usage, reasks=_asked_again(reads))
        if all(read.step is None for read in reads):
            raise next((read.failure for read in reads if read.failure), ReaderNonsense("no part could be read"))
        draft = self._whole(reads)
        yield await self._linked(draft)

    async def _growing(self, reads: Sequence[_Read]) -> AsyncGenerator[Form, None]:
        """The merged form whenever it has grown. Whoever stops listening stops the parts too."""
        changed = asyncio.Event()
        tasks = [asyncio.create_task(self._read(read, changed), name=f"part {read.part.n}") for read in reads]
        for task in tasks:
            task.add_done_callback(lambda _: changed.set())
        shown, again, rest = 0, 0, 0.0
        try:
            while not all(task.done() for task in tasks):
                await asyncio.wait(tasks, timeout=rest, return_when=asyncio.ALL_COMPLETED)
                await changed.wait()
                changed.clear()
                began = thread_time()
                form = merge([found[0] for read in reads if (found := read.form())])
                rest = SHARE * (thread_time() - began)  # a long form must not take the loop from the others
                size = len(form.sources) + len(form.claims) + len(form.denials)
                if size > shown or (form.claims and _asked_again(reads) > again):
                    shown, again = max(size, shown), _asked_again(reads)
                    yield form
            for task in tasks:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _read(self, read: _Read, changed: asyncio.Event) -> None:
        task = replace(
            self._task,
            about=lambda: self._about(read.part),
            check=_inside(self._task.check, read.part.sentences),
        )
        try:
            async with aclosing(Conversation(self._endpoint, task, self._budget).steps()) as steps:
                async for step in steps:
                    read.step = step
                    changed.set()
        except ReaderError as error:
            read.failure = error

    def _whole(self, reads: Sequence[_Read]) -> Draft:
        found = [form for read in reads if (form := read.form())]
        return Draft(
            merge([form for form, _ in found]),
            done=True,
            usage=self._budget.usage,
            dropped=sum(outside for _, outside in found) + sum(read.step.dropped for read in reads if read.step),
            reasks=sum(read.step.reasks for read in reads if read.step),
            cut=not all(read.whole for read in reads),
            unread=_unread(reads),
        )

    async def _linked(self, draft: Draft) -> Draft:
        """The draft with the denials of one part tied to claims of the others; as it is when that fails."""
        form = draft.form
        if not (form.claims and form.denials):
            return draft

        async def check(links: LinksForm) -> Sequence[Complaint]:
            return unknown_ids(links, form)

        task = Task(
            self._links,
            Shape(LinksForm),
            lambda: about_links(self._article, form),
            check,
            self._task.most,
            self._task.safety_identifier,
        )
        links: LinksForm | None = None
        try:
            async with aclosing(Conversation(self._endpoint, task, self._budget).steps()) as steps:
                async for step in steps:
                    links = step.form
        except ReaderError:
            pass
        return replace(draft, form=linked(form, links) if links else form, usage=self._budget.usage)


def _inside(check: CheckForm, sentences: range) -> CheckForm:
    """The check, and that a part cites only its own sentences."""

    async def inside(form: Form) -> Sequence[Complaint]:
        named = [(claim.id, claim.sentences) for claim in form.claims]
        named += [(f"d{n}", denial.sentences) for n, denial in enumerate(form.denials, start=1)]
        shown = f"this part has the sentences {sentences[0]} to {sentences[-1]}"
        outside = [(item, n) for item, cited in named for n in cited if n not in sentences]
        theirs = [each for each in await check(form) if each.item != WHOLE]  # a part may have nothing to tell
        return [*(Complaint(item, f"Sentence {n} is not here: {shown}.") for item, n in outside), *theirs]

    return inside


def _within(form: Form, sentences: range) -> tuple[Form, int]:
    """The form without what it says of sentences that the model was not shown, and how many items that were."""

    def own(cited: Iterable[int]) -> list[int]:
        return [n for n in cited if n in sentences]

    claims = [c.model_copy(update={"sentences": own(c.sentences)}) for c in form.claims if own(c.sentences)]
    denials = [d.model_copy(update={"sentences": own(d.sentences)}) for d in form.denials if own(d.sentences)]
    kept = connected(form.model_copy(update={"claims": claims, "denials": denials}))
    return kept, len(form.claims) + len(form.denials) - len(kept.claims) - len(kept.denials)


def _asked_again(reads: Sequence[_Read]) -> int:
    """How often every part that is still read was asked about again, at least."""
    going = [read for read in reads if not read.over] or reads
    return min(read.step.reasks if read.step else 0 for read in going)


def beyond(form: Form, article: Article) -> tuple[tuple[int, int], ...]:
    """The run of sentences behind the last that a form cites: claims come in the order of the article."""
    known = len(article.sentences)
    cited = [item.sentences for item in form.claims] + [item.sentences for item in form.denials]
    last = max((n for numbers in cited for n in numbers if n <= known), default=0)
    return ((last + 1, known),) if last < known else ()


def _unread(reads: Sequence[_Read]) -> tuple[tuple[int, int], ...]:
    """First and last sentence of each run that no part read to its end."""
    good = {n for read in reads if read.whole for n in read.part.sentences}
    left = sorted({n for read in reads for n in read.part.sentences} - good)
    runs: list[tuple[int, int]] = []
    for n in left:
        if runs and runs[-1][1] == n - 1:
            runs[-1] = (runs[-1][0], n)
        else:
            runs.append((n, n))
    return tuple(runs)
