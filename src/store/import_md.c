// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A scribe's Markdown (DESIGN.md, "The import format").
//
//   # Title                       head lines: Datum: Ort: Frage: ...
//   ## Table                      Frage: Symbol:
//   - [ar] text {icon} (7)        a card: language, icon and votes where they are known
//     = rendering in the workshop's language
//     Von: the group that wrote it
//     (Themenspeicher)           it is parked
//   ## Gruppen, Kernpunkte, Vereinbarungen, Treffen, Angebote und Gesuche, Zusammenhänge
//   - ...                         below a line of these, indented, "Key: value" says more of it
#include "store/import_md.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/err.h"
#include "base/tr.h"
#include "store/store.h"

static const struct {
    const char *name;
    enum section section;
} section_names[] = {
    {"kernpunkte", SECTION_CORE},           {"core points", SECTION_CORE},
    {"vereinbarungen", SECTION_AGREEMENTS}, {"verabredungen", SECTION_AGREEMENTS},
    {"agreements", SECTION_AGREEMENTS},     {"treffen", SECTION_MEETINGS},
    {"meetings", SECTION_MEETINGS},         {"zusammenhänge", SECTION_RELATIONS},
    {"relations", SECTION_RELATIONS},       {"gruppen", SECTION_PARTIES},
    {"parties", SECTION_PARTIES},           {"groups", SECTION_PARTIES},
    {"angebote und gesuche", SECTION_OFFERS}, {"offers and requests", SECTION_OFFERS},
};

enum { HEAD_PARTIES = HEAD_ALL };
static const struct {
    const char *name;
    int head;
} head_names[] = {
    {"datum", HEAD_DATE},        {"date", HEAD_DATE},         {"ort", HEAD_PLACE},
    {"place", HEAD_PLACE},       {"veranstalter", HEAD_HOST}, {"host", HEAD_HOST},
    {"frage", HEAD_QUESTION},    {"question", HEAD_QUESTION}, {"sprache", HEAD_LANG},
    {"language", HEAD_LANG},     {"motiv", HEAD_MOTIF},       {"motif", HEAD_MOTIF},
    {"hinweis", HEAD_NOTE},      {"note", HEAD_NOTE},         {"untertitel", HEAD_SUBTITLE},
    {"subtitle", HEAD_SUBTITLE}, {"gruppen", HEAD_PARTIES},   {"parties", HEAD_PARTIES},
    {"groups", HEAD_PARTIES},    {"netzwerk", HEAD_NETWORK},  {"network", HEAD_NETWORK},
    {"stadtteile", HEAD_DISTRICTS}, {"districts", HEAD_DISTRICTS},
};

const char *md_strip(struct reader *r, const char *text)
{
    char *copy = g_strstrip(g_strdup(text));
    const char *kept = arena_strdup(r->arena, copy);
    g_free(copy);
    return kept;
}

bool md_complain(struct reader *r, const char *format, const char *what)
{
    char *sentence;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    sentence = g_strdup_printf(tr_text(r->err != NULL ? r->err->tr : NULL, format), what);
#pragma GCC diagnostic pop
    err_set(r->err, ERR_INPUT, "%s:%d: %s", r->notes->name, r->line, sentence);
    g_free(sentence);
    return false;
}

bool md_complain_plainly(struct reader *r, const char *sentence)
{
    return err_set(r->err, ERR_INPUT, "%s:%d: %s", r->notes->name, r->line,
                   tr_text(r->err != NULL ? r->err->tr : NULL, sentence));
}

// "Key: value" -> folded key and value; NULL when the line is none.
const char *md_key(struct reader *r, const char *line, const char **value)
{
    const char *colon = strchr(line, ':');
    if (colon == NULL || colon == line || (colon[1] != ' ' && colon[1] != '\0'))
        return NULL;
    char *key = g_strndup(line, (gsize)(colon - line)),
         *fold = g_utf8_casefold(g_strstrip(key), -1);
    const char *kept = arena_strdup(r->arena, fold);
    *value = md_strip(r, colon + 1);
    g_free(key);
    g_free(fold);
    return kept;
}

static bool read_head(struct reader *r, const char *line)
{
    const char *value, *key = md_key(r, line, &value);
    if (key == NULL)
        return md_complain(
            r,
            N_("\"%s\" is neither a head line (Datum: ...), a table (## ...) nor a card (- ...)."),
            line);
    for (size_t i = 0; i < G_N_ELEMENTS(head_names); i++) {
        if (strcmp(head_names[i].name, key) != 0)
            continue;
        if (head_names[i].head == HEAD_PARTIES) {
            md_read_parties(r, value);
            return true;
        }
        const char *kept =
            head_names[i].head == HEAD_DATE ? day_read(r->arena, value, NULL) : value;
        if (kept == NULL)
            return md_complain(r, N_("\"%s\" is no date. Write it like 2016-03-14."), value);
        r->workshop->head[head_names[i].head] = kept;
        return true;
    }
    return md_complain(r,
                    N_("the head line \"%s\" is not known. Known are: Datum, Ort, Veranstalter, "
                       "Frage, Sprache, "
                       "Gruppen, Motiv, Hinweis, Untertitel, Netzwerk, Stadtteile."),
                    key);
}

