"""`python -m bot.playground --port 3001`: the local Slack alone, steered over HTTP or at its page."""

import argparse
import asyncio
import json
import signal
import sys

from bot.playground.page.about import About
from bot.playground.server import LocalSlack
from bot.playground.timing import Timing


async def serve(port: int, timing: Timing) -> None:
    """Print one JSON line with addresses and tokens, then serve until SIGINT or SIGTERM."""
    stop = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, stop.set)
    slack = LocalSlack(port=port, timing=timing, control=True)
    slack.show_page(About(slack.add_user("you"), model="elsewhere"))
    async with slack:
        names = ("api_url", "bot_token", "app_token", "signing_secret", "team_id", "bot_user_id", "general")
        shown = {name: getattr(slack, name) for name in names} | {"control": f"{slack.backend.url}/control/"}
        print(json.dumps(shown), flush=True)
        await stop.wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.playground", description="A local Slack workspace.")
    parser.add_argument("--port", type=int, default=3001, help="port on 127.0.0.1; 0 takes a free one")
    parser.add_argument("--redelivery", default="0,60,300", help="pauses before further attempts, seconds")
    given = parser.parse_args()
    pauses = tuple(float(each) for each in given.redelivery.split(",") if each)
    try:
        asyncio.run(serve(given.port, Timing(redelivery=pauses)))
    except OSError as error:
        sys.exit(f"The local Slack cannot listen on port {given.port}: {error.strerror}.")


if __name__ == "__main__":
    main()
