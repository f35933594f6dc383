import sys

result = f"{__name__} {__package__!r} {__spec__ and __spec__.name} {sys.argv[0].rsplit('/', 1)[-1]}"
