// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plural.h"

#include <glib.h>
#include <string.h>

// Both sides of an operator are always computed: there are no side effects, and rules are short.
struct reading {
    const char *at;
    unsigned long n;
    int depth; // of parentheses and choices: a damaged file must not overflow the stack
    bool bad;
};

enum { DEPTH_MOST = 64 };

static unsigned long choice(struct reading *r);

// Takes `word` if it stands next.
static bool take(struct reading *r, const char *word)
{
    r->at += strspn(r->at, " \t");
    size_t length = strlen(word);
    if (strncmp(r->at, word, length) != 0)
        return false;
    r->at += length;
    return true;
}

static unsigned long operand(struct reading *r)
{
    if (++r->depth > DEPTH_MOST)
        r->bad = true;
    unsigned long value = 0;
    if (r->bad) {
        value = 0;
    } else if (take(r, "(")) {
        value = choice(r);
        r->bad |= !take(r, ")");
    } else if (take(r, "!")) {
        value = operand(r) == 0;
    } else if (take(r, "n")) {
        value = r->n;
    } else if (g_ascii_isdigit(*r->at)) {
        while (g_ascii_isdigit(*r->at) && value < 1000000)
            value = value * 10 + (unsigned long)(*r->at++ - '0');
    } else {
        r->bad = true;
    }
    r->depth--;
    return value;
}

// Operators of one precedence; longer ones stand before those they begin with.
struct level {
    const char *operators[5]; // ends with NULL
};

static const struct level levels[] = {
    {{"||"}}, {{"&&"}}, {{"==", "!="}}, {{"<=", ">=", "<", ">"}}, {{"+", "-"}}, {{"*", "/", "%"}},
};

static unsigned long apply(struct reading *r, const char *operator, unsigned long a,
                           unsigned long b)
{
    switch (*operator) {
    case '|':
        return a != 0 || b != 0;
    case '&':
        return a != 0 && b != 0;
    case '=':
        return a == b;
    case '!':
        return a != b;
    case '<':
        return operator[1] == '=' ? a <= b : a < b;
    case '>':
        return operator[1] == '=' ? a >= b : a > b;
    case '+':
        return a + b;
    case '-':
        return a - b;
    case '*':
        return a * b;
    default:
        break;
    }
    if (b == 0) {
        r->bad = true;
        return 0;
    }
    return *operator == '/' ? a / b : a % b;
}

static unsigned long binary(struct reading *r, size_t level)
{
    if (level == G_N_ELEMENTS(levels))
        return operand(r);
    unsigned long value = binary(r, level + 1);
    for (bool found = true; found && !r->bad;) {
        found = false;
        for (const char *const *op = levels[level].operators; *op != NULL && !found; op++) {
            if (take(r, *op)) {
                value = apply(r, *op, value, binary(r, level + 1));
                found = true;
            }
        }
    }
    return value;
}

static unsigned long choice(struct reading *r)
{
    if (++r->depth > DEPTH_MOST) {
        r->bad = true;
        return 0;
    }
    unsigned long value = binary(r, 0);
    if (!r->bad && take(r, "?")) {
        unsigned long yes = choice(r);
        r->bad |= !take(r, ":");
        unsigned long no = r->bad ? 0 : choice(r);
        value = value != 0 ? yes : no;
    }
    r->depth--;
    return value;
}

bool plural_form(const char *rule, unsigned long n, unsigned long *form)
{
    struct reading r = {.at = rule, .n = n};
    *form = choice(&r);
    r.at += strspn(r.at, " \t");
    return !r.bad && (*r.at == ';' || *r.at == '\n' || *r.at == '\0');
}
