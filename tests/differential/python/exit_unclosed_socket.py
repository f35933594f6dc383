# differential: A socket that is not closed warns at the end, where warnings are shown.
# exit: 0
import _socket
import warnings

warnings.simplefilter("always")
kept = _socket.socket()
