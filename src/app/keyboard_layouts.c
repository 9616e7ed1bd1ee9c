// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keyboard layouts as data: letters where xkeyboard-config has them, 12 columns in every row.
// Another language is another entry.
#include <glib.h>

#include "app/keyboard.h"

#define K(plain)                                                                                   \
    {                                                                                              \
        plain, NULL, NULL, 0, CAP_TEXT                                                             \
    }
#define M(plain, more)                                                                             \
    {                                                                                              \
        plain, more, NULL, 0, CAP_TEXT                                                             \
    } // with a long press
#define S(plain, shifted, more)                                                                    \
    {                                                                                              \
        plain, more, shifted, 0, CAP_TEXT                                                          \
    } // capital of its own
#define F(name, columns, act)                                                                      \
    {                                                                                              \
        name, NULL, NULL, columns, act                                                             \
    }

#define BACKSPACE(columns) F("backspace", columns, CAP_BACKSPACE)
#define RETURN(columns) F("return", columns, CAP_RETURN)
#define SHIFT(columns) F("shift", columns, CAP_SHIFT)
#define COMMA S(",", ";", "; ‚")
#define STOP S(".", ":", ": … ·")
#define QUESTION S("?", "?", "¿")
// The last row of every page.
#define SPACE_ROW                                                                                  \
    {                                                                                              \
        F("123", 1.5, CAP_SYMBOLS), F("language", 2.5, CAP_LANGUAGE), F("space", 5, CAP_SPACE),    \
            S("–", "-", "- — _ ~"), S("!", "!", "¡"), F("hide", 1, CAP_HIDE)                       \
    }
// The signs of all Latin layouts, with the quotation marks of the language.
#define SIGNS(opening, closing)                                                                    \
    {                                                                                              \
        {M("1", "¹ ½ ¼"), M("2", "² ⅔"), M("3", "³ ¾"), K("4"),      K("5"),        K("6"),        \
         K("7"),          K("8"),        K("9"),        M("0", "°"), M("=", "≠ ≈"), BACKSPACE(1)}, \
            {K("@"),         K("#"),        M("€", "$ £ ₺ ₴ ¥"), M("%", "‰"),                      \
             M("&", "§"),    M("*", "× •"), M("(", "[ { <"),     M(")", "] } >"),                  \
             M("/", "\\ |"), M("+", "±"),   M("-", "– — _"),     RETURN(1)},                       \
            {M(opening, "‚ ‘ « ‹"),                                                                \
             M(closing, "’ ” » ›"),                                                                \
             K("\""),                                                                              \
             M("'", "’ ‘ `"),                                                                      \
             K(":"),                                                                               \
             K(";"),                                                                               \
             K("_"),                                                                               \
             M("→", "← ↑ ↓"),                                                                      \
             K("♥"),                                                                               \
             COMMA,                                                                                \
             STOP,                                                                                 \
             QUESTION},                                                                            \
            SPACE_ROW                                                                              \
    }

// clang-format off
const struct keyboard_layout keyboard_layouts[] = {
    {
        "de", "Deutsch", "123", "ABC",
        {
            {
                {K("q"), K("w"), M("e", "é è ê ë ę"), M("r", "ř"), M("t", "ț ť"), M("z", "ž ź ż"),
                 M("u", "û ú ù ů"), M("i", "í î ï ı"), M("o", "ô ó ò õ ø œ"), K("p"), K("ü"),
                 BACKSPACE(1)},
                {M("a", "à á â ã å ą æ"), M("s", "š ş ș ś"), M("d", "đ ð"), K("f"), M("g", "ğ"),
                 K("h"), K("j"), K("k"), M("l", "ł"), K("ö"), K("ä"), RETURN(1)},
                {SHIFT(1), M("y", "ý ÿ"), K("x"), M("c", "ç č ć"), K("v"), K("b"),
                 M("n", "ñ ń ň"), K("m"), S("ß", "ẞ", NULL), COMMA, STOP, QUESTION},
                SPACE_ROW,
            },
            SIGNS("„", "“"),
        },
    },
    {
        "en", "English", "123", "ABC",
        {
            {
                {K("q"), K("w"), M("e", "é è ê ë"), K("r"), K("t"), M("y", "ý ÿ"),
                 M("u", "ü û ú ù"), M("i", "í î ï"), M("o", "ö ô ó ò ø œ"), K("p"), BACKSPACE(2)},
                {M("a", "ä à á â å æ"), M("s", "ß š ş"), K("d"), K("f"), M("g", "ğ"), K("h"),
                 K("j"), K("k"), M("l", "ł"), S("'", "\"", "’ ‘"), RETURN(2)},
                {SHIFT(2), M("z", "ž"), K("x"), M("c", "ç č"), K("v"), K("b"), M("n", "ñ ń"),
                 K("m"), COMMA, STOP, QUESTION},
                SPACE_ROW,
            },
            SIGNS("“", "”"),
        },
    },
};
// clang-format on
const size_t keyboard_layouts_n = G_N_ELEMENTS(keyboard_layouts);
