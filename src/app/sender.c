// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sender.h"

#include <math.h>
#include <string.h>

#include "app/kit.h"
#include "app/naming.h"
#include "app/picture_files.h"
#include "app/stage.h"
#include "app/widget.h"
#include "draw/bitmap.h"
#include "poster/harvest.h"
#include "store/store.h"

#define SEAT 1
#define WIDTH 440.0
#define HEIGHT 640.0
#define BARS 132.0 // of the screen, with their gaps
#define ROW 44.0
#define FOOTER_MOST 200 // characters: more is no foot of a page

static const struct {
    const char *field, *word, *without, *icon, *label;
} parts[SENDER_PARTS] = {
    {"logo", N_("Logo"), N_("Without a logo"), "signature", N_("Logo chosen")},
    {"picture", N_("Title picture"), N_("Without a picture"), "photo", N_("Title picture chosen")},
};

struct sender *sender_new(struct stage *stage, int64_t workshop)
{
    struct sender *sender = g_new0(struct sender, 1);
    *sender = (struct sender){
        .stage = stage,
        .workshop = workshop,
        .files = picture_files(store_path(stage->store)),
    };
    return sender;
}

void sender_free(struct sender *sender)
{
    if (sender == NULL)
        return;
    naming_free(sender->naming);
    g_ptr_array_free(sender->files, TRUE);
    g_free(sender);
}

// ---- acts ---------------------------------------------------------------------------------------

static bool keep(struct sender *sender, const char *label, const char *field, const char *value)
{
    struct stage *stage = sender->stage;
    struct err err = stage_err(stage);
    struct change *change = store_begin(stage->store, 0, label);
    change_text(change, ENTITY_WORKSHOP, sender->workshop, field, value);
    if (store_commit(change, &err))
        return true;
    stage_warn(stage, SEAT, &err);
    return false;
}

static bool take_file(struct sender *sender, guint i)
{
    struct err err = stage_err(sender->stage);
    if (i >= sender->files->len)
        return false;
    char *text = bitmap_read(g_ptr_array_index(sender->files, i), &err);
    if (text == NULL)
        stage_warn(sender->stage, SEAT, &err);
    bool ok =
        text != NULL && keep(sender, parts[sender->part].label, parts[sender->part].field, text);
    g_free(text);
    return ok;
}

static bool keep_footer(void *context, const char *text)
{
    struct sender *sender = context;
    if (g_utf8_strlen(text, -1) <= FOOTER_MOST)
        return keep(sender, N_("Words at the foot"), "footer", text);
    struct err err = stage_err(sender->stage);
    err_set(&err, ERR_INPUT, N_("The footer has at most %d characters."), FOOTER_MOST);
    stage_warn(sender->stage, SEAT, &err);
    return false;
}

static const char *footer_of(const struct harvest *harvest)
{
    return harvest != NULL && harvest->footer != NULL ? harvest->footer : "";
}

static size_t rows_shown(const struct sender *sender)
{
    double room = fmin(HEIGHT, sender->stage->h - BARS) - 262;
    return (size_t)fmax(1, floor(room / ROW));
}

// `name`: what follows "sender:".
static bool tap(struct sender *sender, const struct harvest *harvest, const char *name)
{
    size_t pages =
        MAX((size_t)1, (sender->files->len + rows_shown(sender) - 1) / rows_shown(sender));
    if (strcmp(name, "close") == 0) {
        sender->done = true;
    } else if (g_str_has_prefix(name, "part:")) {
        sender->part =
            strcmp(name + 5, parts[SENDER_PICTURE].field) == 0 ? SENDER_PICTURE : SENDER_LOGO;
    } else if (g_str_has_prefix(name, "file:")) {
        return take_file(sender, (guint)g_ascii_strtoull(name + 5, NULL, 10));
    } else if (strcmp(name, "more") == 0) {
        sender->page = (sender->page + 1) % pages;
    } else if (strcmp(name, "without") == 0) {
        return keep(sender, parts[sender->part].label, parts[sender->part].field, "");
    } else if (strcmp(name, "footer") == 0) {
        sender->naming =
            naming_new_line(sender->stage, SEAT, stage_text(sender->stage, N_("Words at the foot")),
                            footer_of(harvest), keep_footer, sender);
    } else if (strcmp(name, "no-footer") == 0) {
        return keep(sender, N_("Words at the foot"), "footer", "");
    }
    return false;
}

bool sender_touch(struct sender *sender, const struct harvest *harvest, const struct touch *touch)
{
    if (sender->naming != NULL) {
        naming_touch(sender->naming, touch);
        return naming_end(&sender->naming);
    }
    return touch_is_tap(touch) && g_str_has_prefix(touch->target, "sender:") &&
           tap(sender, harvest, touch->target + strlen("sender:"));
}

bool sender_key(struct sender *sender, const struct event *event)
{
    if (sender->naming != NULL) {
        naming_key(sender->naming, event);
        return naming_end(&sender->naming);
    }
    if (event->type == EVENT_KEY && event->key == KEY_ESCAPE)
        sender->done = true;
    return false;
}

void sender_tick(struct sender *sender)
{
    naming_tick(sender->naming);
}

int sender_next_tick(const struct sender *sender, int64_t now)
{
    return naming_next_tick(sender->naming, now);
}

// ---- drawing ------------------------------------------------------------------------------------

static const char *kept(const struct harvest *harvest, enum sender_part part)
{
    return harvest == NULL ? NULL : part == SENDER_LOGO ? harvest->logo : harvest->picture;
}

