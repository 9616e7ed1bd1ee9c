// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rhythm.h"

#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/err.h"
#include "base/tr.h"

static const char *const codes[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

// What the words of a rule say; 0 or -1: nothing.
struct rhythm {
    int weekday;  // Monday 0, -1
    int ordinal;  // 1 first .. 4 fourth, -1 last, 0
    int day;      // of the month, -1 last, 0
    int number;   // "alle 6 Wochen"
    char unit;    // d w m y, 0
    bool strange; // a word that is not known
};

struct word {
    const char *text; // of which the word may have an ending of its own ("montags")
    int value;
};

static const struct word weekday_words[] = {
    {"montag", 0},   {"dienstag", 1}, {"mittwoch", 2}, {"donnerstag", 3}, {"freitag", 4},
    {"samstag", 5},  {"sonnabend", 5}, {"sonntag", 6}, {"monday", 0},     {"tuesday", 1},
    {"wednesday", 2}, {"thursday", 3}, {"friday", 4},  {"saturday", 5},   {"sunday", 6},
};
static const struct word ordinal_words[] = {
    {"erste", 1}, {"zweite", 2}, {"dritte", 3}, {"vierte", 4}, {"letzte", -1}, {"andere", 2},
    {"first", 1}, {"second", 2}, {"third", 3},  {"fourth", 4}, {"last", -1},   {"other", 2},
};
static const struct word number_words[] = {
    {"zwei", 2}, {"drei", 3},  {"vier", 4}, {"fünf", 5}, {"sechs", 6}, {"acht", 8}, {"zwölf", 12},
    {"two", 2},  {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6},   {"eight", 8}, {"twelve", 12},
};
static const struct word unit_words[] = {
    {"woche", 'w'}, {"wöchentlich", 'w'}, {"week", 'w'},  {"monat", 'm'}, {"month", 'm'},
    {"jahr", 'y'},  {"jährlich", 'y'},    {"year", 'y'},  {"annual", 'y'},
};
static const char *const fillers[] = {
    "jeden", "jede", "jedes", "jeder", "alle", "am", "im", "des", "der", "den", "an", "dem", "every",
    "on", "the", "of", "in", "each", "a", "immer", "ab",
};

static bool find(const struct word *words, size_t n, const char *token, size_t most_ending,
                 int *value)
{
    for (size_t i = 0; i < n; i++) {
        size_t length = strlen(words[i].text);
        if (strncmp(token, words[i].text, length) == 0 && strlen(token) - length <= most_ending) {
            *value = words[i].value;
            return true;
        }
    }
    return false;
}

static void read_token(struct rhythm *rhythm, const char *token)
{
    int value;
    char *end;
    long number = strtol(token, &end, 10);
    if (end != token) {
        bool ordinal = *end == '.' || g_str_equal(end, "th") || g_str_equal(end, "st") ||
                       g_str_equal(end, "nd") || g_str_equal(end, "rd");
        if ((*end != '\0' && !ordinal) || number < 1 || number > 99)
            rhythm->strange = true;
        else if (ordinal)
            rhythm->day = (int)number;
        else
            rhythm->number = (int)number;
    } else if (find(weekday_words, G_N_ELEMENTS(weekday_words), token, 2, &value)) {
        rhythm->weekday = value;
    } else if (find(ordinal_words, G_N_ELEMENTS(ordinal_words), token, 2, &value)) {
        rhythm->ordinal = value;
    } else if (find(number_words, G_N_ELEMENTS(number_words), token, 0, &value)) {
        rhythm->number = value;
    } else if (find(unit_words, G_N_ELEMENTS(unit_words), token, 4, &value)) {
        rhythm->unit = (char)value;
    } else if (g_str_equal(token, "tag") || g_str_equal(token, "day")) {
        rhythm->unit = 'd';
    } else {
        bool filler = false;
        for (size_t i = 0; i < G_N_ELEMENTS(fillers); i++)
            filler = filler || g_str_equal(fillers[i], token);
        rhythm->strange = rhythm->strange || !filler;
    }
}

static struct rhythm read_words(const char *words)
{
    struct rhythm rhythm = {.weekday = -1};
    char *fold = g_utf8_casefold(words, -1);
    char **tokens = g_strsplit_set(fold, " ,\t", -1);
    bool of_month = false;
    for (char **token = tokens; *token != NULL; token++) {
        if (**token == '\0')
            continue;
        char before = rhythm.unit;
        read_token(&rhythm, *token);
        of_month = of_month || rhythm.unit == 'm';
        if (rhythm.unit == 'd' && before != 0)
            rhythm.unit = before;
    }
    // "last day of the month", "day 14 of the month"
    if (of_month)
        rhythm.unit = 'm';
    if (of_month && rhythm.weekday < 0 && rhythm.day == 0) {
        if (rhythm.ordinal == -1)
            rhythm.day = -1;
        else if (strstr(fold, "day ") != NULL && rhythm.number > 0)
            rhythm.day = rhythm.number, rhythm.number = 0;
    }
    g_strfreev(tokens);
    g_free(fold);
    return rhythm;
}

static const char *interval(struct arena *arena, int number)
{
    return number > 1 ? arena_printf(arena, ";INTERVAL=%d", number) : "";
}

const char *rhythm_read(struct arena *arena, const char *words, const char *start,
                        struct err *err)
{
    const char *raw = g_str_has_prefix(words, "RRULE:") ? words + strlen("RRULE:") : words;
    if (g_str_has_prefix(raw, "FREQ=")) {
        if (strspn(raw, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=;,+-") == strlen(raw))
            return arena_strdup(arena, raw);
        err_set(err, ERR_INPUT, N_("\"%s\" is no rule of recurrence (RFC 5545)."), words);
        return NULL;
    }
    struct rhythm r = read_words(words);
    int begin = day_of(start), day = 0, month = 0;
    if (begin != 0) {
        day = atoi(start + 8);
        month = atoi(start + 5);
    }
    int weekday = r.weekday >= 0 ? r.weekday : begin != 0 ? day_weekday(begin) : -1;
    if (!r.strange && r.weekday >= 0 && r.ordinal != 0 && (r.unit == 'm' || r.ordinal != 2) &&
        r.unit != 'w')
        return arena_printf(arena, "FREQ=MONTHLY%s;BYDAY=%d%s", interval(arena, r.number), r.ordinal,
                            codes[r.weekday]);
    if (!r.strange && r.weekday >= 0 && r.unit == 'm' && r.day >= 1 && r.day <= 5)
        return arena_printf(arena, "FREQ=MONTHLY;BYDAY=%d%s", r.day, codes[r.weekday]);
    if (!r.strange && weekday >= 0 && (r.unit == 'w' || (r.unit == 0 && r.weekday >= 0)))
        return arena_printf(arena, "FREQ=WEEKLY%s;BYDAY=%s",
                            interval(arena, r.ordinal == 2 ? 2 : r.number), codes[weekday]);
    if (!r.strange && r.unit == 'm' && (r.day != 0 || day != 0))
        return arena_printf(arena, "FREQ=MONTHLY%s;BYMONTHDAY=%d", interval(arena, r.number),
                            r.day != 0 ? r.day : day);
    if (!r.strange && r.unit == 'y' && day != 0)
        return arena_printf(arena, "FREQ=YEARLY%s;BYMONTH=%d;BYMONTHDAY=%d",
                            interval(arena, r.number), month, day);
    err_set(err, ERR_INPUT,
            N_("\"%s\" is not understood. Write: every 6 weeks on Thursday, last Friday of the "
               "month, day 14 of the month."),
            words);
    return NULL;
}

// ---- in words -----------------------------------------------------------------------------------

static const char *const often[] = {
    N_("on Mondays"), N_("on Tuesdays"),  N_("on Wednesdays"), N_("on Thursdays"),
    N_("on Fridays"), N_("on Saturdays"), N_("on Sundays"),
};

// Value of one part of the rule, "" when it has none.
static const char *part(struct arena *arena, const char *rule, const char *name)
{
    char **parts = g_strsplit(rule, ";", -1);
    const char *value = "";
    for (char **p = parts; *p != NULL; p++) {
        size_t length = strlen(name);
        if (strncmp(*p, name, length) == 0 && (*p)[length] == '=')
            value = arena_strdup(arena, *p + length + 1);
    }
    g_strfreev(parts);
    return value;
}

static const char *ordinal_word(const struct tr *tr, int ordinal)
{
    switch (ordinal) {
    case 1:
        return tr_text(tr, N_("first"));
    case 2:
        return tr_text(tr, N_("second"));
    case 3:
        return tr_text(tr, N_("third"));
    case 4:
        return tr_text(tr, N_("fourth"));
    case -1:
        return tr_text(tr, N_("last"));
    default:
        return NULL;
    }
}

static const char *monthly(struct arena *arena, const struct tr *tr, const char *days,
                           const char *of_month)
{
    int number = atoi(*days != '\0' ? days : of_month), weekday = -1;
    size_t length = strlen(days);
    for (int i = 0; i < 7 && length >= 2; i++)
        if (strcmp(days + length - 2, codes[i]) == 0)
            weekday = i;
    const char *ordinal = ordinal_word(tr, number);
    if (weekday >= 0 && ordinal != NULL)
        return arena_printf(arena, tr_text(tr, N_("on the %s %s of the month")), ordinal,
                            day_weekday_name(tr, weekday, true));
    if (*days == '\0' && number == -1)
        return tr_text(tr, N_("on the last day of the month"));
    if (*days == '\0' && number > 0)
        return arena_printf(arena, tr_text(tr, N_("on day %d of the month")), number);
    return NULL;
}

const char *rhythm_words(struct arena *arena, const struct tr *tr, const char *rule,
                         const char *start)
{
    const char *often_how = part(arena, rule, "FREQ"), *days = part(arena, rule, "BYDAY");
    int every = MAX(atoi(part(arena, rule, "INTERVAL")), 1);
    if (strcmp(often_how, "WEEKLY") == 0) {
        int weekday = day_of(start) > 0 ? day_weekday(day_of(start)) : -1;
        for (int i = 0; i < 7; i++)
            if (strcmp(days, codes[i]) == 0)
                weekday = i;
        const char *on = weekday >= 0 && strlen(days) <= 2 ? tr_text(tr, often[weekday]) : days;
        if (every == 1)
            return arena_printf(arena, tr_text(tr, N_("every week, %s")), on);
        return arena_printf(arena, tr_text(tr, N_("every %d weeks, %s")), every, on);
    }
    if (strcmp(often_how, "MONTHLY") == 0) {
        const char *on = monthly(arena, tr, days, part(arena, rule, "BYMONTHDAY"));
        if (on != NULL && every == 1)
            return on;
        if (on != NULL)
            return arena_printf(arena, tr_text(tr, N_("every %d months, %s")), every, on);
    }
    if (strcmp(often_how, "YEARLY") == 0 && every == 1 && *days == '\0')
        return arena_printf(arena, tr_text(tr, N_("every year on %s")),
                            day_words(arena, tr, start, DAY_MONTH));
    return rule;
}
