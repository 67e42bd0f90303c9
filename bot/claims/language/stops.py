"""Marks that part what is said: the checks look no further, each past as many of them as it may."""

PARTING = frozenset(".!?;:—–()…")
QUOTING = frozenset('"“”„«»')
CLAUSE_ENDS = PARTING | {","}
PARTING_OR_QUOTING = PARTING | QUOTING
ALL_STOPS = CLAUSE_ENDS | QUOTING
