#!/usr/bin/env python3
"""broken.py: a server for things that go wrong. By path: /slow answers after a while, /cut aborts in the middle."""
import http.server, socket, struct, time


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = b'{"items": 3}\n' * (400 if self.path == "/cut" else 1)
        if self.path == "/slow":
            time.sleep(1.3)
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.path != "/cut":
            self.wfile.write(body)
            return
        self.wfile.write(body[:2000])
        self.wfile.flush()
        time.sleep(0.05)
        # To close with this means to abort: RST instead of FIN.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def finish(self):
        try:
            super().finish()
        except OSError:
            pass

    def version_string(self):
        return "shop"

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    def shutdown_request(self, request):
        try:
            super().shutdown_request(request)
        except OSError:
            pass


Server(("0.0.0.0", 80), Handler).serve_forever()
