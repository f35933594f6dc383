# differential: Regular expressions, unicode data, text wrapping, difflib, collections of words.
# exit: 0
import collections
import difflib
import re
import string
import textwrap
import unicodedata

text = "The quick brown fox jumps over the lazy dog; ÉTÉ, Straße, ﬁne."
print(re.findall(r"\b(\w)(\w*)\b", text)[:3], re.sub(r"(?i)the", lambda m: m[0].upper(), text), re.compile("a|b"))
print(text.casefold(), unicodedata.normalize("NFKD", "é")[1:] == "\u0301", unicodedata.unidata_version, unicodedata.name("☃"))
print(collections.Counter(text.lower()).most_common(3), textwrap.shorten(text, 20), string.Template("$a-${b}").substitute(a=1, b=2))
print(*difflib.unified_diff(["a", "b"], ["a", "c"], lineterm=""), f"{1234567.891:,.2f} {'x':>5}|{255:#x} {text=:.5}", sep="\n")
