"""web.py: a web server that shows what HTTP/1.1 can do: codings, chunks, forms, cookies, events, polling."""
import gzip, http.server, json, subprocess, time, zlib

PAGE = ("<!doctype html><title>Ten lines</title>\n" + "<p>The quick brown fox jumps over the lazy dog.\n" * 40).encode()
CODINGS = {
    "gzip": lambda data: gzip.compress(data, mtime=0),
    "deflate": zlib.compress,
    "br": lambda data: subprocess.run(["brotli", "-c"], input=data, capture_output=True, check=True).stdout,
    "zstd": lambda data: subprocess.run(["zstd", "-c"], input=data, capture_output=True, check=True).stdout,
}
NEWS = ["the first message", "the second message", "the third message"]
began = {}


def news_for(path, after):
    """What is new behind message number `after`: message n comes 0.9 n seconds after this path was first asked for."""
    now = time.monotonic()
    due = began.setdefault(path, now) + 0.9 * (after + 1)
    return NEWS[after:after + 1] if now >= due else []


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "web", ""

    def log_message(self, *_):
        pass

    def date_time_string(self, timestamp=None):
        return "Wed, 25 Nov 2026 20:00:00 GMT"

    def answer(self, body, kind="text/plain", status=200, **headers):
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for name, value in headers.items():
            for one in value if isinstance(value, list) else [value]:
                self.send_header(name.replace("_", "-"), one)
        self.send_header("Content-Length", len(body))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def chunk(self, data):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()

    def begin_chunks(self, kind, **headers):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Transfer-Encoding", "chunked")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def do_GET(self):
        path, _, query = self.path.partition("?")
        getattr(self, "get" + path.replace("/", "_"), self.not_found)(query)

    do_HEAD = do_GET

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.answer(json.dumps({"received": len(body), "ok": True, "error": None}).encode(), "application/json", 201,
                    Location="/notes/7")

    def not_found(self, query):
        self.answer(b"There is no such page.\n", status=404)

    def get_page(self, query):
        if self.headers.get("If-None-Match") == '"page-1"':
            self.answer(b"", None, 304, ETag='"page-1"')
            return
        wanted = query.removeprefix("coding=")
        extra = {"Content_Encoding": wanted} if wanted in CODINGS else {}
        self.answer(CODINGS.get(wanted, bytes)(PAGE), "text/html; charset=utf-8", ETag='"page-1"',
                    Cache_Control="public, max-age=3600, stale-while-revalidate=60", Vary="Accept-Encoding", **extra)

    def get_part(self, query):
        first, last = (int(n) for n in self.headers["Range"].removeprefix("bytes=").split("-"))
        self.answer(PAGE[first:last + 1], "text/html", 206, Content_Range=f"bytes {first}-{last}/{len(PAGE)}",
                    Accept_Ranges="bytes")

    def get_chunks(self, query):
        self.begin_chunks("text/plain", Trailer="Server-Timing")
        for part in (b"in three ", b"chunks, ", b"with a trailer\n"):
            self.chunk(part)
        self.wfile.write(b"0\r\nServer-Timing: total;dur=1.5\r\n\r\n")

    def get_login(self, query):
        self.answer(b'{"user": "ann", "roles": ["reader", "writer"], "quota": 12.5, "notes": []}\n', "application/json",
                    Set_Cookie=["session=9f86d081884c7d65; Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=Lax",
                                "theme=dark; Domain=server.example; Expires=Thu, 26 Nov 2026 20:00:00 GMT"])

    def get_old(self, query):
        self.answer(b"", None, 301, Location="/page")

    def get_events(self, query):
        """Three events; the first connection is cut in the middle of the third."""
        last = int(self.headers.get("Last-Event-ID", 0))
        self.begin_chunks("text/event-stream", Cache_Control="no-cache")
        self.chunk(b"retry: 300\n\n" if not last else b": welcome back\n\n")
        for n in range(last + 1, 4):
            event = f"event: message\nid: {n}\ndata: {json.dumps({'text': NEWS[n - 1]})}\ndata: {{}}\n\n".encode()
            if n == 3 and not last:
                self.chunk(event[:30])
                self.close_connection = True
                return
            if n == 2:                         # an event in two chunks
                self.chunk(event[:21])
                time.sleep(0.02)
                event = event[21:]
            self.chunk(event)
            time.sleep(0.05)
        self.chunk(b": still here\n\n")
        self.chunk(b"")

    def get_poll(self, query):
        """Long polling: held until there is news, 0.7 seconds at most."""
        after = int(query.removeprefix("after="))
        until = time.monotonic() + 0.7
        while not (news := news_for("poll", after)) and time.monotonic() < until:
            time.sleep(0.01)
        self.answer(json.dumps(news).encode(), "application/json")

    def get_now(self, query):
        """Short polling: answered at once, with news or without."""
        self.answer(json.dumps(news_for("now", int(query.removeprefix("after=")))).encode(), "application/json")


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True


Server(("10.0.0.2", 80), Handler).serve_forever()
