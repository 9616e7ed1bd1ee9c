# SPDX-FileCopyrightText: 2026 The Erntebild contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Posters as --dump-scene tells them: whatever the workshop and the paper, every card is placed or in
the appendix, nothing overlaps, nothing leaves the margin, nothing is too small to read.
usage: dump.py ERNTEBILD SOURCE_ROOT [--few]"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile

ERNTEBILD, SOURCE = sys.argv[1], sys.argv[2]
FEW = "--few" in sys.argv
PAPER = {"a4": (297, 210), "a3": (420, 297), "a2": (594, 420), "a1": (841, 594), "a0": (1189, 841)}

WORDS = """Sprachcafé Nachbarschaft Werkstatt Garten Paten Begleitung Termin Formular Arbeit Ausbildung Kurs
Treffpunkt Fest Musik Sport Kinder Schule Bibliothek Bus Fahrrad Wohnung Beratung Karte Zeitung Ehrenamt
gemeinsam jede Woche für alle im Stadtteil mit Kinderbetreuung am Abend ohne Anmeldung kostenlos offen""".split()
FOREIGN = [("ar", "دورة لغة للأمهات مع رعاية الأطفال"), ("uk", "Мовне кафе для всіх щосереди"),
           ("fa", "کلاس زبان با مراقبت از کودکان"), ("ti", "ንሕና እውን ክንሕግዝ ንደሊ ኢና"),
           ("en", "One open door for all questions"), ("tr", "Akşam kursları da olsun")]
LONG = "Aufenthaltsgenehmigungsverlängerungsantragsformularausfüllhilfe"


def workshop(cards, tables, seed, lang="de", long_words=False):
    """A scribe's notes with `cards` cards at `tables` tables, votes falling off as they do."""
    r = random.Random(seed)
    lines = ["# Zukunftswerkstatt Nachbarschaft", "Datum: 2026-03-14", "Ort: Rathaus", f"Sprache: {lang}",
             "Veranstalter: Stadt", "Gruppen: Bündnis Süd, Bündnis Nord (Nord), Jugendamt"]
    for t in range(tables):
        lines.append(f"## {r.choice(WORDS)} & {r.choice(WORDS)} {t + 1}")
        for _ in range(cards // tables + (1 if t < cards % tables else 0)):
            votes = int(r.paretovariate(1.2))
            if r.random() < 0.15:
                code, text = r.choice(FOREIGN)
                lines.append(f"- [{code}] {text} ({min(votes, 14)})")
                lines.append("  = " + " ".join(r.sample(WORDS, 4)))
                continue
            text = " ".join(r.sample(WORDS, r.randint(2, 9)))
            if long_words and r.random() < 0.3:
                text = LONG + " " + text
            lines.append(f"- {text} ({min(votes, 14)})")
    lines += ["## Kernpunkte", "- Ressourcen besser vernetzen (aus 1)", "- Wissen, wer was macht",
              "## Vereinbarungen", "- Jugendamt: Liste der Ansprechpartner, bis 2026-04-30, mit Bündnis Süd",
              "- Bündnis Nord: lädt alle ein, bis 2026-05-15", "## Treffen", "- 2026-09-22 17:00 Treffen, Rathaus"]
    if tables > 2:
        lines += ["## Zusammenhänge", "- 1 – 2: gehört zusammen", f"- 1 – {tables}: ein Weg"]
    return "\n".join(lines) + "\n"


ARABIC = """# ورشة المستقبل
Sprache: ar
Datum: 2026-03-14
## تعلم اللغة
- دورة لغة للأمهات مع رعاية الأطفال (7)
- مقهى اللغة كل أربعاء (5)
- كلمات وصور للطبيب والسوق (2)
## الحي
- خريطة الحي بلغات كثيرة (6)
- حديقة للجميع (3)
## Kernpunkte
- نعرف من يفعل ماذا
"""
EMPTY = "# Leere Werkstatt\n## Tisch ohne Karten\n"


def call(*arguments):
    done = subprocess.run([ERNTEBILD, *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(arguments)}: {done.returncode} {done.stderr.strip()}")


def overlap(a, b):
    return (min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0]), min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1]))


