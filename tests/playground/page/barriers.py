"""What axe-core finds in the way of people who use a keyboard or a screen reader."""

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page


async def barriers(page: Page) -> list[str]:
    """Each with its rule, its place, and what axe-core says of it."""
    await page.wait_for_timeout(200)  # colours in transition have no contrast yet
    found = (await Axe().run(page)).response["violations"]
    return [f"{rule['id']} at {node['target']}: {node['failureSummary']}" for rule in found for node in rule["nodes"]]
