# differential: The shapes of what is random: uuid, secrets, tempfile, SystemRandom.
# exit: 0
import re
import secrets
import tempfile
import uuid

print(uuid.uuid4().version, uuid.uuid1().version, uuid.uuid5(uuid.NAMESPACE_DNS, "example.org"))
print(len(secrets.token_bytes()), len(secrets.token_urlsafe(16)), secrets.compare_digest("a", "a"), 0 <= secrets.randbelow(5) < 5)
print(bool(re.fullmatch(r"/tmp/tmp[a-z0-9_]{8}", tempfile.mktemp())), tempfile.gettempprefix(), tempfile.tempdir)
with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile("w", dir=folder, suffix=".x") as file:
    print(folder.startswith("/tmp/"), file.name.endswith(".x"), tempfile.TemporaryFile().fileno())
