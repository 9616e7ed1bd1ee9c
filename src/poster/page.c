// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/page.h"

#include <glib.h>
#include <math.h>

#include "base/tr.h"
#include "draw/sketch.h"

void page_note(struct page *page, enum obstacle_kind kind, struct box box)
{
    if (page->obstacles_n == page->obstacles_room) {
        page->obstacles_room = MAX((size_t)256, page->obstacles_room * 2);
        page->obstacles = g_renew(struct obstacle, page->obstacles, page->obstacles_room);
    }
    page->obstacles[page->obstacles_n++] = (struct obstacle){kind, box};
}

void page_note_size(struct page *page, double size)
{
    page->smallest = page->smallest == 0 ? size : fmin(page->smallest, size);
}

const struct run *page_run(struct page *page, const char *text, int weight, const char *lang)
{
    const struct measure *measure = &page->tools->measure;
    return measure->run(measure->context, text, weight, lang);
}

double page_text_width(struct page *page, const char *text, int weight, const char *lang,
                       double size)
{
    return page_run(page, text, weight, lang)->width * size;
}

struct paragraph *page_paragraph(struct page *page, const char *text, int weight, const char *lang,
                                 double size, double width, double leading)
{
    return paragraph_new(page->arena, &page->tools->measure, text, weight, lang, size, width,
                         leading);
}

const char *page_tr(struct page *page, const char *id)
{
    return tr_text(page->tools->tr, id);
}

const char *page_table_title(struct page *page, const struct harvest_table *table)
{
    if (page->harvest->themed && *table->title == '\0')
        return page_tr(page, N_("And also"));
    return table->title != NULL ? table->title : "";
}

double page_reading(const struct harvest_table *table)
{
    double sum = 0;
    for (size_t i = 0; i < table->n; i++) {
        const char *text = table->ideas[i].text;
        sum += 60 + (table->n > 18 || text == NULL ? 0 : (double)g_utf8_strlen(text, -1));
    }
    return sum;
}

const char *page_lang(const struct page *page)
{
    return page->harvest->lang;
}

static enum scene_role role_of(enum scene_kind kind)
{
    switch (kind) {
    case KIND_TABLE:
        return ROLE_H2;
    case KIND_KEYWORD:
        return ROLE_H3;
    case KIND_TITLE: // its heading is lettered by title_letters
    case KIND_IDEA:
    case KIND_CORE_POINT:
    case KIND_AGREEMENT:
    case KIND_CONNECTOR:
    case KIND_FOOTER:
        return ROLE_P;
    case KIND_ICON:
    case KIND_FIGURE:
        return ROLE_FIGURE;
    case KIND_DECORATION:
        break;
    }
    return ROLE_ARTIFACT;
}

static void begin_text(struct page *page, enum scene_role role, enum scene_kind kind,
                       const char *id, const char *table, const char *text, const char *lang,
                       double size)
{
    page_note_size(page, size);
    scene_begin(page->scene, (struct scene_mark){
                                 .kind = kind,
                                 .role = role,
                                 .id = id,
                                 .table = table,
                                 .text = text,
                                 .lang = lang != NULL ? lang : page_lang(page),
                                 .box = BOX_EMPTY,
                             });
}

void page_line(struct page *page, enum scene_kind kind, const char *id, const char *table,
               const char *text, int weight, const char *lang, double x, double baseline,
               double size, enum pen_anchor anchor, uint32_t colour)
{
    begin_text(page, role_of(kind), kind, id, table, text, lang, size);
    pen_text(&page->pen, page_run(page, text, weight, lang), x, baseline, size, anchor, colour);
    scene_end(page->scene);
}

void page_heading(struct page *page, enum scene_role role, enum scene_kind kind, const char *id,
                  const char *text, int weight, const char *lang, double x, double baseline,
                  double size, enum pen_anchor anchor)
{
    begin_text(page, role, kind, id, NULL, text, lang, size);
    pen_text(&page->pen, page_run(page, text, weight, lang), x, baseline, size, anchor, COLOUR_INK);
    scene_end(page->scene);
}

void page_block(struct page *page, enum scene_kind kind, const char *id, const char *table,
                const char *text, const struct paragraph *paragraph, double x, double y,
                double width, enum pen_anchor align, uint32_t colour, const char *key)
{
    const char *lang = paragraph->n > 0 ? paragraph->lines[0]->lang : NULL;
    begin_text(page, role_of(kind), kind, id, table, text, lang, paragraph->size);
    pen_paragraph(&page->pen, paragraph, x, y, width, align, colour, key);
    scene_end(page->scene);
}

double page_sketch(struct page *page, const char *ink, const char *id, const char *table,
                   struct box room, double finest, bool alone)
{
    struct sketch sketch;
    sketch_init(&sketch);
    (void)sketch_read(&sketch, ink); // of a damaged one what can be read
    struct box drawn = sketch_box(&sketch);
    double used = 0;
    if (!box_is_empty(drawn)) {
        used = fmin(room.w, room.h * drawn.w / fmax(drawn.h, 1));
        room.w = used;
        scene_begin(page->scene,
                    (struct scene_mark){.kind = KIND_ICON,
                                        .role = alone ? ROLE_FIGURE : ROLE_ARTIFACT,
                                        .id = id,
                                        .table = table,
                                        .alt = alone ? page_tr(page, N_("Drawing")) : NULL,
                                        .box = BOX_EMPTY});
        sketch_draw(&sketch, page->scene,
                    sketch_fit(&sketch, pen_box(&page->pen, room), G_MAXDOUBLE),
                    finest * page->unit_mm);
        scene_end(page->scene);
    }
    sketch_clear(&sketch);
    return used;
}
