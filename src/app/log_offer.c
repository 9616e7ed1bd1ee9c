// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One offer or request in full (screen 25): kind, whose, languages, days. Every tap is one change.
#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "app/language.h"
#include "app/log.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"
#include "draw/colour.h"

static const char *const languages[] = {"de", "ar", "fa", "ku", "uk", "ru", "tr", "en", "fr", "ti"};

static const struct offer *offer_of(const struct log *log)
{
    for (size_t i = 0; i < log->offers_n; i++)
        if (log->offers[i].id == log->offer)
            return &log->offers[i];
    return NULL;
}

static struct box sheet_box(const struct log *log)
{
    const struct stage *stage = log->screen.stage;
    double w = fmin(760, stage->w - 30), h = fmin(580, stage->h - LOG_TOP - 16);
    return (struct box){(stage->w - w) / 2, LOG_TOP + (stage->h - LOG_TOP - h) / 2, w, h};
}

static bool speaks(const char *codes, const char *code)
{
    char **all = g_strsplit(codes, ",", -1);
    bool found = g_strv_contains((const char *const *)all, code);
    g_strfreev(all);
    return found;
}

// Chips side by side in rows; the upper edge of what follows.
struct chips {
    struct kit *kit;
    double left, width, x, y;
    double h, gap; // of a chip; below a group of them
};

static void chip(struct chips *chips, const char *hit, const char *label, const char *icon, bool on)
{
    struct kit_type type = {11.5, 600, COLOUR_INK, KIT_LEFT, NULL};
    double w = kit_text_width(chips->kit, label, type) + chips->h * 0.7 + (icon != NULL ? 19 : 0);
    if (chips->x + w > chips->left + chips->width && chips->x > chips->left) {
        chips->x = chips->left;
        chips->y += chips->h + 5;
    }
    chips->x += widget_chip(chips->kit, hit, chips->x, chips->y, chips->h, label, icon, 11.5,
                            COLOUR_PAPER, COLOUR_EDGE, on) +
                6;
}

static double end_row(struct chips *chips)
{
    chips->x = chips->left;
    return chips->y += chips->h + chips->gap;
}

static void label(struct chips *chips, const char *text)
{
    kit_text(chips->kit, text, chips->left, chips->y + 6,
             (struct kit_type){11, 700, COLOUR_GREY, KIT_LEFT, NULL});
    chips->y += 16;
}

static void draw_times(struct kit *kit, const struct offer *offer, struct box box)
{
    static const char *const parts[PARTS] = {N_("Morning"), N_("Afternoon"), N_("Evening")};
    double head = 86, w = (box.w - head) / 7, h = (box.h - 18) / PARTS;
    for (int day = 0; day < 7; day++)
        kit_text(kit, day_weekday_name(kit->tr, day, 0), box.x + head + w * (day + 0.5), box.y + 8,
                 (struct kit_type){11, 700, COLOUR_GREY, KIT_CENTRE, NULL});
    for (int part = 0; part < PARTS; part++) {
        double y = box.y + 18 + h * part;
        kit_text_within(kit, kit_tr(kit, parts[part]), box.x, y + h / 2, head - 8, KIT_TEXT_LEAST,
                        (struct kit_type){11, 600, COLOUR_INK, KIT_LEFT, NULL});
        for (int day = 0; day < 7; day++) {
            struct box cell = {box.x + head + w * day + 1.5, y + 1.5, w - 3, h - 3};
            bool on = offer->times & TIME_BIT(day, part);
            const char *hit = kit_name(kit, "time:%d:%d", day, part);
            kit_begin_target(kit, hit, cell, NULL);
            kit_fill(kit, cell, 4,
                     on                      ? COLOUR_INK
                     : kit_pressed(kit, hit) ? COLOUR_BAR
                                             : COLOUR_PAPER);
            if (on)
                kit_icon(kit, "check", cell.x + cell.w / 2 - 7, cell.y + cell.h / 2 - 7, 14,
                         COLOUR_PAPER);
            else
                kit_frame(kit, cell, 4, 0.7, COLOUR_EDGE);
            kit_end(kit);
        }
    }
}