// Takes "{icon}" off the end of `text`; "" when there is none.
const char *md_take_icon(struct reader *r, const char **text)
{
    size_t length = strlen(*text);
    const char *open = strrchr(*text, '{');
    if (length == 0 || (*text)[length - 1] != '}' || open == NULL)
        return "";
    const char *name = arena_strndup(r->arena, open + 1, (size_t)(*text + length - 1 - open - 1));
    if (*name == '\0' || strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(name))
        return "";
    *text = md_strip(r, arena_strndup(r->arena, *text, (size_t)(open - *text)));
    return name;
}

// Takes "(7)" off the end of `text`; false when there is none.
static bool take_votes(struct reader *r, const char **text, int64_t *votes)
{
    size_t length = strlen(*text);
    const char *open = strrchr(*text, '(');
    if (length == 0 || (*text)[length - 1] != ')' || open == NULL)
        return false;
    size_t digits = strspn(open + 1, "0123456789");
    if (digits == 0 || digits > 9 || open[1 + digits] != ')' || open[2 + digits] != '\0')
        return false;
    *votes = strtoll(open + 1, NULL, 10);
    *text = md_strip(r, arena_strndup(r->arena, *text, (size_t)(open - *text)));
    return true;
}

// Takes "[ar]" off the start of `text`; "" when there is none.
static const char *take_lang(struct reader *r, const char **text)
{
    const char *close = strchr(*text, ']');
    if (**text != '[' || close == NULL || close - *text < 3 || close - *text > 12)
        return "";
    const char *lang = arena_strndup(r->arena, *text + 1, (size_t)(close - *text - 1));
    if (!g_ascii_isalpha(lang[0]) || !g_ascii_isalpha(lang[1]) ||
        strspn(lang, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") !=
            strlen(lang))
        return "";
    *text = md_strip(r, close + 1);
    return lang;
}

static bool read_card(struct reader *r, const char *text)
{
    struct note_card card = {"", "", "", "", "", "", 0, false};
    card.lang = take_lang(r, &text);
    // Icon and votes, in either order.
    bool voted = take_votes(r, &text, &card.votes);
    card.icon = md_take_icon(r, &text);
    if (!voted)
        take_votes(r, &text, &card.votes);
    card.text = text;
    if (*text == '\0' && *card.icon == '\0')
        return md_complain_plainly(
            r, N_("this card is empty. Write something on it or take the line out."));
    g_array_append_val(r->table->cards, card);
    r->card = &g_array_index(r->table->cards, struct note_card, r->table->cards->len - 1);
    return true;
}

// "2, 5, 6" after "(aus" or "(from".
static bool read_core(struct reader *r, const char *text)
{
    struct note_core core = {"", "", ""};
    size_t length = strlen(text);
    const char *open = strrchr(text, '(');
    if (open != NULL && text[length - 1] == ')' &&
        (g_str_has_prefix(open, "(aus ") || g_str_has_prefix(open, "(from "))) {
        const char *list = strchr(open, ' ') + 1;
        core.tables = md_strip(r, arena_strndup(r->arena, list, (size_t)(text + length - 1 - list)));
        if (strspn(core.tables, "0123456789, ") != strlen(core.tables))
            return md_complain(r, N_("\"%s\" are no numbers of tables. Write them like (aus 2, 5)."),
                            core.tables);
        text = md_strip(r, arena_strndup(r->arena, text, (size_t)(open - text)));
    }
    core.icon = md_take_icon(r, &text);
    core.text = text;
    if (*text == '\0')
        return md_complain_plainly(
            r, N_("this core point is empty. Write something or take the line out."));
    g_array_append_val(r->workshop->core, core);
    return true;
}

static bool read_relation(struct reader *r, const char *text)
{
    struct note_relation relation = {0, 0, ""};
    char *end;
    relation.a = (int)strtol(text, &end, 10);
    while (*end == ' ' || *end == '-' || g_str_has_prefix(end, "–") || g_str_has_prefix(end, "—"))
        end = g_utf8_next_char(end);
    const char *second = end;
    relation.b = (int)strtol(second, &end, 10);
    if (end == second || (*end != ':' && *end != '\0') || relation.a == relation.b)
        return md_complain(r, N_("\"%s\" links no two tables. Write: 1 – 3: what they share."), text);
    relation.label = *end == ':' ? md_strip(r, end + 1) : "";
    g_array_append_val(r->workshop->relations, relation);
    return true;
}

static bool begin_section(struct reader *r, const char *title)
{
    char *fold = g_utf8_casefold(title, -1);
    r->section = SECTION_TABLE;
    for (size_t i = 0; i < G_N_ELEMENTS(section_names); i++)
        if (strcmp(section_names[i].name, fold) == 0)
            r->section = section_names[i].section;
    g_free(fold);
    r->card = NULL;
    r->tail = NULL;
    if (r->section != SECTION_TABLE)
        return true;
    if (*title == '\0')
        return md_complain_plainly(r, N_("this table has no name. Write it after ##."));
    r->table = notes_add_table(r->workshop, title);
    return true;
}

static bool read_table_line(struct reader *r, const char *line)
{
    const char *value, *key = md_key(r, line, &value);
    bool question = key != NULL && (strcmp(key, "frage") == 0 || strcmp(key, "question") == 0);
    bool icon = key != NULL && (strcmp(key, "symbol") == 0 || strcmp(key, "icon") == 0);
    if (r->card != NULL || (!question && !icon))
        return md_complain(
            r, N_("\"%s\" is not known here. A card begins with \"- \", a table with \"## \"."),
            line);
    if (question)
        r->table->question = value;
    else
        r->table->icon = value;
    return true;
}

// A line that goes on with the card above it.
static bool continue_card(struct reader *r, const char *text)
{
    const char *value, *key = md_key(r, text, &value);
    if (g_str_has_prefix(text, "= "))
        r->card->gloss = md_strip(r, text + 2);
    else if (key != NULL && (strcmp(key, "von") == 0 || strcmp(key, "by") == 0))
        r->card->party = value;
    else if (strcmp(text, "(Themenspeicher)") == 0 || strcmp(text, "(parked)") == 0)
        r->card->parked = true;
    else
        r->card->text = arena_printf(r->arena, "%s %s", r->card->text, text);
    return true;
}

static bool read_bullet(struct reader *r, const char *text)
{
    switch (r->section) {
    case SECTION_TABLE:
        return read_card(r, text);
    case SECTION_CORE:
        return read_core(r, text);
    case SECTION_AGREEMENTS:
        return md_read_agreement(r, text);
    case SECTION_MEETINGS:
        return md_read_meeting(r, text);
    case SECTION_RELATIONS:
        return read_relation(r, text);
    case SECTION_PARTIES:
        return md_read_party(r, text);
    case SECTION_OFFERS:
        return md_read_offer(r, text);
    case SECTION_NONE:
    case SECTION_HEAD:
        break;
    }
    return md_complain(
        r, N_("\"%s\" stands before any table. Begin the table with \"## \" and its name."), text);
}

static bool read_line(struct reader *r, const char *line)
{
    const char *text = md_strip(r, line);
    bool indented = *line == ' ' || *line == '\t';
    if (*text == '\0')
        return true;
    if (text[0] == '#' && (text[1] == ' ' || text[1] == '\0')) {
        const char *title = md_strip(r, text + 1);
        if (*title == '\0')
            return md_complain_plainly(r, N_("the workshop has no title. Write it after #."));
        r->workshop = notes_add_workshop(r->notes, title);
        r->section = SECTION_HEAD;
        r->tail = NULL;
        return true;
    }
    if (r->workshop == NULL)
        return md_complain(
            r, N_("\"%s\" stands before the workshop's title. Begin with \"# \" and the title."),
            text);
    if (text[0] == '#' && text[1] == '#' && text[2] != '#')
        return begin_section(r, md_strip(r, text + 2));
    if ((text[0] == '-' || text[0] == '*') && (text[1] == ' ' || text[1] == '\0'))
        return read_bullet(r, md_strip(r, text + 1));
    if (indented && r->section == SECTION_TABLE && r->card != NULL)
        return continue_card(r, text);
    if (indented && r->tail != NULL)
        return md_read_detail(r, text);
    if (r->section == SECTION_HEAD)
        return read_head(r, text);
    if (r->section == SECTION_TABLE)
        return read_table_line(r, text);
    return md_complain(
        r, N_("\"%s\" is not known here. A card begins with \"- \", a table with \"## \"."), text);
}

// Relations name tables that exist.
static bool check_relations(struct reader *r)
{
    for (guint w = 0; w < r->notes->workshops->len; w++) {
        const struct note_workshop *workshop =
            &g_array_index(r->notes->workshops, struct note_workshop, w);
        for (guint i = 0; i < workshop->relations->len; i++) {
            const struct note_relation *relation =
                &g_array_index(workshop->relations, struct note_relation, i);
            int n = (int)workshop->tables->len;
            if (relation->a < 1 || relation->b < 1 || relation->a > n || relation->b > n)
                return err_set(r->err, ERR_INPUT,
                               N_("%s: %d – %d links a table that is not there; there are %d."),
                               r->notes->name, relation->a, relation->b, n);
        }
    }
    return true;
}

bool notes_read_markdown(struct notes *notes, const char *text, struct err *err)
{
    struct reader r = {.notes = notes, .arena = notes->arena, .err = err};
    char **lines = g_strsplit(text, "\n", -1);
    bool ok = true, comment = false;
    for (int i = 0; ok && lines[i] != NULL; i++) {
        r.line = i + 1;
        const char *line = lines[i];
        if (g_str_has_prefix(line, "<!--"))
            comment = true;
        if (!comment)
            ok = read_line(&r, line);
        else if (strstr(line, "-->") != NULL)
            comment = false;
    }
    g_strfreev(lines);
    if (ok && notes->workshops->len == 0)
        ok = err_set(err, ERR_INPUT,
                     N_("%s: there is no workshop in it. Begin with \"# \" and the title."),
                     notes->name);
    return ok && check_relations(&r);
}
