// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// CSV (RFC 4180) with a header row: comma, semicolon or tab, line breaks in quoted fields.
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/text.h"
#include "base/tr.h"
#include "store/notes.h"
#include "store/store.h"

enum column {
    COLUMN_TABLE,
    COLUMN_TEXT,
    COLUMN_VOTES,
    COLUMN_LANG,
    COLUMN_PARTY,
    COLUMN_PHASE,
    COLUMN_GLOSS,
    COLUMN_ICON,
    COLUMN_COUNT
};

static const struct {
    const char *name;
    enum column column;
} column_names[] = {
    {"table", COLUMN_TABLE},   {"tisch", COLUMN_TABLE},   {"thementisch", COLUMN_TABLE},
    {"thema", COLUMN_TABLE},   {"text", COLUMN_TEXT},     {"idee", COLUMN_TEXT},
    {"idea", COLUMN_TEXT},     {"karte", COLUMN_TEXT},    {"votes", COLUMN_VOTES},
    {"stimmen", COLUMN_VOTES}, {"punkte", COLUMN_VOTES},  {"dots", COLUMN_VOTES},
    {"language", COLUMN_LANG}, {"sprache", COLUMN_LANG},  {"lang", COLUMN_LANG},
    {"party", COLUMN_PARTY},   {"gruppe", COLUMN_PARTY},  {"phase", COLUMN_PHASE},
    {"gloss", COLUMN_GLOSS},   {"deutsch", COLUMN_GLOSS}, {"icon", COLUMN_ICON},
    {"symbol", COLUMN_ICON},
};

struct reader {
    struct notes *notes;
    const char *at;
    char separator;
    int line, row_line; // of `at`; where the current row began
    GPtrArray *fields;  // of the current row, g_free'd with it
    struct err *err;
};

static bool complain_quote(struct reader *r, int line)
{
    return err_set(r->err, ERR_INPUT,
                   N_("%s:%d: a quotation mark is out of place. Put fields that hold one in "
                      "quotation marks and double "
                      "it inside."),
                   r->notes->name, line);
}

// One field; false with err set when its quoting is wrong.
static bool read_field(struct reader *r)
{
    GString *field = g_string_new(NULL);
    bool ok = true;
    int begun = r->line;
    if (*r->at == '"') {
        r->at++;
        for (;; r->at++) {
            if (*r->at == '\0') {
                ok = complain_quote(r, begun);
                break;
            }
            if (*r->at == '"' && *++r->at != '"')
                break; // a doubled one is one
            r->line += *r->at == '\n';
            g_string_append_c(field, *r->at);
        }
        if (ok && *r->at != '\0' && *r->at != '\n' && *r->at != r->separator)
            ok = complain_quote(r, r->line);
    } else {
        for (; *r->at != '\0' && *r->at != '\n' && *r->at != r->separator; r->at++)
            g_string_append_c(field, *r->at);
    }
    g_ptr_array_add(r->fields, g_string_free(field, FALSE));
    return ok;
}

// The next row that is not empty; false at the end (*ok tells why).
static bool read_row(struct reader *r, bool *ok)
{
    *ok = true;
    do {
        g_ptr_array_set_size(r->fields, 0);
        r->row_line = r->line;
        if (*r->at == '\0')
            return false;
        for (;;) {
            if (!(*ok = read_field(r)))
                return false;
            if (*r->at != r->separator)
                break;
            r->at++;
        }
        if (*r->at == '\n') {
            r->at++;
            r->line++;
        }
    } while (r->fields->len == 1 && *(const char *)r->fields->pdata[0] == '\0');
    return true;
}

// The separator that the header row has most of, outside quotation marks.
static char sniff(const char *text)
{
    static const char separators[] = {',', ';', '\t'};
    int counts[3] = {0};
    bool quoted = false;
    for (const char *p = text; *p != '\0' && (*p != '\n' || quoted); p++) {
        quoted ^= *p == '"';
        for (int i = 0; i < 3 && !quoted; i++)
            counts[i] += *p == separators[i];
    }
    int best = 0;
    for (int i = 1; i < 3; i++)
        if (counts[i] > counts[best])
            best = i;
    return separators[best];
}

