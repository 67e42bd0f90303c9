"""What a page is for, where that is something else than to tell news: goods, films, code, questions, lists of things."""

import re
from collections.abc import Sequence

from bot.article.markup import Tree, text_of
from bot.article.metadata import Metadata
from bot.article.prose import prose, words

_GOODS = frozenset({"Product", "ProductGroup", "Vehicle", "Hotel", "Restaurant", "Accommodation", "Recipe", "Course"})
# Types of whole pages; not those that a news site may name beside its article, such as its app or its authors' profiles.
_NEVER = frozenset(
    {"SoftwareSourceCode", "QAPage", "JobPosting", "CollectionPage", "SearchResultsPage", "CheckoutPage", "RealEstateListing", "APIReference"}
)  # fmt: skip
_BASKET = re.compile(
    r"(?:add to (?:your )?(?:cart|basket|bag)|buy (?:it )?now|in den (?:waren|einkaufs)korb|jetzt kaufen|ajouter au panier|acheter maintenant|añadir (?:al carrito|a la cesta)"
    r"|aggiungi al carrello|in (?:mijn )?winkel(?:wagen|mand)(?:je)?|adicionar ao carrinho|do koszyka|lägg i varukorgen|в корзину|加入购物车|カートに入れる)\W*",
    re.IGNORECASE,
)
_CODE_SHARE = 0.4
_SIGNS = re.compile(r"[{}()\[\]=<>;_#/\\*&|$]")


def serves_something_else(tree: Tree, meta: Metadata, paragraphs: Sequence[str]) -> bool:
    """By what the page says it is, and by what it holds; one that says it is an article is held to nothing here.

    Goods and films may come with an article, if it is long enough to be one.
    """
    if meta.declared:
        return False
    counts = prose(paragraphs)
    if _NEVER & meta.types or meta.og_type in {"object", "profile"} or _is_code(tree):
        return True
    if _GOODS & meta.types or meta.og_type.startswith(("product", "og:product")) or _sells(tree):
        return sum(counts) < 250 or len(counts) < 5
    films = meta.og_type.startswith(("video", "music")) or "VideoObject" in meta.types
    return films and (sum(counts) < 120 or len(counts) < 3)


def _sells(tree: Tree) -> bool:
    """Whether something on it can be put into a basket."""
    buttons = [*list(tree.iter("button"))[:100], *list(tree.iter("a"))[:500], *list(tree.iter("input"))[:50]]
    return any(_BASKET.fullmatch(text_of(button, 60) or button.get("value") or "") for button in buttons)


def _is_code(tree: Tree) -> bool:
    """Whether a good part of what it shows is set as code, and has the signs of it: old pages set prose so too."""
    shown = sum(words(element.text_content()) for element in tree.iter("p", "li", "pre"))
    code = [element.text_content() for element in tree.iter("pre")]
    count = sum(map(words, code))
    signs = sum(len(_SIGNS.findall(text)) for text in code)
    return count > 40 and count > _CODE_SHARE * shown and signs > 0.02 * sum(map(len, code))
