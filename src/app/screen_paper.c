// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A drawn page of the exchange log in large: who does what, what became of ideas, a year, minutes. What
// is seen is what is saved as PDF, PNG or SVG.
#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "app/handout.h"
#include "app/kit.h"
#include "app/stage.h"
#include "app/widget.h"
#include "base/arena.h"
#include "base/tr.h"
#include "exchange/picture.h"
#include "publish/press.h"

#define TOP 58.0
#define BOTTOM 58.0

struct screen_paper {
    struct screen screen;
    enum protocol what;
    int64_t row;
    char *today; // owned
    struct press press; // its tools are the stage's
    struct office *office; // NULL: could not be opened
    struct pages pages;    // of the office
    size_t page;
    struct err failed; // why there is no page
};

static const struct {
    const char *title, *file; // English message ids
} papers[] = {
    [PROTOCOL_MINUTES] = {N_("Minutes"), N_("meeting-minutes")},
    [PROTOCOL_WEB] = {N_("Who does what?"), N_("who-does-what")},
    [PROTOCOL_TIMELINE] = {N_("What became of it"), N_("what-became-of-it")},
    [PROTOCOL_REVIEW] = {N_("Our year"), N_("our-year")},
};
static const char *const formats[] = {"pdf", "png", "svg"};

static struct screen_paper *self_of(struct screen *screen)
{
    return (struct screen_paper *)(void *)screen;
}

// ---- the pages ----------------------------------------------------------------------------------

struct used { // what a frame that is still to be painted may point to
    struct office *office;
    struct pages pages;
};

static void free_used(gpointer data)
{
    struct used *used = data;
    pages_free(&used->pages);
    office_close(used->office);
    g_free(used);
}

static void drop(struct screen_paper *self)
{
    struct used *used = g_new(struct used, 1);
    *used = (struct used){self->office, self->pages};
    stage_retire(self->screen.stage, used, free_used);
    self->office = NULL;
    self->pages = (struct pages){0};
}

static void compose(struct screen_paper *self)
{
    struct stage *stage = self->screen.stage;
    drop(self);
    self->failed = stage_err(stage);
    self->press = (struct press){stage->hand, stage->icons, stage->words, stage->hyphens};
    self->office = office_open(&self->press, stage->store, self->today, &self->failed);
    if (self->office != NULL)
        protocol_compose(self->office, self->what, self->row, &self->pages, &self->failed);
    self->page = MIN(self->page, self->pages.n > 0 ? self->pages.n - 1 : 0);
}

static void turn(struct screen_paper *self, int step)
{
    if (self->what == PROTOCOL_REVIEW) {
        self->row += step;
        compose(self);
    } else if (step < 0 ? self->page > 0 : self->page + 1 < self->pages.n) {
        self->page += (size_t)step;
    }
}

static void save(struct screen_paper *self, const char *format)
{
    struct stage *stage = self->screen.stage;
    struct err err = stage_err(stage);
    char *folder = handout_folder(stage);
    char *name = self->what == PROTOCOL_REVIEW
                     ? g_strdup_printf("%s-%d.%s", stage_text(stage, papers[self->what].file),
                                       (int)self->row, format)
                     : g_strdup_printf("%s-%s.%s", stage_text(stage, papers[self->what].file),
                                       self->today, format);
    char *path = g_build_filename(folder, name, NULL);
    bool ok = g_mkdir_with_parents(folder, 0755) == 0 || err_set_errno(&err, errno, folder);
    ok = ok && protocol_publish(self->office, self->what, self->row, path, 0, &err);
    if (ok) {
        char *text = g_strdup_printf(stage_text(stage, N_("Saved: %s")), path);
        stage_say(stage, 1, "device-floppy", text, NULL, NULL);
        g_free(text);
    } else {
        stage_warn(stage, 1, &err);
    }
    g_free(path);
    g_free(name);
    g_free(folder);
}

// ---- events -------------------------------------------------------------------------------------

static void touch(struct screen *screen, const struct touch *touch)
{
    struct screen_paper *self = self_of(screen);
    if (!touch_is_tap(touch))
        return;
    if (strcmp(touch->target, "back") == 0)
        stage_back(screen->stage);
    else if (strcmp(touch->target, "page:1") == 0)
        turn(self, 1);
    else if (strcmp(touch->target, "page:-1") == 0)
        turn(self, -1);
    else if (strncmp(touch->target, "save:", 5) == 0 && self->pages.n > 0)
        save(self, touch->target + 5);
}

static void key(struct screen *screen, const struct event *event)
{
    if (event->type != EVENT_KEY)
        return;
    if (event->key == KEY_ESCAPE)
        stage_back(screen->stage);
    else if (event->key == KEY_LEFT || event->key == KEY_RIGHT)
        turn(self_of(screen), event->key == KEY_RIGHT ? 1 : -1);
}

// ---- drawing ------------------------------------------------------------------------------------

