# differential: An HTTP server in a thread, asked through urllib.
# exit: 0
import http.server
import threading
import urllib.request


class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"you asked for {self.path}".encode())

    def log_message(self, format, *args):
        print("served", format % args)


with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/a?b") as answer:
        print(answer.status, answer.read())
    server.shutdown()
