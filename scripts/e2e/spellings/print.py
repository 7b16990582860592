# Prints each text of a JSON array as Python's libraries write it: a JSON array of objects, from the names in
# harness/judges/spellings.ts to texts.
import base64, csv, html, io, json, shlex, sys
from urllib.parse import quote_plus
from xml.etree import ElementTree

import yaml


def element(text, encoding):
    node = ElementTree.Element("e")
    node.text = text
    printed = ElementTree.tostring(node, encoding=encoding)
    return (printed if encoding == "unicode" else printed.decode("ascii")).removeprefix("<e>").removesuffix("</e>")


def csv_cell(text):
    file = io.StringIO()
    csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="").writerow([text])
    return file.getvalue()[1:-1]


def spellings(text):
    return {
        "quote_plus of Python": quote_plus(text),
        "JSON of Python": json.dumps(text)[1:-1],
        "HTML of Python": html.escape(text),
        "XML of Python": element(text, "unicode"),
        "XML of Python in ASCII": element(text, "us-ascii"),
        "repr of Python": repr(text),
        "repr of bytes in Python": repr(text.encode()),
        "shlex of Python": shlex.quote(text),
        "doubled quotes of CSV": csv_cell(text),
        "YAML of Python in double quotes": yaml.dump(text, default_style='"', width=1 << 30).rstrip("\n")[1:-1],
        "YAML": yaml.dump({"0": text, "1": {"2": {"0000000000": text}}}),
        "YAML in Unicode": yaml.dump([text], allow_unicode=True),
        "base64 of MIME": base64.encodebytes(text.encode()).decode(),
    }


json.dump([spellings(text) for text in json.load(sys.stdin)], sys.stdout)
