// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "draw/paragraph.h"

static const struct run *run_of(struct kit *kit, const char *text, const struct kit_type *type)
{
    return lettering_run(kit->lettering, text, type->weight,
                         type->lang != NULL ? type->lang : kit->lang);
}

const char *kit_guess_lang(struct kit *kit, const char *text)
{
    return lettering_run(kit->lettering, text, 600, NULL)->lang;
}

double kit_text_width(struct kit *kit, const char *text, struct kit_type type)
{
    return run_of(kit, text, &type)->width * type.size;
}

static void put(struct kit *kit, const struct run *run, double x, double baseline,
                const struct kit_type *type)
{
    double width = run->width * type->size;
    enum kit_align align = type->align;
    if (kit->mirror > 0) {
        x = kit->mirror - x;
        align = align == KIT_LEFT ? KIT_RIGHT : align == KIT_RIGHT ? KIT_LEFT : align;
    }
    double left = align == KIT_LEFT    ? x
                  : align == KIT_RIGHT ? x - width
                                       : x - width / 2;
    struct point at = affine_apply(kit->m, (struct point){left, baseline});
    scene_text(kit->scene, run, type->size, at.x, at.y, atan2(kit->m.yx, kit->m.xx), type->colour);
}

double kit_text_on(struct kit *kit, const char *text, double x, double y, struct kit_type type)
{
    g_assert(type.size >= KIT_TEXT_LEAST);
    const struct run *run = run_of(kit, text, &type);
    put(kit, run, x, y, &type);
    return run->width * type.size;
}

double kit_text(struct kit *kit, const char *text, double x, double y, struct kit_type type)
{
    const struct run *run = run_of(kit, text, &type);
    // Between half the height of capitals and of small letters; Arabic hangs from its line.
    double below = run->rtl ? (run->ascent - run->descent) / 2 : 0.36;
    return kit_text_on(kit, text, x, y + below * type.size, type);
}

// The longest beginning of `text` that fits with an ellipsis, cut between characters as people see
// them.
static const char *cut(struct kit *kit, const char *text, double width, struct kit_type type)
{
    size_t fits = 0;
    const char *shown = "…";
    for (size_t end = lettering_next(text, 0); text[end] != '\0'; end = lettering_next(text, end)) {
        const char *longer = arena_printf(kit->arena, "%.*s…", (int)end, text);
        if (kit_text_width(kit, longer, type) > width)
            break;
        fits = end;
        shown = longer;
    }
    return fits > 0 ? shown : "…";
}

double kit_text_within(struct kit *kit, const char *text, double x, double y, double width,
                       double least, struct kit_type type)
{
    while (type.size > least && kit_text_width(kit, text, type) > width)
        type.size = fmax(least, type.size - 0.5);
    if (kit_text_width(kit, text, type) > width)
        text = cut(kit, text, width, type);
    return kit_text(kit, text, x, y, type);
}

double kit_paragraph(struct kit *kit, const char *text, double x, double y, double width, int lines,
                     double least, struct kit_type type)
{
    const char *lang = type.lang != NULL ? type.lang : kit->lang;
    struct paragraph *paragraph;
    for (;;) {
        paragraph =
            paragraph_new(kit->arena, &kit->measure, text, type.weight, lang, type.size, width, 0);
        if (type.size <= least || ((lines == 0 || paragraph->n <= lines) && !paragraph->overfull))
            break;
        type.size = fmax(least, type.size - 0.5);
    }
    int n = lines > 0 ? MIN(lines, paragraph->n) : paragraph->n;
    if (n < paragraph->n) { // says that there is more
        const char *last = arena_printf(kit->arena, "%s…", paragraph->lines[n - 1]->text);
        if (kit_text_width(kit, last, type) > width)
            last = cut(kit, paragraph->lines[n - 1]->text, width, type);
        paragraph->lines[n - 1] = run_of(kit, last, &type);
    }
    for (int i = 0; i < n; i++)
        put(kit, paragraph->lines[i], x, y + paragraph->ascent + i * paragraph->leading, &type);
    return paragraph->height - (paragraph->n - n) * paragraph->leading;
}
