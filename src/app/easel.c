// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/easel.h"

#include <math.h>
#include <string.h>

#include "app/stage.h"
#include "app/widget.h"

#define PENS 3
#define TOOLS 5
#define ERASER 4.0      // mm on the glass
#define CANCELLED_KEPT 8 // points: a longer stroke stays when its finger gets lost
#define GUIDE 10.0      // mm of the sheet

static const double pens[PENS] = {SKETCH_PEN_FINE, SKETCH_PEN_MEDIUM, SKETCH_PEN_HEAVY};
static const char *const pen_words[PENS] = {N_("thin"), N_("medium"), N_("thick")};
static const char *const ink_words[SKETCH_INKS] = {N_("Black"), N_("Purple"), N_("Red"),
                                                   N_("Green"), N_("Blue")};
static const struct {
    const char *name, *word, *icon;
} tools[TOOLS] = {
    {"erase", N_("Eraser"), "eraser"},   {"undo", N_("Undo"), "arrow-back-up"},
    {"redo", N_("Redo"), "arrow-forward-up"}, {"clear", N_("Clear"), "trash"},
    {"guides", N_("Guides"), "grid-dots"},
};

struct easel_finger {
    int64_t finger;
    struct sketch stroke; // one stroke
    bool erased;          // it took something away
    char *before;         // the drawing when it went down; owned
};

static void clear_finger(gpointer data)
{
    struct easel_finger *finger = data;
    sketch_clear(&finger->stroke);
    g_free(finger->before);
}

void easel_init(struct easel *easel, struct stage *stage, int seat, enum card_shape shape)
{
    *easel = (struct easel){.stage = stage, .seat = seat, .shape = shape, .pen = 1};
    sketch_init(&easel->sketch);
    easel->fingers = g_array_new(FALSE, TRUE, sizeof(struct easel_finger));
    g_array_set_clear_func(easel->fingers, clear_finger);
    easel->before = g_ptr_array_new_with_free_func(g_free);
    easel->after = g_ptr_array_new_with_free_func(g_free);
}

void easel_clear(struct easel *easel)
{
    sketch_clear(&easel->sketch);
    g_array_free(easel->fingers, TRUE);
    g_ptr_array_free(easel->before, TRUE);
    g_ptr_array_free(easel->after, TRUE);
}

void easel_set(struct easel *easel, const char *ink)
{
    (void)sketch_read(&easel->sketch, ink); // of a damaged one what can be read
    g_ptr_array_set_size(easel->before, 0);
    g_ptr_array_set_size(easel->after, 0);
}

char *easel_text(const struct easel *easel)
{
    return sketch_write(&easel->sketch);
}

// ---- geometry -----------------------------------------------------------------------------------

double easel_tools_height(bool large)
{
    return large ? 52 + 10 + 36 : 34 + 4 + 30;
}

void easel_place(struct easel *easel, struct box room, bool large)
{
    double below = easel_tools_height(large), gap = large ? 12 : 5;
    double h = room.h - below - gap;
    double w = fmin(room.w, h * SKETCH_WIDTH / SKETCH_HEIGHT);
    h = w * SKETCH_HEIGHT / SKETCH_WIDTH;
    easel->sheet = (struct box){room.x + (room.w - w) / 2, room.y, w, h};
    easel->pens = (struct box){room.x, room.y + room.h - below, room.w, large ? 52 : 34};
    double tools_h = large ? 36 : 30;
    easel->tools = (struct box){room.x, room.y + room.h - tools_h, room.w, tools_h};
}

static double scale_of(const struct easel *easel)
{
    return easel->sheet.w / SKETCH_WIDTH;
}

// Where on the sheet a point of the seat is; a stroke ends at the sheet's edge.
static struct point on_sheet(const struct easel *easel, struct point at)
{
    double k = scale_of(easel), edge = 2;
    return (struct point){CLAMP((at.x - easel->sheet.x) / k, edge, SKETCH_WIDTH - edge),
                          CLAMP((at.y - easel->sheet.y) / k, edge, SKETCH_HEIGHT - edge)};
}

// ---- acts ---------------------------------------------------------------------------------------

static void remember(struct easel *easel, char *before)
{
    g_ptr_array_add(easel->before, before);
    g_ptr_array_set_size(easel->after, 0);
}

