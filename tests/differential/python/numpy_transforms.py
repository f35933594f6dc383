# differential: Fourier transforms and polynomials.
# exit: 0
import numpy as np
wave = np.sin(2 * np.pi * 3 * np.arange(32) / 32)
print(np.abs(np.fft.rfft(wave)).round(6).tolist())
print(np.polyfit([0, 1, 2], [1, 3, 7], 2).round(9), np.poly1d([1, 0, -1]).roots.tolist(), np.convolve([1, 2], [1, 1, 1]))
