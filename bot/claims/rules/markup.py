"""Nothing in a restatement may act: no links, mentions, markup or invisible characters that the article lacks."""

import re
import unicodedata

_ACTING = re.compile(
    r"<[^>\s][^>]{0,500}>|https?:|www\.|mailto:|ftp:|\b\w[\w-]*\.(?:com|org|net|io|ru|de|fr|info|xyz|co)\b/?\S*|\[[^\]]{0,300}\]\s?\([^)]{0,500}\)|```|&(?:lt|gt|amp|#\d+);"
    r"|(?<!\w)@(?:channel|here|everyone|\w+)|:[a-z0-9_+-]{2,}:|[*_~`]{2,}|(?<!\w)[*_~`]\S[^*_~`]*[*_~`](?!\w)",
    re.IGNORECASE,
)


def markup_problems(text: str, article_text: str) -> list[str]:
    found = [
        "It has markup, a link or a mention that the article does not have."
        for match in _ACTING.finditer(text)
        if match.group() not in article_text
    ]
    if any(_invisible(character) and character not in article_text for character in text):
        found.append("It has invisible or control characters.")
    if "\n" in text.strip() or "\r" in text.strip():
        found.append("It is more than one line.")
    return list(dict.fromkeys(found))


def _invisible(character: str) -> bool:
    return unicodedata.category(character) in ("Cf", "Cc", "Co", "Cs", "Cn") and character not in "\n\r\t"
