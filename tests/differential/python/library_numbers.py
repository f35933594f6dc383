# differential: Big integers, fractions and decimals with their contexts.
# exit: 0
import decimal
import fractions
import math

print(math.factorial(60), pow(3, -1, 7), (1 << 200) % 997, 10**30 // 7, math.isqrt(10**40), -7 // 2, round(2.5))
print(decimal.getcontext())
print(decimal.Decimal(1) / 7, decimal.Decimal("0.1") + decimal.Decimal("0.2"), fractions.Fraction(1, 3) + fractions.Fraction("0.25"))
print(0.1 + 0.2, 1e16 + 1, float("nan"), 5e-324, math.pi, complex(1, -0.0), hash(2**61), hash(1.5))
try:
    int("9" * 5000)
except ValueError as error:
    print(error)
