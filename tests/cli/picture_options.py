# SPDX-FileCopyrightText: 2026 The Erntebild contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be said about a picture on the command line, by the real binary.
usage: picture_options.py ERNTEBILD SOURCE_ROOT"""
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import zlib

ERNTEBILD, SOURCE = sys.argv[1], sys.argv[2]
SAMPLE = os.path.join(SOURCE, "sessions/magdeburg-2016.md")
ARABIC = """# ورشة المستقبل
Sprache: ar
Datum: 2026-03-14
Gruppen: لجنة الحي (الوسط), مكتب الشباب
## الحي
- خريطة الوسط بلغات كثيرة (6)
- حديقة للجميع (3)
## Vereinbarungen
- مكتب الشباب: قائمة بجهات الاتصال, bis 2026-04-30
"""


class Failure(Exception):
    pass


def expect(condition, sentence):
    if not condition:
        raise Failure(sentence)


class Desk:
    """A folder with the sample's file in it."""

    def __init__(self, folder):
        self.folder = folder
        self.sample = self.made("sample", open(SAMPLE, encoding="utf-8").read())

    def path(self, name):
        return os.path.join(self.folder, name)

    def made(self, name, text):
        source, file = self.path(name + ".md"), self.path(name + ".erntebild")
        with open(source, "w", encoding="utf-8") as out:
            out.write(text)
        self.call("import", file, source)
        return file

    def run(self, *words, locale="C"):
        """Even where the locale knows no umlauts."""
        return subprocess.run([ERNTEBILD, *words], capture_output=True, text=True, encoding="utf-8",
                              env={**os.environ, "LC_ALL": locale, "LANGUAGE": ""})

    def call(self, *words):
        done = self.run(*words)
        expect(done.returncode == 0, f"{words}: {done.returncode} {done.stderr}")
        return done

    def refused(self, *words, locale="C"):
        """The one sentence; exit status 1 or 2."""
        done = self.run(*words, locale=locale)
        expect(done.returncode in (1, 2), f"{words}: exit {done.returncode}")
        lines = done.stderr.strip().splitlines()
        expect(len(lines) == 1, f"{words}: {lines}")
        return lines[0]

    def scene(self, file, *words):
        dump = self.path("dump.json")
        self.call("poster", file, "--dump-scene", dump, *words)
        with open(dump, encoding="utf-8") as text:
            return json.load(text)


def places(scene):
    return {(i["kind"], i.get("id"), i.get("text")): i["box"] for i in scene["items"]
            if i["kind"] in ("idea", "keyword", "agreement", "core_point", "table")}


def for_a_party_keeps_every_place(desk):
    for style in ([], ["--portrait"]):
        everyone, party = desk.scene(desk.sample, *style), desk.scene(desk.sample, "--for", "Sudenburg", *style)
        expect(places(everyone) == places(party), "things moved")
        ribbon = [i["text"] for i in party["items"] if i.get("id") == "title:where"]
        expect("Für Willkommensbündnis Sudenburg" in ribbon[0], ribbon)
        rest = " ".join(i.get("text", "") for i in party["items"] if i["kind"] == "footer")
        expect("Landeshauptstadt Magdeburg" in rest, "the host is gone")


def for_a_party_changes_the_picture(desk):
    everyone, party, other = desk.path("a.svg"), desk.path("b.svg"), desk.path("c.svg")
    desk.call("poster", desk.sample, "-o", everyone, "-s", "a4")
    desk.call("poster", desk.sample, "-o", party, "-s", "a4", "--for", "Sudenburg")
    desk.call("poster", desk.sample, "-o", other, "-s", "a4", "--for", "Willkommensbündnis Stadtfeld")
    texts = [open(path, encoding="utf-8").read() for path in (everyone, party, other)]
    expect(len(set(texts)) == 3, "the pictures are the same")


def an_unknown_party_is_told_the_others(desk):
    sentence = desk.refused("poster", desk.sample, "-o", desk.path("x.pdf"), "--for", "Bündnis Mond")
    expect("Bündnis Mond" in sentence and "Willkommensbündnis Olvenstedt" in sentence, sentence)
    german = desk.refused("poster", desk.sample, "-o", desk.path("x.pdf"), "--for", "Mond", locale="de_DE.UTF-8")
    expect(german.startswith("Eine Gruppe „Mond“ gibt es nicht. Es gibt: "), german)
    several = desk.refused("poster", desk.sample, "-o", desk.path("x.pdf"), "--for", "willkommensbündnis")
    expect("Stadtfeld" in several, several)
    expect(not os.path.exists(desk.path("x.pdf")), "something was written")


