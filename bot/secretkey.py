"""The key that seals what must not lie about in clear."""

import base64
import binascii

KEY_BYTES = 32


def key_of(text: str) -> bytes:
    """Urlsafe base64 of 32 bytes, out of base64 of either alphabet. Raises ValueError for anything else."""
    try:
        raw = base64.b64decode(text.strip().replace("-", "+").replace("_", "/"), validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != KEY_BYTES:
        raise ValueError("must be 32 random bytes in base64, as `openssl rand -base64 32` prints them")
    return base64.urlsafe_b64encode(raw)
