// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A scribe's Markdown (DESIGN.md, "The import format").
//
//   # Title                       head lines: Datum: Ort: Frage: ...
//   ## Table                      Frage: Symbol:
//   - [ar] text {icon} (7)        a card: language, icon and votes where they are known
//     = rendering in the workshop's language
//   ## Kernpunkte, Vereinbarungen, Treffen, Zusammenhänge
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "store/notes.h"
#include "store/store.h"

enum section {
    SECTION_NONE,
    SECTION_HEAD,
    SECTION_TABLE,
    SECTION_CORE,
    SECTION_AGREEMENTS,
    SECTION_MEETINGS,
    SECTION_RELATIONS
};

static const struct {
    const char *name;
    enum section section;
} section_names[] = {
    {"kernpunkte", SECTION_CORE},           {"core points", SECTION_CORE},
    {"vereinbarungen", SECTION_AGREEMENTS}, {"verabredungen", SECTION_AGREEMENTS},
    {"agreements", SECTION_AGREEMENTS},     {"treffen", SECTION_MEETINGS},
    {"meetings", SECTION_MEETINGS},         {"zusammenhänge", SECTION_RELATIONS},
    {"relations", SECTION_RELATIONS},
};

enum { HEAD_PARTIES = HEAD_COUNT };
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
    {"groups", HEAD_PARTIES},
};

struct reader {
    struct notes *notes;
    struct arena *arena;
    struct note_workshop *workshop; // the current one
    struct note_table *table;       // in SECTION_TABLE
    struct note_card *card;         // the last one read there, NULL: none
    enum section section;
    int line;
    struct err *err;
};

static const char *strip(struct reader *r, const char *text)
{
    char *copy = g_strstrip(g_strdup(text));
    const char *kept = arena_strdup(r->arena, copy);
    g_free(copy);
    return kept;
}

static bool complain(struct reader *r, const char *format, const char *what)
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

static bool complain_plainly(struct reader *r, const char *sentence)
{
    return err_set(r->err, ERR_INPUT, "%s:%d: %s", r->notes->name, r->line,
                   tr_text(r->err != NULL ? r->err->tr : NULL, sentence));
}

// "Key: value" -> folded key and value; NULL when the line is none.
static const char *key_of(struct reader *r, const char *line, const char **value)
{
    const char *colon = strchr(line, ':');
    if (colon == NULL || colon == line || (colon[1] != ' ' && colon[1] != '\0'))
        return NULL;
    char *key = g_strndup(line, (gsize)(colon - line)),
         *fold = g_utf8_casefold(g_strstrip(key), -1);
    const char *kept = arena_strdup(r->arena, fold);
    *value = strip(r, colon + 1);
    g_free(key);
    g_free(fold);
    return kept;
}

// "Name (district), Name, ..."; a comma inside parentheses does not separate.
static void read_parties(struct reader *r, const char *list)
{
    int depth = 0;
    const char *start = list;
    for (const char *p = list;; p++) {
        depth += *p == '(' ? 1 : *p == ')' ? -1 : 0;
        if (*p != '\0' && (*p != ',' || depth > 0))
            continue;
        const char *name = strip(r, arena_strndup(r->arena, start, (size_t)(p - start)));
        struct note_party party = {name, ""};
        const char *open = strrchr(name, '(');
        size_t length = strlen(name);
        if (open != NULL && open > name && name[length - 1] == ')') {
            party.district =
                strip(r, arena_strndup(r->arena, open + 1, (size_t)(name + length - 1 - open - 1)));
            party.name = strip(r, arena_strndup(r->arena, name, (size_t)(open - name)));
        }
        if (*party.name != '\0')
            g_array_append_val(r->workshop->parties, party);
        if (*p == '\0')
            return;
        start = p + 1;
    }
}

