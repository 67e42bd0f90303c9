"""The browser that the playground's tests drive, where there is one."""

import shutil
from typing import Final

CHROMIUM: Final = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

LEFT_OUT: Final = (
    "The browser tests of the playground were left out, for there is no Chromium here. "
    "On Debian and Ubuntu `sudo apt-get install chromium` brings it; then run `make test` again."
)
