"""Why what is delivered over HTTP is refused, for an operator who sees only that nothing comes."""

from collections.abc import Mapping
from hmac import compare_digest
from time import time

import structlog
from slack_sdk.signature import SignatureVerifier

log = structlog.get_logger("claims_bot.slack")


class Refusals:
    """Tells of each reason once. That it is the clock is told only of what is signed with our secret: anybody may send an old time."""

    def __init__(self, signing_secret: str) -> None:
        self._verifier = SignatureVerifier(signing_secret)
        self._told: set[str] = set()

    def tell(self, headers: Mapping[str, str], body: str) -> None:
        """Of a request that was refused; of one without a signature there is nothing to tell."""
        signature, signed_at = headers.get("X-Slack-Signature", ""), headers.get("X-Slack-Request-Timestamp", "")
        if not (signature and signed_at):
            return
        ours = self._verifier.generate_signature(timestamp=signed_at, body=body)
        if compare_digest(str(ours), signature):
            minutes = round((time() - int(signed_at)) / 60)
            why = f"this machine's clock is {abs(minutes)} minutes {'ahead' if minutes > 0 else 'behind'}: set it right"
            self._once("clock", why)
        else:
            self._once("secret", "it is not signed with SLACK_SIGNING_SECRET: copy it anew if Slack sent it")

    def _once(self, kind: str, why: str) -> None:
        if kind not in self._told:
            log.warning("delivery_refused", error=why)
        self._told.add(kind)
