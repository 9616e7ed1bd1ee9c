// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings_panel.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "app/finger.h"
#include "app/handout.h"
#include "app/naming.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "base/day.h"
#include "exchange/meeting.h"
#include "exchange/retention.h"
#include "store/exchange.h"
#include "store/forget.h"

#define YEAR 12 // months

// ---- acts ---------------------------------------------------------------------------------------

static void keep_for(struct stage *stage, int wanted)
{
    struct err err = stage_err(stage);
    if (!exchange_set_retention(stage->store, wanted, &err))
        stage_warn(stage, SETTINGS_SEAT, &err);
}

static int kept_for(const struct stage *stage, struct arena *arena)
{
    struct network network = {.retention_months = 0};
    (void)store_network(stage->store, arena, &network, NULL);
    return network.retention_months;
}

static void forget(struct settings_names *names, struct stage *stage)
{
    struct err err = stage_err(stage);
    size_t places = 0;
    if (store_forget(stage->store, names->whom, &places, &err)) {
        char *said = g_strdup_printf(tr_plural(stage->tr, "Forgotten in %zu place.",
                                               "Forgotten in %zu places.", (unsigned long)places),
                                     places);
        stage_say(stage, SETTINGS_SEAT, "user-minus", said, NULL, NULL);
        g_free(said);
    } else {
        stage_warn(stage, SETTINGS_SEAT, &err);
    }
    g_clear_pointer(&names->whom, g_free);
}

static void copy(struct stage *stage)
{
    struct err err = stage_err(stage);
    char *folder = handout_folder(stage), *path = NULL;
    int n = 1;
    do { // never over an earlier one
        g_free(path);
        char *name =
            n == 1 ? g_strdup_printf("%s.erntebild", stage_text(stage, N_("Without names")))
                   : g_strdup_printf("%s %d.erntebild", stage_text(stage, N_("Without names")), n);
        path = g_build_filename(folder, name, NULL);
        g_free(name);
        n++;
    } while (g_file_test(path, G_FILE_TEST_EXISTS));
    bool ok = g_mkdir_with_parents(folder, 0755) == 0 || err_set_errno(&err, errno, folder);
    if (ok && store_copy_without_names(stage->store, path, &err)) {
        char *said = g_strdup_printf(stage_text(stage, N_("Saved: %s")), path);
        stage_say(stage, SETTINGS_SEAT, "copy", said, NULL, NULL);
        g_free(said);
    } else {
        stage_warn(stage, SETTINGS_SEAT, &err);
    }
    g_free(path);
    g_free(folder);
}

static bool said_whom(void *context, const char *text)
{
    struct settings_names *names = context;
    g_free(names->whom);
    names->whom = g_strdup(text);
    return true;
}

static void tap(struct settings_names *names, struct stage *stage, const char *target)
{
    if (g_str_has_prefix(target, "keep:")) {
        struct arena *arena = arena_new();
        int wanted = (int)g_ascii_strtoll(target + 5, NULL, 10);
        keep_for(stage, wanted == kept_for(stage, arena) ? 0 : wanted);
        arena_free(arena);
    } else if (strcmp(target, "forget") == 0) {
        names->naming = naming_new_line(stage, SETTINGS_SEAT, stage_text(stage, N_("Whose name?")),
                                        "", said_whom, names);
    } else if (g_str_has_prefix(target, "forget:person:")) {
        said_whom(names, target + strlen("forget:person:"));
    } else if (strcmp(target, "copy") == 0) {
        copy(stage);
    }
}

bool settings_names_touch(struct settings_names *names, struct stage *stage,
                          const struct touch *touch)
{
    if (names->naming != NULL && naming_touch(names->naming, touch)) {
        naming_end(&names->naming);
        return true;
    }
    if (names->whom != NULL) {
        if (touch_is_tap(touch) && strcmp(touch->target, "forget:yes") == 0)
            forget(names, stage);
        else if (touch_is_tap(touch))
            g_clear_pointer(&names->whom, g_free);
        return true;
    }
    if (touch_is_tap(touch))
        tap(names, stage, touch->target);
    return false;
}

