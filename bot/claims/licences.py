"""Which turns of meaning may stand for which: "should" for "urged to", never "will" for "may"."""

# What the sentences must have for a restatement to bring the key.
ALLOWS: dict[str, frozenset[str]] = {
    "not": frozenset({"not", "deny", "stop"}),
    "deny": frozenset({"deny", "not"}),
    "stop": frozenset({"stop", "not"}),
    "possible": frozenset({"possible", "reported", "whether", "chance"}),
    "settled": frozenset({"settled", "future", "intent"}),
    "chance": frozenset({"chance", "possible"}),
    "probable": frozenset({"probable", "future", "intent", "predicted"}),
    "unlikely": frozenset({"unlikely"}),
    "accuse": frozenset({"accuse", "reported"}),
    "condition": frozenset({"condition"}),
    "unless": frozenset({"unless"}),
    "whether": frozenset({"whether", "condition"}),
    "intent": frozenset({"intent", "future", "settled"}),
    "demand": frozenset({"demand", "should", "must", "supposed"}),
    "should": frozenset({"should", "demand", "must", "supposed"}),
    "must": frozenset({"must", "demand"}),
    "future": frozenset(
        {"future", "settled", "intent", "probable", "condition", "possible", "demand", "should", "must", "predicted"}
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
        "despite",
        "up",
        "down",
    )
}
ALLOWS["instead"] = frozenset({"instead", "not"})
# What a restatement must have when it takes over the word that the key reaches.
KEEPS: dict[str, frozenset[str]] = {
    "stop": frozenset({"stop", "not", "deny"}),
    "possible": frozenset({"possible", "reported", "chance", "supposed"}),
    "probable": frozenset({"probable", "possible", "predicted"}),
    "unlikely": frozenset({"unlikely"}),
    "predicted": frozenset({"predicted", "probable", "possible", "future"}),
    "reported": frozenset({"reported", "possible", "accuse", "supposed"}),
    "supposed": frozenset({"supposed", "reported", "possible", "accuse", "demand", "should", "must"}),
    "condition": frozenset({"condition"}),
    "unless": frozenset({"unless"}),
    "whether": frozenset({"whether", "possible"}),
    "against": frozenset({"against"}),
    "conditional": frozenset({"conditional", "reported", "possible", "supposed"}),
    "partial": frozenset({"partial"}),
    "most": frozenset({"most"}),
    "few": frozenset({"few"}),
    "intent": frozenset({"intent", "against", "supposed"}),
    "settled": frozenset({"settled", "intent", "future"}),
    "chance": frozenset({"chance", "possible", "probable"}),
    "demand": frozenset({"demand", "should", "must", "supposed"}),
    "should": frozenset({"should", "demand", "supposed"}),
    "must": frozenset({"must", "demand", "should", "supposed"}),
    "instead": frozenset({"instead", "not"}),
}
