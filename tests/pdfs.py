"""PDF files written for tests: pages of placed lines in Helvetica, and what can be wrong with a file."""

import textwrap
import zlib
from collections.abc import Sequence

Placed = tuple[float, float, float, str]
"""Left and base in points from the lower left, size, text."""


def pdf(
    *pages: Sequence[Placed], title: str = "", author: str = "", encrypted: bool = False, xmp: str = "", **more: str
) -> bytes:
    """A file with these pages of 600 by 800 points; `more` goes into its information dictionary, `xmp` into a packet."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, lines in enumerate(pages):
        drawn = b"\n".join(
            b"BT /F1 %.1f Tf %.1f %.1f Td (%s) Tj ET" % (size, left, base, _escaped(text))
            for left, base, size, text in lines
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * n} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(_stream(b"", drawn))
    said = {"Title": title, "Author": author} | more
    objects.append(
        b"<< %s >>" % b" ".join(b"/%s (%s)" % (key.encode(), _escaped(value)) for key, value in said.items())
    )
    trailer = f"/Root 1 0 R /Info {len(objects)} 0 R"
    if xmp:
        objects.append(_stream(b"/Type /Metadata /Subtype /XML", f"<x:xmpmeta>{xmp}</x:xmpmeta>".encode()))
        objects[0] = f"<< /Type /Catalog /Pages 2 0 R /Metadata {len(objects)} 0 R >>".encode()
    if encrypted:
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"00" * 32 + b"> /U <" + b"11" * 32 + b"> >>")
        trailer += f" /Encrypt {len(objects)} 0 R /ID [<00> <00>]"
    return _file(objects, trailer)


def scan() -> bytes:
    """A page that is one picture."""
    picture = b"/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
        _stream(b"", b"600 0 0 800 0 0 cm /I Do"),
        _stream(picture, b"\x00\x80\x80\xff"),
    ]
    return _file(objects, "/Root 1 0 R")


def packed(drawn: bytes, head: bytes = b"") -> bytes:
    """One page with this content, deflated; `head` goes into the dictionary of its stream."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        _stream(b"/Filter /FlateDecode " + head, zlib.compress(drawn)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    return _file(objects, "/Root 1 0 R")


def words_without_end(times: int, head: bytes = b"") -> bytes:
    """A page that says the same so many times; pdfium holds some 430 bytes for each, and packed it is a hundredth of a page."""
    return packed(b"BT /F1 12 Tf " + b"1 0 Td (Anna said b.) Tj " * times + b" ET", head)


def column(text: str, *, left: float = 60, top: float = 700, width: int = 60, size: float = 12) -> list[Placed]:
    """Paragraphs (parted by line breaks) as lines of at most `width` characters, an empty line between them."""
    lines: list[Placed] = []
    base = top
    for paragraph in text.split("\n"):
        for line in textwrap.wrap(paragraph, width):
            lines.append((left, base, size, line))
            base -= 1.2 * size
        base -= 1.2 * size
    return lines


def _escaped(text: str) -> bytes:
    raw = text.encode("cp1252", "replace")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _stream(head: bytes, data: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(data), data)


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
