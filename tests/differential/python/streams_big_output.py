# differential: Sixty thousand bytes in one print.
# exit: 0
print("".join(f"{n:07}\n" for n in range(7_300)), end="")
