"""Prints one JSON object for each message: the type and the decoded payload of every leaf, as Python sees them."""

import base64
import json
import sys
from email import message_from_bytes, policy


def leaves(entity):
    if entity.is_multipart():
        for inner in entity.get_payload():
            yield from leaves(inner)
    else:
        yield entity


for path in sys.argv[1:]:
    with open(path, "rb") as file:
        octets = file.read()
    told = {"file": path, "leaves": []}
    for leaf in leaves(message_from_bytes(octets, policy=policy.compat32)):
        payload = leaf.get_payload(decode=True) or b""
        told["leaves"].append([leaf.get_content_type(), base64.b64encode(payload).decode("ascii")])
    print(json.dumps(told))
