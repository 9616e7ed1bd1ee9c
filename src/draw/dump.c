// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The form of --dump-scene. Keys whose value a mark does not have are left out, and so are marks
// that show nothing.
#include "draw/paint.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "draw/scene.h"

static void add_string(GString *json, const char *text)
{
    g_string_append_c(json, '"');
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '"' || *c == '\\')
            g_string_append_printf(json, "\\%c", *c);
        else if ((unsigned char)*c < 0x20 || *c == 0x7f)
            g_string_append_printf(json, "\\u%04x", (unsigned)*c);
        else
            g_string_append_c(json, *c);
    }
    g_string_append_c(json, '"');
}

// Thousandths are finer than any printer; -0 and trailing zeros would only make noise.
static void add_number(GString *json, double value)
{
    double thousandths = round(value * 1000);
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(digits, sizeof digits, "%.3f", thousandths == 0 ? 0 : thousandths / 1000);
    char *end = digits + strlen(digits) - 1;
    while (*end == '0')
        *end-- = '\0';
    if (*end == '.')
        *end = '\0';
    g_string_append(json, digits);
}

struct dump {
    GString *json;
    double unit;
    bool hits;
    bool any;
    const struct scene *scene;
};

static void add_member(GString *json, const char *key, const char *value)
{
    if (value == NULL)
        return;
    g_string_append_printf(json, ",\"%s\":", key);
    add_string(json, value);
}

// Where people put it.
static void add_placed(struct dump *dump, const struct scene_mark *mark)
{
    const struct scene *scene = dump->scene;
    for (size_t i = 0; mark->id != NULL && i < scene->placed_n; i++) {
        if (strcmp(scene->placed[i].id, mark->id) != 0)
            continue;
        g_string_append(dump->json, ",\"placed\":[");
        add_number(dump->json, scene->placed[i].x);
        g_string_append_c(dump->json, ',');
        add_number(dump->json, scene->placed[i].y);
        g_string_append_c(dump->json, ']');
        return;
    }
}

static void dump_mark(void *context, const struct scene_mark *mark, struct box box)
{
    struct dump *dump = context;
    if (box_is_empty(box))
        return;
    GString *json = dump->json;
    g_string_append(json, dump->any ? ",\n{\"kind\":" : "\n{\"kind\":");
    dump->any = true;
    add_string(json, scene_kind_name(mark->kind));
    add_member(json, "id", mark->id);
    add_member(json, "table", mark->table);
    add_member(json, "text", mark->text);
    if (mark->size_pt > 0) {
        g_string_append(json, ",\"size_pt\":");
        add_number(json, mark->size_pt);
    }
    g_string_append(json, ",\"box\":[");
    const double sides[] = {box.x, box.y, box.w, box.h};
    for (size_t i = 0; i < G_N_ELEMENTS(sides); i++) {
        if (i > 0)
            g_string_append_c(json, ',');
        add_number(json, sides[i] * dump->unit);
    }
    g_string_append_c(json, ']');
    add_member(json, "lang", mark->lang);
    add_member(json, "font", mark->font);
    add_placed(dump, mark);
    if (dump->hits)
        add_member(json, "hit", mark->hit);
    g_string_append_c(json, '}');
}

char *scene_dump(const struct scene *scene, double unit, bool hits)
{
    struct dump dump = {.json = g_string_new("{\"page\":{\"w\":"), .unit = unit, .hits = hits,
                        .scene = scene};
    GString *json = dump.json;
    add_number(json, scene->w * unit);
    g_string_append(json, ",\"h\":");
    add_number(json, scene->h * unit);
    g_string_append(json, "},\"items\":[");
    scene_each_mark(scene, dump_mark, &dump);
    g_string_append(json, "],\n\"appendix\":[");
    for (size_t i = 0; i < scene->appendix_n; i++) {
        if (i > 0)
            g_string_append_c(json, ',');
        add_string(json, scene->appendix[i]);
    }
    g_string_append(json, "]}\n");
    return g_string_free(json, FALSE);
}
