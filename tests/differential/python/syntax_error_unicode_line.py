# differential: The mark under a wrong line is placed by characters, not by bytes.
# exit: 1
größe = "日本語" ÷ 2
