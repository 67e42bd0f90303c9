"""Introduced: whom the sentence before a bare quotation or indirect speech brings in, so that the words are theirs."""

from bot.readers.offline.naming import mentions
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.syntax import rightward, trimming
from bot.readers.offline.syntax.sentence import Attribution, Place
from bot.readers.offline.text import names
from bot.readers.offline.text.passage import Line, Passage


def speaker(passage: Passage, at: int) -> Mention | None:
    """The one person named in the sentence before the line `at` of its paragraph, where they are its subject: "Pfleger Timo
    Asbach kann darüber nur lachen. „Das ist …“", "Dem tritt Anwalt Karl Beck entgegen. Sein Mandant habe …"."""
    line, before = passage.lines[at], passage.lines[at - 1]
    if at == 0 or before.paragraph != line.paragraph or before.entry != line.entry or before.quotes:
        return None
    found = [run for run in names.runs(before.tokens, passage.language) if _person(before, run, passage)]
    if len({_person(before, run, passage) for run in found}) != 1 or not _is_subject(before, found[0], passage):
        return None
    words = before.tokens[found[0].first : found[0].last]
    return mentions.read(passage.text, words, passage.language, passage.names)


def attribution(line: Line, who: Mention, span: Place) -> Attribution:
    """Of what stands at `span` of the line, to who was brought in before it."""
    return Attribution(line.n, "quote", (who,), None, (span,), (span[0], span[0]), quotes=line.quotes)


def _person(line: Line, run: names.Run, passage: Passage) -> str | None:
    return passage.names.person(passage.text[slice(*trimming.extent(line.tokens[run.core : run.last]))])


def _is_subject(line: Line, run: names.Run, passage: Passage) -> bool:
    """It stands in the phrase with which the sentence begins, or behind the verb where an object or an adverb does: "Dem tritt Beck
    entgegen"."""
    tokens, language = line.tokens, passage.language
    governed = language["grammar.prepositions"] | language["grammar.oblique"] | language["grammar.possessives"]
    article = run.first > 0 and tokens[run.first - 1].low in language["grammar.determiners"]
    near = {token.low for token in tokens[max(0, run.first - 1 - article) : run.first]}
    if near & governed:
        return False
    start, end = rightward.phrase(tokens, 0, language)
    led_in = tokens[0].low in governed | language["grammar.adverbs"] | language["denials.that_alone"]
    apposed = run.first == end + 1 and tokens[end].text == ","  # "La présidente, Laure Maignan, s'agace"
    return start <= run.first < end or apposed or (language.verb_second and led_in)
