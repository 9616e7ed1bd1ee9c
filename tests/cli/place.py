# SPDX-FileCopyrightText: 2026 The Erntebild contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""erntebild place: cards and tables stay where they are put, in their composition, through copies and
merges; what cannot be placed is refused in one sentence. usage: place.py ERNTEBILD"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

ERNTEBILD = os.path.abspath(sys.argv[1])
ENV = dict(os.environ, LC_ALL="C", LANG="C")
NOTES = "# Werkstatt\nSprache: de\n" + "".join(
    f"## Thema {t}\n" + "".join(f"- Idee {t}{n} mit ein paar Worten für alle ({9 - n})\n" for n in range(6))
    for t in range(1, 5))


def run(*words):
    done = subprocess.run([ERNTEBILD, *words], capture_output=True, encoding="utf-8", env=ENV)
    return done.returncode, done.stdout, done.stderr


def items(file, style):
    run("poster", file, "--style", style, "--dump-scene", "dump.json")
    with open("dump.json", encoding="utf-8") as dump:
        return json.load(dump)["items"]


def keyword(file, style, words):
    return next(item for item in items(file, style)
                if item["kind"] in ("idea", "keyword") and item.get("text", "").startswith(words))


def a_card_stays():
    run("import", "a.erntebild", "notes.md")
    before = keyword("a.erntebild", "ring", "Idee 20")
    code, _, err = run("place", "a.erntebild", "idee 20", "0.9", "0.95", "--style", "insel")
    after = keyword("a.erntebild", "ring", "Idee 20")
    if code != 0 or "placed" in before or after.get("placed") != [0.9, 0.95]:
        return f"{err} {before} {after}"
    if after["box"][0] < before["box"][0] + 20 or after["box"][1] < before["box"][1] + 20:
        return f"it did not move: {before['box']} {after['box']}"
    if "placed" in keyword("a.erntebild", "tree", "Idee 20"):
        return "the tree has the ring's place"
    lines = run("place", "a.erntebild")[1].splitlines()
    if len(lines) != 1 or not lines[0].startswith("ring    card:") or "0.900 0.950" not in lines[0]:
        return f"{lines}"
    run("place", "a.erntebild", after["id"], "--free", "--style", "ring")
    return None if keyword("a.erntebild", "ring", "Idee 20") == before else "it is not where it was"


def tables_take_turns():
    for style in ("path", "street"):
        first = run("place", "a.erntebild", "table:4", "1", "--style", style)
        heads = {item["text"]: item["box"] for item in items("a.erntebild", style) if item["kind"] == "table"}
        if first[0] != 0 or heads["Thema 4"][0] >= heads["Thema 1"][0] and heads["Thema 4"][1] >= heads["Thema 1"][1]:
            return f"{style}: {first} {heads}"
    return None


def copies_agree():
    """Placed at two machines: whichever merges, both show the later one, its x and y together."""
    shutil.copy("a.erntebild", "b.erntebild")
    run("place", "a.erntebild", "Idee 30", "0.1", "0.2")
    run("place", "b.erntebild", "Idee 30", "0.8", "0.7")
    shutil.copy("a.erntebild", "c.erntebild")
    for to, other in (("a", "b"), ("b", "c")):
        code, _, err = run("merge", f"{to}.erntebild", f"{other}.erntebild")
        if code != 0:
            return err
    here, there = (run("place", f"{name}.erntebild")[1] for name in "ab")
    if here != there or "0.800 0.700" not in here or run("check", "a.erntebild")[0] != 0:
        return f"{here!r} {there!r}"
    run("export", "a.erntebild", "-o", "all.json")
    run("import", "d.erntebild", "all.json")
    return None if run("place", "d.erntebild")[1] == here else "the lossless export lost it"


def cards_stand_outside():
    """On the page, not on their island; back inside, let go, and in every copy."""
    run("import", "o.erntebild", "notes.md")
    before = keyword("o.erntebild", "ring", "Idee 20")
    code, _, err = run("place", "o.erntebild", "Idee 20", "0.5", "0.45", "--outside", "--style", "ring")
    card = keyword("o.erntebild", "ring", "Idee 20")
    x, y = card["box"][0] + card["box"][2] / 2, card["box"][1] + card["box"][3] / 2
    if code != 0 or card.get("placed") != [0.5, 0.45] or abs(x / 841 - 0.5) > 0.2 or abs(y / 594 - 0.45) > 0.2:
        return f"{err} {card}"
    shutil.copy("o.erntebild", "p.erntebild")
    run("merge", "p.erntebild", "o.erntebild")
    lines = run("place", "p.erntebild")[1].splitlines()
    if len(lines) != 1 or "0.500 0.450  (outside) " not in lines[0]:
        return f"{lines}"
    run("place", "o.erntebild", "Idee 20", "0.9", "0.9", "--style", "ring")
    run("merge", "p.erntebild", "o.erntebild")
    if "outside" in run("place", "p.erntebild")[1]:
        return "it did not come back"
    run("place", "p.erntebild", card["id"], "--free", "--style", "ring")
    return None if keyword("p.erntebild", "ring", "Idee 20") == before else "it is not where it was"


def themes_take_turns():
    """One table with very many cards is shown as themes; they move as tables do."""
    themes = ("Radweg sicherer machen", "Spielplatz erneuern", "Sprachkurs anbieten", "Garten pflegen")
    with open("many.md", "w", encoding="utf-8") as out:
        out.write("# Werkstatt\nSprache: de\n## Ideen\n" + "".join(
            f"- {theme} im Teil {n} ({n % 7})\n" for theme in themes for n in range(16)))
    run("import", "m.erntebild", "many.md")
    def heads():
        return {item["text"]: item["box"] for item in items("m.erntebild", "path") if item["kind"] == "table"}
    before = heads()
    code, _, err = run("place", "m.erntebild", "table:3", "1", "--style", "path")
    after = heads()
    line = run("place", "m.erntebild")[1].strip()
    if code != 0 or len(before) < 3 or before == after or not line.startswith("path    table:1 1  "):
        return f"{err} {line!r} {before} {after}"
    run("place", "m.erntebild", "table:3", "--free", "--style", "path")
    return None if heads() == before and run("place", "m.erntebild")[1] == "" else "it is not where it was"


def refused():
    for status, said, words in (
            (2, "0 and 1", ("Idee 30", "1.5", "0")), (2, "0 and 1", ("Idee 30", "nan", "0")),
            (2, "X and Y", ("Idee 30",)), (2, "cards begin", ("Idee", "0", "0")),
            (1, "nichts dergleichen", ("nichts dergleichen", "0", "0")), (2, "1 to 4", ("table:1", "5")),
            (1, "9", ("table:9", "1")), (2, "composition", ("Idee 30", "0", "0", "--style", "heap"))):
        code, _, err = run("place", "a.erntebild", *words)
        if code != status or len(err.splitlines()) != 1 or said not in err:
            return f"{words}: {code} {err!r}"
    return None


CASES = [a_card_stays, tables_take_turns, copies_agree, cards_stand_outside, themes_take_turns, refused]


def main():
    print(f"1..{len(CASES)}")
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with open("notes.md", "w", encoding="utf-8") as out:
            out.write(NOTES)
        for n, case in enumerate(CASES, 1):
            fault = case()
            bad += fault is not None
            print(f"{'not ' if fault else ''}ok {n} - {case.__name__.replace('_', ' ')}", flush=True)
            if fault:
                print(f"# {fault}", flush=True)
        os.chdir("/")
    return 1 if bad else 0


sys.exit(main())