void log_offer_draw(struct log *log, struct kit *kit)
{
    const struct offer *offer = offer_of(log);
    const struct stage *stage = log->screen.stage;
    if (offer == NULL)
        return;
    struct box box = sheet_box(log);
    kit_target(kit, "offer-away", (struct box){0, LOG_TOP, stage->w, stage->h - LOG_TOP});
    kit_target(kit, "offer-sheet", box);
    kit_hand_box(kit, box, 10, COLOUR_PAPER, PEN_HEAVY, "offer sheet");
    double x = box.x + 20, w = box.w - 40;
    kit_text(kit, kit_tr(kit, offer->request ? N_("Wanted") : N_("Offered")), x, box.y + 20,
             (struct kit_type){12, 700, COLOUR_GREY, KIT_LEFT, NULL});
    double y = box.y + 30 +
               kit_paragraph(kit, offer->text, x, box.y + 30, w - 60, 2, 14,
                             (struct kit_type){22, 800, COLOUR_INK, KIT_LEFT, NULL});
    widget_bar_item(kit, "offer-away", (struct box){box.x + box.w - 70, box.y + 10, 60, 42},
                    kit_tr(kit, N_("Close")), "x", WIDGET_REST);
    const bool low = box.h < 500;
    struct chips chips = {kit, x, w, x, y + (low ? 4 : 8), low ? 24 : 28, low ? 5 : 12};
    for (int i = 0; i < CATEGORIES; i++)
        chip(&chips, kit_name(kit, "kind:%s", category_names[i]),
             kit_tr(kit, category_words(category_names[i])), category_icon(category_names[i]),
             strcmp(offer->category, category_names[i]) == 0);
    end_row(&chips);
    label(&chips, kit_tr(kit, N_("From whom?")));
    for (size_t i = 0; i < log->parties_n && i < 10; i++)
        chip(&chips, kit_name(kit, "offers:%" G_GINT64_FORMAT, log->parties[i].id),
             log->parties[i].name, NULL, offer->party == log->parties[i].id);
    end_row(&chips);
    label(&chips, kit_tr(kit, N_("In which languages?")));
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++)
        chip(&chips, kit_name(kit, "speaks:%s", languages[i]), language_name(languages[i]), NULL,
             speaks(offer->languages, languages[i]));
    y = end_row(&chips);
    draw_times(kit, offer, (struct box){x, y, w, fmin(126, box.y + box.h - 60 - y)});
    const double foot = box.y + box.h - 50, step = w / 3;
    widget_button(kit, "withdraw", (struct box){x, foot, step - 8, 40},
                  kit_tr(kit, N_("Take it back")), "trash", 12, WIDGET_REST);
    const char *until =
        *offer->valid_until != '\0'
            ? kit_say(kit, kit_tr(kit, N_("valid until %s")),
                       day_words(kit->arena, kit->tr, offer->valid_until, DAY_SHORT))
            : kit_tr(kit, N_("valid without an end"));
    widget_button(kit, "valid", (struct box){x + step, foot, step - 8, 40}, until, "calendar", 12,
                  WIDGET_REST);
    widget_primary(kit, "offer-away", (struct box){x + 2 * step, foot - 2, step, 42},
                   kit_tr(kit, N_("Done")), "check", 17, WIDGET_REST);
}

static char *with_or_without(const char *codes, const char *code)
{
    char **all = g_strsplit(codes, ",", -1);
    GString *out = g_string_new(NULL);
    bool found = false;
    for (char **at = all; *at != NULL; at++) {
        if (strcmp(*at, code) == 0)
            found = true;
        else if (**at != '\0')
            g_string_append_printf(out, "%s%s", out->len > 0 ? "," : "", *at);
    }
    if (!found)
        g_string_append_printf(out, "%s%s", out->len > 0 ? "," : "", code);
    g_strfreev(all);
    return g_string_free(out, FALSE);
}

static void save(struct log *log, const struct offer *offer)
{
    struct stage *stage = log->screen.stage;
    struct err err = stage_err(stage);
    if (!exchange_save_offer(stage->store, offer, log->today, NULL, &err))
        stage_warn(stage, LOG_SEAT, &err);
    log_load(log);
}

bool log_offer_tap(struct log *log, const char *target)
{
    const struct offer *offer = log->offer != 0 ? offer_of(log) : NULL;
    if (offer == NULL)
        return false;
    struct offer changed = *offer;
    int day, part;
    if (strcmp(target, "offer-away") == 0) {
        log->offer = 0;
    } else if (strcmp(target, "withdraw") == 0) {
        struct err err = stage_err(log->screen.stage);
        bool ok = exchange_withdraw_offer(log->screen.stage->store, log->offer, &err);
        log->offer = 0;
        log_tell(log, ok, &err, "trash", N_("Taken back"));
    } else if (strcmp(target, "valid") == 0) {
        log_date_open(log, DATING_OFFER, log->offer);
    } else if (strncmp(target, "kind:", 5) == 0) {
        changed.category = target + 5;
        save(log, &changed);
    } else if (strncmp(target, "offers:", 7) == 0) {
        int64_t party = log_row(target, "offers:");
        changed.party = changed.party == party ? 0 : party;
        save(log, &changed);
    } else if (strncmp(target, "speaks:", 7) == 0) {
        char *codes = with_or_without(offer->languages, target + 7);
        changed.languages = codes;
        save(log, &changed);
        g_free(codes);
    } else if (sscanf(target, "time:%d:%d", &day, &part) == 2) {
        changed.times ^= TIME_BIT(day, part);
        save(log, &changed);
    }
    return true;
}
