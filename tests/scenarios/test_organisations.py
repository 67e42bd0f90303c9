"""Organisations of Enterprise Grid install the bot for their workspaces, and take it out of them."""

from pathlib import Path

import pytest

from bot.slack.scopes import BOT_SCOPES
from tests.scenarios.scene import Transport
from tests.scenarios.tower import KEY, teams_in, tower

pytestmark = pytest.mark.both_transports


async def test_an_organisation_installs_for_its_workspaces(transport: Transport, tmp_path: Path) -> None:
    """An org-wide installation serves a workspace that never installed by itself."""
    async with tower(transport, tmp_path, enterprise="E0LOCAL") as here:
        here.slack.install_org_wide()
        await here.install(here.slack)

        assert "Denied by" in (await here.paste(here.slack))[-1]
        assert await here.bot.store.vault([KEY]).keys("install/") == ["install/E0LOCAL"]


async def test_workspaces_of_one_organisation_share_a_token_and_nothing_else(
    transport: Transport, tmp_path: Path
) -> None:
    """Each reads, finds and lists its own; who is taken out of one workspace leaves the other as it is."""
    async with tower(transport, tmp_path, enterprise="E0LOCAL") as here:
        sister = here.slack.add_workspace("Sister paper", in_org=True)
        sister.scopes.clear()
        sister.scopes.update(BOT_SCOPES)
        here.slack.install_org_wide()
        await here.install(here.slack)

        first, second = await here.paste(here.slack), await here.paste(sister, "toll-merger")
        assert "Tarnmouth" in first[-1]
        assert second[-1]
        assert "Tarnmouth" not in second[-1]
        assert "Tarnmouth" in await here.found(here.slack, "cranes")
        assert "Nothing that was read here" in await here.found(sister, "cranes")
        assert "Nothing that was read here" in await here.found(here.slack, "cranes", guest_of=sister)

        sister.take_access()
        await here.quiet()
        assert await here.paste(sister) == []
        assert "Tarnmouth" in await here.found(here.slack, "cranes")
        assert await here.kept() == ["install/E0LOCAL", f"through/{here.slack.team_id}"]
    assert teams_in(tmp_path) == {here.slack.team_id}


async def test_an_organisation_that_removes_us_is_forgotten_in_all_its_workspaces(tmp_path: Path) -> None:
    """Nothing is left of any of them."""
    async with tower("socket", tmp_path, enterprise="E0LOCAL") as here:
        sister = here.slack.add_workspace("Sister paper", in_org=True)
        sister.scopes.update(BOT_SCOPES)
        here.slack.install_org_wide()
        await here.install(here.slack)
        await here.paste(here.slack)
        await here.paste(sister)

        here.slack.uninstall()
        await here.quiet()

        assert await here.kept() == []
    assert teams_in(tmp_path) == set()


@pytest.mark.parametrize("enterprise", [None, "E0LOCAL"])
async def test_removal_deletes_the_token_and_all_else(enterprise: str | None, tmp_path: Path) -> None:
    """After the app is removed nothing of the workspace is left; the other workspace stays."""
    async with tower("socket", tmp_path, enterprise=enterprise) as here:
        if enterprise:
            here.slack.install_org_wide()
        await here.install(here.slack)
        await here.install(here.other)
        await here.paste(here.slack)
        await here.paste(here.other)

        here.slack.uninstall()
        await here.quiet()

        assert await here.kept() == [f"install/{here.other.team_id}"]
    assert teams_in(tmp_path) == {here.other.team_id}
