"""What `mailtool mime part FILE 2` and `mailtool mime tree MBOX` do, done by Python's `email`."""

import email
import mailbox
import sys


def part(path):
    with open(path, "rb") as file:
        message = email.message_from_binary_file(file)
    leaves = [part for part in message.walk() if not part.is_multipart()]
    sys.stdout.buffer.write(leaves[1].get_payload(decode=True))


def tree(path):
    for message in mailbox.mbox(path, create=False):
        for part in message.walk():
            if part.is_multipart():
                print(part.get_content_type())
            else:
                encoding = part.get("Content-Transfer-Encoding", "7bit")
                print(part.get_content_type(), encoding, len(part.get_payload()))


{"part": part, "tree": tree}[sys.argv[1]](sys.argv[2])
