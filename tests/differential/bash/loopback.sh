# differential: A connection through /dev/tcp that nobody answers.
# exit: 0
(exec 3<>/dev/tcp/127.0.0.1/1) || echo "refused $?"
(exec 3<>/dev/tcp/192.0.2.1/80) || echo "no way $?"