static bool read_head(struct reader *r, const char *line)
{
    const char *value, *key = key_of(r, line, &value);
    if (key == NULL)
        return complain(
            r,
            N_("\"%s\" is neither a head line (Datum: ...), a table (## ...) nor a card (- ...)."),
            line);
    for (size_t i = 0; i < G_N_ELEMENTS(head_names); i++) {
        if (strcmp(head_names[i].name, key) != 0)
            continue;
        if (head_names[i].head == HEAD_PARTIES)
            read_parties(r, value);
        else if (head_names[i].head == HEAD_DATE && !note_date_is_valid(value))
            return complain(r, N_("\"%s\" is no date. Write it like 2016-03-14."), value);
        else
            r->workshop->head[head_names[i].head] = value;
        return true;
    }
    return complain(r,
                    N_("the head line \"%s\" is not known. Known are: Datum, Ort, Veranstalter, "
                       "Frage, Sprache, "
                       "Gruppen, Motiv, Hinweis, Untertitel."),
                    key);
}

// Takes "{icon}" off the end of `text`; "" when there is none.
static const char *take_icon(struct reader *r, const char **text)
{
    size_t length = strlen(*text);
    const char *open = strrchr(*text, '{');
    if (length == 0 || (*text)[length - 1] != '}' || open == NULL)
        return "";
    const char *name = arena_strndup(r->arena, open + 1, (size_t)(*text + length - 1 - open - 1));
    if (*name == '\0' || strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(name))
        return "";
    *text = strip(r, arena_strndup(r->arena, *text, (size_t)(open - *text)));
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
    *text = strip(r, arena_strndup(r->arena, *text, (size_t)(open - *text)));
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
    *text = strip(r, close + 1);
    return lang;
}

static bool read_card(struct reader *r, const char *text)
{
    struct note_card card = {"", "", "", "", "", "", 0};
    card.lang = take_lang(r, &text);
    // Icon and votes, in either order.
    bool voted = take_votes(r, &text, &card.votes);
    card.icon = take_icon(r, &text);
    if (!voted)
        take_votes(r, &text, &card.votes);
    card.text = text;
    if (*text == '\0' && *card.icon == '\0')
        return complain_plainly(
            r, N_("this card is empty. Write something on it or take the line out."));
    g_array_append_val(r->table->cards, card);
    r->card = &g_array_index(r->table->cards, struct note_card, r->table->cards->len - 1);
    return true;
}

// What follows the first of `words` ("bis", "until", ...) after a comma; -1 when there is none.
static const char *after_word(const char *text, const char *const *words, const char **start)
{
    const char *best = NULL;
    for (; *words != NULL; words++) {
        char *needle = g_strdup_printf(", %s ", *words);
        const char *found = g_strrstr(text, needle);
        if (found != NULL && (best == NULL || found > *start)) {
            *start = found;
            best = found + strlen(needle);
        }
        g_free(needle);
    }
    return best;
}

static bool read_agreement(struct reader *r, const char *text)
{
    static const char *const until_words[] = {"bis", "bis zum", "until", "by", NULL};
    static const char *const with_words[] = {"mit", "with", NULL};
    struct note_agreement agreement = {"", "", "", "", ""};
    agreement.icon = take_icon(r, &text);
    const char *start = NULL, *with = after_word(text, with_words, &start);
    // "mit" may belong to the sentence: as a party it stands after the date, or last.
    for (int pass = 0; pass < 2; pass++) {
        const char *at = NULL, *until = after_word(text, until_words, &at);
        if (until != NULL && strlen(until) >= 10 && *agreement.until == '\0') {
            const char *date = arena_strndup(r->arena, until, 10);
            if (note_date_is_valid(date) && (until[10] == '\0' || until[10] == ',')) {
                agreement.until = date;
                text =
                    strip(r, arena_printf(r->arena, "%.*s%s", (int)(at - text), text, until + 10));
            } else if (g_ascii_isdigit(date[0]) && g_ascii_isdigit(date[3])) {
                return complain(r, N_("\"%s\" is no date. Write it like 2016-03-14."), date);
            }
        }
        start = NULL;
        with = after_word(text, with_words, &start);
        if (with != NULL && *agreement.with == '\0') {
            agreement.with = strip(r, with);
            text = strip(r, arena_strndup(r->arena, text, (size_t)(start - text)));
        }
    }
    const char *colon = strstr(text, ": ");
    if (colon != NULL) {
        agreement.who = strip(r, arena_strndup(r->arena, text, (size_t)(colon - text)));
        agreement.what = strip(r, colon + 1);
    } else {
        agreement.what = text;
    }
    if (*agreement.what == '\0')
        return complain_plainly(
            r, N_("this agreement is empty. Write: who: what, bis 2016-04-30, mit whom."));
    g_array_append_val(r->workshop->agreements, agreement);
    return true;
}

