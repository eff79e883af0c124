#!/usr/bin/env python3
"""Writes Sources/Spam/Text/CharacterTables.swift: how each character is folded and classed for the spam classifier.

usage: make-character-tables.py > Sources/Spam/Text/CharacterTables.swift

Reads Unicode's data, confusables included, out of ICU (Debian: libicu72, Unicode 15.0).
A character folds to: its NFKD, accents off, each look-alike put as the ASCII character it is confused with, lower
case, NFC. Only whole characters fold; a sequence does not compose across characters.
"""
import ctypes, re, sys

ICU = "72"
uc, i18n = ctypes.CDLL(f"libicuuc.so.{ICU}"), ctypes.CDLL(f"libicui18n.so.{ICU}")
BUFFER = ctypes.c_uint16 * 512
LU, LL, LT, LM, LO, MN, ME, MC, ND, NL, NO = range(1, 12)
UNASSIGNED, CONTROL, FORMAT, PRIVATE, SURROGATE = 0, 15, 16, 17, 18
SCRIPT, IGNORABLE, WHITE_SPACE = 0x100A, 5, 31
# As Script in Sources/Spam/Text/Script.swift numbers them; 15 is every other.
ISO = {"Latn": 1, "Grek": 2, "Cyrl": 3, "Hani": 4, "Hira": 5, "Kana": 5, "Bopo": 4, "Hang": 6, "Arab": 7, "Hebr": 8,
       "Thai": 9, "Deva": 10, "Beng": 11, "Taml": 12, "Armn": 13, "Geor": 14, "Zyyy": 0, "Zinh": 0}


def icu(library, name, result=ctypes.c_int32):
    function = getattr(library, f"{name}_{ICU}")
    function.restype = result
    return function


def call(function, *arguments):
    """The UTF-16 result of an ICU function that fills a buffer, as a str."""
    out, status = BUFFER(), ctypes.c_int(0)
    length = function(*arguments, out, len(out), ctypes.byref(status))
    if status.value > 0: sys.exit(f"ICU error {status.value}")
    return bytes(out)[:2 * length].decode("utf-16-le")


def utf16(text):
    data = text.encode("utf-16-le")
    return ctypes.create_string_buffer(data, len(data) + 2), len(data) // 2


status = ctypes.c_int(0)
NFKD = icu(uc, "unorm2_getNFKDInstance", ctypes.c_void_p)(ctypes.byref(status))
NFC = icu(uc, "unorm2_getNFCInstance", ctypes.c_void_p)(ctypes.byref(status))
CHECKER = icu(i18n, "uspoof_open", ctypes.c_void_p)(ctypes.byref(status))
normalize, get_skeleton = icu(uc, "unorm2_normalize"), icu(i18n, "uspoof_getSkeleton")
category, combining, lower = icu(uc, "u_charType", ctypes.c_int8), icu(uc, "u_getCombiningClass", ctypes.c_uint8), icu(uc, "u_tolower")
integer, has, script_name = icu(uc, "u_getIntPropertyValue"), icu(uc, "u_hasBinaryProperty", ctypes.c_int8), icu(uc, "uscript_getShortName", ctypes.c_char_p)


def nfkd(text): return call(normalize, ctypes.c_void_p(NFKD), *utf16(text))
def nfc(text): return call(normalize, ctypes.c_void_p(NFC), *utf16(text))
def skeleton(text): return call(get_skeleton, ctypes.c_void_p(CHECKER), ctypes.c_uint32(0), *utf16(text))


LETTERS = {c: k for c in map(chr, range(0x21, 0x7F)) for k in [skeleton(c)]}


def is_letter(code): return category(code) in (LU, LL, LT, LM, LO)


def lookalike(character):
    """The ASCII text that a character is confused with; None where there is none of its own kind and case."""
    code, form = ord(character), skeleton(character)
    kind = category(code)
    same = [c for c, k in LETTERS.items() if k == form]
    if is_letter(code):
        same = [c for c in same if c.isalpha()]
        cased = [c for c in same if c.isupper() == (kind in (LU, LT))]
        if cased or same: return (cased or same)[0]
        return form if re.fullmatch("[A-Za-z]{2,3}", form) else None
    if kind in (ND, NL, NO):
        return next((c for c in same if c.isdigit()), None)
    return next((c for c in same if not c.isalnum()), None)


def is_accent(code):
    kind, order = category(code), combining(code)
    return kind == ME or kind == MN and (order == 1 or 10 <= order <= 36 or order >= 200)


