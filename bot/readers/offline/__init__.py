"""The offline reader: rules over numbered sentences, no key, no download."""

from bot.readers.offline.hearing import hear
from bot.readers.offline.reader import OfflineReader

__all__ = ["OfflineReader", "hear"]
