"""Interviews without labels: questions as paragraphs that end in a question mark, or turns that begin with a dash."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.readers.offline.speech import interviewed, labels, turns
from bot.readers.offline.speech.turns import Group, Part, Turn
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import DASHES, Token

_DASHED = 4  # paragraphs that begin with a dash
_QUESTIONS = 2  # questions of an interview that says that it is one
_MORE = 3  # of one that does not
_LONGEST = 60  # words of a question
_INTRODUCTION = 12  # sentences before the first question
_PROMPT = 2  # sentences of what an interviewer says without asking


def of(passage: Passage) -> Mapping[int, Turn]:
    """The turns; empty where the questions are those of an article that answers them itself."""
    found = [group for group in turns.groups(passage) if not group[0].lead]
    return turns.laid_out(_dashed(passage, found) or _bare(passage, found))


def _dashed(passage: Passage, found: Sequence[Group]) -> list[Part]:
    """ "— Depuis quand ? — Depuis mai.": the two take turns, so that a dash behind an answer may ask without a question mark."""
    opening = [at for at, group in enumerate(found) if passage.text[group[0].start] in DASHES]
    asking = {at for at in opening if turns.ends_asking(passage, found[at][-1])}
    if len(opening) < _DASHED or len(asking) < _QUESTIONS or opening[0] not in asking:
        return []
    asks = asking | _unmarked(opening, asking)
    parts: list[Part] = []
    for at, group in enumerate(found[opening[0] : opening[-1] + 1], start=opening[0]):
        speaks = at in asks if at in opening else parts[-1].asks
        parts.append(Part(group, _past_dash(passage, group[0]), speaks))
    return parts


def _unmarked(opening: Sequence[int], asking: set[int]) -> set[int]:
    """Each second of those between two questions, where they can take turns."""
    found: set[int] = set()
    run: list[int] = []
    for at in (*opening, None):
        if at is not None and at not in asking:
            run.append(at)
            continue
        found.update(run[1::2] if len(run) % 2 else ())
        run = []
    return found


def _past_dash(passage: Passage, line: Line) -> int:
    return next((token.start for token in line.tokens if token.text not in DASHES), line.start)


def _bare(passage: Passage, found: Sequence[Group]) -> list[Part]:
    """Questions and answers without any mark: the questions address somebody, or the introduction tells of an interview, and
    the answers speak of themselves."""
    asking = [at for at, group in enumerate(found) if _is_question(passage, group)]
    if not asking:
        return []
    asking = [*_first_prompt(passage, found, asking[0]), *asking]
    told = is_told(passage, found[asking[0]][0].n)
    if len(asking) < (_QUESTIONS if told else _MORE):
        return []
    addressed = sum(addresses(passage, found[at]) for at in asking)
    parts = list(_taken(passage, found, asking))
    answers = [part.lines for part in parts if not part.asks]
    own = sum(of_self(passage, group) for group in answers)
    needed = 1 if told and _calls(passage, found, asking) else _QUESTIONS
    if not (told or 2 * addressed >= len(asking)) or own < needed or 3 * own < len(answers):
        return []
    return parts


def _calls(passage: Passage, found: Sequence[Group], asking: Sequence[int]) -> bool:
    """ "Mr Burke, is the dam safe?": no article that answers its own questions puts them to somebody by name."""
    return interviewed.addressed(passage, [found[at][0].n for at in asking]) is not None


def _taken(passage: Passage, found: Sequence[Group], asking: Sequence[int]) -> Iterator[Part]:
    """The paragraphs from the first question on. Between two answers may stand what is put to who answers without a question
    mark; the last answer ends where nobody speaks of themselves any more."""
    asks = False
    for at, group in enumerate(found[asking[0] :], start=asking[0]):
        if at > asking[-1] + 1 and not of_self(passage, group):
            return
        between = not asks and at + 1 < len(found) and at + 1 not in asking
        asks = at in asking or (between and _prompts(passage, group))
        yield _part(passage, group, asks=asks)


def _part(passage: Passage, group: Group, *, asks: bool) -> Part:
    """The name of who answers may stand before it: "Amelung: Wir haben gewarnt."."""
    found = None if asks else labels.at(passage, group[0])
    if found is None:
        return Part(group, group[0].start, asks)
    who, colon = found
    start = next((token.start for token in group[0].tokens if token.start >= colon[1]), group[0].start)
    return Part(group, start, asks, who, colon)


def _prompts(passage: Passage, group: Group) -> bool:
    """ "Das Amt sagt, dort sei nie etwas angekommen.", "Man wirft Ihnen Betrug vor.": short, and of others than who speaks."""
    return _is_brief(passage, group) and (addresses(passage, group) or _reports(passage, group))


def _first_prompt(passage: Passage, found: Sequence[Group], first: int) -> list[int]:
    """The paragraph two before the first question, where it speaks to somebody who then speaks of themselves."""
    at = first - 2
    opens = at >= 0 and _is_brief(passage, found[at]) and addresses(passage, found[at])
    return [at] if opens and of_self(passage, found[first - 1]) else []


def is_told(passage: Passage, first: int) -> bool:
    """The sentences before the first question tell that somebody is interviewed."""
    return any(_tells(passage, line) for line in passage.lines[max(0, first - 1 - _INTRODUCTION) : first - 1])


def _tells(passage: Passage, line: Line) -> bool:
    words = line.tokens
    return phrasing.holds(words, "interviews.words", passage.language)


def _is_question(passage: Passage, group: Group) -> bool:
    """It ends in a question mark outside a quotation, and speaks of nobody's own."""
    words = [token for line in group for token in line.tokens if token.is_word or token.is_quote]
    if not words or len(words) > _LONGEST or not turns.ends_asking(passage, group[-1]):
        return False
    quoted = group[-1].tokens[-1].is_quote
    return not quoted and (len(group) == 1 or addresses(passage, group) or not of_self(passage, group))


def _is_brief(passage: Passage, group: Group) -> bool:
    return len(group) <= _PROMPT and not of_self(passage, group, but="interviews.to_us")


def _reports(passage: Passage, group: Group) -> bool:
    """It may tell what somebody else says, or quotes them."""
    telling = passage.language["cues.say"] | passage.language["cues.accuse"] | passage.language["cues.call"]
    return any(line.quotes for line in group) or any(token.low in telling for token in _words(group))


def addresses(passage: Passage, group: Group) -> bool:
    """ "You", "vous"; in German a "Sie" that is written like a name."""
    listed = passage.language["interviews.address"]
    capital = passage.language.capital_nouns
    first = {line.tokens[0].start for line in group if line.tokens}
    return any(
        token.low.rsplit("-", 1)[-1] in listed and not (capital and (token.text[0].islower() or token.start in first))
        for token in _words(group)
    )


def of_self(passage: Passage, group: Group, but: str = "") -> bool:
    """ "I", "nous", "tengo", outside quotations, and not in what the list `but` has: "told us"."""
    words, language = list(_words(group)), passage.language
    told = {at for begin, end in phrasing.places(words, but, language) for at in range(begin, end)} if but else set()
    return any(token.low in language["interviews.own"] for at, token in enumerate(words) if at not in told)


def _words(group: Iterable[Line]) -> Iterator[Token]:
    return (token for line in group for token in line.tokens if token.is_word)
