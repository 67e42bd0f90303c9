"""What went over the wire, as the page's panel lists it."""

from typing import Any

from bot.playground.api.endpoint import Call
from bot.playground.delivery.parcel import Delivery

Entry = dict[str, Any]


def of_call(call: Call) -> Entry:
    """A Web API call, or a use of a `response_url`."""
    return {
        "id": f"call-{call.number}",
        "way": "call",
        "name": call.method,
        "at": call.at,
        "took": call.took,
        "status": call.status,
        "ok": bool(call.response.get("ok", call.status == 200)),
        "error": call.response.get("error"),
        "sent": call.args,
        "answer": call.response,
    }


def of_delivery(delivery: Delivery) -> Entry:
    """An event, a command or an interaction, with what the ack carried."""
    return {
        "id": f"delivery-{delivery.number}",
        "way": "delivery",
        "name": delivery.type,
        "kind": delivery.kind,
        "at": delivery.sent_at,
        "took": delivery.acked_after,
        "done": delivery.done,
        "ok": not delivery.done or delivery.acked_after is not None,
        "error": delivery.failure or None,
        "attempt": delivery.attempt,
        "transport": delivery.transport,
        "sent": delivery.payload,
        "answer": delivery.answer,
    }
