#!/usr/bin/env python3
"""Writes Sources/Markup/NamedEntities.swift: HTML's named character references, from Python's table of them.

A record is `name=HEX` or `name=HEX+HEX`; a `!` before the `=` marks a name that is known without its semicolon too.
"""
import html.entities
import pathlib

table = html.entities.html5
records = []
for name in sorted((n[:-1] for n in table if n.endswith(";")), key=lambda n: n.encode()):
    legacy = "!" if name in table else ""
    records.append(f"{name}{legacy}=" + "+".join(f"{ord(c):X}" for c in table[name + ";"]))

lines, line = [], ""
for record in records:
    if len(line) + len(record) + 1 > 110:
        lines.append(line)
        line = ""
    line += record + ";"
lines.append(line)

out = ["// Written by Scripts/entities.py.", "", "extension EntityTable {"]
out += ["    /// Every named character reference of HTML (section 13.5), sorted by the bytes of the name.", '    static let records: StaticString = """']
out += ["        " + line[:] + "\\" for line in lines[:-1]] + ["        " + lines[-1], '        """', "}", ""]
target = pathlib.Path(__file__).parent.parent / "Sources/Markup/NamedEntities.swift"
target.write_text("\n".join(out))