static void draw_page(const struct screen_paper *self, struct kit *kit, struct box room)
{
    if (self->pages.n == 0) {
        kit_paragraph(kit, self->failed.text, room.x + room.w / 2, room.y + room.h * 0.4,
                      fmin(room.w - 60, 480), 0, 14,
                      (struct kit_type){17, 700, COLOUR_GREY, KIT_CENTRE, NULL});
        return;
    }
    const struct scene *page = self->pages.pages[self->page];
    double scale = fmin(room.w / page->w, room.h / page->h);
    struct box paper = {room.x + (room.w - page->w * scale) / 2,
                        room.y + (room.h - page->h * scale) / 2, page->w * scale, page->h * scale};
    kit_begin(kit, KIND_DECORATION, "paper", kit_tr(kit, papers[self->what].title));
    kit_fill(kit, (struct box){paper.x + 1.6, paper.y + 1.8, paper.w, paper.h}, 0.5, COLOUR_SHADOW);
    kit_fill(kit, paper, 0.5, COLOUR_PAPER);
    double left = kit->mirror > 0 ? kit->mirror - paper.x - paper.w : paper.x;
    scene_use(kit->scene, page,
              affine_multiply(kit->m, affine_multiply(affine_translation(left, paper.y),
                                                      affine_scaling(scale, scale))),
              1);
    kit_frame(kit, paper, 0.5, 0.7, COLOUR_INK);
    kit_end(kit);
}

static void draw(struct screen *screen, struct kit *kit)
{
    struct screen_paper *self = self_of(screen);
    const double w = screen->stage->w, h = screen->stage->h;
    const bool year = self->what == PROTOCOL_REVIEW;
    draw_page(self, kit, (struct box){16, TOP + 10, w - 32, h - TOP - BOTTOM - 20});
    widget_bar(kit, (struct box){0, 0, w, TOP}, true);
    kit_begin(kit, KIND_TITLE, "title", kit_tr(kit, papers[self->what].title));
    kit_text_within(kit, kit_tr(kit, papers[self->what].title), 18, 29, w - 120, 12,
                    (struct kit_type){24, 800, COLOUR_INK, KIT_LEFT, NULL});
    kit_end(kit);
    widget_bar_item(kit, "back", (struct box){w - 74, 8, 60, 42}, kit_tr(kit, N_("Back")),
                    "arrow-left", WIDGET_REST);
    double y = h - BOTTOM;
    widget_bar(kit, (struct box){0, y, w, BOTTOM}, false);
    if (year || self->pages.n > 1) {
        const char *where =
            year ? kit_name(kit, "%d", (int)self->row)
                 : kit_say(kit, kit_tr(kit, N_("%d of %d")), (int)self->page + 1, (int)self->pages.n);
        bool first = !year && self->page == 0, last = !year && self->page + 1 >= self->pages.n;
        widget_button(kit, "page:-1", (struct box){18, y + 8, 64, 42}, "", "chevron-left", 13,
                      first ? WIDGET_OFF : WIDGET_REST);
        kit_begin(kit, KIND_DECORATION, "page", where);
        kit_text_within(kit, where, 18 + 64 + 50, y + 29, 90, 10,
                        (struct kit_type){16, 700, COLOUR_INK, KIT_CENTRE, NULL});
        kit_end(kit);
        widget_button(kit, "page:1", (struct box){18 + 64 + 100, y + 8, 64, 42}, "", "chevron-right",
                      13, last ? WIDGET_OFF : WIDGET_REST);
    }
    double x = w - 15 - 200;
    const enum widget_state state = self->pages.n > 0 ? WIDGET_REST : WIDGET_OFF;
    widget_primary(kit, "save:pdf", (struct box){x, y + 7, 200, 44}, kit_tr(kit, N_("Save as PDF")),
                   "file-download", 17, state);
    for (size_t i = 1; i < G_N_ELEMENTS(formats); i++) {
        x -= 98;
        char *upper = g_ascii_strup(formats[i], -1);
        widget_button(kit, kit_name(kit, "save:%s", formats[i]), (struct box){x, y + 8, 90, 42},
                      kit_name(kit, "%s", upper), "photo-down", 13, state);
        g_free(upper);
    }
}

static double toast_bottom(const struct screen *screen, int seat)
{
    (void)seat;
    return screen->stage->h - BOTTOM - 10;
}

static void enter(struct screen *screen)
{
    compose(self_of(screen));
}

static void destroy(struct screen *screen)
{
    struct screen_paper *self = self_of(screen);
    drop(self);
    g_free(self->today);
    g_free(self);
}

struct screen *screen_paper_new(struct stage *stage, enum protocol what, int64_t row,
                                const char *today)
{
    static const struct screen_class class = {
        .name = "paper",
        .audience = AUDIENCE_FACILITATORS,
        .enter = enter,
        .touch = touch,
        .key = key,
        .follow = enter,
        .draw = draw,
        .toast_bottom = toast_bottom,
        .free = destroy,
    };
    struct screen_paper *self = g_new0(struct screen_paper, 1);
    self->screen = (struct screen){&class, stage};
    self->what = what;
    self->row = row;
    self->today = g_strdup(today);
    return &self->screen;
}
