# differential: A signal to itself with its default action.
# signal: SIGTERM
END { print "never\n" }
$| = 1;
print "before\n";
kill TERM => $$;
sleep 5;
