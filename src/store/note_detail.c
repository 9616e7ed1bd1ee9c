// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/note_detail.h"

#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/err.h"
#include "base/tr.h"

struct word {
    const char *text, *value;
};

static const char *value_of(const struct word *words, size_t n, const char *text)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(words[i].text, text) == 0)
            return words[i].value;
    return NULL;
}

static const struct word key_words[] = {
    {"art", "kind"},          {"kind", "kind"},         {"aus", "from"},
    {"from", "from"},         {"seit", "made"},         {"since", "made"},
    {"stand", "status"},      {"status", "status"},     {"gesuch", "request"},
    {"request", "request"},   {"angebot", "offer"},     {"offer", "offer"},
    {"ende", "end"},          {"end", "end"},           {"dauer", "minutes"},
    {"minutes", "minutes"},   {"gastgeber", "host"},    {"host", "host"},
    {"reihe", "series"},      {"series", "series"},     {"statt", "occurrence"},
    {"instead of", "occurrence"}, {"da", "here"},       {"here", "here"},
    {"fehlt", "absent"},      {"absent", "absent"},     {"kommt", "coming"},
    {"coming", "coming"},     {"eingeladen", "invited"}, {"invited", "invited"},
    {"thema", "topic"},       {"topic", "topic"},       {"sprachen", "languages"},
    {"languages", "languages"}, {"stadtteil", "district"}, {"district", "district"},
    {"zeiten", "times"},      {"times", "times"},       {"gruppe", "party"},
    {"party", "party"},       {"gilt bis", "valid"},    {"valid until", "valid"},
};
static const struct word status_words[] = {
    {"offen", "open"},       {"open", "open"},       {"läuft", "running"}, {"running", "running"},
    {"erledigt", "done"},    {"done", "done"},       {"aufgegeben", "dropped"},
    {"dropped", "dropped"},  {"notiz", ""},          {"note", ""},
    {"geplant", "planned"},  {"planned", "planned"}, {"gehalten", "held"}, {"held", "held"},
    {"abgesagt", "cancelled"}, {"cancelled", "cancelled"}, {"vermittelt", "met"}, {"met", "met"},
    {"zurückgezogen", "withdrawn"}, {"withdrawn", "withdrawn"},
};
static const struct word kind_words[] = {
    {"patenschaft", "sponsorship"}, {"sponsorship", "sponsorship"},
    {"sprache", "language"},        {"language", "language"},
    {"begleitung", "company"},      {"company", "company"},
    {"arbeit", "work"},             {"work", "work"},
    {"kommunikation", "communication"}, {"communication", "communication"},
    {"raum", "room"},               {"room", "room"},
    {"anderes", "other"},           {"other", "other"},
};

// A sentence about the line of a detail.
bool detail_refuse(struct applying *a, const struct note_detail *detail)
{
    return err_set(a->err, ERR_INPUT,
                   N_("%s:%d: \"%s\" is not understood here. See the manual, section FORMAT."),
                   a->notes->name, detail->line, detail->value);
}

bool detail_refuse_key(struct applying *a, const struct note_detail *detail)
{
    return err_set(a->err, ERR_INPUT,
                   N_("%s:%d: \"%s\" is not known below this line. See the manual, section FORMAT."),
                   a->notes->name, detail->line, detail->key);
}

const char *detail_key(const struct note_detail *detail)
{
    const char *key = value_of(key_words, G_N_ELEMENTS(key_words), detail->key);
    return key != NULL ? key : "";
}

bool detail_set_kind(struct applying *a, enum entity entity, int64_t row,
                     const struct note_detail *detail)
{
    const char *kind = value_of(kind_words, G_N_ELEMENTS(kind_words),
                                applying_fold(a, detail->value));
    if (kind == NULL)
        return detail_refuse(a, detail);
    change_text(a->change, entity, row, "category", kind);
    return true;
}

bool detail_set_date(struct applying *a, enum entity entity, int64_t row, const char *field,
                     const struct note_detail *detail)
{
    const char *date = day_read(a->arena, detail->value, NULL);
    if (date == NULL)
        return detail_refuse(a, detail);
    change_text(a->change, entity, row, field, date);
    return true;
}

bool detail_status(struct applying *a, const struct note_detail *detail,
                   struct status_line *out)
{
    const char *p = detail->value;
    size_t word = strcspn(p, " :,"), length = 0;
    *out = (struct status_line){"", "", "", ""};
    out->status = value_of(status_words, G_N_ELEMENTS(status_words),
                           applying_fold(a, arena_strndup(a->arena, p, word)));
    if (out->status == NULL)
        return detail_refuse(a, detail);
    p += word;
    p += strspn(p, " ,");
    if (g_ascii_isdigit(*p)) {
        out->date = day_read(a->arena, p, &length);
        if (out->date == NULL)
            return detail_refuse(a, detail);
        p += length;
        p += strspn(p, " ,");
    }
    if (g_str_has_prefix(p, "bis ") || g_str_has_prefix(p, "until ")) {
        p = strchr(p, ' ') + 1;
        out->until = day_read(a->arena, p, &length);
        if (out->until == NULL)
            return detail_refuse(a, detail);
        p += length;
    }
    if (*p != ':' && *p != '\0')
        return detail_refuse(a, detail);
    out->text = *p == ':' ? p + 1 + strspn(p + 1, " ") : "";
    return true;
}

// The end of the first name in a list "Amt, Sozial- und Jugendamt und Freiwillige": the longest one
// that is a known party (names may hold an "und"), else the shortest. *next is where the list goes on.
static size_t first_name(struct applying *a, const char *list, const char **next)
{
    static const char *const borders[] = {", ", " und ", " and ", " & "};
    size_t best = 0, shortest = strlen(list), skip = 0, shortest_skip = 0;
    for (size_t end = 1; list[end - 1] != '\0'; end++) {
        size_t border = 0;
        for (size_t i = 0; i < G_N_ELEMENTS(borders); i++)
            if (g_str_has_prefix(list + end, borders[i]))
                border = strlen(borders[i]);
        if (border == 0 && list[end] != '\0')
            continue;
        if (applying_known(a->parties, applying_fold(a, arena_strndup(a->arena, list, end))) != 0) {
            best = end;
            skip = border;
        }
        if (end < shortest) {
            shortest = end;
            shortest_skip = border;
        }
    }
    *next = best > 0 ? list + best + skip : list + shortest + shortest_skip;
    return best > 0 ? best : shortest;
}

// Calls `each` with every name of a list.
void detail_each_party(struct applying *a, const char *list,
                       void (*each)(struct applying *a, const char *name, int64_t party,
                                    void *context),
                       void *context)
{
    for (const char *next; *list != '\0'; list = next) {
        const char *name = arena_strndup(a->arena, list, first_name(a, list, &next));
        if (*name != '\0')
            each(a, name, applying_known(a->parties, applying_fold(a, name)), context);
    }
}