static void draw_file(const struct sender *sender, struct kit *kit, guint i, struct box box)
{
    const char *path = g_ptr_array_index(sender->files, i);
    const char *hit = kit_name(kit, "sender:file:%u", i);
    char *name = g_path_get_basename(path), *folder = g_path_get_dirname(path);
    kit_begin_target(kit, hit, box, name);
    kit_fill(kit, box, 6, kit_pressed(kit, hit) ? COLOUR_BAR : COLOUR_PAPER);
    kit_frame(kit, box, 6, KIT_HAIRLINE, COLOUR_EDGE);
    kit_icon(kit, parts[sender->part].icon, box.x + 10, box.y + (box.h - 22) / 2, 22, COLOUR_INK);
    kit_text_within(kit, name, box.x + 42, box.y + box.h * 0.34, box.w - 52, 9,
                    (struct kit_type){12, 700, COLOUR_INK, KIT_LEFT, "en"});
    kit_text_within(kit, folder, box.x + 42, box.y + box.h * 0.72, box.w - 52, KIT_TEXT_LEAST,
                    (struct kit_type){9, 500, COLOUR_GREY, KIT_LEFT, "en"});
    kit_end(kit);
    g_free(name);
    g_free(folder);
}

static void draw_files(const struct sender *sender, struct kit *kit, struct box room)
{
    size_t rows = rows_shown(sender), first = sender->page * rows;
    if (sender->files->len == 0)
        kit_paragraph(
            kit,
            kit_tr(kit, N_("No picture found. Put a PNG or SVG beside the file or on a stick.")),
            room.x, room.y + 12, room.w, 4, 9,
            (struct kit_type){13, 600, COLOUR_GREY, KIT_LEFT, NULL});
    for (size_t i = first; i < sender->files->len && i < first + rows; i++)
        draw_file(sender, kit, (guint)i,
                  (struct box){room.x, room.y + (double)(i - first) * ROW, room.w, ROW - 4});
}

static void draw_footer(const struct harvest *harvest, struct kit *kit, struct box room)
{
    const char *footer = footer_of(harvest);
    bool said = *footer != '\0';
    kit_rule(kit, room.x, room.y - 8, room.x + room.w, room.y - 8, COLOUR_LINE);
    kit_text(kit, kit_tr(kit, N_("Words at the foot")), room.x, room.y + 8,
             (struct kit_type){14, 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_begin(kit, KIND_FOOTER, NULL, footer);
    kit_text_within(kit, said ? footer : kit_tr(kit, N_("Nothing yet")), room.x, room.y + 26,
                    room.w, 9,
                    (struct kit_type){11.5, 500, COLOUR_GREY, KIT_LEFT,
                                      said ? kit_guess_lang(kit, footer) : NULL});
    kit_end(kit);
    double w = (room.w - 8) / 2;
    widget_button(kit, "sender:footer", (struct box){room.x, room.y + 38, w, 34},
                  kit_tr(kit, N_("Write")), "pencil", 12, WIDGET_REST);
    widget_button(kit, said ? "sender:no-footer" : NULL,
                  (struct box){room.x + w + 8, room.y + 38, w, 34}, kit_tr(kit, N_("Without")), "x",
                  12, said ? WIDGET_REST : WIDGET_OFF);
}

void sender_draw(const struct sender *sender, const struct harvest *harvest, struct kit *kit,
                 struct box glass, struct box paper)
{
    struct box sheet = {16, 0, fmin(WIDTH, fmax(300, paper.x - 32)), fmin(HEIGHT, glass.h - BARS)};
    sheet.y = (glass.h - sheet.h) / 2;
    double x = sheet.x + 18, w = sheet.w - 36, y = sheet.y + 18;
    kit_target(kit, "veil", glass);
    kit_hand_box(kit, sheet, 10, COLOUR_PAPER, PEN_HEAVY, "sender");
    kit_target(kit, "sheet:sender", sheet);
    kit_begin(kit, KIND_TITLE, NULL, kit_tr(kit, N_("From whom")));
    kit_text(kit, kit_tr(kit, N_("From whom")), x, y + 16,
             (struct kit_type){24, 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_end(kit);
    widget_button(kit, "sender:close", (struct box){x + w - 104, y, 104, 34},
                  kit_tr(kit, N_("Done")), "check", 12, WIDGET_REST);
    y += 48;
    double tab = (w - 8) / 2;
    for (int i = 0; i < SENDER_PARTS; i++)
        widget_tab(kit, kit_name(kit, "sender:part:%s", parts[i].field),
                   (struct box){x + i * (tab + 8), y, tab, 32}, kit_tr(kit, parts[i].word),
                   kept(harvest, (enum sender_part)i) != NULL ? "check" : parts[i].icon,
                   sender->part == (enum sender_part)i);
    y += 42;
    double foot = sheet.y + sheet.h - 18 - 74, below = foot - 56;
    draw_files(sender, kit, (struct box){x, y, w, below - y});
    bool has = kept(harvest, sender->part) != NULL, more = sender->files->len > rows_shown(sender);
    widget_button(kit, has ? "sender:without" : NULL, (struct box){x, below, tab, 34},
                  kit_tr(kit, parts[sender->part].without), "x", 11,
                  has ? WIDGET_REST : WIDGET_OFF);
    if (more)
        widget_button(kit, "sender:more", (struct box){x + tab + 8, below, tab, 34},
                      kit_tr(kit, N_("More …")), "dots", 11, WIDGET_REST);
    draw_footer(harvest, kit, (struct box){x, foot, w, 74});
    if (sender->naming != NULL)
        naming_draw(sender->naming, kit);
}
