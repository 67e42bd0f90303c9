"""The stem of a word, by the rules of its language."""

import re
import threading
from functools import cache, lru_cache
from typing import Any

# "zurückzunehmen" is "zurücknehmen".
_WITH_ZU = re.compile(
    "^(ab|an|auf|aus|bei|ein|fest|fort|her|hin|los|mit|nach|vor|weg|weiter|wieder|zuruck|zusammen|um|durch|still|statt|nieder|frei|teil|offen|bekannt|bereit|sicher|dar|entgegen|hervor|heraus|voraus|hinzu|herab|herauf|hinaus|herein)zu(?=[a-z]{4})"
)
_SNOWBALL = {
    "en": "english", "de": "german", "fr": "french", "es": "spanish", "it": "italian", "pt": "portuguese", "nl": "dutch",
    "sv": "swedish", "da": "danish", "no": "norwegian", "nb": "norwegian", "fi": "finnish", "ru": "russian", "ro": "romanian",
    "hu": "hungarian", "tr": "turkish", "ar": "arabic", "el": "greek", "pl": "polish", "cs": "czech", "ca": "catalan",
}  # fmt: skip
_GE = re.compile(
    "^(ab|an|auf|aus|bei|ein|fest|fort|her|hin|los|mit|nach|vor|weg|weiter|wieder|zuruck|zusammen|um|durch|still|statt|nieder|frei|teil|offen|bekannt|bereit|sicher|dar|entgegen|hervor|heraus|voraus|hinzu|herab|herauf|hinaus|herein)?ge([a-z]{3,}?)(e?t|e?te[nmrs]?)$"
)
_STRONG = re.compile(
    "^(ab|an|auf|aus|bei|ein|fest|her|hin|los|mit|nach|vor|weg|zuruck|zusammen|um|durch)ge([a-z]{3,}?)en$"
)
_WEAK = re.compile("^([a-z]{4,}?)(ten|te)$")
_ELN = re.compile("(?<=[a-z]{2}[bdfgkpst])(?:le|elt)$")  # "handle" and "handelt" of "handeln"
_GENITIVE = re.compile("(?<=[a-z]{4}er)s$")  # "des Zulieferers", of which Snowball takes but the "s"
_PLURAL = re.compile("(?<=[a-zà-ÿ]{3})(?<!m)ent$")  # "ils constituent": Snowball leaves it, as nouns end like this too
_SOFTENED = re.compile("(?<=[aeou])zc(?=[ao])")  # "conozca" of "conocer"
_one_at_a_time = threading.Lock()  # a Snowball stemmer keeps the word it works on


@lru_cache(maxsize=16384)
def stem_of(language: str, word: str) -> str:
    """Safe from several threads, as the checks of several articles run at once."""
    stemmer = _stemmer(language)
    if language == "de":
        word = _ELN.sub("eln", _participle(_WITH_ZU.sub(r"\1", _GENITIVE.sub("", word))))
    if stemmer is None:
        return word
    if language == "fr":
        word = _PLURAL.sub("e", word)
    if language == "es":
        word = _SOFTENED.sub("c", word)
    with _one_at_a_time:
        return str(stemmer.stemWord(word))


def _participle(word: str) -> str:
    """The plain form of a weak German verb: "gesperrt" and "sperrte" are "sperren"."""
    if match := _GE.match(word):
        return f"{match[1] or ''}{match[2]}en"
    if match := _STRONG.match(word):
        return f"{match[1]}{match[2]}en"
    return _WEAK.sub(r"\1en", word)


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer

    name = _SNOWBALL.get(language)
    return snowballstemmer.stemmer(name) if name in snowballstemmer.algorithms() else None
