# differential: Redirections, here documents, process substitution and swapped streams.
# exit: 0
{ echo out; echo err >&2; } 3>&1 1>&2 2>&3 | sed 's/^/piped: /'
cat <<-END <(echo from a process) - <<< "here string"
	here document $((1 + 1))
	END
exec 4>file
echo "into a file" >&4
exec 4>&-
cat file <(tr a-z A-Z < file)
echo x > /absent/file || echo "failed $?"
set -C
echo again > file || echo "kept $?"