def fold(code):
    """What a character is folded to, and whether a look-alike was put in its place."""
    if has(code, WHITE_SPACE): return " ", False
    if has(code, IGNORABLE) or category(code) in (CONTROL, FORMAT): return "", False
    if 0xAC00 <= code <= 0xD7A3: return chr(code), False
    out, changed = "", False
    for character in nfkd(chr(code)):
        if is_accent(ord(character)) or has(ord(character), IGNORABLE): continue
        latin = lookalike(character) if ord(character) > 0x7F else None
        changed |= latin is not None
        out += latin or character
    return nfc("".join(chr(lower(ord(c))) for c in out)), changed


def kind_and_script(code):
    kind = category(code)
    bits = 0
    if has(code, WHITE_SPACE): bits = 3
    elif is_letter(code) or kind in (MN, MC, NL): bits = 1
    elif kind == ND: bits = 2
    if kind in (LU, LT): bits |= 4
    iso = script_name(integer(code, SCRIPT)).decode()
    return bits | ISO.get(iso, 15) << 3


def packed(value, count): return bytes(value >> 7 * i & 0x7F for i in range(count))


def table(cells, block):
    """Two stages: two bytes of block number a block, then each distinct block."""
    blocks, index = {}, b""
    for start in range(0, len(cells), block):
        body = b"".join(cells[start:start + block])
        index += packed(blocks.setdefault(body, len(blocks)), 2)
    return index, b"".join(blocks)


ESCAPES = {"\0": "\\0", '"': '\\"', "\\": "\\\\"}


def literal(name, comment, data):
    """A constant of 7-bit bytes or UTF-8 as a string literal, which costs the compiler nothing."""
    print(f'\n    /// {comment}\n    static let {name}: StaticString = """')
    line = ""
    for character in data.decode():
        piece = ESCAPES.get(character) or (character if " " <= character <= "~" else f"\\u{{{ord(character):x}}}")
        if len(line) + len(piece) > 110:
            print(f"        {line}\\")
            line = ""
        line += piece
    print(f'        {line}\n        """')


LIMIT, FOLD_BLOCK, CLASS_BLOCK = 0x20000, 32, 64
SEQUENCES, LOOKALIKE = 0x110000, 1 << 21
pool, places, folds, classes = b"", {}, [], []
folded = lookalikes = invisible = 0
for code in range(LIMIT):
    if code < 0x80 or category(code) in (UNASSIGNED, PRIVATE, SURROGATE) and not has(code, IGNORABLE):
        folds.append(packed(0, 4))
        classes.append(b"\0")
        continue
    text, changed = fold(code)
    if text == chr(code): value = 0
    elif not text: value = SEQUENCES
    elif len(text) == 1: value = ord(text)
    else:
        if text not in places:
            places[text] = len(pool)
            pool += bytes([len(text.encode())]) + text.encode()
        value = SEQUENCES + 1 + places[text]
    folded += value != 0
    lookalikes += changed
    invisible += value == SEQUENCES
    folds.append(packed(value | (LOOKALIKE if changed else 0), 4))
    classes.append(bytes([kind_and_script(code)]))
version = (ctypes.c_uint8 * 4)()
icu(uc, "u_getUnicodeVersion", None)(version)
name = f"{version[0]}.{version[1]}"
print(f"""// swift-format-ignore-file
// Written by Scripts/make-character-tables.py from Unicode {name}; not edited by hand.

/// How characters below U+{LIMIT:X} fold and what they are: {folded} that fold, {lookalikes} look-alikes of ASCII, {invisible} invisible.
enum CharacterTables {{
    static let unicodeVersion = "{name}"
    static let limit: UInt32 = 0x{LIMIT:X}
    static let foldBlock: UInt32 = {FOLD_BLOCK}
    static let classBlock: UInt32 = {CLASS_BLOCK}""")
index, blocks = table(folds, FOLD_BLOCK)
literal("foldIndex", "Two 7-bit bytes a block of characters: the number of its block.", index)
literal("foldBlocks", "Four 7-bit bytes a character: 0, its fold, 110000 for none, or 110001 + place in `foldSequences`; bit 21: look-alike.", blocks)
literal("foldSequences", "Folds of several characters, each after a byte with its length in UTF-8.", pool)
index, blocks = table(classes, CLASS_BLOCK)
literal("classIndex", "Two 7-bit bytes a block of characters: the number of its block.", index)
literal("classBlocks", "A byte a character: letter 1, digit 2, space 3; 4 for a capital; script times 8.", blocks)
print("}")
