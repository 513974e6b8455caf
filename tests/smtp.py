"""A mail server for tests: takes every letter and writes what a reader would see as JSON.

Usage: smtp.py FOLDER         on a free port, which it prints; ends when its standard input does
       smtp.py FOLDER PORT    until it is killed; begun again, it goes on where it was
"""

import asyncio
import json
import pathlib
import sys
from email import message_from_bytes, policy

from aiosmtpd.smtp import SMTP


class Folder:
    """Writes letters as 0001.json, 0002.json, ... in the order in which they came.

    A letter is written before it is answered for, so that none is taken and lost."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.count = len(list(self.path.glob("*.json")))

    async def handle_DATA(self, server, session, envelope):
        letter = message_from_bytes(envelope.content, policy=policy.default)

        def body(kind):
            part = letter.get_body((kind,))
            return part.get_content() if part else ""

        self.count += 1
        written = {
            "envelope_from": envelope.mail_from,
            "envelope_to": envelope.rcpt_tos,
            "headers": {name.lower(): str(value) for name, value in letter.items()},
            "text": body("plain"),
            "html": body("html"),
            "raw": envelope.content.decode("utf-8", "replace"),
        }
        draft = self.path / "draft"
        draft.write_text(json.dumps(written), encoding="utf-8")
        # A file under its final name is always whole.
        draft.rename(self.path / f"{self.count:04}.json")
        return "250 OK"


async def main():
    folder = Folder(sys.argv[1])
    port = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(folder, enable_SMTPUTF8=True), "127.0.0.1", port)
    if port:
        await server.serve_forever()
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
