"""Reads the header fields of messages with Python's email package, one JSON object a field.

Arguments are files. A field comes with its raw octets (base64) and what the package makes of it.
"""
import base64
import email
import email.header
import email.utils
import json
import re
import sys

TEXT = {"subject", "content-description", "comments", "thread-topic"}
ADDRESSES = {"from", "to", "cc", "bcc", "reply-to", "sender", "resent-from", "resent-to"}
DATES = {"date", "resent-date"}
PARAMETERS = {"content-type", "content-disposition"}


def words(text):
    return str(email.header.make_header(email.header.decode_header(text)))


def judge(message, name, value):
    unfolded = re.sub(r"\r?\n(?=[ \t])", "", value).strip(" \t\r\n")
    if name in TEXT:
        return "text", words(unfolded)
    if name in ADDRESSES:
        # An empty group comes as an address without anything.
        pairs = [pair for pair in email.utils.getaddresses([unfolded]) if pair != ("", "")]
        return "addresses", [[words(n), a] for n, a in pairs]
    if name in DATES:
        parsed = email.utils.parsedate_tz(unfolded)
        return "date", parsed and [*parsed[:6], parsed[9]]
    if name in PARAMETERS:
        parameters = message.get_params(header=name, unquote=True) or []
        first = parameters[0][0].lower() if parameters else ""
        # A semicolon at the end comes as a parameter without anything.
        rest = [[n, email.utils.collapse_rfc2231_value(v)] for n, v in parameters[1:] if (n, v) != ("", "")]
        return "parameters", [first, rest]
    return None, None


for path in sys.argv[1:]:
    with open(path, "rb") as file:
        message = email.message_from_bytes(file.read())
    for number, part in enumerate(message.walk()):
        seen = set()
        for name, value in part.raw_items():
            name = name.lower()
            if name in seen:
                continue
            seen.add(name)
            raw = str(value).encode("utf-8", "surrogateescape")
            try:
                kind, judged = judge(part, name, str(value))
            except Exception as error:  # it has no opinion
                kind, judged = "error", str(error)
            # Of raw octets it has no opinion either.
            if kind and raw.isascii():
                print(json.dumps({
                    "file": path, "part": number, "field": name, "kind": kind,
                    "raw": base64.b64encode(raw).decode(), "judged": judged,
                }))