bool settings_names_key(struct settings_names *names, const struct event *event)
{
    if (names->naming != NULL) {
        naming_key(names->naming, event);
        naming_end(&names->naming);
        return true;
    }
    if (names->whom == NULL)
        return false;
    if (event->type == EVENT_KEY && event->key == KEY_ESCAPE)
        g_clear_pointer(&names->whom, g_free);
    return true;
}

void settings_names_clear(struct settings_names *names)
{
    g_clear_pointer(&names->naming, naming_free);
    g_clear_pointer(&names->whom, g_free);
}

// ---- drawing ------------------------------------------------------------------------------------

// Whose time is over: a reminder with their names to tap.
static void draw_overdue(const struct stage *stage, struct kit *kit, struct box room)
{
    size_t n;
    const struct contact_person *persons = exchange_overdue_persons(
        stage->store, kit->arena, stage_today(stage, kit->arena), &n, NULL);
    if (n == 0) {
        kit_icon(kit, "info-circle", room.x, room.y, 13, COLOUR_GREY);
        kit_paragraph(kit,
                      kit_tr(kit, N_("Forgetting takes a name away everywhere. The idea stays.")),
                      room.x + 18, room.y, room.w - 18, 2, KIT_TEXT_LEAST,
                      (struct kit_type){11, 500, COLOUR_GREY, KIT_LEFT, NULL});
        return;
    }
    kit_icon(kit, "alert-triangle", room.x, room.y + 3, 13, COLOUR_WARN);
    double x = room.x + 18;
    x += 8 + kit_text(kit, kit_tr(kit, N_("Kept long enough:")), x, room.y + 10,
                      (struct kit_type){11, 700, COLOUR_WARN, KIT_LEFT, NULL});
    for (size_t i = 0; i < n && x < room.x + room.w - 60; i++)
        x += 6 + widget_chip(kit, kit_name(kit, "forget:person:%s", persons[i].name), x, room.y - 2,
                             24, persons[i].name, "user-minus", 10.5, COLOUR_PAPER, COLOUR_EDGE,
                             false);
}

static const char *months_words(struct kit *kit, int months)
{
    if (months % YEAR != 0)
        return kit_say(kit, tr_plural(kit->tr, "%d month", "%d months", (unsigned long)months),
                        months);
    return kit_say(kit, tr_plural(kit->tr, "%d year", "%d years", (unsigned long)months / YEAR),
                    months / YEAR);
}

// Its day, "": none is planned.
static const char *next_meeting(const struct stage *stage, struct kit *kit)
{
    struct gathering next;
    const char *today = stage_today(stage, kit->arena);
    if (!exchange_next_gathering(stage->store, kit->arena, today, &next, NULL))
        return kit_tr(kit, N_("none is planned yet"));
    return day_words(kit->arena, kit->tr, next.meeting.date, DAY_SHORT);
}

// One way to keep names, and below it what it means.
static void draw_kept(struct kit *kit, struct box box, int keep, int kept, const char *word,
                      const char *note)
{
    struct box free = settings_begin_tile(kit, kit_name(kit, "keep:%d", keep), box, note,
                                          keep == kept);
    kit_text_within(
        kit, word, free.x + free.w / 2, free.y + free.h / 2 + 1, free.w - (keep == kept ? 14 : 0),
        KIT_TEXT_LEAST,
        (struct kit_type){fmax(9, fmin(14, free.h * 0.7)), 700, COLOUR_INK, KIT_CENTRE, NULL});
    settings_end_tile(kit, box, keep == kept);
}

