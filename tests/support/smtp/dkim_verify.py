# Verifies the DKIM signatures of messages with dkimpy, a foreign implementation: RECORD NAME FILE... A line each:
# "good" or what is wrong.
import sys

import dkim

record, name, files = sys.argv[1].encode(), sys.argv[2], sys.argv[3:]


def ask(asked, timeout=5):
    if isinstance(asked, bytes):
        asked = asked.decode()
    return record if asked.rstrip(".") == name else None


for file in files:
    with open(file, "rb") as stream:
        message = stream.read()
    try:
        print("good" if dkim.verify(message, dnsfunc=ask) else "bad", flush=True)
    except dkim.DKIMException as fault:
        print(f"bad {fault}", flush=True)
