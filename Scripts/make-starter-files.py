#!/usr/bin/env python3
"""Writes Sources/moderato/StarterFiles.swift: what `moderato init` lays out, from this repository's Rules/.

usage: make-starter-files.py > Sources/moderato/StarterFiles.swift
"""
import pathlib

root = pathlib.Path(__file__).resolve().parent.parent
files = [path for pattern in ("*.yaml", "tests/*.yaml", "words/*.txt") for path in sorted((root / "Rules").glob(pattern))]

lines = ["/// The rules, tests and word lists of `Rules/`, as `Scripts/make-starter-files.py` copied them.", "enum StarterFiles {"]
lines += ["    static let all: [(path: String, text: String)] = ["]
for path in files:
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n") and '"""#' not in text, path
    lines += [f'        (', f'            "{path.relative_to(root)}",', '            #"""']
    lines += [("            " + line).rstrip() for line in text.split("\n")]
    lines += ['            """#', "        ),"]
lines += ["    ]", "}"]
print("\n".join(lines))
