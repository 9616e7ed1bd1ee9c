# SPDX-FileCopyrightText: 2026 The Erntebild contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""PDFs can be read to people: what a machine can find of PDF/UA-1 (ISO 14289-1) in all kinds of
documents that the real binary makes. Numbers are those of the Matterhorn Protocol 1.02.
usage: accessible.py ERNTEBILD SAMPLE NETWORK"""
import base64
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ERNTEBILD, SAMPLE, NETWORK = sys.argv[1:4]
TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|<<|>>|<[0-9a-fA-F\s]*>|/[^\s/<>\[\]()]*|[^\s/<>\[\]()]+|[\[\]]", re.S)
PAINTING = {b"f", b"f*", b"F", b"S", b"s", b"B", b"B*", b"b", b"b*", b"sh", b"Do", b"Tj", b"TJ", b"'", b'"', b"EI"}
CHILDREN = {"/Table": {"/TR"}, "/TR": {"/TH", "/TD"}, "/L": {"/LI"}, "/LI": {"/Lbl", "/LBody"}}
STANDARD = {"/Document", "/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TR", "/TH", "/TD",
            "/Figure"}
ARABIC = """# ورشة المستقبل
Sprache: ar
Datum: 2026-03-14
## الحي
- خريطة الوسط بلغات كثيرة (6)
- حديقة للجميع (3)
"""
CROWDED = "# Viele Karten\nDatum: 2026-03-14\n" + "".join(
    f"## Tisch {t + 1}: {name}\n" + "".join(f"- {name} braucht Idee {n}, damit alle mitmachen ({n % 7})\n" for n in range(60))
    for t, name in enumerate(("Garten", "Schule", "Wege", "Feste")))


class Pdf:
    def __init__(self, path):
        told = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path, "-"],
                              capture_output=True, check=True).stdout
        self.objects = {key.removeprefix("obj:"): value for key, value in json.loads(told)["qpdf"][1].items()}
        self.root = self.at(self.objects["trailer"]["value"]["/Root"])

    def at(self, value):
        """The value, or the dictionary of a stream, that a reference means."""
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            found = self.objects[value]
            value = found["value"] if "value" in found else found["stream"]["dict"]
        return value

    def data(self, reference):
        return base64.b64decode(self.objects[reference]["stream"]["data"])

    def pages(self, node=None):
        node = self.at(self.root["/Pages"]) if node is None else node
        for reference in node["/Kids"]:
            kid = self.at(reference)
            if kid["/Type"] == "/Pages":
                yield from self.pages(kid)
            else:
                yield reference, kid


def said(text):
    return text[2:] if isinstance(text, str) and text[:2] in ("u:", "b:") else text


def metadata(pdf):
    if "/Metadata" not in pdf.root:
        yield "06-001 no XMP metadata"
        return
    tree = ElementTree.fromstring(pdf.data(pdf.root["/Metadata"]).decode())
    if tree.find(".//{http://www.aiim.org/pdfua/ns/id/}part") is None:
        yield "06-002 no PDF/UA identifier"
    title = tree.find(".//{http://purl.org/dc/elements/1.1/}title")
    if title is None or not "".join(title.itertext()).strip():
        yield "06-003 no dc:title"


def catalog(pdf):
    if not pdf.at(pdf.root.get("/ViewerPreferences", {})).get("/DisplayDocTitle"):
        yield "07-001 the title is not shown"
    if not pdf.at(pdf.root.get("/MarkInfo", {})).get("/Marked"):
        yield "06-000 not marked as tagged"
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", said(pdf.root.get("/Lang", ""))):
        yield f"11-006 the document's language is {pdf.root.get('/Lang')!r}"


def content(pdf, number, page):
    """MCIDs of a page, and what stands outside of both tags and artifacts."""
    found, open_marks, problems, last = set(), [], [], []
    for token in TOKEN.findall(pdf.data(page["/Contents"])):
        if token in (b"BDC", b"BMC"):
            artifact = b"/Artifact" in last[-8:]
            if artifact and "tag" in open_marks:
                problems.append(f"01-003 page {number}: an artifact within a tag")
            if not artifact and "artifact" in open_marks:
                problems.append(f"01-004 page {number}: a tag within an artifact")
            open_marks.append("artifact" if artifact else "tag")
            if token == b"BDC" and b"/MCID" in last:
                found.add(int(last[last.index(b"/MCID") + 1]))
            last = []
        elif token == b"EMC":
            open_marks.pop()
        elif token in PAINTING and not open_marks:
            problems.append(f"01-005 page {number}: {token.decode()} is neither tagged nor an artifact")
            break
        last = (last + [token])[-8:]
    return found, problems


class Structure:
    """The structure tree: what it says, and which marked content it holds."""

    def __init__(self, pdf):
        self.pdf, self.held, self.problems, self.level, self.kinds = pdf, {}, [], 0, set()
        self.walk(pdf.at(pdf.root["/StructTreeRoot"])["/K"], None, None)

    def walk(self, kids, parent, page):
        for reference in kids if isinstance(kids, list) else [kids]:
            kid = self.pdf.at(reference)
            if isinstance(kid, int):
                self.held.setdefault(page, set()).add(kid)
            elif "/S" not in kid:
                self.held.setdefault(kid.get("/Pg", page), set()).add(kid["/MCID"])
            else:
                self.judge(kid, parent)
                self.walk(kid.get("/K", []), kid["/S"], kid.get("/Pg", page))

    def judge(self, element, parent):
        kind = element["/S"]
        self.kinds.add(kind)
        if kind not in STANDARD:
            self.problems.append(f"02-001 an element of the type {kind}")
        if parent in CHILDREN and kind not in CHILDREN[parent]:
            self.problems.append(f"09-004 {kind} within {parent}")
        if kind == "/Figure" and not said(element.get("/Alt", "")):
            self.problems.append("13-004 a figure without a text")
        if re.fullmatch(r"/H\d", kind):
            if int(kind[2]) > self.level + 1:
                self.problems.append(f"14-003 {kind} follows a heading of level {self.level}")
            self.level = int(kind[2])
        if kind == "/TH" and self.pdf.at(element.get("/A", {})).get("/Scope") not in ("/Row", "/Column"):
            self.problems.append("15-003 a table's head without a scope")


def parents(pdf, pages, structure):
    """The parent tree leads back to the elements that hold a page's content."""
    pairs = pdf.at(pdf.at(pdf.root["/StructTreeRoot"])["/ParentTree"])["/Nums"]
    tree = dict(zip(pairs[::2], pairs[1::2]))
    for number, (reference, page) in enumerate(pages, 1):
        marked, problems = content(pdf, number, page)
        yield from problems
        held = structure.held.get(reference, set())
        if marked != held:
            yield f"01-006 page {number}: the tree holds {sorted(held ^ marked)[:5]} or the page does, not both"
        named = {i for i, parent in enumerate(pdf.at(tree[page["/StructParents"]])) if parent is not None}
        if named != marked:
            yield f"01-006 page {number}: the parent tree knows {sorted(named ^ marked)[:5]} or the page does"


