// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules.h"

#include <glib.h>

#include "app/board.h"
#include "app/phases.h"
#include "app/seat_head.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/tr.h"

#define LINE 20.0
#define HIGH 500.0 // seats from here on have room for two lines
#define WIDE 560.0 // and from here on one is enough
#define LARGEST 9.5
#define CHIP_HEIGHT 32.0

struct strip { // rules in lines of one size
    struct phase_rule rules[PHASE_RULES];
    size_t n;
    double size;
    double width[PHASE_RULES]; // with its icon and the gap behind it
};

static double icon_of(const struct strip *strip)
{
    return strip->size * 1.25;
}

static struct kit_type type_of(const struct strip *strip)
{
    return (struct kit_type){strip->size, 600, COLOUR_INK, KIT_LEFT, NULL};
}

static void measure(struct kit *kit, struct strip *strip, double size)
{
    strip->size = size;
    for (size_t i = 0; i < strip->n; i++)
        strip->width[i] = icon_of(strip) + size * 0.4 +
                          kit_text_width(kit, strip->rules[i].text, type_of(strip)) + size * 1.2;
}

// How many rules stand in a line of this width, from the first one on.
static size_t fits(const struct strip *strip, size_t first, double width)
{
    double used = -strip->size * 1.2; // none behind the last
    size_t n = 0;
    while (first + n < strip->n && used + strip->width[first + n] <= width)
        used += strip->width[first + n++];
    return n;
}

// The largest size at which all stand in so many lines, else the least.
static void set(struct kit *kit, struct strip *strip, double width, int lines)
{
    for (double size = LARGEST; size >= KIT_TEXT_LEAST; size -= 0.5) {
        size_t shown = 0;
        measure(kit, strip, size);
        for (int line = 0; line < lines; line++)
            shown += fits(strip, shown, width);
        if (shown == strip->n)
            return;
    }
}

static void draw_line(struct kit *kit, const struct strip *strip, size_t first, size_t n, double x,
                      double y)
{
    double icon = icon_of(strip);
    for (size_t i = first; i < first + n; x += strip->width[i++]) {
        kit_icon(kit, strip->rules[i].icon, x, y - icon / 2, icon, COLOUR_INK);
        kit_text(kit, strip->rules[i].text, x + icon + strip->size * 0.4, y, type_of(strip));
    }
}

double rules_strip_height(const struct board *board)
{
    const struct stage *stage = board->stage;
    const struct seat *seat = stage_seat(stage, board->seat);
    if (stage->seats_n < 2 || !phase_has_rules(&board->phase))
        return 0;
    return seat_height(seat) >= HIGH && seat_width(seat) < WIDE ? 2 * LINE : LINE;
}

void rules_draw_strip(struct kit *kit, const struct board *board)
{
    double h = rules_strip_height(board), w = board_view(board).w;
    if (h <= 0)
        return;
    const char *hit = kit_name(kit, "rules:seat%d", board->seat);
    struct box box = {0, SEAT_HEAD, w, h};
    struct strip strip = {.n = 0};
    strip.n = phase_rules(kit, &board->phase, strip.rules);
    kit_mirror(kit, sitting_is_rtl(board->stage, board->seat) ? w : 0);
    kit_begin_target(kit, hit, box, phase_title(kit, &board->phase));
    kit_fill(kit, box, 0, kit_pressed(kit, hit) ? COLOUR_KEY : COLOUR_PAPER);
    kit_rule(kit, 0, box.y + h, w, box.y + h, COLOUR_LINE);
    int lines = h > LINE ? 2 : 1;
    double room = w - 20;
    set(kit, &strip, room, lines);
    size_t first = 0;
    for (int line = 0; line < lines; line++) {
        // Where some are left out, their number stands behind the last one.
        size_t n = fits(&strip, first, room);
        bool more = line == lines - 1 && first + n < strip.n;
        if (more)
            n = fits(&strip, first, room - 22);
        else if (first + n < strip.n) // as many in each line
            n = MIN(n, (strip.n + 1) / 2);
        // One line's worth of rules stands in the middle of the strip.
        double y = box.y + (first + n >= strip.n && line == 0 ? h / 2 : (line + 0.5) * LINE);
        draw_line(kit, &strip, first, n, 10, y);
        first += n;
        if (more)
            kit_text(kit, kit_say(kit, "+%d", (int)(strip.n - first)), w - 10, y,
                     (struct kit_type){LARGEST, 700, COLOUR_INK, KIT_RIGHT, NULL});
        if (first >= strip.n)
            break;
    }
    kit_end(kit);
    kit_mirror(kit, 0);
}

void rules_draw_in_bar(struct kit *kit, const struct board *board, double x, double right)
{
    struct strip strip = {.n = 0};
    strip.n = phase_rules(kit, &board->phase, strip.rules);
    measure(kit, &strip, LARGEST);
    if (fits(&strip, 0, right - x) == strip.n) {
        draw_line(kit, &strip, 0, strip.n, x, BOARD_TOP / 2);
        return;
    }
    if (right - x < RULES_CHIP) // the phase's own name says enough
        return;
    const char *label =
        kit_say(kit, tr_plural(kit->tr, "%d rule", "%d rules", strip.n), (int)strip.n);
    widget_button(kit, kit_name(kit, "rules:seat%d", board->seat),
                  (struct box){x, (BOARD_TOP - CHIP_HEIGHT) / 2, RULES_CHIP, CHIP_HEIGHT}, label,
                  strip.rules[0].icon, 11, board->sheet == SHEET_RULES ? WIDGET_ON : WIDGET_REST);
}
