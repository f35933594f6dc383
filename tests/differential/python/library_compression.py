# differential: Compression, checksums and hashes.
# exit: 0
import bz2
import hashlib
import hmac
import lzma
import zlib

data = b"the same bytes again and again " * 100
for module in (zlib, bz2, lzma):
    packed = module.compress(data)
    print(module.__name__, len(packed) < 200, module.decompress(packed) == data)
print(zlib.crc32(data), zlib.adler32(data), hashlib.md5(data).hexdigest(), hmac.digest(b"key", data, "sha256").hex())
print(sorted(hashlib.algorithms_guaranteed), hashlib.scrypt(b"p", salt=b"s", n=16, r=8, p=1, dklen=8).hex())
