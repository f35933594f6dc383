# differential: Arguments reach sys.argv as they were sent, empty and unicode ones too.
# args: ["plain", "", "two words", "naïve ☃ 𝒳", "-x", "--", "a=b", "line\nbreak", "$HOME", "*"]
# exit: 0
import sys

print(len(sys.argv))
for word in sys.argv:
    print(ascii(word))
