"""lab_truth.py - a lab's truths, worked out by tshark: another reader of the capture, another reader of the expressions.

    Truth(file).value(expression, point, step)    a number or a text; raises Absent where the capture has no such frame"""
import math, os, re, subprocess, tempfile, xml.etree.ElementTree as xml
from decimal import Decimal


class Absent(Exception):
    pass


class Truth:
    whole = "-o", "tcp.reassemble_out_of_order:TRUE"     # what comes behind a gap waits, as it does in TCP

    def __init__(self, file):
        self.file, self.cache, self.parts = file, {}, {}
        self.folder = tempfile.TemporaryDirectory()
        self.numbers, self.steps, step = {}, {}, None
        for line in self.tshark(file, "frame", "frame.number", "frame.interface_name", "frame.comment"):
            number, point, comment = int(line[0]), line[1], line[2]
            found = re.match(r"lab [^,]+, seed \d+, step ([^:]+):", comment)
            step = found.group(1) if found else step
            self.numbers.setdefault(point, []).append(number)
            self.steps[number] = step

    def tshark(self, file, wanted, *fields):
        command = ["tshark", "-X", f"lua_script:{os.path.dirname(__file__)}/sse.lua", "-n", *self.whole, "-r", file, "-Y", wanted,
                   "-T", "fields", "-E", "separator=|", "-E", "aggregator=;"]
        for field in fields:
            command += ["-e", field]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise ValueError(done.stderr.strip())
        return [line.split("|") for line in done.stdout.splitlines()]

    def part(self, point):
        """The capture as one point saw it, and the numbers that its frames have in the whole."""
        if point == "all":
            return self.file, None
        if point not in self.parts:
            name = f"{self.folder.name}/{len(self.parts)}.pcapng"
            subprocess.run(["tshark", "-r", self.file, "-Y", f'frame.interface_name == "{point}"', "-w", name],
                           check=True, capture_output=True)
            self.parts[point] = name, self.numbers.get(point, [])
        return self.parts[point]

    def frames(self, wanted, point, step, field):
        """(frame number, [values]) of every frame that is chosen."""
        key = wanted, point, field
        if key not in self.cache:
            file, numbers = self.part(point)
            rows = self.tshark(file, wanted, "frame.number", field or "frame.len")
            self.cache[key] = [(int(r[0]) if numbers is None else numbers[int(r[0]) - 1], [v for v in r[1].split(";") if v != ""])
                               for r in rows]
        return [(n, v) for n, v in self.cache[key] if step == "all" or self.steps[n] == step]

    def messages(self, protocol, wanted, point, step, field):
        """The same, but each layer of that protocol by itself, with the layers of the frame that are not of that protocol."""
        key = protocol, point
        if key not in self.cache:
            file, numbers = self.part(point)
            done = subprocess.run(["tshark", "-n", *self.whole, "-r", file, "-Y", protocol, "-T", "pdml"], capture_output=True, text=True)
            rows = []
            for packet in xml.fromstring(done.stdout):
                common, each = {}, []
                for layer in packet:
                    fields = {} if layer.get("name") == protocol else common
                    for f in layer.iter("field"):
                        fields.setdefault(f.get("name"), []).append(f.get("show"))
                    each += [fields] if fields is not common else []
                number = int(common["num"][0])
                rows += [(number if numbers is None else numbers[number - 1], {**common, **fields}) for fields in each]
            self.cache[key] = rows
        chosen = Filter(wanted)
        return [(n, fields.get(field or "num", [])) for n, fields in self.cache[key]
                if (step == "all" or self.steps[n] == step) and chosen.matches(fields)]

    def value(self, expression, point, step):
        reading = Reading(self, expression, point or "all", step or "all")
        value = reading.any()
        if reading.blank() and reading.rest():
            raise ValueError("can't be read: " + reading.rest())
        return value