def fonts(pdf):
    for found in pdf.objects.values():
        font = found.get("value")
        if not isinstance(font, dict) or font.get("/Type") != "/Font":
            continue
        name = font["/BaseFont"]
        if font["/Subtype"] == "/CIDFontType2" and "/CIDToGIDMap" not in font:
            yield f"31-006 {name} does not say how its glyphs are numbered"
        if font["/Subtype"] != "/Type0" and not {"/FontFile2", "/FontFile3"} & set(pdf.at(font["/FontDescriptor"])):
            yield f"31-009 {name} is not in the file"
        if not font["/Subtype"].startswith("/CID") and "/ToUnicode" not in font:
            yield f"31-027 {name} does not say its characters"


def judged(path):
    """What is wrong with the document, and the kinds of its elements."""
    pdf = Pdf(path)
    structure = Structure(pdf)
    pages = list(pdf.pages())
    return [*metadata(pdf), *catalog(pdf), *structure.problems, *parents(pdf, pages, structure), *fonts(pdf)], structure.kinds


def run(*arguments):
    subprocess.run([ERNTEBILD, *arguments], check=True, stdout=subprocess.DEVNULL)


def documents(folder):
    """Name, path and the kinds of elements that the document must have."""
    def at(name):
        return os.path.join(folder, name)
    for name, text in (("arabic", ARABIC), ("crowded", CROWDED)):
        with open(at(name + ".md"), "w", encoding="utf-8") as out:
            out.write(text)
        run("import", at(name + ".erntebild"), at(name + ".md"))
    run("import", at("sample.erntebild"), SAMPLE)
    run("import", at("network.erntebild"), NETWORK)
    for style in ("ring", "tree"):
        run("poster", at("sample.erntebild"), "-o", at(style + ".pdf"), "--style", style)
        yield f"the sample's {style}", at(style + ".pdf"), {"/H1", "/H2", "/Figure", "/P"}
    run("poster", at("arabic.erntebild"), "-o", at("arabic.pdf"), "--size", "a4")
    yield "an Arabic poster", at("arabic.pdf"), {"/H1", "/H2"}
    run("poster", at("crowded.erntebild"), "-o", at("crowded.pdf"), "--size", "a3", "--portrait")
    yield "240 cards with their appendix", at("crowded.pdf"), {"/H1", "/H2", "/L", "/LI", "/LBody"}
    for what, kinds, arguments in (("minutes", {"/H1", "/Table", "/TH", "/TD"}, ("--day", "2016-06-30")),
                                   ("review", {"/H1", "/H2", "/LI"}, ()), ("web", {"/H1", "/LI"}, ()),
                                   ("timeline", {"/H1"}, ("Sprachcafé",))):
        path = at(what + ".pdf")
        run("log", at("network.erntebild"), what, *arguments, "--today", "2016-12-20", "-o", path)
        yield f"{what} of the log", path, kinds
    run("folder", at("network.erntebild"), "--all", "-o", at("folders"))
    for name in sorted(os.listdir(at("folders")))[:2]:
        for file in sorted(f for f in os.listdir(os.path.join(at("folders"), name)) if f.endswith(".pdf")):
            yield f"{file} of a group's folder", os.path.join(at("folders"), name, file), {"/H1"}


def main():
    failed = n = 0
    with tempfile.TemporaryDirectory() as folder:
        for n, (name, path, kinds) in enumerate(documents(folder), 1):
            problems, found = judged(path)
            problems += [f"no element of the type {kind}" for kind in sorted(kinds - found)]
            print(f"{'not ok' if problems else 'ok'} {n} - {name}")
            for problem in problems[:12]:
                print(f"# {problem}")
            failed += bool(problems)
    print(f"1..{n}")
    sys.exit(failed > 0)


main()