static bool read_meeting(struct reader *r, const char *text)
{
    struct note_meeting meeting = {"", "", "", ""};
    meeting.date = arena_strndup(r->arena, text, strnlen(text, 10));
    if (!note_date_is_valid(meeting.date))
        return complain(r, N_("\"%s\" is no date. Write it like 2016-03-14."), meeting.date);
    const char *rest = strip(r, text + 10);
    int hour, minute, end = 0;
    if (sscanf(rest, "%2d:%2d%n", &hour, &minute, &end) == 2 && end >= 4 && hour < 24 &&
        minute < 60) {
        meeting.time = arena_strndup(r->arena, rest, (size_t)end);
        rest = strip(r, rest + end);
    }
    rest = strip(r, *rest == ',' ? rest + 1 : rest);
    const char *comma = strstr(rest, ", ");
    meeting.title = comma == NULL ? rest : arena_strndup(r->arena, rest, (size_t)(comma - rest));
    meeting.place = comma == NULL ? "" : strip(r, comma + 1);
    g_array_append_val(r->workshop->meetings, meeting);
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
        core.tables = strip(r, arena_strndup(r->arena, list, (size_t)(text + length - 1 - list)));
        if (strspn(core.tables, "0123456789, ") != strlen(core.tables))
            return complain(r, N_("\"%s\" are no numbers of tables. Write them like (aus 2, 5)."),
                            core.tables);
        text = strip(r, arena_strndup(r->arena, text, (size_t)(open - text)));
    }
    core.icon = take_icon(r, &text);
    core.text = text;
    if (*text == '\0')
        return complain_plainly(
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
        return complain(r, N_("\"%s\" links no two tables. Write: 1 – 3: what they share."), text);
    relation.label = *end == ':' ? strip(r, end + 1) : "";
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
    if (r->section != SECTION_TABLE)
        return true;
    if (*title == '\0')
        return complain_plainly(r, N_("this table has no name. Write it after ##."));
    r->table = notes_add_table(r->workshop, title);
    return true;
}

static bool read_table_line(struct reader *r, const char *line)
{
    const char *value, *key = key_of(r, line, &value);
    bool question = key != NULL && (strcmp(key, "frage") == 0 || strcmp(key, "question") == 0);
    bool icon = key != NULL && (strcmp(key, "symbol") == 0 || strcmp(key, "icon") == 0);
    if (r->card != NULL || (!question && !icon))
        return complain(
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
    if (g_str_has_prefix(text, "= "))
        r->card->gloss = strip(r, text + 2);
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
        return read_agreement(r, text);
    case SECTION_MEETINGS:
        return read_meeting(r, text);
    case SECTION_RELATIONS:
        return read_relation(r, text);
    case SECTION_NONE:
    case SECTION_HEAD:
        break;
    }
    return complain(
        r, N_("\"%s\" stands before any table. Begin the table with \"## \" and its name."), text);
}

static bool read_line(struct reader *r, const char *line)
{
    const char *text = strip(r, line);
    bool indented = *line == ' ' || *line == '\t';
    if (*text == '\0')
        return true;
    if (text[0] == '#' && (text[1] == ' ' || text[1] == '\0')) {
        const char *title = strip(r, text + 1);
        if (*title == '\0')
            return complain_plainly(r, N_("the workshop has no title. Write it after #."));
        r->workshop = notes_add_workshop(r->notes, title);
        r->section = SECTION_HEAD;
        return true;
    }
    if (r->workshop == NULL)
        return complain(
            r, N_("\"%s\" stands before the workshop's title. Begin with \"# \" and the title."),
            text);
    if (text[0] == '#' && text[1] == '#' && text[2] != '#')
        return begin_section(r, strip(r, text + 2));
    if ((text[0] == '-' || text[0] == '*') && (text[1] == ' ' || text[1] == '\0'))
        return read_bullet(r, strip(r, text + 1));
    if (indented && r->section == SECTION_TABLE && r->card != NULL)
        return continue_card(r, text);
    if (r->section == SECTION_HEAD)
        return read_head(r, text);
    if (r->section == SECTION_TABLE)
        return read_table_line(r, text);
    return complain(
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
