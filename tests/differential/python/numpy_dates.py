# differential: Dates and spans of time.
# exit: 0
import numpy as np
days = np.arange("2024-02-27", "2024-03-03", dtype="datetime64[D]")
print(days, np.diff(days), np.busday_count("2024-01-01", "2024-02-01"), np.datetime64("NaT"))
