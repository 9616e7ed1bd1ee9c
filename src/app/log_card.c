// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <glib.h>
#include <string.h>

#include "app/log.h"
#include "app/party_chip.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/text.h"
#include "base/tr.h"
#include "draw/colour.h"
#include "base/day.h"
#include "words/words.h"

#define FLAG_SLANT 3.0
#define NARROW 220.0 // a card
#define LOW 92.0

uint32_t log_party_colour(const struct log *log, int64_t party)
{
    for (size_t i = 0; i < log->parties_n; i++)
        if (log->parties[i].id == party)
            return colour_accent((int)i + 1);
    return COLOUR_PAPER;
}

const char *log_party_name(const struct log *log, int64_t party)
{
    for (size_t i = 0; i < log->parties_n; i++)
        if (log->parties[i].id == party)
            return log->parties[i].name;
    return "";
}

double log_draw_party(const struct log *log, struct kit *kit, int64_t party, const char *name,
                      double x, double y, double width, double size)
{
    bool nobody = party == 0 && *name == '\0';
    double icon = size * 1.35;
    if (nobody)
        kit_icon(kit, "user-question", x, y - icon / 2, icon, COLOUR_WARN);
    else
        kit_hand_icon(kit, "home", x, y - icon / 2, icon,
                      party != 0 ? log_party_colour(log, party) : COLOUR_PAPER, PEN_FINE * 0.8,
                      name);
    struct kit_type type = {size, nobody ? 600 : 500, nobody ? COLOUR_WARN : COLOUR_GREY, KIT_LEFT,
                            NULL};
    if (nobody)
        name = kit_tr(kit, N_("Nobody yet"));
    name = party_name_within(kit, name, width - icon - 3, KIT_TEXT_LEAST, type.weight);
    return icon + 3 +
           kit_text_within(kit, name, x + icon + 3, y, width - icon - 3, KIT_TEXT_LEAST, type);
}

const char *log_status(struct kit *kit, const char *status)
{
    return text_capital(kit->arena, kit_tr(kit, status_words(status)));
}

// A flag: a slip with slanted sides, drawn by hand unless there is no date on it.
static void draw_flag(struct kit *kit, struct box box, uint32_t fill, bool dashed, const char *key)
{
    if (dashed) {
        kit_dashes(kit, box, 1, KIT_HAIRLINE, 3, 2.4, COLOUR_EDGE);
        return;
    }
    double left = kit->mirror > 0 ? kit->mirror - box.x - box.w : box.x;
    struct line line;
    line_init(&line);
    line_add(&line, left + FLAG_SLANT, box.y);
    line_add(&line, left + box.w, box.y);
    line_add(&line, left + box.w, box.y + box.h);
    line_add(&line, left, box.y + box.h);
    kit_hand_shape(kit, &line, fill, PEN_FINE * 0.8, key);
    line_clear(&line);
}

double log_draw_due(const struct log *log, struct kit *kit, const struct promise *promise, double x,
                    double y)
{
    const struct agreement *agreement = &promise->agreement;
    bool done = strcmp(agreement->status, "done") == 0;
    bool dropped = strcmp(agreement->status, "dropped") == 0;
    bool overdue = promise->due == DUE_OVERDUE;
    const char *words, *icon = overdue ? "alert-triangle" : done ? "check" : NULL;
    if (done || dropped)
        words = *agreement->done_on != '\0'
                    ? day_words(kit->arena, kit->tr, agreement->done_on, DAY_SHORT)
                    : kit_tr(kit, status_words(agreement->status));
    else
        words = day_due_words(kit->arena, kit->tr, agreement->until, log->then);
    uint32_t fill = overdue   ? COLOUR_WARN
                    : done    ? COLOUR_DONE_PALE
                    : dropped ? COLOUR_PAPER
                              : COLOUR_WARM;
    struct kit_type type = {9.5, 700, overdue ? COLOUR_PAPER : COLOUR_INK, KIT_LEFT, NULL};
    double text = kit_text_width(kit, words, type), used = icon != NULL ? 13 : 0;
    struct box box = {x - text - used - 14, y - 9, text + used + 14, 18};
    bool dashed = *agreement->until == '\0' && !done && !dropped;
    draw_flag(kit, box, fill, dashed, kit_name(kit, "due:%d", promise->number));
    if (icon != NULL)
        kit_icon(kit, icon, box.x + 6, y - 5.5, 11, type.colour);
    kit_text(kit, words, box.x + 7 + used, y, type);
    return box.w;
}