void settings_names_draw(const struct settings_names *names, const struct stage *stage,
                         struct kit *kit, struct box box)
{
    (void)names;
    size_t n;
    (void)store_persons(stage->store, kit->arena, &n, NULL);
    int kept = kept_for(stage, kit->arena);
    struct box room = settings_begin(kit, box, kit_tr(kit, N_("What stays how long?")),
                                     "shield-lock", kit_tr(kit, N_("no cloud, no account")));
    double gap = 8, row = fmin(52, (room.h - 22 - 30 - 2 * gap) / 2);
    kit_text_within(kit, kit_say(kit, kit_tr(kit, N_("Names of people in this file: %d")), (int)n),
                    room.x, room.y + 8, room.w, KIT_TEXT_LEAST,
                    (struct kit_type){12, 700, COLOUR_INK, KIT_LEFT, NULL});
    double w = (room.w - 2 * gap) / 3, y = room.y + 22;
    int months = kept > 0 ? kept : YEAR; // what a command has chosen is shown, too
    draw_kept(kit, (struct box){room.x, y, w, row}, RETENTION_NEXT_MEETING, kept,
              kit_tr(kit, N_("Until the next meeting")), next_meeting(stage, kit));
    draw_kept(kit, (struct box){room.x + w + gap, y, w, row}, months, kept,
              months_words(kit, months), kit_tr(kit, N_("then Erntebild reminds")));
    draw_kept(kit, (struct box){room.x + 2 * (w + gap), y, w, row}, RETENTION_NEVER, kept,
              kit_tr(kit, N_("Do not keep them")), kit_tr(kit, N_("groups only")));
    y += row + gap;
    double half = (room.w - gap) / 2;
    widget_button(kit, "forget", (struct box){room.x, y, half, row},
                  kit_tr(kit, N_("Forget a name")), "user-minus", 12, WIDGET_REST);
    widget_button(kit, "copy", (struct box){room.x + half + gap, y, half, row},
                  kit_tr(kit, N_("Copy without names")), "copy", 12, WIDGET_REST);
    draw_overdue(stage, kit, (struct box){room.x, y + row + gap + 2, room.w, 26});
}

// Forgetting cannot be undone: it asks.
static void draw_question(const struct settings_names *names, const struct stage *stage,
                          struct kit *kit)
{
    double w = fmin(520, stage->w - 40), h = 190;
    struct box box = {(stage->w - w) / 2, (stage->h - h) / 2, w, h};
    kit_target(kit, "forget:veil", (struct box){0, 0, stage->w, stage->h});
    kit_target(kit, "forget:sheet", box);
    kit_hand_box(kit, box, 10, COLOUR_PAPER, PEN_HEAVY, "forget");
    const char *title = kit_say(kit, kit_tr(kit, N_("Forget “%s” everywhere?")), names->whom);
    kit_begin(kit, KIND_TITLE, NULL, title);
    kit_text_within(kit, title, box.x + w / 2, box.y + 36, w - 40, 12,
                    (struct kit_type){22, 800, COLOUR_INK, KIT_CENTRE, NULL});
    kit_end(kit);
    kit_paragraph(kit, kit_tr(kit, N_("It cannot be undone. All ideas and promises stay.")),
                  box.x + w / 2, box.y + 62, w - 60, 2, 9,
                  (struct kit_type){13, 500, COLOUR_GREY, KIT_CENTRE, NULL});
    double half = (w - 60 - 12) / 2;
    widget_button(kit, "forget:no", (struct box){box.x + 30, box.y + h - 74, half, 50},
                  kit_tr(kit, N_("Leave it")), "x", 14, WIDGET_REST);
    widget_primary(kit, "forget:yes",
                   (struct box){box.x + 30 + half + 12, box.y + h - 74, half, 50},
                   kit_tr(kit, N_("Forget")), "user-minus", 19, WIDGET_REST);
}

void settings_names_draw_above(const struct settings_names *names, const struct stage *stage,
                               struct kit *kit)
{
    if (names->naming != NULL) {
        kit_sit(kit, stage_seat(stage, SETTINGS_SEAT));
        naming_draw(names->naming, kit);
        kit_sit(kit, NULL);
    }
    if (names->whom != NULL)
        draw_question(names, stage, kit);
}
