"""Reading the settings, once: the environment, and `.env` beneath it.

An unknown `CLAIMS_` name or a bad value stops the start with one sentence that names it.
"""

import os
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from dotenv import dotenv_values
from dotenv.parser import parse_stream
from pydantic import ValidationError

from bot.errors import SettingsError
from bot.settings import Settings, setting_names


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the environment, and `env_file` beneath it, once. What is set and empty is not set, nor taken from beneath.

    Raises `SettingsError` with one sentence that names the setting: unknown `CLAIMS_` name, bad value.
    """
    known = set(setting_names().values())
    try:
        in_file = _lines(env_file) if env_file is not None and env_file.is_file() else {}
    except (OSError, UnicodeDecodeError):
        raise SettingsError(f"{env_file} cannot be read; it must be a text file in UTF-8.") from None
    for name in sorted({*os.environ, *in_file}):
        if name.upper().startswith("CLAIMS_") and name.upper() not in known:
            raise SettingsError(f"{name} is not a setting; `claims-bot doctor --settings` lists those that are.")
    try:
        return Settings(**_beneath_environment(in_file))
    except ValidationError as error:
        raise SettingsError(_sentence(error)) from None


def _lines(env_file: Path) -> Mapping[str, str | None]:
    """Raises `SettingsError` for a line that is none, which would be left out with a warning; OSError, UnicodeDecodeError."""
    text = env_file.read_text("utf-8")
    for binding in parse_stream(StringIO(text)):
        if binding.error:
            line = binding.original.line
            raise SettingsError(
                f"{env_file}, line {line}: this is no NAME=value, or a quotation mark in it is not closed."
            )
    return dotenv_values(stream=StringIO(text))


def _beneath_environment(in_file: Mapping[str, str | None]) -> dict[str, Any]:
    """Values of the file by field, without those that the environment has a word on; it may say: none."""
    fields = {name: field for field, name in setting_names().items()}
    above = {name.upper() for name in os.environ}
    lines = {name.upper(): value for name, value in in_file.items()}
    return {fields[name]: value for name, value in lines.items() if value and name in fields.keys() - above}


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    message = first["msg"].removeprefix("Value error, ")
    if not first["loc"]:
        return f"{message}."
    field = str(first["loc"][0])
    return f"{setting_names().get(field, field)}: {message[0].lower()}{message[1:]}."
