"""Reads files with python-dotenv, and writes the variables of each file to another file, with a NUL after each.

Usage: read.py FOLDER COUNT, for FOLDER/0.env with the names in FOLDER/0.names, and so on.
"""

import logging
import sys
from pathlib import Path

from dotenv import dotenv_values

logging.disable()  # python-dotenv logs each line that it cannot parse
folder, count = Path(sys.argv[1]), int(sys.argv[2])

for i in range(count):
    values = dotenv_values(folder / f"{i}.env")
    names = (folder / f"{i}.names").read_text().splitlines()
    known = [values[name] for name in names if values.get(name) is not None]
    (folder / f"{i}.out").write_bytes("".join(f"{value}\0" for value in known).encode())
