#!/usr/bin/env python3
"""words.py [LAB...]: make the new words of labs' READMEs lead to labs/glossary.md, as `wiretale lab lint` wants it."""
import glob, re, sys


def place(word):
    return re.sub(r"[^a-z0-9-]", "", re.sub(r"[\s-]+", "-", word.lower()))


for path in sorted(glob.glob("labs/[0-9][0-9]-*/README.md")):
    if sys.argv[1:] and path.split("/")[1][:2] not in sys.argv[1:]:
        continue
    text = open(path, encoding="utf-8").read()
    found = re.search(r"\*\*Words\.\*\*(.*?)\n\n", text, re.S)
    if not found:
        print(f"{path}: no paragraph **Words.**")
        continue
    words = []

    def link(match):
        word = " ".join(match.group(1).strip("[]").split())
        words.append(word)
        return match.group(0) if match.group(1)[0] == "[" else f"*[{match.group(1)}]*"

    paragraph = re.sub(r"(?<!\*)\*([^*]+)\*(?!\*)", link, found.group(1))
    text = text[:found.start(1)] + paragraph + text[found.end(1):]
    text = re.sub(r"\n\[[^\]\n]+\]: \.\./glossary\.md#\S+", "", text).rstrip() + "\n\n"
    text += "".join(f"[{word}]: ../glossary.md#{place(word)}\n" for word in dict.fromkeys(words))
    open(path, "w", encoding="utf-8").write(text)
