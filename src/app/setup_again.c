// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A workshop that goes on from an earlier one: its tables with their questions, and the parties that
// were there. Cards stay where they were written.
#include "app/setup.h"

#include <glib.h>
#include <string.h>

#include "app/stage.h"
#include "base/arena.h"

int64_t setup_earlier(const struct setup *self, const struct workshop *workshops, size_t n)
{
    struct store *store = self->screen.stage->store;
    for (size_t i = 0; i < n; i++) { // the newest first
        size_t tables;
        if (workshops[i].id == self->workshop)
            continue;
        (void)store_tables(store, self->arena, workshops[i].id, &tables, NULL);
        if (tables > 0)
            return workshops[i].id;
    }
    return 0;
}

static bool has_cards(const struct setup *self, int64_t table)
{
    size_t n = 0;
    (void)store_cards(self->screen.stage->store, self->arena, self->workshop, table,
                      CARDS_ALL_LIVE, &n, NULL);
    return n > 0;
}

static bool has_title(const struct setup *self, const char *title)
{
    for (size_t i = 0; i < self->n; i++)
        if (strcmp(self->tables[i].title, title) == 0)
            return true;
    return false;
}

// Tables that nobody has written at or asked something take the earlier ones in; the others follow.
static void take_tables(const struct setup *self, struct change *change,
                        const struct table *earlier, size_t n)
{
    size_t at = 0;
    int number = self->n > 0 ? self->tables[self->n - 1].number : 0;
    for (size_t i = 0; i < n; i++) {
        if (has_title(self, earlier[i].title))
            continue;
        while (at < self->n &&
               (*self->tables[at].question != '\0' || has_cards(self, self->tables[at].id)))
            at++;
        int64_t row = at < self->n ? self->tables[at++].id : 0;
        if (row == 0) {
            row = change_new_row(change);
            change_int(change, ENTITY_TABLE, row, "workshop", self->workshop);
            change_int(change, ENTITY_TABLE, row, "number", ++number);
        }
        change_text(change, ENTITY_TABLE, row, "title", earlier[i].title);
        change_text(change, ENTITY_TABLE, row, "question", earlier[i].question);
        change_text(change, ENTITY_TABLE, row, "questions", earlier[i].questions);
        change_text(change, ENTITY_TABLE, row, "icon", earlier[i].icon);
        change_int(change, ENTITY_TABLE, row, "colour", earlier[i].colour);
    }
}

static void take_parties(const struct setup *self, struct change *change,
                         const struct party *earlier, size_t n)
{
    int64_t position = (int64_t)self->parties_n;
    for (size_t i = 0; i < n; i++) {
        bool here = false;
        for (size_t k = 0; k < self->parties_n; k++)
            here = here || self->parties[k].id == earlier[i].id;
        if (here)
            continue;
        int64_t row = change_new_row(change);
        change_int(change, ENTITY_ATTENDANCE, row, "workshop", self->workshop);
        change_int(change, ENTITY_ATTENDANCE, row, "party", earlier[i].id);
        change_int(change, ENTITY_ATTENDANCE, row, "position", ++position);
    }
}

bool setup_again_tap(struct setup *self, const char *target)
{
    struct stage *stage = self->screen.stage;
    struct err err = stage_err(stage);
    size_t tables_n, parties_n;
    if (strcmp(target, "take-over") != 0)
        return false;
    if (self->earlier == 0)
        return true;
    const struct table *tables =
        store_tables(stage->store, self->arena, self->earlier, &tables_n, &err);
    const struct party *parties =
        store_parties(stage->store, self->arena, self->earlier, &parties_n, &err);
    if (err.code != ERR_NONE) {
        stage_warn(stage, SETUP_SEAT, &err);
        return true;
    }
    struct change *change =
        store_begin(stage->store, 0, N_("Taken over from the last workshop"));
    take_tables(self, change, tables, tables_n);
    take_parties(self, change, parties, parties_n);
    if (setup_commit(self, change))
        stage_say(stage, SETUP_SEAT, "history",
                  stage_text(stage, N_("Taken over from the last workshop")), "undo:seat1",
                  stage_text(stage, N_("Undo")));
    return true;
}
