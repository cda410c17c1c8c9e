"""What goes out can be read, edited and written by other people's tools, and what they write comes back as it was meant.

Run by `cargo xtask ci`. `.ci/install` puts what `requirements.txt` lists into `target/ci/readers`.

The schemas of the formats come without a licence to hand them on. Whoever has them in one folder says where with `SCHEMAS`;
then every file is held against its own: `xliff-core-1.2-strict.xsd`, `xliff-core-1.2-transitional.xsd`,
`xliff_core_2.0.xsd` (of version 2.1), `xml.xsd`, `tmx14.dtd`, `TBXcoreStructV02.dtd`.
"""

import csv
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", REPOSITORY / "target"))
sys.path.insert(0, str(REPOSITORY / "target/ci/readers"))

import polib
from lxml import etree
from moz.l10n.formats import Format
from moz.l10n.resource import parse_resource, serialize_resource
from translate.storage import pypo, tbx, tmx, xliff, xliff2
from translate.storage.placeables import StringElem

# A left-to-right, a right-to-left language, and one without spaces between words.
LOCALES = ["es", "ar", "zh-Hans"]

# What the FAQ itself does not have: choices, attributes, signs of every format, and a text amid which a choice stands.
ENGLISH = """
# Not a part of the FAQ. "<&>" {0} %s
extra-many = { $n ->
    [0] Nobody & no "one" <b>
    [one] One child, \\ { "{" }
   *[other] { $n } children
}
extra-menu = =1+1
    .label = Under { $n ->
        [one] one year
       *[other] { $n } years
    } of age
"""
TRANSLATED = """
extra-many = { $n ->
    [0] ∅ & "0" <b>
    [one] ① \\ { "{" }
   *[other] { $n } …s
}
extra-menu = +1
    .label = < { $n ->
        [one] 1
       *[other] { $n } ans
    } >
"""


class Project:
    """A copy of the catalog and the locales, with more messages."""

    def __init__(self, folder):
        self.root = Path(folder)
        for part in ["locales", "crates/faq-content/catalog"]:
            shutil.copytree(REPOSITORY / part, self.root / part)
        for locale in ["en-US", *LOCALES]:
            text = ENGLISH if locale == "en-US" else TRANSLATED
            if locale == "zh-Hans":
                # No number is one there.
                text = re.sub(r"(?m)^ *\[one\].*\n", "", text)
            with self.file(locale).open("a", encoding="utf-8") as file:
                file.write(text)

    def file(self, locale):
        return self.root / "locales" / locale / "faq.ftl"

    def xtask(self, *arguments):
        command = [str(TARGET / "debug/xtask"), "--root", str(self.root), *arguments]
        ran = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, encoding="utf-8")
        if ran.returncode != 0:
            raise AssertionError(f"{arguments}: {ran.stdout}{ran.stderr}")
        return ran.stdout

    def export(self, locale, kind):
        path = self.root / f"{locale}.{kind}"
        self.xtask("export", locale, "--format", kind, "--output", str(path))
        return path.read_bytes()

    def take(self, locale, kind, written):
        """What the command says to a file, whose kind XML says by itself."""
        path = self.root / f"in.{'xlf' if kind.startswith('xliff') else kind}"
        path.write_bytes(written)
        return self.xtask("import", str(path), "--locale", locale)

    def texts(self, locale):
        """Every text by its id, with what it is a translation of."""
        table = io.StringIO(self.export(locale, "csv").decode("utf-8-sig"), newline="")
        rows = csv.DictReader(table)
        plain = lambda text: text.removeprefix("'")
        return {
            plain(row["id"]): (plain(row["reference"]), plain(row["translation"])) for row in rows
        }

    def review(self, locale, *ids):
        """Has somebody sign these texts."""
        reviewers = '[[reviewer]]\nname = "A"\nroles = ["r"]\nlocales = ["%s"]\n' % locale
        with (self.root / "locales/reviewers.toml").open("a", encoding="utf-8") as file:
            file.write(reviewers)
        self.xtask("review", "accept", locale, *ids, "--by", "A", "--role", "r")

    def everything(self):
        return {
            path: path.read_bytes() for path in sorted((self.root / "locales").rglob("*.ftl"))
        }