static bool go_back(struct easel *easel, GPtrArray *from, GPtrArray *to)
{
    if (from->len == 0)
        return false;
    g_ptr_array_add(to, easel_text(easel));
    (void)sketch_read(&easel->sketch, g_ptr_array_index(from, from->len - 1));
    g_ptr_array_set_size(from, (gint)from->len - 1);
    return true;
}

bool easel_undo(struct easel *easel)
{
    return go_back(easel, easel->before, easel->after);
}

bool easel_redo(struct easel *easel)
{
    return go_back(easel, easel->after, easel->before);
}

static bool clear_sheet(struct easel *easel)
{
    if (sketch_is_empty(&easel->sketch))
        return false;
    remember(easel, easel_text(easel));
    sketch_clear(&easel->sketch);
    return true;
}

static bool use_tool(struct easel *easel, const char *name)
{
    if (strcmp(name, "undo") == 0)
        return easel_undo(easel);
    if (strcmp(name, "redo") == 0)
        return easel_redo(easel);
    if (strcmp(name, "clear") == 0)
        return clear_sheet(easel);
    if (strcmp(name, "erase") == 0)
        easel->erasing = !easel->erasing;
    else if (strcmp(name, "guides") == 0)
        easel->guides = !easel->guides;
    return false;
}

// ---- fingers ------------------------------------------------------------------------------------

static struct easel_finger *find_finger(const struct easel *easel, int64_t id, guint *at)
{
    for (guint i = 0; i < easel->fingers->len; i++) {
        struct easel_finger *finger = &g_array_index(easel->fingers, struct easel_finger, i);
        if (finger->finger == id) {
            *at = i;
            return finger;
        }
    }
    return NULL;
}

static void say_full(struct easel *easel)
{
    if (!easel->full)
        stage_say(easel->stage, easel->seat, "info-circle",
                  stage_text(easel->stage, N_("The card is full. Begin another one.")), NULL, NULL);
    easel->full = true;
}

static void erase(struct easel *easel, struct easel_finger *finger, struct point at)
{
    if (sketch_erase(&easel->sketch, on_sheet(easel, at), ERASER / scale_of(easel)) > 0)
        finger->erased = true;
}

static void put_down(struct easel *easel, const struct touch *touch)
{
    struct easel_finger finger = {.finger = touch->finger, .before = easel_text(easel)};
    sketch_init(&finger.stroke);
    if (easel->erasing)
        erase(easel, &finger, touch->at);
    else
        sketch_begin(&finger.stroke, sketch_inks[easel->ink], pens[easel->pen],
                     on_sheet(easel, touch->at));
    g_array_append_val(easel->fingers, finger);
}

// The finished stroke belongs to the drawing from now on.
static bool keep_stroke(struct easel *easel, const struct sketch_stroke *stroke)
{
    if (!sketch_begin(&easel->sketch, stroke->colour, stroke->width, stroke->line.p[0]))
        return false;
    for (size_t i = 1; i < stroke->line.n; i++)
        sketch_go_on(&easel->sketch, stroke->line.p[i]);
    return true;
}

static bool lift(struct easel *easel, guint at, bool cancelled)
{
    struct easel_finger *finger = &g_array_index(easel->fingers, struct easel_finger, at);
    bool changed = finger->erased;
    if (finger->stroke.n > 0 && (!cancelled || finger->stroke.points >= CANCELLED_KEPT)) {
        changed = keep_stroke(easel, &finger->stroke.strokes[0]);
        if (!changed)
            say_full(easel);
    }
    if (changed)
        remember(easel, g_steal_pointer(&finger->before));
    g_array_remove_index(easel->fingers, at);
    return changed;
}

static bool touch_sheet(struct easel *easel, const struct touch *touch)
{
    guint at;
    if (touch->type == TOUCH_DOWN) {
        put_down(easel, touch);
        return false;
    }
    struct easel_finger *finger = find_finger(easel, touch->finger, &at);
    if (finger == NULL)
        return false;
    if (touch->type != TOUCH_CANCEL) {
        if (finger->stroke.n == 0)
            erase(easel, finger, touch->at);
        else if (finger->stroke.points + easel->sketch.points < SKETCH_POINTS_MOST)
            sketch_go_on(&finger->stroke, on_sheet(easel, touch->at));
        else
            say_full(easel);
    }
    return touch->type != TOUCH_MOVE && lift(easel, at, touch->type == TOUCH_CANCEL);
}

