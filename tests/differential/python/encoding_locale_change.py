# differential: setlocale to what there is and what there is not.
# exit: 0
import locale

for name in ("C", "C.UTF-8", "POSIX", "", "xx_XX.UTF-8", "de_DE.UTF-8"):
    try:
        print(repr(name), locale.setlocale(locale.LC_ALL, name))
    except locale.Error as error:
        print(repr(name), error)
print(locale.localeconv()["decimal_point"], locale.format_string("%d", 1234567, grouping=True), locale.strcoll("a", "B") > 0)
