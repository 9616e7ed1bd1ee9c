// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log_search.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "app/stage.h"
#include "base/day.h"
#include "base/tr.h"
#include "draw/colour.h"

#define ROW 52.0
#define FOUND_MOST 60

const char *log_search_icon(enum entity entity)
{
    switch (entity) {
    case ENTITY_CARD:
        return "note";
    case ENTITY_CORE_POINT:
        return "star";
    case ENTITY_AGREEMENT:
        return "file-check";
    case ENTITY_MEETING:
        return "calendar";
    case ENTITY_OFFER:
        return "arrows-exchange";
    case ENTITY_PARTY:
        return "home";
    default:
        return "message";
    }
}

void log_search_load(struct log *log, struct err *err)
{
    log->found = store_search(log->screen.stage->store, log->arena, log->sought, FOUND_MOST,
                              &log->found_n, err);
}

void log_search_draw(struct log *log, struct kit *kit, struct box room)
{
    const size_t n = log->found_n;
    const struct finding *found = log->found;
    double x = LOG_MARGIN, w = fmin(900, room.w - 2 * LOG_MARGIN), y = room.y + 20;
    struct box field = {x, y, fmin(620, w), 46};
    kit_begin_target(kit, "search", field, log->sought);
    kit_fill(kit, field, 23, COLOUR_PAPER);
    kit_frame(kit, field, 23, 1.3, COLOUR_INK);
    kit_icon(kit, "search", x + 16, y + 15, 16, COLOUR_INK);
    kit_text_within(kit, log->sought, x + 40, y + 23, field.w - 60, 11,
                    (struct kit_type){20, 600, COLOUR_INK, KIT_LEFT, NULL});
    kit_end(kit);
    kit_text(kit, kit_say(kit, tr_plural(kit->tr, "%d hit", "%d hits", n), (int)n),
             x + field.w + 14, y + 23, (struct kit_type){13, 600, COLOUR_GREY, KIT_LEFT, NULL});
    if (log->failed.code != ERR_NONE)
        kit_text_within(kit, log->failed.text, x, y + 70, w, 9,
                        (struct kit_type){13, 500, COLOUR_WARN, KIT_LEFT, NULL});
    struct box view = {x, y + 58, w, room.y + room.h - y - 66};
    double at = view.y - log->pan[log->page];
    kit_clip(kit, view);
    for (size_t i = 0; i < n; i++, at += ROW + 6) {
        struct box row = {x, at, w, ROW};
        if (at + ROW < view.y || at > view.y + view.h)
            continue;
        const char *hit =
            kit_name(kit, "found:%d:%" G_GINT64_FORMAT, (int)found[i].entity, found[i].row);
        kit_begin_target(kit, hit, row, found[i].text);
        kit_fill(kit, row, 6, kit_pressed(kit, hit) ? COLOUR_BAR : COLOUR_PAPER);
        kit_frame(kit, row, 6, KIT_HAIRLINE, COLOUR_LINE);
        kit_icon(kit, log_search_icon(found[i].entity), x + 12, at + 16, 20, COLOUR_INK);
        kit_text_within(kit, found[i].text, x + 44, at + 18, w - 56, 9,
                        (struct kit_type){14, 700, COLOUR_INK, KIT_LEFT, NULL});
        kit_text_within(kit,
                        kit_name(kit, "%s%s%s", found[i].where,
                                 *found[i].where != '\0' ? " · " : "",
                                 day_words(kit->arena, kit->tr, found[i].date, DAY_FULL)),
                        x + 44, at + 38, w - 56, KIT_TEXT_LEAST,
                        (struct kit_type){10.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
        kit_end(kit);
    }
    kit_unclip(kit);
    log->pan[log->page] = fmin(log->pan[log->page], fmax(0, (double)n * (ROW + 6) - view.h));
}

static bool said_words(void *context, const char *text)
{
    struct log *log = context;
    g_free(log->sought);
    log->sought = g_strdup(text);
    log->pan[log->page] = 0;
    log_load(log);
    return true;
}

void log_search_close(struct log *log)
{
    g_clear_pointer(&log->sought, g_free);
}

void log_search_leave(struct log *log)
{
    log_search_close(log);
    log_load(log);
}

bool log_search_leads(enum entity entity)
{
    return entity == ENTITY_AGREEMENT || entity == ENTITY_MEETING || entity == ENTITY_OFFER;
}

void log_search_go(struct log *log, enum entity entity, int64_t row)
{
    if (entity == ENTITY_AGREEMENT) {
        log_search_close(log);
        log_turn(log, LOG_AGREEMENTS);
        log->chosen = row;
    } else if (entity == ENTITY_MEETING) {
        log_search_close(log);
        log_turn_to_meeting(log, row);
    } else if (entity == ENTITY_OFFER) {
        log_search_close(log);
        log_turn(log, LOG_OFFERS);
        log->offer = row;
    }
}

bool log_search_tap(struct log *log, const char *target)
{
    if (strcmp(target, "search") == 0) {
        log_ask(log, N_("What are you looking for?"), said_words);
        return true;
    }
    if (strncmp(target, "found:", 6) != 0)
        return false;
    char *colon;
    enum entity entity = (enum entity)g_ascii_strtoll(target + 6, &colon, 10);
    int64_t row = *colon == ':' ? g_ascii_strtoll(colon + 1, NULL, 10) : 0;
    log_search_go(log, entity, row);
    return true;
}
