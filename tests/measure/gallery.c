// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// gallery SOURCE_ROOT OUT.png
//
// The pictures of pictures.h in every composition on one contact sheet, each with its name: the
// gallery of the README (`ninja -C build gallery` writes it there). Real ideas are left out: they are
// not ours to publish; so are pictures that look like another one.
#include <glib.h>
#include <math.h>
#include <stdio.h>

#include "base/err.h"
#include "draw/lettering.h"
#include "draw/scene.h"
#include "pictures.h"

#define CELL_W 100.0 // mm
#define CELL_H 74.0  // room for a landscape page; an upright one is fitted in
#define CAPTION 3.6
#define GAP 5.0
#define WIDTH 1240.0 // pixels of the whole sheet

struct sheet {
    struct scene *scene;
    struct press *press;
    double x, y, right; // of the next picture; where rows end
};

static void draw_frame(struct scene *scene, struct box box)
{
    struct line line;
    line_init(&line);
    line_add_rect(&line, box.x + 0.7, box.y + 0.7, box.w, box.h);
    scene_fill(scene, &line, 1, AFFINE_IDENTITY, COLOUR_SHADOW, false);
    line_clear(&line);
    line_add_rect(&line, box.x, box.y, box.w, box.h);
    scene_fill(scene, &line, 1, AFFINE_IDENTITY, COLOUR_PAPER, false);
    line_clear(&line);
}

static void add_picture(struct sheet *sheet, const char *name, const struct print *print)
{
    const struct scene *page = poster_page(print->poster, 0);
    double scale = fmin(CELL_W / page->w, CELL_H / page->h);
    struct box box = {sheet->x + (CELL_W - page->w * scale) / 2,
                      sheet->y + (CELL_H - page->h * scale) / 2, page->w * scale, page->h * scale};
    draw_frame(sheet->scene, box);
    scene_use(sheet->scene, page, (struct affine){scale, 0, 0, scale, box.x, box.y}, 1);
    char *caption = g_strdup_printf("%s: %s", name, poster_style(print->poster));
    const struct run *run = lettering_run(sheet->press->lettering, caption, 500, "en");
    scene_text(sheet->scene, run, CAPTION, sheet->x + (CELL_W - run->width * CAPTION) / 2,
               sheet->y + CELL_H + CAPTION * 1.5, 0, COLOUR_INK);
    g_free(caption);
    sheet->x += CELL_W + GAP;
    if (sheet->x + CELL_W > sheet->right + 0.1) {
        sheet->x = GAP;
        sheet->y += CELL_H + CAPTION * 2.4 + GAP;
    }
}

static bool is_shown(const struct picture *picture)
{
    static const char *const like_others[] = {"sample, A0", "45 cards, upright", "2 tables"};
    bool shown = g_strcmp0(picture->source, "corpus") != 0;
    for (size_t i = 0; i < G_N_ELEMENTS(like_others); i++)
        shown = shown && !g_str_equal(picture->name, like_others[i]);
    return shown;
}

static size_t styles_n(void)
{
    size_t n = 0;
    while (poster_style_name(n) != NULL)
        n++;
    return n;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: gallery SOURCE_ROOT OUT.png\n");
        return 2;
    }
    struct pictures open;
    pictures_open(&open, argv[1]);
    GPtrArray *prints = g_ptr_array_new_with_free_func((GDestroyNotify)print_free);
    GPtrArray *names = g_ptr_array_new();
    for (size_t i = 0; i < pictures_n; i++)
        for (size_t k = 0; k < styles_n(); k++) {
            struct print *print =
                is_shown(&pictures[i]) ? pictures_print(&open, &pictures[i], poster_style_name(k), -1) : NULL;
            if (print == NULL)
                continue;
            g_ptr_array_add(prints, print);
            g_ptr_array_add(names, (gpointer)(uintptr_t)pictures[i].name);
        }
    unsigned columns = (unsigned)styles_n(); // a row a workshop
    unsigned rows = (prints->len + columns - 1) / columns;
    struct sheet sheet = {.press = open.press, .x = GAP, .y = GAP};
    sheet.right = GAP + columns * (CELL_W + GAP) - GAP;
    sheet.scene = scene_new(sheet.right + GAP, GAP + rows * (CELL_H + CAPTION * 2.4 + GAP));
    for (guint i = 0; i < prints->len; i++)
        add_picture(&sheet, names->pdata[i], prints->pdata[i]);
    const struct publication publication = {.title = "Erntebild", .lang = "en"};
    const struct scene *const page = sheet.scene;
    struct err err = {0};
    bool ok = publish_scenes(argv[2], &page, 1, &publication, WIDTH / (sheet.scene->w / 25.4), &err);
    if (!ok)
        fprintf(stderr, "%s\n", err.text);
    scene_free(sheet.scene);
    g_ptr_array_free(prints, TRUE);
    g_ptr_array_free(names, TRUE);
    pictures_close(&open);
    return ok ? 0 : 1;
}
