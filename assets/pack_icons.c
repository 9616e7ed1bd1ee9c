// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// pack_icons NODE_MODULES OUT.bin
//
// Turns the strokes of Tabler's outline icons into the polylines of icons.bin.
#include <glib.h>
#include <json-c/json.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/random.h"
#include "draw/icon.h"
#include "draw/icon_file.h"
#include "draw/svg_path.h"

enum { CURVE_STEPS = 8 };
#define CLOSED 0.35 // grid units: ends nearer than this meet

enum { MOST_POINTS = sizeof((struct icon_stroke *)NULL)->p / sizeof(struct point) };

struct pack {
    GArray *icons, *strokes, *points; // of struct icon_file_...
    GString *names;
    size_t cut; // strokes with more points than a program reads
};

static void take_stroke(void *context, const struct point *p, size_t n, bool closed)
{
    struct pack *pack = context;
    struct icon_file_stroke row = {pack->points->len, closed};
    g_array_append_val(pack->strokes, row);
    if (n > MOST_POINTS)
        pack->cut++;
    for (size_t i = 0; i < n; i++) {
        struct icon_file_point point = {(int16_t)lround(p[i].x * ICON_FILE_UNIT),
                                        (int16_t)lround(p[i].y * ICON_FILE_UNIT)};
        g_array_append_val(pack->points, point);
    }
    if (n == 1) { // a dot has two equal ends
        struct icon_file_point again =
            g_array_index(pack->points, struct icon_file_point, pack->points->len - 1);
        g_array_append_val(pack->points, again);
    }
}

static bool add_icon(struct pack *pack, const char *name, struct json_object *nodes)
{
    struct icon_file_icon row = {(uint32_t)pack->names->len, pack->strokes->len};
    g_array_append_val(pack->icons, row);
    g_string_append_len(pack->names, name, (gssize)strlen(name) + 1);
    for (size_t i = 0; i < json_object_array_length(nodes); i++) {
        struct json_object *node = json_object_array_get_idx(nodes, i), *d;
        struct json_object *attributes = json_object_array_get_idx(node, 1);
        const char *element = json_object_get_string(json_object_array_get_idx(node, 0));
        if (strcmp(element, "path") != 0 || !json_object_object_get_ex(attributes, "d", &d) ||
            !svg_path_flatten(json_object_get_string(d), CURVE_STEPS, CLOSED, take_stroke, pack)) {
            fprintf(stderr, "pack_icons: icon %s: this <%s> cannot be read.\n", name, element);
            return false;
        }
    }
    return true;
}

static gint by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool add_all(struct pack *pack, struct json_object *all)
{
    GPtrArray *names = g_ptr_array_new();
    json_object_object_foreach(all, name, nodes)
    {
        (void)nodes;
        g_ptr_array_add(names, name);
    }
    g_ptr_array_sort(names, by_name);
    bool ok = true;
    for (guint i = 0; ok && i < names->len; i++)
        ok = add_icon(pack, names->pdata[i], json_object_object_get(all, names->pdata[i]));
    g_ptr_array_free(names, TRUE);
    if (pack->cut > 0)
        fprintf(stderr, "pack_icons: %zu strokes have more than %d points.\n", pack->cut,
                MOST_POINTS);
    return ok && pack->cut == 0;
}

static bool write_all(const struct pack *pack, const char *path, struct err *err)
{
    struct icon_file_header header = {
        .magic = ICON_FILE_MAGIC,
        .version = ICON_FILE_VERSION,
        .order = ICON_FILE_ORDER,
        .icons_n = pack->icons->len - 1,
        .strokes_n = pack->strokes->len - 1,
        .points_n = pack->points->len,
        .names_size = (uint32_t)pack->names->len,
    };
    GByteArray *out = g_byte_array_new();
    g_byte_array_append(out, (const void *)&header, sizeof header);
    g_byte_array_append(out, (const void *)pack->icons->data,
                        pack->icons->len * (guint)sizeof(struct icon_file_icon));
    g_byte_array_append(out, (const void *)pack->strokes->data,
                        pack->strokes->len * (guint)sizeof(struct icon_file_stroke));
    g_byte_array_append(out, (const void *)pack->points->data,
                        pack->points->len * (guint)sizeof(struct icon_file_point));
    g_byte_array_append(out, (const void *)pack->names->str, (guint)pack->names->len);
    header.size = out->len;
    header.checksum = hash_bytes(HASH_BASIS, out->data + sizeof header, out->len - sizeof header);
    memcpy(out->data, &header, sizeof header);
    bool ok = file_write(path, out->data, out->len, err);
    g_byte_array_free(out, TRUE);
    return ok;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: pack_icons NODE_MODULES OUT.bin\n");
        return 2;
    }
    char *source = g_build_filename(argv[1], "@tabler/icons/tabler-nodes-outline.json", NULL);
    struct json_object *all = json_object_from_file(source);
    struct pack pack = {
        .icons = g_array_new(FALSE, FALSE, sizeof(struct icon_file_icon)),
        .strokes = g_array_new(FALSE, FALSE, sizeof(struct icon_file_stroke)),
        .points = g_array_new(FALSE, FALSE, sizeof(struct icon_file_point)),
        .names = g_string_new(NULL),
    };
    struct err err = {0};
    bool ok = json_object_is_type(all, json_type_object);
    if (!ok)
        fprintf(stderr, "pack_icons: %s: not there or not JSON. Run the set-up.\n", source);
    ok = ok && add_all(&pack, all);
    if (ok) {
        struct icon_file_icon last = {0, pack.strokes->len};
        struct icon_file_stroke end = {pack.points->len, 0};
        g_array_append_val(pack.icons, last);
        g_array_append_val(pack.strokes, end);
        ok = write_all(&pack, argv[2], &err);
        if (!ok)
            fprintf(stderr, "pack_icons: %s\n", err.text);
    }
    g_array_free(pack.icons, TRUE);
    g_array_free(pack.strokes, TRUE);
    g_array_free(pack.points, TRUE);
    g_string_free(pack.names, TRUE);
    json_object_put(all);
    g_free(source);
    return ok ? 0 : 1;
}
