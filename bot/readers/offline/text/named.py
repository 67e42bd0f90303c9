"""Everybody whom an article names: the people and the bodies, with the other names that it gives them."""

from collections.abc import Iterable, Mapping, Sequence

from bot.claims.grammar.kinds import feminine_name, listed_name
from bot.readers.offline.text import bodily, offices
from bot.readers.offline.text.fullnames import Names
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.names import Run, gender_told, in_title_case, is_person, naming, runs
from bot.readers.offline.text.tokens import Token

_TIE = 5  # words of "better known as"
_QUALIFIED = 3  # words of "la láctea santafesina"
_FEW = 4  # words of "the old bus company"
_YOUNGEST, _OLDEST = 5, 110  # years of who speaks


def collect(text: str, sentences: Sequence[Sequence[Token]], small: frozenset[str], language: Language) -> Names:
    """Every full name of the article, quotations included; headlines that capitalise every word say nothing.

    `small` are the words that the article also writes small: a name made of nothing else is no person's.
    """
    found = Names()
    titled: dict[str, set[str]] = {}
    alone: list[str] = []
    called: list[str] = []
    bodies = {text[slice(*place)] for tokens in sentences for place in bodily.places(tokens, language)}
    for tokens in sentences:
        for run in runs(tokens, language) if not in_title_case(tokens, language) else ():
            core = tokens[run.core : run.last]
            name = text[core[0].start : core[-1].end]
            told = gender_told(tokens, run, language)
            if len(core) == 1 and (_addressed(tokens, run, language) or _lives(tokens, run, language)):
                alone.append(name)
            if len(core) == 1 and told:
                titled.setdefault(name, set()).add(told)
            person = name not in bodies and _introduces_person(tokens, run, language)
            if person and not all(token.low in small for token in core):
                if _called_so(tokens, run, language):
                    called.append(name)
                else:
                    found.add_person(name, told or _by_first_name(core[0].low))
            elif len(core) > 1:
                found.add_body(name, _other_name(text, tokens, run, language))
    _add_unknown(found, called, alone, titled)
    found.styled |= dict(_styles(found, titled))
    return found


def _add_unknown(found: Names, called: Iterable[str], alone: Iterable[str], titled: Mapping[str, set[str]]) -> None:
    """Those `called` something before a surname, and those who stand `alone`, whom the article names nowhere else."""
    for name in called:
        if not found.person(name.split()[-1]):
            found.add_person(name)
    for name in alone:
        if not found.person(name) and not found.body(name):
            found.add_person(name, next(iter(titled.get(name, ())), None))


def _other_name(text: str, tokens: Sequence[Token], run: Run, language: Language) -> str | None:
    """By which a body goes as well: the one told behind its name, or its name without its trade."""
    told = _bracketed(tokens, run.last) or _tied(text, tokens, run.last, language)
    return told or _without_trade(tokens[run.core : run.last], language)


def _called_so(tokens: Sequence[Token], run: Run, language: Language) -> bool:
    """ "Sprinter Hale" at the head of a headline: a noun for what she is, before a surname that the article may have in full."""
    first = tokens[run.core]
    return (
        run.core == 0
        and run.last - run.core > 1
        and first.low in language["sources.people"]
        and not listed_name(first.low)
    )


def _addressed(tokens: Sequence[Token], run: Run, language: Language) -> bool:
    """ "Mr Dunn"."""
    return run.core > run.first and tokens[run.first].low in language["sources.honorifics"]


def _lives(tokens: Sequence[Token], run: Run, language: Language) -> bool:
    """ "Mahmud, a butcher who …" and "Mahmud, 34,": one name, and what only a person is."""
    places = language["sources.places"] | language["sources.organisations"]
    if (
        run.core > run.first
        or run.last + 2 >= len(tokens)
        or tokens[run.last].text != ","
        or tokens[run.core].low in places
    ):
        return False
    first, second = tokens[run.last + 1], tokens[run.last + 2]
    if second.text == "," and first.text.isascii() and first.text.isdecimal():
        return _YOUNGEST <= int(first.text) <= _OLDEST
    if first.low not in language["grammar.indefinite"]:
        return False
    near = tokens[run.last + 2 : run.last + 2 + _FEW]
    noun = next(
        (at for at, token in enumerate(near) if not token.is_word or token.low in language["grammar.prepositions"]),
        len(near),
    )
    who = next((at for at, token in enumerate(near) if token.low in language["grammar.who"]), None)
    if who is not None and who <= noun:
        return True
    firms = language["sources.organisations"] | language["sources.any_body"] | language["sources.firms_too"]
    return noun > 0 and near[noun - 1].low in language["sources.people"] - firms


