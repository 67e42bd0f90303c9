"""Which turns of meaning may stand for which: "should" for "urged to", never "will" for "may"."""

# What the sentences must have for a restatement to bring the key.
ALLOWS: dict[str, frozenset[str]] = {
    "not": frozenset({"not", "deny", "stop", "pending"}),
    "pending": frozenset({"pending", "demand", "must", "not"}),
    "deny": frozenset({"deny", "not"}),
    "stop": frozenset({"stop", "not"}),
    "possible": frozenset({"possible", "reported", "whether", "chance", "suggested"}),
    "settled": frozenset({"settled", "future", "intent", "due"}),
    "due": frozenset({"due", "settled", "future", "intent", "must"}),
    "chance": frozenset({"chance", "possible"}),
    "probable": frozenset({"probable", "suggested", "future", "intent", "predicted", "due", "settled"}),
    "unlikely": frozenset({"unlikely"}),
    "suggested": frozenset({"suggested", "probable", "predicted"}),
    "accuse": frozenset({"accuse", "reported", "blame"}),
    "blame": frozenset({"blame", "accuse", "reported"}),
    "condition": frozenset({"condition"}),
    "unless": frozenset({"unless"}),
    "whether": frozenset({"whether", "condition", "unlikely", "intent"}),
    "intent": frozenset({"intent", "future", "settled", "due", "demand"}),
    "demand": frozenset({"demand", "should", "must", "supposed", "pending"}),
    "should": frozenset({"should", "demand", "must", "supposed"}),
    "must": frozenset({"must", "demand", "pending", "forcing"}),
    "future": frozenset(
        {
            "future",
            "deny",
            "settled",
            "due",
            "intent",
            "probable",
            "condition",
            "possible",
            "demand",
            "should",
            "must",
            "predicted",
        }
    ),
    "predicted": frozenset({"predicted", "probable", "future"}),
} | {
    name: frozenset({name})
    for name in (
        "partial",
        "most",
        "many",
        "few",
        "all",
        "only",
        "cause",
        "against",
        "before",
        "after",
        "up",
        "down",
    )
}
ALLOWS["cause"] = frozenset({"cause", "forcing"})
ALLOWS["despite"] = frozenset({"despite", "contrast"})
ALLOWS["instead"] = frozenset({"instead", "not"})
# What a restatement must have when it takes over the word that the key reaches.
KEEPS: dict[str, frozenset[str]] = {
    "stop": frozenset({"stop", "not", "deny"}),
    "possible": frozenset({"possible", "reported", "chance", "supposed"}),
    "probable": frozenset({"probable", "possible", "predicted", "accuse", "reported"}),
    "unlikely": frozenset({"unlikely"}),
    "suggested": frozenset({"suggested", "probable", "possible", "reported"}),
    "predicted": frozenset({"predicted", "probable", "possible", "future"}),
    "reported": frozenset({"reported", "possible", "accuse", "supposed", "hearsay", "conditional"}),
    "supposed": frozenset({"supposed", "reported", "possible", "accuse", "demand", "should", "must"}),
    "condition": frozenset({"condition"}),
    "unless": frozenset({"unless"}),
    "whether": frozenset({"whether", "possible"}),
    "accuse": frozenset({"accuse", "hearsay", "reported", "possible", "supposed"}),
    "hearsay": frozenset({"hearsay", "accuse", "reported", "possible", "supposed", "not", "deny"}),
    "against": frozenset({"against"}),
    "conditional": frozenset({"conditional", "reported", "possible", "supposed", "accuse"}),
    "partial": frozenset({"partial"}),
    "most": frozenset({"most"}),
    "few": frozenset({"few"}),
    "intent": frozenset({"intent", "supposed"}),
    "settled": frozenset({"settled", "intent", "future", "due"}),
    "due": frozenset({"due", "settled", "intent", "future", "supposed", "demand", "should", "must"}),
    "chance": frozenset({"chance", "possible", "probable"}),
    "demand": frozenset({"demand", "should", "must", "supposed", "intent"}),
    "should": frozenset({"should", "demand", "supposed"}),
    "must": frozenset({"must", "demand", "should", "supposed"}),
    "instead": frozenset({"instead", "not"}),
    "pending": frozenset({"pending", "not", "demand", "must", "should"}),
}
# What a problem calls the key.
CALLED = {
    "not": "negation", "deny": "denial", "stop": "stop", "possible": "possibility", "probable": "likelihood", "reported": "hedge",
    "condition": "condition", "partial": "quantity", "most": "quantity", "many": "quantity", "few": "quantity", "all": "quantity",
    "only": "limit", "cause": "cause", "before": "order in time", "after": "order in time", "intent": "intention",
    "demand": "demand", "should": "demand", "must": "demand", "future": "future",
}  # fmt: skip
