// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the sheet "Bild mitgeben" looks.
#include <math.h>
#include <string.h>

#include "app/handout.h"
#include "app/preview.h"
#include "app/stage.h"
#include "app/widget.h"

#define SHEET_WIDTH 610.0
#define SHEET_HEIGHT 604.0
#define SHEET_ASKS 460.0 // of it until something was saved
#define INNER 28.0

struct sheet { // where the parts stand
    struct box box;
    double x, w; // of the content
    double k;    // heights on a small glass
};

static void draw_chosen(struct kit *kit, struct box box, const char *key, bool on)
{
    if (on) {
        kit_hand_box(kit, box, 7, colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.62), PEN_MEDIUM, key);
    } else {
        kit_fill(kit, box, 7, COLOUR_PAPER);
        kit_frame(kit, box, 7, 0.7, COLOUR_LINE);
    }
}

static void draw_heading(struct kit *kit, const struct sheet *sheet, double y, const char *text)
{
    kit_text(kit, text, sheet->x, y, (struct kit_type){11, 700, COLOUR_GREY, KIT_LEFT, NULL});
}

static void draw_formats(struct kit *kit, const struct handout *handout, const struct sheet *sheet,
                         double y, double h)
{
    static const struct {
        const char *icon, *name, *what;
    } formats[HANDOUT_FORMATS] = {
        [HANDOUT_PDF] = {"printer", "PDF", N_("for printing")},
        [HANDOUT_PNG] = {"photo", "PNG", N_("as a picture")},
        [HANDOUT_SVG] = {"vector", "SVG", N_("to work on")},
    };
    double w = (sheet->w - 2 * 8) / HANDOUT_FORMATS;
    for (int i = 0; i < HANDOUT_FORMATS; i++) {
        struct box box = {sheet->x + i * (w + 8), y, w, h};
        const char *hit = kit_name(kit, "format:%s", handout_extension((enum handout_format)i));
        bool on = handout->taken[i];
        kit_begin_target(kit, hit, box, formats[i].name);
        draw_chosen(kit, box, hit, on);
        double size = fmin(40, h - 20);
        kit_hand_icon(kit, formats[i].icon, box.x + 12, box.y + (h - size) / 2, size,
                      on ? COLOUR_WARM : COLOUR_NONE, PEN_MEDIUM * 0.8, hit);
        double x = box.x + size + 24, room = box.x + w - 26 - x;
        kit_text_within(kit, formats[i].name, x, box.y + h * 0.34, room, 12,
                        (struct kit_type){16, 800, COLOUR_INK, KIT_LEFT, "en"});
        kit_text_within(kit, kit_tr(kit, formats[i].what), x, box.y + h * 0.68, box.x + w - 6 - x,
                        KIT_TEXT_LEAST, (struct kit_type){10.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
        if (on)
            widget_tick(kit, box.x + w - 17, box.y + 17, 9);
        else
            kit_ring(kit, box.x + w - 17, box.y + 17, 8.6, 0.9, COLOUR_EDGE);
        kit_end(kit);
    }
}

static void draw_sizes(struct kit *kit, const struct handout *handout, const struct sheet *sheet,
                       double y, double h)
{
    const struct preview *preview = handout->preview;
    for (int i = 0; i < PREVIEW_SIZES; i++) {
        struct box box = {sheet->x + i * 76, y, 70, h};
        const char *hit = kit_name(kit, "size:%s", preview_sizes[i]);
        char name[8];
        g_snprintf(name, sizeof name, "A%c", preview_sizes[i][1]);
        bool on = preview->size == i || kit_pressed(kit, hit);
        double w = (30 + 5.5 * i) * sheet->k, high = w / 1.4142;
        if (preview->portrait) {
            high = (22 + 3.5 * i) * sheet->k;
            w = high / 1.4142;
        }
        kit_begin_target(kit, hit, box, name);
        kit_fill(kit, box, 6, on ? COLOUR_INK : COLOUR_BAR);
        struct box paper = {box.x + 35 - w / 2, box.y + h - 21 - high, w, high};
        kit_fill(kit, paper, 1, COLOUR_PAPER);
        if (!on)
            kit_frame(kit, paper, 1, KIT_HAIRLINE, COLOUR_EDGE);
        kit_text(kit, name, box.x + 35, box.y + h - 10,
                 (struct kit_type){10.5, 700, on ? COLOUR_PAPER : COLOUR_INK, KIT_CENTRE, "en"});
        kit_end(kit);
    }
    widget_button(kit, "orient", (struct box){sheet->x + 390, y, sheet->w - 390, h},
                  preview->portrait ? kit_tr(kit, N_("Portrait")) : kit_tr(kit, N_("Landscape")),
                  "rotate-rectangle", 13, WIDGET_REST);
}

// The end of a path says more than its begin.
static const char *end_of_path(struct kit *kit, const char *path, double width,
                               struct kit_type type)
{
    const char *shown = path;
    while (kit_text_width(kit, shown, type) > width) {
        const char *from = shown == path ? path : shown + strlen("…");
        const char *slash = strchr(*from == '\0' ? from : from + 1, G_DIR_SEPARATOR);
        if (slash == NULL)
            break;
        shown = kit_name(kit, "…%s", slash);
    }
    return shown;
}

static void draw_folder(struct kit *kit, const struct handout *handout, const struct sheet *sheet,
                        double y, double h)
{
    struct box box = {sheet->x, y, sheet->w, h};
    struct kit_type type = {10.5, 500, COLOUR_GREY, KIT_LEFT, "en"};
    kit_begin(kit, KIND_DECORATION, NULL, handout->folder);
    draw_chosen(kit, box, "folder", true);
    kit_icon(kit, "folder", box.x + 12, box.y + (h - 24) / 2, 24, COLOUR_INK);
    kit_text(kit, kit_tr(kit, N_("This computer")), box.x + 48, box.y + h * 0.34,
             (struct kit_type){13, 800, COLOUR_INK, KIT_LEFT, NULL});
    const char *path = end_of_path(kit, handout->folder, sheet->w - 84, type);
    kit_text_within(kit, path, box.x + 48, box.y + h * 0.69, sheet->w - 84, KIT_TEXT_LEAST, type);
    widget_tick(kit, box.x + box.w - 17, box.y + 17, 9);
    kit_end(kit);
}

static void draw_saved(struct kit *kit, const struct handout *handout, const struct sheet *sheet,
                       double y, double bottom)
{
    double pitch = fmin(36, (bottom - y) / fmax(1, handout->saved->len));
    for (guint i = 0; i < handout->saved->len; i++) {
        const char *path = g_ptr_array_index(handout->saved, i);
        double middle = y + i * pitch + pitch / 2;
        struct kit_type type = {11, 600, COLOUR_DONE, KIT_LEFT, "en"};
        kit_icon(kit, "circle-check", sheet->x, middle - 9, 18, COLOUR_DONE);
        kit_begin(kit, KIND_DECORATION, NULL, path);
        double room = sheet->w - 26 - 110;
        kit_text_within(kit, end_of_path(kit, path, room, type), sheet->x + 26, middle, room, 8.5,
                        type);
        kit_end(kit);
        widget_button(
            kit, kit_name(kit, "open:%u", i),
            (struct box){sheet->x + sheet->w - 100, middle - pitch / 2 + 1.75, 100, pitch - 3.5},
            kit_tr(kit, N_("Open")), "external-link", 11, WIDGET_REST);
    }
}

static void draw_problem(struct kit *kit, const struct handout *handout, const struct sheet *sheet,
                         double y, double bottom)
{
    struct box box = {sheet->x, y, sheet->w, bottom - y};
    kit_begin(kit, KIND_DECORATION, "problem", handout->problem);
    kit_fill(kit, box, 6, COLOUR_WARN_PALE);
    kit_icon(kit, "alert-triangle", box.x + 12, box.y + box.h / 2 - 12, 24, COLOUR_WARN);
    kit_paragraph(kit, handout->problem, box.x + 48, box.y + 10, box.w - 60, 5, 9,
                  (struct kit_type){12, 700, COLOUR_WARN, KIT_LEFT, NULL});
    kit_end(kit);
}

static void draw_result(struct kit *kit, const struct handout *handout, const struct sheet *sheet,
                        double y)
{
    double bottom = sheet->box.y + sheet->box.h - 14;
    if (handout->problem != NULL)
        draw_problem(kit, handout, sheet, y, bottom);
    else if (handout->saved->len > 0)
        draw_saved(kit, handout, sheet, y, bottom);
}

static void draw_veil(struct kit *kit, struct box glass, struct box paper)
{
    uint32_t pale = colour_fade(COLOUR_WALL, 0.82);
    kit_target(kit, "veil", glass);
    if (box_is_empty(paper)) {
        kit_fill(kit, glass, 0, pale);
        return;
    }
    double right = glass.x + glass.w, bottom = glass.y + glass.h;
    double paper_right = paper.x + paper.w, paper_bottom = paper.y + paper.h;
    kit_fill(kit, (struct box){glass.x, glass.y, glass.w, paper.y - glass.y}, 0, pale);
    kit_fill(kit, (struct box){glass.x, paper.y, paper.x - glass.x, paper.h}, 0, pale);
    kit_fill(kit, (struct box){paper_right, paper.y, right - paper_right, paper.h}, 0, pale);
    kit_fill(kit, (struct box){glass.x, paper_bottom, glass.w, bottom - paper_bottom}, 0, pale);
}

void handout_draw(const struct handout *handout, struct kit *kit, struct box glass,
                  struct box paper)
{
    struct sheet sheet = {
        .box = {16, 0, fmin(SHEET_WIDTH, glass.w - 32), fmin(SHEET_HEIGHT, glass.h - 16)}};
    sheet.box.y = (glass.h - sheet.box.h) / 2;
    sheet.k = sheet.box.h / SHEET_HEIGHT;
    if (handout->problem == NULL && handout->saved->len == 0)
        sheet.box.h = SHEET_ASKS * sheet.k;
    sheet.x = sheet.box.x + INNER;
    sheet.w = sheet.box.w - 2 * INNER;
    double k = sheet.k, y = sheet.box.y;
    draw_veil(kit, glass, box_grow(paper, 2.5));
    kit_target(kit, "sheet", sheet.box);
    kit_hand_box(kit, sheet.box, 10, COLOUR_PAPER, PEN_HEAVY * 0.8, "sheet");
    kit_text(kit, kit_tr(kit, N_("Take the picture home")), sheet.x, y + 38 * k,
             (struct kit_type){24, 800, COLOUR_INK, KIT_LEFT, NULL});
    widget_bar_item(kit, "close", (struct box){sheet.box.x + sheet.box.w - 62, y + 10, 50, 42},
                    kit_tr(kit, N_("Close")), "x", WIDGET_REST);
    draw_heading(kit, &sheet, y + 76 * k, kit_tr(kit, N_("What?")));
    draw_formats(kit, handout, &sheet, y + 86 * k, 66 * k);
    draw_heading(kit, &sheet, y + 170 * k, kit_tr(kit, N_("How large?")));
    draw_sizes(kit, handout, &sheet, y + 180 * k, 62 * k);
    draw_heading(kit, &sheet, y + 260 * k, kit_tr(kit, N_("Where to?")));
    draw_folder(kit, handout, &sheet, y + 270 * k, 56 * k);
    kit_icon(kit, "shield-check", sheet.x, y + 344 * k - 8, 16, COLOUR_GREY);
    kit_text_within(kit, kit_tr(kit, N_("Parked and covered cards stay here.")), sheet.x + 22,
                    y + 344 * k, sheet.w - 22, KIT_TEXT_LEAST,
                    (struct kit_type){10.5, 500, COLOUR_GREY, KIT_LEFT, NULL});
    bool any = false;
    for (int i = 0; i < HANDOUT_FORMATS; i++)
        any = any || handout->taken[i];
    bool off = !any || handout->due > 0 || handout->preview->print == NULL;
    widget_primary(kit, "save", (struct box){sheet.x, y + 366 * k, sheet.w, 72 * k},
                   handout->due > 0 ? kit_tr(kit, N_("One moment …")) : kit_tr(kit, N_("Save")),
                   "device-floppy", 26, off ? WIDGET_OFF : WIDGET_REST);
    draw_result(kit, handout, &sheet, y + 452 * k);
}
