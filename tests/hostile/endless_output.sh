# row: O1
# expect: output_limit
# limit: output
# truncated: stdout
# within: 5000
# yes, without end.
yes
