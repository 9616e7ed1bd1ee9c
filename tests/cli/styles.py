# SPDX-FileCopyrightText: 2026 The Erntebild contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which composition a poster gets: what was asked for by either name, what the words of the workshop
propose, the ring where a composition cannot hold the tables, and that it says so; from banners four
times as wide as high to strips four times as high as wide.
usage: styles.py ERNTEBILD"""
import os
import subprocess
import sys
import tempfile

ERNTEBILD = sys.argv[1]


def workshop(title, tables, agreements=()):
    lines = [f"# {title}", "Sprache: de", "Datum: 2026-03-14"]
    for name in tables:
        lines += [f"## {name}", "- Treffpunkt im Hof (3)", "- Garten für alle (1)"]
    lines += ["## Vereinbarungen", *(f"- Amt: {what}, bis 2026-05-0{n + 1}" for n, what in enumerate(agreements))]
    return "\n".join(lines) + "\n"


FIVE = ["Wohnen", "Lernen", "Arbeit", "Feste", "Sport"]
# What is told of a case, its notes, what --style says (None: nothing), the composition it gets.
CASES = [
    ("a plan in the title", workshop("Fahrplan Integration", FIVE), None, "path"),
    ("the way in the title", workshop("Unser Weg ins Jahr 2030", FIVE), None, "path"),
    ("tables that are steps", workshop("Werkstatt", ["1. Schritt: Bestand", "2. Schritt: Plan", "Schritt 3"]),
     None, "path"),
    ("a word that only begins alike", workshop("Wegen Umbau: Werkstatt", FIVE), None, "ring"),
    ("a plan of too few tables", workshop("Fahrplan", ["Wohnen", "Lernen"]), None, "ring"),
    ("where people live, in the title", workshop("Werkstatt Nachbarschaft", FIVE), None, "street"),
    ("a place's name that only ends alike", workshop("Werkstatt Düsseldorf", FIVE), None, "ring"),
    ("one house is no street", workshop("Wohnen im Quartier", ["Miete"]), None, "ring"),
    ("the street by a name of several", workshop("Werkstatt", FIVE), "HAUS", "street"),
    ("the street as it is spelled", workshop("Werkstatt", FIVE), "Straße", "street"),
    ("asked for by its name", workshop("Werkstatt", FIVE), "path", "path"),
    ("asked for by its German name", workshop("Werkstatt", FIVE), "Weg", "path"),
    ("more tables than a path has", workshop("Werkstatt", [f"Thema {n}" for n in range(13)]), "path", "ring"),
]


def on_paper(file, size, style, folder):
    """What is composed on that paper, and what is said about it."""
    done = subprocess.run([ERNTEBILD, "poster", file, "--dump-scene", os.path.join(folder, "dump.json"), "-v",
                           "--size", size, "--style", style], capture_output=True, text=True,
                          env=dict(os.environ, LC_ALL="C", LANG="C"))
    return done.stdout.split(",")[0], done.stderr


def papers(folder):
    """None, or what is wrong."""
    source, file = os.path.join(folder, "p.md"), os.path.join(folder, "p.erntebild")
    with open(source, "w", encoding="utf-8") as out:
        out.write(workshop("Werkstatt", FIVE, ["Liste", "Fest"]))
    subprocess.run([ERNTEBILD, "import", file, source], check=True, capture_output=True)
    for size, style, wanted in (("2000x800", "path", "path"), ("2000x600", "ring", "ring"),
                                ("2000x600", "street", "street"), ("594x2000", "tree", "tree"),
                                ("594x2000", "path", "path"), ("250x1000", "street", "street")):
        got, said = on_paper(file, size, style, folder)
        if got != wanted or said != "":
            return f"{size} {style}: {got} {said}"
    got, said = on_paper(file, "150x600", "tree", folder)
    if got != "ring" or '"tree" has no room' not in said or '"ring"' not in said:
        return f"a tree without room: {got} {said}"
    got, said = on_paper(file, "1000x200", "ring", folder)
    return None if got == "" and "at most 4 times" in said else f"five to one: {got} {said}"


def main():
    print(f"1..{len(CASES) + 2}")
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for n, (name, text, style, wanted) in enumerate(CASES, 1):
            source, file = os.path.join(folder, f"{n}.md"), os.path.join(folder, f"{n}.erntebild")
            with open(source, "w", encoding="utf-8") as out:
                out.write(text)
            subprocess.run([ERNTEBILD, "import", file, source], check=True, capture_output=True)
            done = subprocess.run([ERNTEBILD, "poster", file, "--dump-scene", os.path.join(folder, "dump.json"),
                                   "-v", *(["--style", style] if style else [])], capture_output=True, text=True)
            got = done.stdout.split(",")[0]
            bad += got != wanted
            print(f"{'ok' if got == wanted else 'not ok'} {n} - {name}", flush=True)
            if got != wanted:
                print(f"# {wanted} was expected: {done.stdout}{done.stderr}", flush=True)
        done = subprocess.run([ERNTEBILD, "poster", file, "--dump-scene", os.path.join(folder, "dump.json"),
                               "--style", "spiral"], capture_output=True, text=True)
        told = done.returncode == 2 and "spiral" in done.stderr and "ring, " in done.stderr
        bad += not told
        print(f"{'ok' if told else 'not ok'} {len(CASES) + 1} - an unknown composition is named with those there are")
        if not told:
            print(f"# {done.returncode} {done.stderr}")
        fault = papers(folder)
        bad += fault is not None
        print(f"{'not ok' if fault else 'ok'} {len(CASES) + 2} - banners and strips, and what has no room")
        if fault:
            print(f"# {fault}")
    return 1 if bad else 0


sys.exit(main())