bool easel_touch(struct easel *easel, const struct touch *touch, bool *changed)
{
    const char *rest;
    *changed = false;
    if (touch_after(touch->target, easel->seat, "sheet") != NULL) {
        *changed = touch_sheet(easel, touch);
    } else if ((rest = touch_after(touch->target, easel->seat, "pen")) != NULL && *rest != '\0') {
        if (touch_is_tap(touch)) {
            easel->pen = CLAMP(*rest - '0', 0, PENS - 1);
            easel->erasing = false;
        }
    } else if ((rest = touch_after(touch->target, easel->seat, "ink")) != NULL && *rest != '\0') {
        if (touch_is_tap(touch)) {
            easel->ink = CLAMP(*rest - '0', 0, SKETCH_INKS - 1);
            easel->erasing = false;
        }
    } else if ((rest = touch_after(touch->target, easel->seat, "tool")) != NULL && *rest != '\0') {
        *changed = touch_is_tap(touch) && use_tool(easel, rest);
    } else {
        return false;
    }
    return true;
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_guides(struct kit *kit, const struct easel *easel)
{
    double k = scale_of(easel);
    for (double y = GUIDE; y < SKETCH_HEIGHT; y += GUIDE) {
        for (double x = GUIDE; x < SKETCH_WIDTH; x += GUIDE)
            kit_disc(kit, easel->sheet.x + x * k, easel->sheet.y + y * k, 0.6, COLOUR_EDGE);
    }
}

static void draw_sheet(struct kit *kit, const struct easel *easel)
{
    struct line outline;
    line_init(&outline);
    card_outline(easel->shape, easel->sheet, &outline);
    kit_begin_target(kit, kit_name(kit, "sheet:seat%d", easel->seat), easel->sheet,
                     kit_tr(kit, N_("Drawing")));
    kit_hand_shape(kit, &outline, card_fill_of(easel->shape), PEN_HEAVY * 0.8, "sheet");
    line_clear(&outline);
    if (easel->guides)
        draw_guides(kit, easel);
    bool drawing = easel->fingers->len > 0;
    if (sketch_is_empty(&easel->sketch) && !drawing)
        kit_text_within(kit, kit_tr(kit, N_("Draw with your finger")),
                        easel->sheet.x + easel->sheet.w / 2, easel->sheet.y + easel->sheet.h / 2,
                        easel->sheet.w - 40, KIT_TEXT_LEAST,
                        (struct kit_type){17, 500, COLOUR_MUTE, KIT_CENTRE, NULL});
    double k = scale_of(easel);
    struct affine m = affine_multiply(
        kit->m, affine_multiply(affine_translation(easel->sheet.x, easel->sheet.y),
                                affine_scaling(k, k)));
    sketch_draw(&easel->sketch, kit->scene, m, 0);
    for (guint i = 0; i < easel->fingers->len; i++)
        sketch_draw(&g_array_index(easel->fingers, struct easel_finger, i).stroke, kit->scene, m,
                    0);
    kit_end(kit);
}

// All of a row's words stand below their choices, or none does.
static bool words_fit(struct kit *kit, const char *const *words, int n, double w)
{
    const struct kit_type type = {KIT_TEXT_LEAST, w > 44 ? 800 : 600, COLOUR_INK, KIT_CENTRE, NULL};
    for (int i = 0; i < n; i++) {
        if (kit_text_width(kit, kit_tr(kit, words[i]), type) > w - 1)
            return false;
    }
    return true;
}

// One choice of pen or ink; taken: marker outline. Its word stands below when there is room.
static void begin_choice(struct kit *kit, const char *hit, struct box box, const char *word,
                         bool says, bool taken)
{
    kit_begin_target(kit, hit, box, word);
    if (taken || kit_pressed(kit, hit)) {
        kit_hand_box(kit, box, 6, COLOUR_PAPER, PEN_MEDIUM, hit);
    } else {
        kit_fill(kit, box, 6, COLOUR_PAPER);
        kit_frame(kit, box, 6, KIT_HAIRLINE, COLOUR_LINE);
    }
    if (!says)
        return;
    kit_text_within(kit, word, box.x + box.w / 2, box.y + box.h - (box.h > 40 ? 11 : 8), box.w - 1,
                    KIT_TEXT_LEAST,
                    (struct kit_type){box.h > 40 ? 9.5 : 8, taken && box.w > 44 ? 800 : 600, COLOUR_INK,
                                      KIT_CENTRE, NULL});
}

static void draw_squiggle(struct kit *kit, struct box box, double width)
{
    struct line line;
    line_init(&line);
    double x = box.x + box.w / 2, y = box.y + box.h * 0.34, w = fmin(17, box.w * 0.33), h = w / 3;
    line_add(&line, x - w, y + h);
    line_add(&line, x - w * 0.4, y - h);
    line_add(&line, x + w * 0.3, y + h * 0.6);
    line_add(&line, x + w, y - h);
    line_smooth(&line, false, 8);
    kit_line(kit, &line, width, 0, 0, COLOUR_INK);
    line_clear(&line);
}

static void draw_pens(struct kit *kit, const struct easel *easel)
{
    struct box room = easel->pens;
    double gap = 4, space = room.h > 40 ? 14 : 6;
    double w = (room.w - space - (PENS + SKETCH_INKS - 2) * gap) / (PENS + SKETCH_INKS);
    struct box box = {room.x, room.y, w, room.h};
    bool say_pens = words_fit(kit, pen_words, PENS, w);
    bool say_inks = words_fit(kit, ink_words, SKETCH_INKS, w);
    for (int i = 0; i < PENS; i++) {
        begin_choice(kit, kit_name(kit, "pen:seat%d:%d", easel->seat, i), box,
                     kit_tr(kit, pen_words[i]), say_pens, easel->pen == i && !easel->erasing);
        draw_squiggle(kit, box, pens[i] * 1.3);
        kit_end(kit);
        box.x += w + gap;
    }
    box.x += space - gap;
    for (int i = 0; i < SKETCH_INKS; i++) {
        bool taken = easel->ink == i && !easel->erasing;
        double y = box.y + box.h * 0.36, radius = box.h > 40 ? 10 : 7;
        begin_choice(kit, kit_name(kit, "ink:seat%d:%d", easel->seat, i), box,
                     kit_tr(kit, ink_words[i]), say_inks, taken);
        kit_disc(kit, box.x + w / 2, y, radius, sketch_inks[i]);
        if (taken)
            kit_icon(kit, "check", box.x + w / 2 - radius * 0.7, y - radius * 0.7, radius * 1.4,
                     COLOUR_PAPER);
        kit_end(kit);
        box.x += w + gap;
    }
}

static void draw_tools(struct kit *kit, const struct easel *easel)
{
    struct box room = easel->tools;
    double gap = 4, w = (room.w - (TOOLS - 1) * gap) / TOOLS;
    const bool off[TOOLS] = {false, easel->before->len == 0, easel->after->len == 0,
                             sketch_is_empty(&easel->sketch), false};
    const bool on[TOOLS] = {easel->erasing, false, false, false, easel->guides};
    for (int i = 0; i < TOOLS; i++) {
        struct box box = {room.x + i * (w + gap), room.y, w, room.h};
        const char *hit = kit_name(kit, "tool:seat%d:%s", easel->seat, tools[i].name);
        enum widget_state state = off[i] ? WIDGET_OFF : on[i] ? WIDGET_ON : WIDGET_REST;
        if (w > 84)
            widget_button(kit, hit, box, kit_tr(kit, tools[i].word), tools[i].icon, 10.5, state);
        else
            widget_bar_item(kit, hit, box, kit_tr(kit, tools[i].word), tools[i].icon, state);
    }
}

void easel_draw(struct easel *easel, struct kit *kit)
{
    draw_sheet(kit, easel);
    bool rtl = lang_is_rtl(kit->lang);
    kit_mirror(kit, rtl ? 2 * easel->pens.x + easel->pens.w : 0);
    draw_pens(kit, easel);
    draw_tools(kit, easel);
    kit_mirror(kit, 0);
}