def number(text):
    if text in ("True", "False"):
        return float(text == "True")
    try:
        return float(int(text, 0)) if re.fullmatch(r"-?(0x[0-9a-fA-F]+|\d+)", text) else float(text)
    except ValueError:
        return text


class Filter:
    """As much of a display filter as messages() need: FIELD, FIELD == N, !=, &&, ||, !, parentheses."""
    def __init__(self, text):
        words = re.findall(r"&&|\|\||==|!=|!|\(|\)|[\w.]+", text)
        if "".join(words) != re.sub(r"\s", "", text):
            raise ValueError("not a filter for messages: " + text)
        python, i = [], 0
        while i < len(words):
            w = words[i]
            if words[i + 1:i + 2] in (["=="], ["!="]):
                python.append(f"has({w!r}, {words[i + 2]!r}, {words[i + 1]!r})")
                i += 2
            else:
                python.append({"&&": "and", "||": "or", "!": "not", "(": "(", ")": ")"}.get(w) or f"has({w!r})")
            i += 1
        self.code = compile(" ".join(python), text, "eval")

    def matches(self, fields):
        def has(name, value=None, sign=None):
            values = fields.get(name, [])
            equal = value is not None and any(number(v) == number(value) for v in values)
            return bool(values) if value is None else equal if sign == "==" else bool(values) and not equal
        return eval(self.code, {"has": has})