void log_thought_free(void *thought)
{
    struct log_thought *of = thought;
    g_free(of->icon);
    g_free(of->keyword);
    g_free(of);
}

// What words make one think of, asked once.
static const struct log_thought *think(const struct log *log, struct kit *kit, const char *text)
{
    struct log_thought *thought = g_hash_table_lookup(log->thoughts, text);
    if (thought != NULL)
        return thought;
    const struct word_result *result =
        words_understand(log->screen.stage->words, text, NULL, NULL, kit->arena);
    thought = g_new0(struct log_thought, 1);
    thought->icon = g_strdup(words_sure_icon(result));
    thought->keyword = g_strdup(result->keyword);
    g_hash_table_insert(log->thoughts, g_strdup(text), thought);
    return thought;
}

const char *log_origin(const struct log *log, struct kit *kit, const struct promise *promise)
{
    if (promise->sources_n > 0) {
        const struct source *source = &promise->sources[0];
        const char *what = source->text;
        if (source->card != 0)
            what = think(log, kit, source->text)->keyword;
        if (*what == '\0')
            what = source->text;
        return kit_say(kit,
                        kit_tr(kit, source->card != 0 ? N_("from the idea \"%s\"")
                                                      : N_("from the core point \"%s\"")),
                        what);
    }
    return promise->workshop != NULL && *promise->workshop != '\0'
               ? kit_say(kit, kit_tr(kit, N_("from: %s")), promise->workshop)
               : "";
}

static const char *icon_of(const struct log *log, struct kit *kit, const struct promise *promise)
{
    if (*promise->agreement.icon != '\0')
        return promise->agreement.icon;
    const struct log_thought *thought = think(log, kit, promise->agreement.what);
    return thought->icon != NULL ? thought->icon : category_icon(promise->agreement.category);
}

static void draw_lifted_shadow(struct kit *kit, struct box box)
{
    box.x += 5;
    box.y += 6;
    kit_fill(kit, box, 4, COLOUR_SHADOW);
}

void log_draw_card(const struct log *log, struct kit *kit, const struct promise *promise,
                   struct box box, const char *hit, bool lifted)
{
    const struct agreement *agreement = &promise->agreement;
    bool dropped = strcmp(agreement->status, "dropped") == 0;
    if (hit != NULL)
        kit_begin_target(kit, hit, box, agreement->what);
    else
        kit_begin(kit, KIND_DECORATION, NULL, agreement->what);
    if (lifted)
        draw_lifted_shadow(kit, box);
    kit_hand_box(kit, box, 4, dropped ? COLOUR_BAR : COLOUR_PAPER, PEN_MEDIUM * (lifted ? 1.4 : 1),
                 kit_name(kit, "agreement:%d", promise->number));
    kit_hand_icon(kit, icon_of(log, kit, promise), box.x + 11, box.y + 12, 26,
                  dropped ? COLOUR_NONE : log_party_colour(log, agreement->party), PEN_FINE,
                  kit_name(kit, "icon:%d", promise->number));
    // On small glass the words need a third line, and whose it is one of its own.
    bool narrow = box.w < NARROW && box.h > LOW;
    kit_paragraph(kit, agreement->what, box.x + 46, box.y + 9, box.w - 52,
                  narrow        ? 3
                  : box.h > LOW ? 2
                                : 1,
                  narrow ? 10 : 11,
                  (struct kit_type){narrow ? 13 : 15, 700, dropped ? COLOUR_GREY : COLOUR_INK,
                                    KIT_LEFT, NULL});
    double y = box.y + box.h - 17;
    double flag = log_draw_due(log, kit, promise, box.x + box.w - 6, y);
    log_draw_party(log, kit, agreement->party, agreement->who, box.x + 10, narrow ? y - 21 : y,
                   narrow ? box.w - 16 : box.w - flag - 26, 10);
    kit_end(kit);
}

void log_draw_heading(struct kit *kit, const char *text, const char *right, double x, double y,
                      double width)
{
    double used = 0;
    if (right != NULL)
        used = kit_text_within(kit, right, x + width, y + 2, width / 2, KIT_TEXT_LEAST,
                               (struct kit_type){11, 500, COLOUR_GREY, KIT_RIGHT, NULL});
    kit_text_within(kit, text, x, y, width - used - 8, 12,
                    (struct kit_type){21, 800, COLOUR_INK, KIT_LEFT, NULL});
}