def faults(scene, cards, paper, portrait):
    """What is wrong with a dump, one sentence each."""
    w, h = scene["page"]["w"], scene["page"]["h"]
    wanted = sorted(paper, reverse=not portrait)
    if abs(w - wanted[0]) > 0.01 or abs(h - wanted[1]) > 0.01:
        yield f"the page is {w} x {h}"
    margin = 12.7 * (w * h / (841 * 594)) ** 0.5 * 0.6  # hand-drawn lines overshoot a little
    solid = [i for i in scene["items"] if i["kind"] not in ("decoration", "connector")]
    for item in scene["items"]:
        x, y, iw, ih = item["box"]
        # Ribbons, waves and other decoration may come nearer to the edge than words.
        least = 0 if item["kind"] == "decoration" else margin
        if iw >= 0 and (x < least or y < least or x + iw > w - least or y + ih > h - least):
            yield f"{item['kind']} {item.get('text', '')!r} leaves the margin: {item['box']}"
    for n, a in enumerate(solid):
        for b in solid[:n]:
            if a.get("id") and a.get("id") == b.get("id"):
                continue
            dx, dy = overlap(a["box"], b["box"])
            if dx > 0.05 and dy > 0.05:
                yield (f"{a['kind']} {a.get('text', '')!r} and {b['kind']} {b.get('text', '')!r} overlap "
                       f"by {dx:.2f} x {dy:.2f} mm")
    shown = {i["id"] for i in scene["items"] if i.get("id", "").startswith("card:")}
    known = shown | {i for i in scene["appendix"] if i.startswith("card:")}  # agreements may be cut too
    if len(known) != cards:
        yield f"{len(known)} cards are told of, there are {cards}"
    least = max(8, 14 * min(1, (w * h / (841 * 594)) ** 0.5)) - 0.05
    for item in solid:
        if item.get("text") and 0 < item.get("size_pt", 99) < least:
            yield f"{item['kind']} {item['text']!r} is set in {item['size_pt']} pt"


def cases():
    sample = open(os.path.join(SOURCE, "sessions/magdeburg-2016.md"), encoding="utf-8").read()
    yield "sample", sample, 52, PAPER, (False, True)
    for cards, tables in ((6, 3), (12, 4), (45, 6), (120, 6), (400, 8)):
        yield f"{cards} cards", workshop(cards, tables, cards), cards, PAPER, (False, True)
    some = {"a1": PAPER["a1"], "a3": PAPER["a3"]}
    for tables in (1, 2, 5, 7, 9, 12):
        yield f"{tables} tables", workshop(40, tables, tables), 40, some, (False, True)
    yield "long words", workshop(40, 5, 77, long_words=True), 40, some, (False, True)
    yield "themes", workshop(120, 1, 9), 120, some, (False, True)
    yield "Arabic alone", ARABIC, 5, some, (False, True)
    yield "no card", EMPTY, 0, some, (False, True)
    yield "odd paper", workshop(40, 5, 5), 40, {"500x500": (500, 500), "1000x420": (1000, 420)}, (False,)


def styles():
    """The compositions that the command offers."""
    told = subprocess.run([ERNTEBILD, "poster", "--help"], capture_output=True, text=True).stdout
    return re.search(r"--style=(\S+)", told).group(1).split("|")


def main():
    every = [(name, text, cards, paper, sizes, portrait) for name, text, cards, sizes, ways in cases()
             for paper, sizes in sizes.items() for portrait in ways]
    # Everything as a ring, a share of it in each of the others.
    runs = [("ring", *run) for run in every[::7 if FEW else 1]]
    for n, style in enumerate(style for style in styles() if style != "ring"):
        runs += [(style, *run) for run in every[n::23 if FEW else 6]]
    print(f"1..{len(runs)}")
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        dump, made = os.path.join(folder, "dump.json"), {}
        for n, (style, name, text, cards, paper, sizes, portrait) in enumerate(runs, 1):
            if name not in made:
                source = os.path.join(folder, f"{len(made)}.md")
                with open(source, "w", encoding="utf-8") as file:
                    file.write(text)
                made[name] = source[:-3] + ".erntebild"
                call("import", made[name], source)
            problems = []
            try:
                call("poster", made[name], "--style", style, "--size", paper, "--dump-scene", dump,
                     *(["--portrait"] if portrait else []))
                with open(dump, encoding="utf-8") as file:
                    problems = list(faults(json.load(file), cards, sizes, portrait))
            except RuntimeError as error:
                problems = [str(error)]
            bad += bool(problems)
            print(f"{'not ' if problems else ''}ok {n} - {style}: {name}, {paper}{' upright' if portrait else ''}", flush=True)
            for problem in problems[:6]:
                print(f"# {problem}", flush=True)
            if len(problems) > 6:
                print(f"# and {len(problems) - 6} more", flush=True)
    return 1 if bad else 0


sys.exit(main())