class Reading:
    def __init__(self, truth, text, point, step):
        self.truth, self.text, self.at, self.point, self.step = truth, text, 0, point, step

    def rest(self):
        return self.text[self.at:]

    def blank(self):
        self.at += len(self.rest()) - len(self.rest().lstrip())
        return True

    def take(self, pattern):
        self.blank()
        found = re.match(pattern, self.rest())
        self.at += found.end() if found else 0
        return found.group(0) if found else None

    def need(self, pattern):
        found = self.take(pattern)
        if found is None:
            raise ValueError(f"expected {pattern} before {self.rest()!r}")
        return found

    def word(self, word):
        return self.take(re.escape(word) + r"(?![\w.])")

    def any(self):
        value = self.all()
        while self.word("or"):
            value = bool(self.all()) | bool(value)
        return value

    def all(self):
        value = self.negated()
        while self.word("and"):
            value = bool(self.negated()) & bool(value)
        return value

    def negated(self):
        return not self.compared() if self.word("not") else self.compared()

    def compared(self):
        left = self.sum()
        sign = self.take("==|!=|<=|>=|<|>")
        if not sign:
            return left
        right = self.sum()
        return {"==": left == right, "!=": left != right, "<=": left <= right, ">=": left >= right, "<": left < right,
                ">": left > right}[sign]

    def sum(self):
        value = self.product()
        while sign := self.take(r"[+-]"):
            value = value + self.product() if sign == "+" else value - self.product()
        return value

    def product(self):
        value = self.primary()
        while sign := self.take(r"[*/%]"):
            other = self.primary()
            value = value * other if sign == "*" else value / other if sign == "/" else value % other
        return value

    def primary(self):
        if digits := self.take(r"\d+(\.\d+)?"):
            return float(digits)
        if self.take("-"):
            return -self.primary()
        if self.take(r"\("):
            value = self.any()
            self.need(r"\)")
            return value
        if text := self.take(r'"[^"]*"'):
            return text[1:-1]
        name = self.need(r"\w+")
        self.need(r"\(")
        if name in ("abs", "if", "round"):
            values = [self.any()]
            while self.take(","):
                values.append(self.any())
            self.need(r"\)")
            return abs(values[0]) if name == "abs" else math.floor(values[0] + 0.5) if name == "round" else values[1] if values[0] else values[2]
        if name in ("median_delay", "worst_delay", "undelivered"):
            return self.delay(name)
        rows, field = self.set()
        self.need(r"\)")
        return self.function(name, rows, field)

    def delay(self, name):
        """Milliseconds between the first frame of the one set and the first of the other, from then on, with each value."""
        sent = self.plain()
        self.need(",")
        seen = self.plain()
        self.need(",")
        field = self.need(r"[\w.-]+")
        self.need(r"\)")
        first = {}
        at = {n: Decimal(v[0]) for n, v in sent("frame.time_epoch")}
        for n, values in sent(field):
            for v in values:
                first.setdefault(v, at[n])
        at, found = {n: Decimal(v[0]) for n, v in seen("frame.time_epoch")}, {}
        for n, values in seen(field):
            for v in values:
                if v in first and at[n] >= first[v]:
                    found.setdefault(v, round((at[n] - first[v]) * 100000) / 100)
        delays = sorted(found.values())
        if name == "undelivered":
            return float(len(first) - len(found))
        if not delays:
            raise Absent(f"no value of {field} arrives")
        return delays[-1] if name == "worst_delay" else (delays[(len(delays) - 1) // 2] + delays[len(delays) // 2]) / 2

    def parenthesis(self):
        """Up to the one that closes it."""
        depth, begin, quote = 1, self.at, None
        while depth:
            c = self.text[self.at]
            quote = (None if c == quote else quote) if quote else (c if c in "\"'" else None)
            depth += (c == "(") - (c == ")") if not quote else 0
            self.at += 1
        return self.text[begin:self.at - 1]

    def plain(self):
        """A set as a function of the field that is asked for."""
        kind, protocol = self.need("frames|messages"), None
        self.need(r"\(")
        if kind == "messages":
            protocol = self.need(r"\w+")
            self.need(",")
        wanted = self.parenthesis().strip()
        name = r"[\w]+(-[A-Za-z]\w*)*"
        point = self.need(name) if self.word("at") else self.point
        step = self.need(name) if self.word("in") else self.step
        return lambda field: self.truth.messages(protocol, wanted, point, step, field) if protocol else \
            self.truth.frames(wanted, point, step, field)

    def set(self):
        rows_of, after, before = self.plain(), None, None
        if self.word("after"):
            after = [n for n, _ in self.plain()(None)][:1]
        if self.word("before"):
            before = [n for n, _ in self.plain()(None)][:1]
        field = self.need(r"[\w.-]+") if self.take(",") else None
        rows = [(n, v) for n, v in rows_of(field) if (after is None or after and n > after[0]) and
                (before is None or before and n < before[0])]
        return rows, field

    def function(self, name, rows, field):
        values = [number(v) for _, vs in rows for v in vs]
        if name == "count":
            return float(len(rows))
        if name == "has":
            return bool(rows)
        if name == "number":
            return float(rows[0][0]) if rows else 0.0
        if name == "distinct":
            return float(len(set(values)))
        if name == "sum":
            return float(sum(values))
        if not values:
            raise Absent(f"no {field}")
        if name == "list":
            return ", ".join(dict.fromkeys(v for _, vs in rows for v in vs))
        if name == "value" and len(set(values)) > 1:
            raise Absent(f"{field} differs")
        return {"first": values[0], "last": values[-1], "value": values[0], "min": min(values, key=float) if name == "min" else 0,
                "max": max(values, key=float) if name == "max" else 0}[name]


def answer(truth, q):
    """What tshark says is the answer to one question of the JSON result, in the words that wiretale uses."""
    value = lambda e: truth.value(e, q["at"], q["step"])
    if q["kind"] == "choice":
        right = [o["key"] for o in q["options"] if value(o["expression"])]
        return right[0] if len(right) == 1 else repr(right)
    if q["kind"] == "order":
        return ", ".join(o["key"] for o in sorted(q["options"], key=lambda o: value(o["expression"])))
    if q["kind"] == "frame":
        return value(f"number({q['expression']})")
    return value(q["expression"])


def agrees(ours, theirs):
    if isinstance(theirs, (int, float)):
        try:
            return abs(float(ours) - float(theirs)) <= 1e-5 * max(1.0, abs(float(theirs)))
        except ValueError:
            return False
    return ours.lower() == theirs.lower()
