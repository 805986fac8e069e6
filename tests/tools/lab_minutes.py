#!/usr/bin/env python3
"""lab_minutes.py LAB…: how long a lab takes: the words of its page and of its run, as prose, read at 200 a minute; half a minute for each question, a quarter
for each prediction.  Optional steps are counted apart."""
import glob, os, re, subprocess, sys

build = os.environ.get("B", "build")


def words(text):
    return len(re.findall(r"[A-Za-z][A-Za-z'’]+", text))


def parts(text, heading):
    """Of a text in sections: those that are optional, and the others."""
    sections = re.split(f"^(?={heading})", text, flags=re.M)
    optional = [s for s in sections if "optional" in s.split("\n", 1)[0]]
    return "".join(s for s in sections if s not in optional), "".join(optional)


def minutes(page, run):
    questions, predictions = len(re.findall(r"^(?:Optional q|Q)uestion", run, re.M)), len(re.findall(r"^Predict \(", run, re.M))
    return words(page) / 200, words(run) / 200 + questions / 2 + predictions / 4


for lab in sys.argv[1:]:
    folder = glob.glob(f"labs/{lab}-*")[0]
    page = open(folder + "/README.md", encoding="utf-8").read().partition("> **For instructors.**")[0]
    command = [build + "/wiretale", "lab", "run", folder, "--recorded", "--answers", "truth", "--format", "prose"]
    run = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL).stdout
    core_page, optional_page = parts(page, "## ")
    core_run, optional_run = parts(run, r"Step \d+ of|Back to the claim")
    (read, do), (more, do_more) = minutes(core_page, core_run), minutes(optional_page, optional_run)
    print(f"{os.path.basename(folder)}: {read:.0f} minutes to read, {do:.0f} to do, {read + do:.0f} in all" +
          (f"; optional {more + do_more:.0f} more" if optional_run else ""))