def a_workshop_without_parties_says_so(desk):
    file = desk.made("alone", "# Werkstatt\n## Tisch\n- Eine Karte (1)\n")
    expect("names none" in desk.refused("poster", file, "-o", desk.path("x.pdf"), "--for", "Mond"), "wrong sentence")


def for_a_party_from_right_to_left(desk):
    file = desk.made("arabic", ARABIC)
    expect(places(desk.scene(file)) == places(desk.scene(file, "--for", "لجنة الحي")), "things moved")
    ribbon = [i["text"] for i in desk.scene(file, "--for", "لجنة الحي")["items"] if i.get("id") == "title:where"]
    expect("إلى لجنة الحي" in ribbon[0], ribbon)


def colours(path):
    with open(path, encoding="utf-8") as text:
        return {tuple(float(v) for v in c) for c in re.findall(r"rgb\(([\d.]+)%, ?([\d.]+)%, ?([\d.]+)%\)", text.read())}


def a_palette_reaches_all_of_the_picture(desk):
    svg = desk.path("palette.svg")
    for style in STYLES:
        desk.call("poster", desk.sample, "-o", svg, "--palette", "print", "--style", style)
        warm = [c for c in colours(svg) if c[0] > c[2] + 1.5]  # red above blue: not of the one colour
        expect(not warm, f"{style}: {warm[:4]}")
        desk.call("poster", desk.sample, "-o", svg, "--palette", "contrast", "--style", style)
        expect((0, 0, 0) in colours(svg), "no black")


def a_palette_moves_nothing(desk):
    expect(places(desk.scene(desk.sample)) == places(desk.scene(desk.sample, "--palette", "safe")), "things moved")


def the_look_is_remembered(desk):
    file = desk.made("look", "# Werkstatt\n## Tisch\n- Eine Karte (1)\n- Noch eine\n")
    before, after, asked = desk.path("a.svg"), desk.path("b.svg"), desk.path("c.svg")
    desk.call("poster", file, "-o", asked, "--palette", "print")
    desk.call("poster", file, "-o", before)
    desk.call("set", file, "palette", "print")
    desk.call("poster", file, "-o", after)
    read = lambda path: open(path, encoding="utf-8").read()
    expect(read(before) != read(after) and read(after) == read(asked), "the palette was forgotten")
    desk.call("set", file, "style", "tree")
    desk.call("set", file, "motif", "park")
    desk.call("set", file, "footer", "Gefördert von der Stiftung Übermut")
    shown = desk.call("set", file).stdout
    expect("print" in shown and "tree" in shown and "park" in shown, shown)
    footer = [i["text"] for i in desk.scene(file)["items"] if i["kind"] == "footer"]
    expect("Gefördert von der Stiftung Übermut" in footer, footer)
    desk.call("set", file, "palette", "")
    desk.call("set", file, "style", "")
    expect("print" not in desk.call("set", file).stdout.split("standard")[0], "it did not go away")


def what_cannot_be_set_is_told(desk):
    expect("standard, safe" in desk.refused("set", desk.sample, "palette", "mauve"), "no choices")
    expect("ring" in desk.refused("set", desk.sample, "style", "spiral"), "no choices")
    expect("set FILE" in desk.refused("set", desk.sample, "mood", "good"), "no help")
    expect("200" in desk.refused("set", desk.sample, "footer", "x" * 201), "no bound")
    expect("standard, safe" in desk.refused("poster", desk.sample, "-o", desk.path("x.pdf"), "--palette", "mauve"), "!")