# Each tool: its name, the kind of file, how it reads a file (a store), the texts in it, how it edits all and writes.
class Toolkit:
    """translate-toolkit."""

    def __init__(self, kind, store):
        self.kind, self.store = kind, store
        self.name = f"translate-toolkit, {kind}"

    def read(self, data):
        store = self.store.parsestring(data)
        store.units = [unit for unit in store.units if not unit.isheader()]
        return store

    def texts(self, data):
        units = [unit for unit in self.read(data).units]
        return {self.id(unit): (str(unit.source), str(unit.target or "")) for unit in units}

    def id(self, unit):
        if self.kind == "po":
            return unit.getcontext()
        if self.kind == "xliff2":
            return unit.xmlelement.getparent().get("name")
        if self.kind == "tbx":
            return "-" + unit.xmlelement.get("id")
        return unit.getid().split("\04")[-1]

    def rewritten(self, data, text=""):
        store = self.store.parsestring(data)
        for unit in store.units:
            if unit.isheader() or not text or not unit.target:
                continue
            if self.kind.startswith("xliff"):
                # A plain text that is set leaves the old placeholders behind it; tools with placeholders edit around them.
                rich = unit.rich_target
                rich[0].sub.append(StringElem(text))
                unit.rich_target = rich
            else:
                unit.target = str(unit.target) + text
        return bytes(store)


class Mozilla:
    """moz.l10n."""

    def __init__(self, kind, format):
        self.kind, self.format = kind, format
        self.name = f"moz.l10n, {kind}"

    def entries(self, resource):
        return [entry for section in resource.sections for entry in section.entries]

    def texts(self, data):
        if self.kind == "po":
            resource = parse_resource(self.format, data)
            return {entry.id[1]: (entry.id[0], entry.value.pattern[0]) for entry in self.entries(resource)}
        sides = []
        for source in [True, False]:
            resource = parse_resource(self.format, data, xliff_source_entries=source)
            said = lambda entry: "".join(it for it in entry.value.pattern if isinstance(it, str))
            sides.append({entry.id[0]: said(entry) for entry in self.entries(resource)})
        return {id: (sides[0][id], sides[1][id]) for id in sides[0]}

    def rewritten(self, data, text=""):
        resource = parse_resource(self.format, data)
        for entry in self.entries(resource):
            if text and any(entry.value.pattern):
                entry.value.pattern.append(text)
        return "".join(serialize_resource(resource, self.format)).encode()


class Polib:
    """polib."""

    kind, name = "po", "polib"

    def texts(self, data):
        return {entry.msgctxt: (entry.msgid, entry.msgstr) for entry in polib.pofile(data.decode())}

    def rewritten(self, data, text=""):
        file = polib.pofile(data.decode())
        for entry in file:
            entry.msgstr += text if entry.msgstr else ""
        return str(file).encode()


TOOLS = [
    Toolkit("xliff", xliff.xlifffile),
    Toolkit("xliff2", xliff2.Xliff2File),
    Toolkit("po", pypo.pofile),
    Toolkit("tbx", tbx.tbxfile),
    Mozilla("xliff", Format.xliff),
    Mozilla("po", Format.gettext),
    Polib(),
]