static bool read_header(struct reader *r, int columns[COLUMN_COUNT])
{
    bool ok;
    for (int i = 0; i < COLUMN_COUNT; i++)
        columns[i] = -1;
    if (!read_row(r, &ok))
        return ok ? err_set(r->err, ERR_INPUT,
                            N_("%s: the file is empty. It needs a header row, such as "
                               "table,text,votes."),
                            r->notes->name)
                  : false;
    for (guint i = 0; i < r->fields->len; i++) {
        char *fold = g_utf8_casefold(g_strstrip(r->fields->pdata[i]), -1);
        for (size_t k = 0; k < G_N_ELEMENTS(column_names); k++)
            if (strcmp(column_names[k].name, fold) == 0) {
                ok = ok && columns[column_names[k].column] < 0;
                columns[column_names[k].column] = (int)i;
            }
        g_free(fold);
        if (!ok)
            return err_set(r->err, ERR_INPUT,
                           N_("%s:%d: the column \"%s\" is there twice. Rename one of them."),
                           r->notes->name, r->row_line, (const char *)r->fields->pdata[i]);
    }
    if (columns[COLUMN_TEXT] < 0)
        return err_set(r->err, ERR_INPUT,
                       N_("%s:%d: there is no column \"text\" or \"Idee\". Name the columns in the "
                          "first row."),
                       r->notes->name, r->row_line);
    return true;
}

static const char *field_of(struct reader *r, int column)
{
    if (column < 0 || column >= (int)r->fields->len)
        return "";
    char *field = g_strstrip(r->fields->pdata[column]);
    // Our own export keeps spreadsheets from running what begins like a formula.
    if (field[0] == '\'' && field[1] != '\0' && strchr("=+-@", field[1]) != NULL)
        field++;
    for (char *p = field; *p != '\0'; p++) // a card is one paragraph
        if (*p == '\n' || *p == '\t')
            *p = ' ';
    return arena_strdup(r->notes->arena, field);
}

static bool take_row(struct reader *r, struct note_workshop *workshop,
                     const int columns[COLUMN_COUNT], guint width)
{
    if (r->fields->len > width)
        return err_set(r->err, ERR_INPUT,
                       N_("%s:%d: this row has %u fields, the header %u. Put text that holds a "
                          "\"%c\" in quotation marks."),
                       r->notes->name, r->row_line, r->fields->len, width, r->separator);
    struct note_card card = {
        .text = field_of(r, columns[COLUMN_TEXT]),
        .lang = field_of(r, columns[COLUMN_LANG]),
        .gloss = field_of(r, columns[COLUMN_GLOSS]),
        .icon = field_of(r, columns[COLUMN_ICON]),
        .party = field_of(r, columns[COLUMN_PARTY]),
        .phase = field_of(r, columns[COLUMN_PHASE]),
    };
    const char *votes = field_of(r, columns[COLUMN_VOTES]);
    char *end;
    card.votes = strtoll(votes, &end, 10);
    if (*end != '\0' || card.votes < 0 || card.votes > 1000000000)
        return err_set(
            r->err, ERR_INPUT,
            N_("%s:%d: \"%s\" is no number of votes. Write a whole number or leave it empty."),
            r->notes->name, r->row_line, votes);
    if (*card.text == '\0' && *card.icon == '\0')
        return true; // a row that someone left empty
    const char *title = field_of(r, columns[COLUMN_TABLE]);
    if (*title == '\0')
        title = workshop->title;
    struct note_table *table = notes_table_called(workshop, title);
    if (table == NULL)
        table = notes_add_table(workshop, title);
    g_array_append_val(table->cards, card);
    return true;
}

// A file's name as people would say it: without its ending, words apart, begun with a capital.
static const char *title_of(const char *path, struct arena *arena)
{
    char *base = g_path_get_basename(path), *dot = strrchr(base, '.');
    if (dot != NULL)
        *dot = '\0';
    g_strdelimit(base, "_-", ' ');
    g_strstrip(base);
    const char *title = text_capital(arena, base);
    g_free(base);
    return title;
}

bool notes_read_csv(struct notes *notes, const char *text, struct err *err)
{
    struct reader r = {.notes = notes, .at = text, .separator = sniff(text), .line = 1, .err = err};
    r.fields = g_ptr_array_new_with_free_func(g_free);
    struct note_workshop *workshop = notes_add_workshop(notes, title_of(notes->name, notes->arena));
    int columns[COLUMN_COUNT];
    bool ok = read_header(&r, columns);
    guint width = r.fields->len;
    while (ok && read_row(&r, &ok))
        ok = take_row(&r, workshop, columns, width);
    g_ptr_array_free(r.fields, TRUE);
    return ok;
}
