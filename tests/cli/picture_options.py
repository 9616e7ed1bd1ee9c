# SPDX-FileCopyrightText: 2026 The Erntebild contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be said about a picture on the command line, by the real binary.
usage: picture_options.py ERNTEBILD SOURCE_ROOT"""
import json
import os
import subprocess
import sys
import tempfile

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


TESTS = [
    for_a_party_keeps_every_place,
    for_a_party_changes_the_picture,
    an_unknown_party_is_told_the_others,
    a_workshop_without_parties_says_so,
    for_a_party_from_right_to_left,
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
