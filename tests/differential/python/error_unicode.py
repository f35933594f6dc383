# differential: Non-ASCII text in the source line and in the message.
# exit: 1
größe = {"naïve": "☃"}
raise ValueError(f"schön: {größe} 𝒳 \udcff \x00")
