"""Whether a question wants a verdict: what is true, who lies, who is guilty. We give none."""

import re

_THUS = r"(?:(?:so|and|but|ok|und|aber|also|et|mais|alors|y|pero|entonces),? )?"
_HERE = r"(?: (?:here|then|now|in (?:all )?this|hier|denn|nun|eigentlich|ici|alors|aquí|entonces))?"

_TRUTH = (
    (
        r"(?:is|are|was) (?:this|that|it|these|they|any of (?:this|it)|(?:this|the) (?:article|story|claim|report))"
        r" (?:really |actually |all )?(?:true|real|fake|false|correct|accurate)"
    ),
    r"(?:stimmt|ist) (?:das|es|dies|der artikel|die geschichte)(?: wirklich| denn| alles)?(?: wahr| richtig| falsch)?",
    r"(?:est[- ]ce (?:que c['’]est )?|c['’]est )(?:vraiment )?(?:vrai|faux|exact)",
    r"(?:(?:esto|eso) )?es (?:verdad|cierto|falso|real)(?: esto| eso)?",
)
_VERDICT = (
    (
        r"(?:who|which(?: one)?)(?: of (?:\w+ ){0,2}\w+)? (?:is|are|was|were) (?:really |actually )?(?:lying|right|wrong|guilty"
        r"|innocent|to blame|at fault|telling the truth|(?:more )?(?:credible|believable|honest))"
    ),
    r"who(?: of (?:\w+ ){0,2}\w+)? (?:lies|lied|tells the truth)",
    r"(?:who )?(?:should|can|do|shall) (?:i|we|one|you) (?:believe|trust)(?: ~\S+)?",
    r"(?:is|are|was|were) ~(?:lying|guilty|innocent|to blame|at fault|telling the truth|a liar|liars|true|false|credible)",
    r"(?:did|does|do|has|have) ~(?:lie|lied|tell the truth|told the truth)",
    r"what(?: is|['’]s) the truth",
    r"(?:wer|welche[rs]?)(?: von (?:\w+ ){0,2}\w+)? (?:lügt|hat recht|hat gelogen|ist schuldig|ist schuld|sagt die wahrheit)",
    r"wem (?:kann|soll|darf) (?:man|ich) (?:glauben|trauen)",
    r"(?:ist|sind|war|waren) ~(?:schuldig|unschuldig|schuld|glaubwürdig|wahr|falsch)",
    r"(?:lügt|lügen) ~\S+",
    r"(?:hat|haben) ~(?:gelogen|recht)",
    r"(?:sagt|sagen) ~die wahrheit",
    r"(?:qui|lequel|laquelle)(?: d['’]entre (?:eux|elles)| des deux)? (?:ment|a menti|a raison|a tort|est coupable|dit la vérité)",
    r"qui (?:faut-il |dois-je |doit-on )?croire",
    r"(?:est-ce qu(?:e |['’]))?~(?:est|est-il|est-elle|sont|sont-ils|sont-elles) (?:coupables?|innocente?s?)",
    r"(?:est-ce qu(?:e |['’]))?~(?:ment|ment-il|ment-elle|a-t-il menti|a-t-elle menti)",
    r"(?:quién|cuál)(?: de (?:\w+ ){0,2}\w+)? (?:miente|mintió|tiene razón|es (?:el |la )?culpable|dice la verdad)",
    r"a quién (?:hay que |debo |se puede )?creer",
    r"(?:es|son|fue) ~(?:culpables?|inocentes?)",
    r"(?:miente|mintió|mienten) ~\S+",
)
"""`~` stands for a few words: whom it is about."""

_WHETHER = (
    r"(?:is|was) it (?:really |actually )?(?:true|a fact|the case|correct|right) that",
    r"(?:stimmt|ist) (?:es|das)(?: wirklich| denn)?(?: wahr| richtig)?, dass",
    r"(?:est[- ]il|est[- ]ce|est[- ]ce que c['’]est|c['’]est) (?:vraiment )?(?:vrai|exact) qu",
    r"es (?:verdad|cierto) que",
)

_REPORTS = re.compile(
    r"\b(?:sa(?:y|ys|id)|claim(?:ed|ing| that)|accus(?:e|es|ed|ing|é\w*)|alleg(?:e|es|ed|edly)|suspect\w*|charged|found|plead\w*|pled|called|den(?:y|ie\w*)|behaupt\w*"
    r"|beschuldig\w*|vorgeworfen|verdächtig\w*|bekannt|gesprochen|genannt|plaid\w*|reconnu\w*|jugé\w*|acusad\w*|declarad\w*|hallad\w*)\b",
    re.IGNORECASE,
)
"""Words of a question after what is reported of a verdict: "Was she found guilty?"."""


def _whole(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_THUS + "(?:" + "|".join(forms).replace("~", r"(?:\S+ ){0,6}?") + ")" + _HERE, re.IGNORECASE)


_ASKS_TRUTH, _ASKS_VERDICT = _whole(_TRUTH), _whole(_VERDICT)
_ASKS_WHETHER = re.compile(_THUS + "(?:" + "|".join(_WHETHER) + ")", re.IGNORECASE)


def asks_for_the_truth(text: str) -> bool:
    """True for a question about nothing but whether it is true: "Is that true?", "Stimmt das?"."""
    return bool(_ASKS_TRUTH.fullmatch(_bare(text)))


def asks_for_a_verdict(text: str) -> bool:
    """True for one that only a judge could answer, though an article may tell of the matter: "Which of them is lying?"."""
    bare = _bare(text)
    return bool(_ASKS_VERDICT.fullmatch(bare)) and not _REPORTS.search(bare)


def asks_whether_it_is_true(text: str) -> bool:
    """True for one after the truth of something that an article may tell of: "Is it true that the bridge is closed?"."""
    return bool(_ASKS_WHETHER.match(_bare(text)))


def _bare(text: str) -> str:
    return " ".join(text.split()).strip("¿?!. ")
