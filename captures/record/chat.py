"""chat.py serve | talk: a chat over WebSocket. Both ends are python3-websockets, with compression unless the path is /plain."""
import asyncio, json, os, sys
import websockets

WORDS = "It was the best of times, it was the worst of times, "


async def serve(socket, path):
    """Says hello, repeats what comes, shows who is typing, and closes when asked."""
    await socket.send(json.dumps({"kind": "presence", "user": "bob", "online": True}))
    async for message in socket:
        if message == "bye":
            await socket.close(4000, "as you wish")
        else:
            await socket.send(message if len(message) < 65536 else f"{len(message)} bytes came")


async def conversation(path, compression):
    async with websockets.connect("ws://10.0.0.2" + path, compression=compression, ping_interval=None,
                                  user_agent_header="chat", max_size=None) as socket:
        await socket.recv()
        await socket.send(json.dumps({"kind": "typing", "user": "ann"}))
        await socket.recv()
        await socket.send(WORDS * 4)
        await socket.recv()
        await (await socket.ping(b"still there?"))
        await socket.send([WORDS.encode(), b"it was the age of wisdom, ", b"it was the age of foolishness"])
        await socket.recv()
        if path == "/plain":
            await socket.send(bytes(range(256)) * 257)     # more than 65,535 bytes
            await socket.recv()
            await socket.close(1000, "goodbye")
        else:
            await socket.send("bye")
            try:
                await socket.recv()
            except websockets.ConnectionClosed:
                pass


async def main():
    if sys.argv[1] == "serve":
        os.environ.pop("http_proxy", None)
        async with websockets.serve(serve, "10.0.0.2", 80, server_header="chat", ping_interval=None, max_size=None):
            await asyncio.Future()
    await conversation("/plain", None)
    await conversation("/small", "deflate")


asyncio.run(main())
