// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/party_chip.h"

#include <math.h>
#include <string.h>

#include "app/widget.h"
#include "draw/figure.h"

const char *party_name_within(struct kit *kit, const char *name, double width, double least,
                              int weight)
{
    const struct kit_type type = {least, weight, COLOUR_INK, KIT_LEFT, NULL};
    const char *shown = name, *rest = name;
    while (kit_text_width(kit, shown, type) > width) {
        rest = strchr(rest, ' ');
        if (rest == NULL || *++rest == '\0')
            return name; // no word of it fits: its beginning says most
        shown = kit_name(kit, "… %s", rest);
    }
    return shown;
}

static void begin(struct kit *kit, const char *hit, struct box box, const char *text, bool on,
                  bool open, bool off)
{
    if (off)
        kit_begin(kit, KIND_DECORATION, NULL, text);
    else
        kit_begin_target(kit, hit, box, text);
    if (on) {
        kit_hand_box(kit, box, 5, colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.5), PEN_FINE * 1.4, hit);
    } else {
        kit_fill(kit, box, 5, !off && kit_pressed(kit, hit) ? COLOUR_BAR : COLOUR_PAPER);
        if (open)
            kit_dashes(kit, box, 5, 0.7, 3.5, 2.5, COLOUR_EDGE);
        else
            kit_frame(kit, box, 5, 0.7, off ? COLOUR_LINE : COLOUR_EDGE);
    }
}

static void end(struct kit *kit, struct box box, bool on)
{
    kit_end(kit);
    if (on)
        widget_tick(kit, box.x + box.w - 10, box.y + box.h / 2, fmin(7, box.h * 0.22));
}

void party_chip_draw(struct kit *kit, const char *hit, struct box box, const char *name, int order,
                     bool on, bool off)
{
    begin(kit, hit, box, name, on, false, off);
    double house = fmin(17, box.h * 0.42);
    // The pen does not mirror: the house changes sides here.
    double x = kit->mirror > 0 ? kit->mirror - box.x - 7 - house : box.x + 7;
    pen_push(&kit->pen, 0, 0, 1, hit);
    figure_house(&kit->pen, x, box.y + box.h / 2 + house * 0.62, house, house,
                 colour_accent(order % 6 + 1));
    pen_pop(&kit->pen);
    struct kit_type type = {fmin(12, box.h * 0.3), on ? 700 : 600, off ? COLOUR_OFF : COLOUR_INK,
                            KIT_LEFT, NULL};
    double words = box.x + house + 14, w = box.w - house - 18 - 16; // 16: of the tick
    if (kit_text_width(kit, name, type) <= w || box.h < 36) {
        kit_text_within(kit, name, words, box.y + box.h / 2, w, KIT_TEXT_LEAST, type);
    } else { // two lines, so that all chips speak equally loud
        type.size = fmin(10.5, box.h * 0.27);
        kit_paragraph(kit, name, words, box.y + box.h / 2 - type.size * 1.3, w, 2, KIT_TEXT_LEAST,
                      type);
    }
    end(kit, box, on);
}

void party_chip_draw_open(struct kit *kit, const char *hit, struct box box, const char *word,
                          const char *icon, bool on)
{
    begin(kit, hit, box, word, on, true, false);
    double size = fmin(18, box.h * 0.5);
    kit_icon(kit, icon, box.x + 8, box.y + (box.h - size) / 2, size, COLOUR_INK);
    kit_text_within(kit, word, box.x + size + 16, box.y + box.h / 2,
                    box.w - size - 22 - (on ? 16 : 0), KIT_TEXT_LEAST,
                    (struct kit_type){fmin(12, box.h * 0.3), 600, COLOUR_INK, KIT_LEFT, NULL});
    end(kit, box, on);
}

void party_chip_draw_date(struct kit *kit, const char *hit, struct box box, const char *word,
                          const char *date, bool on, bool open)
{
    begin(kit, hit, box, word, on, open, false);
    double x = box.x + box.w / 2, y = box.y + box.h / 2;
    kit_text_within(kit, word, x, date != NULL ? y - box.h * 0.17 : y, box.w - 8 - (on ? 12 : 0),
                    KIT_TEXT_LEAST,
                    (struct kit_type){date != NULL ? 13 : 9.5, 700, COLOUR_INK, KIT_CENTRE, NULL});
    if (date != NULL)
        kit_text_within(kit, date, x, y + box.h * 0.2, box.w - 8, KIT_TEXT_LEAST,
                        (struct kit_type){10.5, 500, COLOUR_GREY, KIT_CENTRE, NULL});
    end(kit, (struct box){box.x, box.y, box.w, fmin(box.h, 22)}, on);
}
