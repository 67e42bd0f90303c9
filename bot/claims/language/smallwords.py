"""Words that join, point and belong, of all four languages at once and folded: each list has one name for all checks."""

from bot.claims.language.wordlists import word_set

AND = word_set("and und sowie et y e")
OR = word_set("or oder ou o u")
BUT = word_set("but aber sondern mais pero sino")
JOINTS = AND | OR | BUT
WHILE = word_set("while whereas wahrend tandis mientras")
ALTHOUGH = word_set("although though obwohl aunque")
BECAUSE = word_set("because weil parce porque")

THAT = word_set("that dass que qu")
THAN = word_set("than als que qu")
WHO = word_set("who which whom whose qui que dont quien lequel laquelle")
RELATIVE = word_set("who which that qui que quien")
GERMAN_RELATIVE = word_set("der die das den dem denen")  # behind a comma

OF = word_set("of der des von vom de du del d")
AMONG = word_set("among unter parmi entre")
FROM = word_set("from von de")
FOR = word_set("for fur pour para")
WITHOUT = word_set("without ohne sans sin")
TO = word_set("to auf a")
DEFINITE = word_set("the der die das den dem des le la l les el los las du del au al")
INDEFINITE = word_set("a an another one ein eine einer eines einem einen un une una otro otra")
POSSESSIVES = word_set("his its their my our sein seine seinen seiner ihr ihre ihren son sa ses leur leurs su sus")
DEMONSTRATIVES = word_set(
    "this these that diese dieser dieses diesem diesen cette ce ces cet este esta ese esa aquel aquella esos esas"
)
THIS_ALONE = word_set("this that these those das dies dieses ce cela ca ceci esto eso ello")
NOT = word_set("not n't nor neither never cannot nicht noch weder nie pas ni jamais no nunca")
ONE = word_set("one ein einer eine eines einem einen un une uno una")
EVERY = word_set("every all both alle alles allen jeder jede jedes tous toutes chaque todos todas cada")