def png(w, h):
    """A PNG of one red."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = (b"\0" + b"\xd0\x20\x20" * w) * h
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def a_logo_travels_with_the_file(desk):
    file, logo = desk.made("logo", "# Werkstatt\nGruppen: A, B\n## Tisch\n- Eine Karte (1)\n"), desk.path("logo.png")
    with open(logo, "wb") as out:
        out.write(png(60, 20))
    desk.call("set", file, "logo", logo)
    os.unlink(logo)
    for words in ([], ["--portrait"], ["--style", "tree"]):
        scene = desk.scene(file, *words)
        boxes = [i["box"] for i in scene["items"] if i.get("id") == "footer:logo"]
        expect(len(boxes) == 1, f"{words}: no logo")
        x, y, w, h = boxes[0]
        expect(abs(w / h - 3) < 0.01, f"{words}: out of shape")
        expect(x + w < scene["page"]["w"] and y + h < scene["page"]["h"], f"{words}: off the page")
    copy = desk.path("copy.json")
    desk.call("export", file, "-o", copy)
    desk.call("import", desk.path("other.erntebild"), copy)
    expect(any(i.get("id") == "footer:logo" for i in desk.scene(desk.path("other.erntebild"))["items"]), "left behind")
    for form in ("pdf", "svg", "png", "html"):
        desk.call("poster", file, "-o", desk.path("logo." + form), *(["--making-of", "5"] if form == "html" else []))
    expect("data:image/png;base64," in open(desk.path("logo.html"), encoding="utf-8").read(), "not in the film")
    desk.call("set", file, "logo", "")
    expect(not any(i.get("id") == "footer:logo" for i in desk.scene(file)["items"]), "it did not go away")


def a_title_picture_stands_in_every_composition(desk):
    file, picture = desk.made("photo", "# Werkstatt\n## Tisch\n- Eine Karte (1)\n- Noch eine\n"), desk.path("p.png")
    with open(picture, "wb") as out:
        out.write(png(90, 30))
    desk.call("set", file, "picture", picture)
    for style in ("ring", "path", "tree", "street"):
        boxes = [i["box"] for i in desk.scene(file, "--style", style)["items"] if i.get("id") == "figure:picture"]
        expect(len(boxes) == 1 and 2.2 < boxes[0][2] / boxes[0][3] < 3.5, (style, boxes))


def what_is_no_picture_is_told(desk):
    bad, broken = desk.path("bad.png"), desk.path("broken.png")
    with open(bad, "w", encoding="utf-8") as out:
        out.write("<svg/>")
    with open(broken, "wb") as out:
        out.write(png(50, 50)[:60])
    before = desk.call("set", desk.sample).stdout
    for path in (bad, broken):
        expect("no PNG" in desk.refused("set", desk.sample, "logo", path), "wrong sentence")
    desk.refused("set", desk.sample, "logo", desk.path("missing.png"))
    expect(desk.call("set", desk.sample).stdout == before, "something was kept")


def a_simple_svg_is_a_logo_too(desk):
    file, logo = desk.made("svg", "# Werkstatt\n## Tisch\n- Eine Karte (1)\n"), desk.path("logo.svg")
    def write(text):
        with open(logo, "w", encoding="utf-8") as out:
            out.write(text)
    head = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20">'
    write(head + '<title>Logo</title><g transform="translate(2 2)" style="fill:#0a5"><circle cx="8" cy="8" r="8"/>'
          '<path d="M20 0h50c2 6 2 10 0 16H20z" fill="none" stroke="black" stroke-width="1"/></g></svg>')
    desk.call("set", file, "logo", logo)
    w, h = [i["box"] for i in desk.scene(file)["items"] if i.get("id") == "footer:logo"][0][2:]
    expect(abs(w / h - 4) < 0.02, f"out of shape: {w} x {h}")
    for bad, word in (("<text>Stadt</text>", "text"), ('<rect width="9" height="9" fill="url(#g)"/>', "url"),
                      ("<image/>", "image"), ('<path d="nonsense"/>', "path"), ('<g filter="url(#f)"/>', "filter")):
        write(head + bad + "</svg>")
        expect(word in desk.refused("set", file, "logo", logo), word)
    write("<svg")
    expect("no SVG" in desk.refused("set", file, "logo", logo), "wrong sentence")


STYLES = ("ring", "tree")
TESTS = [
    for_a_party_keeps_every_place,
    for_a_party_changes_the_picture,
    an_unknown_party_is_told_the_others,
    a_workshop_without_parties_says_so,
    for_a_party_from_right_to_left,
    a_palette_reaches_all_of_the_picture,
    a_palette_moves_nothing,
    the_look_is_remembered,
    what_cannot_be_set_is_told,
    a_logo_travels_with_the_file,
    a_title_picture_stands_in_every_composition,
    what_is_no_picture_is_told,
    a_simple_svg_is_a_logo_too,
]


def main():
    print(f"1..{len(TESTS)}", flush=True)
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(folder)
        for n, test in enumerate(TESTS, 1):
            name = test.__name__.replace("_", " ")
            try:
                test(desk)
                print(f"ok {n} - {name}", flush=True)
            except Failure as failure:
                failed += 1
                print(f"not ok {n} - {name}\n# {failure}", flush=True)
    return 1 if failed else 0


sys.exit(main())