def _by_first_name(low: str) -> str | None:
    """What "Colin" tells; None for a first name of either, or one that we do not know: men are called Jitendra too."""
    feminine = feminine_name(low)
    unknown = feminine is None or (feminine and not listed_name(low))
    return None if unknown else "f" if feminine else "m"


def _styles(found: Names, titled: Mapping[str, set[str]]) -> Iterable[tuple[str, str]]:
    """What "Ms Craske" tells of Imelda Craske, where nobody else bears that name and no "Mr" does."""
    for short, told in titled.items():
        bearers = found.bearers(short)
        if len(told) == len(bearers) == 1:
            yield bearers[0], next(iter(told))


def _tied(text: str, tokens: Sequence[Token], at: int, language: Language) -> str | None:
    """The other name in "the Institute for Peat Research, known as the Peat Institute,"."""
    if at >= len(tokens) or tokens[at].text not in (",", "("):
        return None
    at += 1
    for end in range(at + 1, min(at + _TIE, len(tokens) - 1)):
        if " ".join(token.low for token in tokens[at:end]) in language["sources.also_called"]:
            named = tokens[end + (tokens[end].low in language["grammar.articles"]) :]
            run = next(iter(runs(named, language)), None)
            return text[named[0].start : named[run.last - 1].end] if run and run.first == 0 else None
    return None


def _introduces_person(tokens: Sequence[Token], run: Run, language: Language) -> bool:
    """Like a person's name, and not behind an article, unless a title stands between: "the actor John Smith"."""
    before = tokens[run.first - 1].low if run.first else ""
    body = "sources.organisations" if language.noun_first else "sources.any_body"
    if offices.held(tokens, run.first, language):
        return is_person(tokens[run.core : run.last], language)
    if {before, language.noun(before)} & (language[body] | language["sources.media_words"]):
        return False  # "el sindicato Fuerza Unida", "the grid company Sorelle Netz", "der Möbelhersteller Haus Lind"
    if offices.charge(tokens, run.first, run.last, language):
        return False
    if _of_body(tokens, run.first, language) or _names_body(tokens, run.first, language):
        return False
    if before == "," and _explains_body(tokens, run, language):
        return False
    titled = run.core > run.first or before in language["sources.people"]
    return is_person(tokens[run.core : run.last], language) and (titled or before not in language["grammar.articles"])


def _of_body(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """The name at `at` is that of the body in "la láctea santafesina Tambos del Litoral": an adjective stands between."""
    if not language.noun_first or at < _QUALIFIED or tokens[at - 2].low not in language["sources.organisations"]:
        return False
    between, determiner = tokens[at - 1], tokens[at - 3].low
    plain = between.is_word and between.text[0].islower() and between.low not in language["sources.people"]
    parting = language["grammar.prepositions"] | language["grammar.coordinators"] | language["grammar.articles"]
    return plain and between.low not in parting and determiner in language["grammar.determiners"]


def _names_body(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "A group calling itself Red Dawn", "a charity called Open Door"."""
    noun = at - naming(tokens, at, language) - 1
    return noun < at - 1 and noun >= 0 and tokens[noun].low in language["sources.organisations"]


def _explains_body(tokens: Sequence[Token], run: Run, language: Language) -> bool:
    """ "The bus company, Tidy Travel,": a name between commas behind what it is; not "the head of the company, Ann Reed,"."""
    closed = run.last < len(tokens) and tokens[run.last].text == ","
    noun = run.first - 2
    if not closed or noun < 1 or tokens[noun].low not in language["sources.any_body"]:
        return False
    at = noun - 1
    while at > 0 and noun - at < _FEW and tokens[at].low not in language["grammar.determiners"]:
        at -= 1
    opens = at == 0 or tokens[at - 1].low not in language["grammar.prepositions"]
    return tokens[at].low in language["grammar.determiners"] and opens


def _without_trade(core: Sequence[Token], language: Language) -> str | None:
    """ "Corrax" of "Corrax Minerals"."""
    return core[0].text if len(core) > 1 and core[1].low in language["sources.trades"] else None


def _bracketed(tokens: Sequence[Token], at: int) -> str | None:
    """The short form in "African Communities Together (ACT)"."""
    if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")" and tokens[at + 1].text.isupper():
        return tokens[at + 1].text
    return None
