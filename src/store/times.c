// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/times.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"

static const char *const parts[PARTS] = {N_("morning"), N_("afternoon"), N_("evening")};

// Days of the week with the same part of the day stand together: "Mo und Mi Abend".
const char *times_words(struct arena *arena, const struct tr *tr, unsigned times)
{
    GString *out = g_string_new(NULL);
    for (int part = 0; part < PARTS; part++) {
        int left = 0;
        for (int day = 0; day < 7; day++)
            left += (times & TIME_BIT(day, part)) != 0;
        if (left == 0)
            continue;
        const int all = left;
        g_string_append(out, out->len > 0 ? ", " : "");
        for (int day = 0; day < 7 && all < 7; day++) {
            if ((times & TIME_BIT(day, part)) == 0)
                continue;
            left--;
            g_string_append_printf(out, "%s%s", day_weekday_name(tr, day, false),
                                   left == 0   ? " "
                                   : left == 1 ? tr_text(tr, N_(" and "))
                                               : ", ");
        }
        if (all == 7)
            g_string_append_printf(out, "%s ", tr_text(tr, N_("daily")));
        g_string_append(out, tr_text(tr, parts[part]));
    }
    const char *words = arena_strdup(arena, out->str);
    g_string_free(out, TRUE);
    return words;
}

static const struct {
    const char *start;
    int value;
} day_starts[] = {
    {"mo", 0}, {"di", 1}, {"tu", 1}, {"mi", 2}, {"we", 2}, {"do", 3}, {"th", 3},
    {"fr", 4}, {"sa", 5}, {"so", 6}, {"su", 6},
}, part_starts[] = {
    {"vormittag", PART_MORNING}, {"morgen", PART_MORNING},      {"morning", PART_MORNING},
    {"nachmittag", PART_AFTERNOON}, {"afternoon", PART_AFTERNOON}, {"abend", PART_EVENING},
    {"evening", PART_EVENING},
};

bool times_read(const char *words, unsigned *times)
{
    char *fold = g_utf8_casefold(words, -1);
    char **tokens = g_strsplit_set(fold, " ,;/\t", -1);
    unsigned days = 0;
    bool ok = true, in_part = false;
    *times = 0;
    for (char **token = tokens; *token != NULL && ok; token++) {
        if (**token == '\0' || g_str_equal(*token, "und") || g_str_equal(*token, "and"))
            continue;
        bool found = false;
        for (size_t i = 0; i < G_N_ELEMENTS(part_starts) && !found; i++)
            if (g_str_has_prefix(*token, part_starts[i].start)) {
                for (int day = 0; day < 7; day++)
                    if ((days & (1u << day)) != 0)
                        *times |= TIME_BIT(day, part_starts[i].value);
                found = in_part = true;
            }
        if (!found && (g_str_equal(*token, "täglich") || g_str_equal(*token, "daily"))) {
            days = 0x7F;
            in_part = false;
            found = true;
        }
        if (!found && g_str_has_prefix(*token, "wochenend")) {
            days = 1u << 5 | 1u << 6;
            for (int part = 0; part < PARTS; part++)
                *times |= TIME_BIT(5, part) | TIME_BIT(6, part);
            in_part = found = true;
        }
        for (size_t i = 0; i < G_N_ELEMENTS(day_starts) && !found; i++)
            if (g_str_has_prefix(*token, day_starts[i].start)) {
                days = in_part ? 0 : days; // a new group of days begins
                days |= 1u << day_starts[i].value;
                in_part = false;
                found = true;
            }
        ok = found;
    }
    ok = ok && (*times != 0 || days == 0) && (in_part || days == 0);
    g_strfreev(tokens);
    g_free(fold);
    return ok;
}

// ---- languages ----------------------------------------------------------------------------------

static const struct {
    const char *code, *name;
} languages[] = {
    {"de", N_("German")},   {"ar", N_("Arabic")},    {"fa", N_("Persian")},   {"en", N_("English")},
    {"uk", N_("Ukrainian")}, {"ru", N_("Russian")},  {"tr", N_("Turkish")},   {"ku", N_("Kurdish")},
    {"fr", N_("French")},   {"ti", N_("Tigrinya")},  {"am", N_("Amharic")},   {"so", N_("Somali")},
    {"ps", N_("Pashto")},   {"ur", N_("Urdu")},      {"pl", N_("Polish")},    {"ro", N_("Romanian")},
    {"bg", N_("Bulgarian")}, {"sq", N_("Albanian")}, {"sr", N_("Serbian")},   {"es", N_("Spanish")},
    {"it", N_("Italian")},  {"pt", N_("Portuguese")}, {"vi", N_("Vietnamese")}, {"zh", N_("Chinese")},
    {"hy", N_("Armenian")}, {"ka", N_("Georgian")},  {"el", N_("Greek")},     {"hi", N_("Hindi")},
};

const char *languages_words(struct arena *arena, const struct tr *tr, const char *codes)
{
    GString *out = g_string_new(NULL);
    char **list = g_strsplit(codes, ",", -1);
    for (char **code = list; *code != NULL; code++) {
        const char *name = g_strstrip(*code);
        for (size_t i = 0; i < G_N_ELEMENTS(languages); i++)
            if (strcmp(languages[i].code, *code) == 0)
                name = tr_text(tr, languages[i].name);
        if (*name != '\0')
            g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : "", name);
    }
    const char *words = arena_strdup(arena, out->str);
    g_strfreev(list);
    g_string_free(out, TRUE);
    return words;
}

static bool same(const char *a, const char *b)
{
    char *x = g_utf8_casefold(a, -1), *y = g_utf8_casefold(b, -1);
    bool equal = strcmp(x, y) == 0;
    g_free(x);
    g_free(y);
    return equal;
}

const char *languages_read(struct arena *arena, const char *words)
{
    static const char *const spoken[] = {"en", "de"}; // languages that names may be written in
    GString *out = g_string_new(NULL);
    char **list = g_strsplit(words, ",", -1);
    for (char **word = list; *word != NULL; word++) {
        const char *code = g_strstrip(*word);
        for (size_t s = 0; s < G_N_ELEMENTS(spoken); s++) {
            struct tr *tr = tr_open(spoken[s]);
            for (size_t i = 0; i < G_N_ELEMENTS(languages); i++)
                if (same(*word, tr_text(tr, languages[i].name)))
                    code = languages[i].code;
            tr_free(tr);
        }
        if (*code != '\0')
            g_string_append_printf(out, "%s%s", out->len > 0 ? "," : "", code);
    }
    const char *codes = arena_strdup(arena, out->str);
    g_strfreev(list);
    g_string_free(out, TRUE);
    return codes;
}
