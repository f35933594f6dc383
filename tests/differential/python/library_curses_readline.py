# differential: readline, curses and tty find no terminal.
# exit: 0
import curses
import termios
import tty

for attempt in (lambda: curses.setupterm(), lambda: termios.tcgetattr(0), lambda: tty.setraw(0)):
    try:
        attempt()
    except (curses.error, termios.error) as error:
        print(type(error).__name__, error)
import readline

print(readline.get_current_history_length(), readline.get_completer())
