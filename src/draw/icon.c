// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/icon.h"

#include <glib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/random.h"
#include "base/tr.h"
#include "draw/icon_file.h"

struct icons {
    GMappedFile *map;
    size_t n;
    const struct icon_file_icon *icons;
    const struct icon_file_stroke *strokes;
    const struct icon_file_point *points;
    const char *names;
};

static uint64_t body_size(const struct icon_file_header *header)
{
    return ((uint64_t)header->icons_n + 1) * sizeof(struct icon_file_icon) +
           ((uint64_t)header->strokes_n + 1) * sizeof(struct icon_file_stroke) +
           (uint64_t)header->points_n * sizeof(struct icon_file_point) + header->names_size;
}

static bool is_sound(const char *data, size_t size)
{
    const struct icon_file_header *header = (const void *)data;
    return size >= sizeof *header &&
           memcmp(header->magic, ICON_FILE_MAGIC, sizeof header->magic) == 0 &&
           header->version == ICON_FILE_VERSION && header->order == ICON_FILE_ORDER &&
           header->size == size && body_size(header) == size - sizeof *header &&
           header->checksum == hash_bytes(HASH_BASIS, data + sizeof *header, size - sizeof *header);
}

struct icons *icons_open(struct err *err)
{
    char *path = file_data("icons.bin");
    GMappedFile *map = g_mapped_file_new(path, FALSE, NULL);
    const char *data = map == NULL ? NULL : g_mapped_file_get_contents(map);
    struct icons *icons = NULL;
    if (data == NULL || !is_sound(data, g_mapped_file_get_length(map))) {
        err_set(err, ERR_MISSING, N_("%s: cannot be read. Build or install Erntebild again."),
                path);
        if (map != NULL)
            g_mapped_file_unref(map);
    } else {
        const struct icon_file_header *header = (const void *)data;
        icons = g_new0(struct icons, 1);
        icons->map = map;
        icons->n = header->icons_n;
        icons->icons = (const void *)(header + 1);
        icons->strokes = (const void *)(icons->icons + header->icons_n + 1);
        icons->points = (const void *)(icons->strokes + header->strokes_n + 1);
        icons->names = (const void *)(icons->points + header->points_n);
    }
    g_free(path);
    return icons;
}

void icons_close(struct icons *icons)
{
    if (icons == NULL)
        return;
    g_mapped_file_unref(icons->map);
    g_free(icons);
}

int icons_find(const struct icons *icons, const char *name)
{
    size_t low = 0, high = icons->n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(name, icons->names + icons->icons[middle].name);
        if (order == 0)
            return (int)middle;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return -1;
}

size_t icons_count(const struct icons *icons)
{
    return icons->n;
}

const char *icons_name(const struct icons *icons, int icon)
{
    return icons->names + icons->icons[icon].name;
}

int icon_strokes(const struct icons *icons, int icon)
{
    return (int)(icons->icons[icon + 1].stroke - icons->icons[icon].stroke);
}

void icon_stroke_load(const struct icons *icons, int icon, int i, struct icon_stroke *stroke)
{
    const struct icon_file_stroke *row = &icons->strokes[icons->icons[icon].stroke + (uint32_t)i];
    stroke->closed = row->closed != 0;
    stroke->n = MIN(row[1].point - row->point, (uint32_t)G_N_ELEMENTS(stroke->p));
    for (size_t k = 0; k < stroke->n; k++) {
        struct icon_file_point p = icons->points[row->point + k];
        stroke->p[k] = (struct point){p.x / ICON_FILE_UNIT, p.y / ICON_FILE_UNIT};
    }
}

bool icon_has_direction(const char *name)
{
    static const char *const starts[] = {"arrow-", "arrows-", "chevron", "door-e", "login",
                                         "logout", "send",    "route",   "walk",   "run",
                                         "bike",   "bus",     "car",     "truck",  "train"};
    for (size_t i = 0; i < G_N_ELEMENTS(starts); i++)
        if (g_str_has_prefix(name, starts[i]))
            return true;
    return false;
}
