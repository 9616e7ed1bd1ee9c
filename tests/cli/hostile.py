# SPDX-FileCopyrightText: 2026 The Erntebild contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a stranger types and brings along: words that are no command, numbers out of range, devices as
outputs, names that would leave their folder, parts that are not built in, characters without a font,
two writers, a killed import. One sentence on stderr, the right exit status, nothing lost or replaced.
usage: hostile.py ERNTEBILD"""
import csv
import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import time

ERNTEBILD = os.path.abspath(sys.argv[1])
ENV = dict(os.environ, LC_ALL="C", LANG="C")
NOTES = """# Werkstatt
Sprache: de
Gruppen: {parties}
## Tisch
- [zh] 社区花园 (3)
- Straßenfest für alle (2)
"""


def run(*words, **options):
    done = subprocess.run([ERNTEBILD, *words], capture_output=True, encoding="utf-8",
                          **{"env": ENV, **options})
    return done.returncode, done.stdout, done.stderr


def refused(status, *words, said=""):
    """None when the command ends with `status` and one line that says all of `said`."""
    code, out, err = run(*words)
    lines = err.splitlines()
    if code != status or len(lines) != 1 or any(part not in err for part in said.split("|")):
        return f"{' '.join(words)}: exit {code}, {err!r}"
    return None


def importing(name, parties="Nord"):
    with open(name + ".md", "w", encoding="utf-8") as out:
        out.write(NOTES.format(parties=parties))
    code, _, err = run("import", name + ".erntebild", name + ".md")
    assert code == 0, err
    return name + ".erntebild"


def no_command():
    return (refused(2, "pster", said="pster|--help") or refused(2, "app", "--bogus", said="erntebild app|--bogus"))


def sync_says_what_is_missing():
    code, out, _ = run("sync", "--help")
    if code != 0 or "postgresql://" not in out:
        return f"sync --help: {code} {out!r}"
    if "PostgreSQL" not in run("--version")[1]:
        return "--version does not tell of PostgreSQL"
    return (refused(2, "sync", "file.erntebild", said="postgresql://") or
            refused(1, "sync", "file.erntebild", "postgresql://host/base", said="PostgreSQL|merge file.erntebild"))


def resolutions():
    file = importing("dpi")
    for dpi in ("0", "-1", "2401"):
        fault = refused(2, "poster", file, "-o", "dpi.png", f"--dpi={dpi}", said="--dpi")
        if fault or os.path.exists("dpi.png"):
            return fault or f"--dpi={dpi} wrote a picture"
    return None


def devices_stay():
    """A link to a full device: its end is told, and neither link nor device is replaced."""
    file = importing("device")
    os.symlink("/dev/full", "full.json")
    fault = refused(1, "poster", file, "--dump-scene", "full.json", said="full.json|space")
    os.mkfifo("pipe.pdf")
    fault = fault or refused(1, "poster", file, "-o", "pipe.pdf", said="pipe.pdf|pipe")
    fault = fault or refused(1, "app", file, "--dump-scene", "full.json", said="full.json|device")
    if not fault and (not os.path.islink("full.json") or not stat.S_ISFIFO(os.stat("pipe.pdf").st_mode)):
        return "a device or a pipe was replaced"
    if not fault and [name for name in os.listdir() if name.endswith(".part")]:
        return "something half-written stays"
    return fault


def one_is_no_plural():
    with open("one.md", "w", encoding="utf-8") as out:
        out.write("# Eins\n## Tisch\n- eine\n")
    _, out, _ = run("import", "one.erntebild", "one.md")
    _, german, _ = run("import", "one.erntebild", "one.md", env=dict(ENV, LANG="de_DE.UTF-8", LC_ALL="de_DE.UTF-8"))
    if out != "one.md: 1 card at 1 table, 0 agreements; 0 were there already.\n":
        return out
    return None if "1 war schon da" in german else german


def folders_stay_inside():
    file = importing("groups", ".., .., A/B, A-B")
    code, out, err = run("folder", file, "--all", "-o", "take/home")
    if code != 0:
        return err
    inside = sorted(os.listdir("take/home"))
    if os.listdir("take") != ["home"] or len(inside) != len(out.splitlines()) or len(inside) < 3:
        return f"{os.listdir('take')} {inside}"
    if [name for name in inside if name.startswith(".")]:
        return f"hidden: {inside}"
    return refused(1, "folder", file, "--for", "A/B", "-o", "groups.md", said="groups.md")


def no_groups():
    with open("alone.md", "w", encoding="utf-8") as out:
        out.write("# Allein\n## Tisch\n- eins\n")
    run("import", "alone.erntebild", "alone.md")
    return refused(1, "folder", "alone.erntebild", "--all", "-o", "nobody", said="alone.erntebild|Gruppen:")


def columns_twice():
    with open("twice.csv", "w", encoding="utf-8") as out:
        out.write("Tisch,Idee,text\nA,eins,zwei\n")
    return refused(1, "import", "twice.erntebild", "twice.csv", said="twice.csv:1|text")


def missing_glyphs():
    file = importing("glyphs")
    code, _, err = run("poster", file, "-o", "glyphs.svg", "--size", "a4")
    if code != 0 or len(err.splitlines()) != 1 or "社区花园" not in err:
        return f"poster: {code} {err!r}"
    code, out, _ = run("check", file)
    return None if code == 1 and "社区花园" in out else f"check: {code} {out!r}"


def newer():
    file = importing("newer")
    base = sqlite3.connect(file)
    base.execute("pragma user_version = 99")
    base.close()
    code, _, err = run("export", file, "-o", "newer.csv")
    if code != 0:
        return err
    code, out, _ = run("check", file)
    if "newer.erntebild: a newer Erntebild wrote" not in out:
        return f"check: {code} {out!r}"
    return refused(1, "add", file, "--table", "1", "zwei", said="newer.erntebild")


def paths_of_any_kind():
    os.mkdir("mit Leerzeichen & ü")
    file = importing("mit Leerzeichen & ü/Größe 'eins'")
    picture = "mit Leerzeichen & ü/Bild ä.svg"
    code, _, err = run("poster", file, "-o", picture, "--size", "a4")
    return None if code == 0 and os.path.getsize(picture) > 1000 else err


def two_writers():
    """Cards that many processes add at once: each is in the file, or was refused with a sentence."""
    file = importing("writers")
    running = [subprocess.Popen([ERNTEBILD, "add", file, "--table", "1", f"Karte {n}"], stderr=subprocess.PIPE,
                                encoding="utf-8", env=ENV) for n in range(6)]
    added = 0
    for process in running:
        err = process.communicate()[1]
        if process.returncode not in (0, 1) or (process.returncode == 1) != (len(err.splitlines()) == 1):
            return f"{process.returncode} {err!r}"
        added += process.returncode == 0
    run("export", file, "-o", "writers.csv")
    with open("writers.csv", encoding="utf-8", newline="") as table:
        there = sum("Karte" in row[1] for row in csv.reader(table))
    return None if there == added > 0 else f"{added} said done, {there} are there"


def killed():
    """Killed while importing, at several moments: the file is not there or well, and takes the whole again."""
    with open("many.md", "w", encoding="utf-8") as out:
        out.write("# Viele\n## Tisch\n" + "".join(f"- Karte Nummer {n}\n" for n in range(3000)))
    for n in range(5):
        name = f"killed{n}.erntebild"
        process = subprocess.Popen([ERNTEBILD, "import", name, "many.md"], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env=ENV)
        time.sleep(0.02 + 0.04 * n)
        process.send_signal(signal.SIGKILL)
        process.wait()
        code, out, err = run("import", name, "many.md")
        if code != 0:
            return f"again: {err}"
        run("export", name, "-o", "killed.csv")
        with open("killed.csv", encoding="utf-8", newline="") as table:
            rows = sum(1 for _ in csv.reader(table)) - 1
        if rows != 3000 or run("check", name)[0] != 0:
            return f"{rows} cards after a kill and a second import"
    return None


def words_of_relations():
    """Whatever the composition leaves room for, a PDF says why tables belong together."""
    labels = ["Nachbarn werden Paten", "Sprache öffnet Türen", "ein Überblick für alle", "Wege kurz halten"]
    with open("why.md", "w", encoding="utf-8") as out:
        out.write("# Werkstatt\nSprache: de\n" + "".join(
            f"## Tisch {n}\n" + "".join(f"- Karte {n}.{k} mit ein paar Worten ({k})\n" for k in range(9))
            for n in range(1, 7)))
        out.write("## Zusammenhänge\n" + "".join(f"- {n + 1} – {n + 3}: {label}\n" for n, label in enumerate(labels)))
    run("import", "why.erntebild", "why.md")
    for style in ("ring", "path", "tree", "street"):
        code, _, err = run("poster", "why.erntebild", "-o", "why.pdf", "--size", "a4", "--style", style)
        text = "".join(subprocess.run(["pdftotext", "why.pdf", "-"], capture_output=True, encoding="utf-8").stdout.split())
        lost = [label for label in labels if any(word not in text for word in label.split())]
        if code != 0 or lost:
            return f"{style}: {lost} {err}"
    return None


def title_of_many_lines():
    """The coloured last line of a long title keeps clear of the line above, outline and shadow included."""
    with open("title.md", "w", encoding="utf-8") as out:
        out.write("# " + "Zukunftswerkstatt über das gemeinsame Leben und die Frage, wie wir " * 3 + "\n## T\n- eins\n")
    run("import", "title.erntebild", "title.md")
    run("poster", "title.erntebild", "--size", "a4", "--portrait", "--style", "ring", "--dump-scene", "title.json")
    with open("title.json", encoding="utf-8") as dump:
        lines = [item for item in json.load(dump)["items"] if item.get("id", "").startswith("title:")]
    boxes = [item["box"] for item in lines if item["id"][6:].isdigit()]
    unit = 210 / 594 * 25.4 / 72  # an A1 point on A4
    gap = boxes[-1][1] - boxes[-2][1] - boxes[-2][3]
    return None if len(boxes) > 3 and gap > 7 * unit else f"{len(boxes)} lines, {gap / unit:.1f} between the last"


CASES = [no_command, sync_says_what_is_missing, resolutions, devices_stay, one_is_no_plural, folders_stay_inside, no_groups,
         columns_twice, missing_glyphs, newer, paths_of_any_kind, two_writers, killed,
         words_of_relations, title_of_many_lines]


def main():
    print(f"1..{len(CASES)}")
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for n, case in enumerate(CASES, 1):
            fault = case()
            bad += fault is not None
            print(f"{'not ' if fault else ''}ok {n} - {case.__name__.replace('_', ' ')}", flush=True)
            if fault:
                print(f"# {fault}", flush=True)
        os.chdir("/")
    return 1 if bad else 0


sys.exit(main())