class Readers(unittest.TestCase):
    def each(self, claim, kinds=("xliff", "xliff2", "po", "tbx")):
        for tool in TOOLS:
            for locale in LOCALES:
                if tool.kind in kinds:
                    with self.subTest(tool=tool.name, locale=locale):
                        with tempfile.TemporaryDirectory() as folder:
                            claim(tool, locale, Project(folder))

    def same(self, found, wanted):
        """As assertEqual, but names only what differs."""
        ids = [*wanted, *(id for id in found if id not in wanted)]
        differ = [(id, found.get(id), wanted.get(id)) for id in ids]
        self.assertEqual([it for it in differ if it[1] != it[2]], [])

    def test_every_text_is_read_as_it_was_written(self):
        def claim(tool, locale, project):
            wanted = project.texts(locale)
            if tool.kind == "tbx":
                wanted = {id: it for id, it in wanted.items() if id.startswith("-")}
            read = tool.texts(project.export(locale, tool.kind))
            self.assertEqual(list(read), list(wanted))
            # An empty element is a placeholder without words.
            plain = lambda text: re.sub(r"\{[^}]*\}(\" })?", "", text)
            if tool.kind == "xliff2":
                wanted = {id: tuple(map(plain, it)) for id, it in wanted.items()}
            self.same(read, wanted)

        self.each(claim)

    def test_a_file_that_was_only_opened_and_saved_changes_no_byte(self):
        def claim(tool, locale, project):
            before = project.everything()
            said = project.take(locale, tool.kind, tool.rewritten(project.export(locale, tool.kind)))
            self.assertIn("0 changed, 0 new", said)
            self.assertIn(", 0 left out", said)
            self.assertEqual(project.everything(), before)

        self.each(claim)

    def test_every_text_that_was_edited_comes_back(self):
        def claim(tool, locale, project):
            wanted = project.texts(locale)
            edited = tool.rewritten(project.export(locale, tool.kind), " ✓")
            said = project.take(locale, tool.kind, edited)
            self.assertIn(", 0 left out", said)
            for id, (source, target) in wanted.items():
                if target and (tool.kind != "tbx" or id.startswith("-")):
                    wanted[id] = (source, target + " ✓")
            self.same(project.texts(locale), wanted)

        self.each(claim)

    def test_a_language_is_made_anew_from_what_a_tool_wrote(self):
        def claim(tool, locale, project):
            before = project.texts(locale)
            written = tool.rewritten(project.export(locale, tool.kind))
            for path in (project.root / "locales" / locale).glob("*.ftl"):
                path.write_text("### New\n", encoding="utf-8")
            self.assertIn("0 changed, ", project.take(locale, tool.kind, written))
            self.same(project.texts(locale), before)

        self.each(claim, ["xliff", "xliff2", "po"])


    def test_a_memory_holds_what_was_reviewed_and_what_is_added_comes_back(self):
        tool = Toolkit("tmx", tmx.tmxfile)
        reviewed = ["title", "buyers-question", "interface-back-to-top"]

        def claim(locale, project):
            project.review(locale, *reviewed)
            wanted = project.texts(locale)
            memory = project.export(locale, "tmx")
            self.same(tool.texts(memory), {id: wanted[id] for id in reviewed})
            self.assertIn("0 changed, 0 new, 3 as", project.take(locale, "tmx", tool.rewritten(memory)))
            source, target = wanted["title"]
            wanted["title"] = (source, target + " ✓")
            store = tmx.tmxfile.parsestring(memory)
            store.units[0].target += " ✓"
            self.assertIn("1 changed, 0 new, 2 as", project.take(locale, "tmx", bytes(store)))
            self.same(project.texts(locale), wanted)
            # An edit voids the review, whatever the file is.
            self.assertNotIn("title", tool.texts(project.export(locale, "tmx")))

        for locale in LOCALES:
            with self.subTest(locale=locale), tempfile.TemporaryDirectory() as folder:
                claim(locale, Project(folder))

    @unittest.skipUnless("SCHEMAS" in os.environ, "no schemas are at hand")
    def test_every_file_is_valid(self):
        folder = Path(os.environ["SCHEMAS"])

        class Here(etree.Resolver):
            def resolve(self, url, id, context):
                if url.endswith("xml.xsd"):
                    return self.resolve_filename(str(folder / "xml.xsd"), context)

        parser = etree.XMLParser()
        parser.resolvers.add(Here())
        schema = lambda name: etree.XMLSchema(etree.parse(str(folder / name), parser))
        kinds = {
            "xliff": [schema("xliff-core-1.2-strict.xsd"), schema("xliff-core-1.2-transitional.xsd")],
            "xliff2": [schema("xliff_core_2.0.xsd")],
            "tmx": [etree.DTD(str(folder / "tmx14.dtd"))],
            "tbx": [etree.DTD(str(folder / "TBXcoreStructV02.dtd"))],
        }
        for locale in LOCALES:
            with tempfile.TemporaryDirectory() as folder_of_project:
                project = Project(folder_of_project)
                project.review(locale, "title", "buyers-question")
                english = project.file("en-US")
                english.write_text(english.read_text("utf-8").replace("Survival", "(Survival)"), "utf-8")
                for kind, schemas in kinds.items():
                    document = etree.fromstring(project.export(locale, kind))
                    for schema in schemas:
                        with self.subTest(locale=locale, kind=kind):
                            schema.assertValid(document)


if __name__ == "__main__":
    subprocess.run(["cargo", "build", "--quiet", "--package", "xtask"], cwd=REPOSITORY, check=True)
    unittest.main()
