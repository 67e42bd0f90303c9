"""How far the streams of a PDF unpack, looked at before the library does: it holds what a page draws at once, many times over."""

import re
import zlib

_UNPACKED_AT_MOST = 8_000_000
_DICTIONARY_AT_MOST = 1000
_STREAM = re.compile(rb"\bstream\r?\n")
_DEFLATED = re.compile(rb"/Fl(?:ateDecode)?\b")
# Reading the text opens no picture (ISO 32000-1, 8.9.5), and a font (9.9) may be large and is not drawn.
_NOT_DRAWN = re.compile(rb"/Subtype\s*/(?:Image|Type1C|CIDFontType0C|OpenType)\b|/Length[123]\b")


def unpacks_too_far(body: bytes) -> bool:
    """Whether a stream that may be what a page draws is larger than that of any page.

    What hides that it is, behind another name or a second packing, is met by the limits of the process.
    """
    end = 0
    for found in _STREAM.finditer(body):
        if found.start() < end:
            continue  # within the one before
        dictionary = body[max(end, found.start() - _DICTIONARY_AT_MOST) : found.start()].rpartition(b"obj")[2]
        if _DEFLATED.search(dictionary) and not _NOT_DRAWN.search(dictionary):
            packed = zlib.decompressobj()
            try:
                unpacked = packed.decompress(memoryview(body)[found.end() :], _UNPACKED_AT_MOST)
            except zlib.error:
                continue  # damaged; the library makes of it what it can
            if len(unpacked) == _UNPACKED_AT_MOST:
                return True
            end = len(body) - len(packed.unused_data) if packed.eof else found.end()
    return False
