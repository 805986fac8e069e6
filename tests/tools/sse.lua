-- sse.lua - server-sent events for tshark, which does not know them: chunks undone and lines put together as they come.
-- It gives the fields names as wiretale has them: sse.*, http.chunk_begins, http.last_event_id.

local sse = Proto("sse", "Server-Sent Events")
local text = {}
for _, name in ipairs({"event", "id", "data", "comment"}) do
    text[name] = ProtoField.string("sse." .. name, name)
end
local retry = ProtoField.uint32("sse.retry", "retry")
local chunk_begins = ProtoField.uint32("http.chunk_begins", "chunk begins")
local last_event_id = ProtoField.string("http.last_event_id", "Last-Event-ID")
sse.fields = {text.event, text.id, text.data, text.comment, retry, chunk_begins, last_event_id}

local payload, stream, port = Field.new("tcp.payload"), Field.new("tcp.stream"), Field.new("tcp.srcport")
local again, header = Field.new("tcp.analysis.retransmission"), Field.new("http.request.line")
local halves = {}                        -- what is known of each direction of each connection

-- A whole event's lines.
local function event(lines, root)
    local tree = root:add(sse)
    for line in lines:gmatch("([^\n]+)\n") do
        local name, value = line:match("^(%w*): ?(.*)$")
        if name == "" then
            tree:add(text.comment, value)
        elseif name == "retry" then
            tree:add(retry, tonumber(value))
        elseif text[name] then
            tree:add(text[name], value)
        end
    end
end

local function body(half, bytes, tree)
    half.lines = half.lines .. bytes
    while true do
        local stop = half.lines:find("\n\n", 1, true)
        if not stop then return end
        event(half.lines:sub(1, stop), tree)
        half.lines = half.lines:sub(stop + 2)
    end
end

-- Chunks, as far as they have come.
local function chunks(half, tree)
    while half.rest ~= "" do
        if half.left == 0 then
            local size, after = half.rest:match("^\r?\n?(%x+)\r\n()")
            if not size then return end
            half.left = tonumber(size, 16)
            tree:add(chunk_begins, half.left)
            half.rest = half.rest:sub(after)
            if half.left == 0 then half.reads = false return end
        end
        local bytes = half.rest:sub(1, half.left)
        half.left = half.left - #bytes
        half.rest = half.rest:sub(#bytes + 1)
        body(half, bytes, tree)
    end
end

function sse.init() halves = {} end

function sse.dissector(_, _, tree)
    for _, line in ipairs({header()}) do
        local id = line.value:match("^[Ll]ast%-[Ee]vent%-[Ii][Dd]: (.-)\r?\n?$")
        if id then tree:add(last_event_id, id) end
    end
    local bytes = payload()
    if not bytes or again() then return end
    local key = stream().value .. "/" .. port().value
    local half = halves[key] or {}
    halves[key] = half
    bytes = bytes.range:raw()
    if bytes:match("^HTTP/1%.1 200") and bytes:lower():match("content%-type: text/event%-stream") then
        local after = bytes:match("\r\n\r\n()")
        half.reads, half.rest, half.left, half.lines = true, "", 0, ""
        bytes = bytes:sub(after)
    end
    if half.reads then
        half.rest = half.rest .. bytes
        chunks(half, tree)
    end
end

register_postdissector(sse)
