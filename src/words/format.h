// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// vocabulary.bin as it lies on the disk and in memory: written by assets/pack_words.c, mapped by
// vocabulary.c. All numbers little-endian, all tables of fixed-size rows, so that nothing is
// parsed.
//
//   header | languages | concepts | icons | labels | keys | slots | postings | near | strings
//
// A language owns two tables of keys. "Terms": stems of words that lead to concepts, several words
// joined by one space. "Marks": words of the language itself (stop words, negations, ...),
// unstemmed. A key's postings run up to those of the next key; a last, empty key closes the
// section.
#ifndef ERNTEBILD_WORDS_FORMAT_H
#define ERNTEBILD_WORDS_FORMAT_H

#include <stddef.h>
#include <stdint.h>

#define FORMAT_MAGIC "ERNTEVOC"
enum { FORMAT_VERSION = 2, FORMAT_ORDER = 0x01020304 };

enum format_section {
    SECTION_LANGUAGES, // struct format_language
    SECTION_CONCEPTS,  // struct format_concept
    SECTION_ICONS,     // uint32_t: name
    SECTION_LABELS,    // uint32_t: icons x languages, 0: none
    SECTION_KEYS,      // struct format_key
    SECTION_SLOTS,     // uint32_t: hash slots, key index + 1, 0: empty
    SECTION_POSTINGS,  // struct format_posting
    SECTION_NEAR,      // struct format_near, sorted by hash within a language
    SECTION_STRINGS,   // char, NUL-terminated; offset 0 is ""
    SECTION_COUNT
};

struct format_header {
    char magic[8];
    uint32_t version, order;
    uint64_t size;     // of the file
    uint64_t checksum; // format_checksum of all that follows the header
    struct {
        uint32_t offset, n; // bytes from the start of the file, rows
    } sections[SECTION_COUNT];
};

struct format_table {
    uint32_t key, keys_n;      // rows of SECTION_KEYS, sorted by text
    uint32_t slot, slots_mask; // rows of SECTION_SLOTS, a power of two of them
};

struct format_language {
    char code[16];
    struct format_table terms, marks;
    uint32_t near, near_n;
};

#define FORMAT_CONCEPT_ICONS 3
#define FORMAT_NO_ICON UINT16_MAX

struct format_concept {
    uint32_t name;
    uint16_t icons[FORMAT_CONCEPT_ICONS]; // best first, FORMAT_NO_ICON when fewer
    uint16_t icon_off;                    // the crossed-out form of the first, or FORMAT_NO_ICON
};

struct format_key {
    uint32_t text, posting;
};

enum format_posting_flag {
    POSTING_OWN = 1,  // from concepts.tsv, not from the Unicode annotations
    POSTING_PART = 2, // may be one part of a compound word
    POSTING_NOUN = 4, // German, with a capital: "Wolle", not "wollen"
    POSTING_VERB = 8, // German, without one: "nähen", not "Nähe"
};

struct format_posting {
    uint32_t concept; // of a term; of a mark: its kinds, a set of enum format_mark
    uint8_t weight;   // 1..100
    uint8_t flags;    // enum format_posting_flag
    uint16_t unused;  // 0
};

enum format_mark {
    MARK_STOP = 1,            // carries no content of its own
    MARK_BLAND = 2,           // content, but never worth a keyword: "possibility", "should"
    MARK_LINK = 4,            // a stop word that may stand inside a keyword: "of", "für"
    MARK_NO = 8,              // what follows is not wanted
    MARK_NO_AFTER = 16,       // what came before is not wanted (Turkish "değil")
    MARK_INSTEAD = 32,        // what follows is to be replaced
    MARK_INSTEAD_AFTER = 64,  // what came before is to be replaced (Turkish "yerine")
    MARK_YES = 128,           // looks like a negation, is none: "not only"
    MARK_WORD = 256,          // an ordinary word, never taken for a misspelt or compound term
    MARK_LABEL = 512,         // before a colon it only names the kind of card: "Idee:"
    MARK_PLACE = 1024,        // where or when follows, not what: "im", "at"
    MARK_WHOM = 2048,         // for whom follows, not what: "für", "for"
    MARK_LESS = 4096,         // less of what follows is wanted, not none of it
    MARK_LOSS = 8192,         // what goes with it would be lost: "no cuts" wants the thing to stay
    MARK_MODAL = 16384,       // "no child should ...": the child is not what is not wanted
    MARK_ACT = 32768,         // a deed; what it is done to may follow: "Ausbau der Radwege"
    MARK_SUBORDINATE = 65536, // begins a part that says why, when, what for: "weil", "which"
    MARK_HEAD = 131072 // last part of compounds, says less than what is before it: "-fläche"
};

// Words of six characters and more are also found by each form that lacks one character, so that a
// spelling mistake costs a few look-ups (Garbe 2012, "symmetric delete" spelling correction).
struct format_near {
    uint32_t hash, key;
};

// FNV-1a over 64-bit words, a last partial word filled with zeros.
uint64_t format_checksum(const void *data, size_t size);
// Low bits of FNV-1a over the bytes: slots and near forms.
uint32_t format_hash(const char *text, size_t length);

#endif
