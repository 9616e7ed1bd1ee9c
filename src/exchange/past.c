// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An agreement as it stood on a day. What was in the file by then is told by the change log. Of what a
// scribe wrote down later, the log knows only what was written first; dated notes say when it got
// another status or date. Declared in agreement.h.
#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/err.h"
#include "exchange/agreement.h"

static int day_of_step(const struct history_step *step)
{
    GDateTime *time = g_date_time_new_from_unix_local(step->time / 1000);
    char *date = g_date_time_format(time, "%Y-%m-%d");
    int day = day_of(date);
    g_free(date);
    g_date_time_unref(time);
    return day;
}

// What the field held at the end of `day`: what was set last until then. `first`: what it was set to
// first of all. NULL: nothing.
static const char *value_then(const struct history_step *steps, size_t n, const char *field, int day,
                              bool first)
{
    const char *value = NULL;
    for (size_t i = 0; i < n; i++) {
        if (strcmp(steps[i].field, field) != 0)
            continue;
        if (first)
            return steps[i].value;
        if (day_of_step(&steps[i]) > day)
            break;
        value = steps[i].value;
    }
    return value;
}

static const char *name_of(const struct party *parties, size_t n, int64_t id)
{
    for (size_t i = 0; i < n; i++)
        if (parties[i].id == id)
            return parties[i].name;
    return NULL;
}

bool exchange_agreement_then(struct store *store, struct arena *arena, const struct promise *now,
                             const char *date, struct agreement *out, struct err *err)
{
    size_t steps_n, parties_n;
    const int day = day_of(date);
    struct history_step *steps =
        store_history(store, arena, ENTITY_AGREEMENT, now->agreement.id, &steps_n, err);
    struct party *parties = store_parties(store, arena, 0, &parties_n, err);
    *out = now->agreement;
    if (day == 0) // a meeting without a date
        return err == NULL || err->code == ERR_NONE;
    const bool later = steps_n > 0 && day_of_step(&steps[0]) > day; // it was written down
    const struct {
        const char *name, **text;
    } fields[] = {{"what", &out->what}, {"until", &out->until}, {"who", &out->who}};
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
        const char *value = value_then(steps, steps_n, fields[i].name, day, later);
        *fields[i].text = value != NULL ? value : "";
    }
    const char *party = value_then(steps, steps_n, "party", day, later);
    out->party = party != NULL ? g_ascii_strtoll(party, NULL, 10) : 0;
    const char *name = name_of(parties, parties_n, out->party);
    out->who = name != NULL ? name : out->who;
    const char *status = later ? NULL : value_then(steps, steps_n, "status", day, false);
    out->status = status != NULL ? status : "open";
    for (size_t i = 0; later && i < now->notes_n && strcmp(now->notes[i].date, date) <= 0; i++) {
        const struct note *note = &now->notes[i];
        out->until = *note->until != '\0' ? note->until : out->until;
        out->status = *note->status != '\0' ? note->status : out->status;
    }
    return err == NULL || err->code == ERR_NONE;
}
