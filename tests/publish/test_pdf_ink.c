// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ink that the PDF writes without cairo: where it stands, in which order, under which clip.

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include <glib.h>
#include <glib/gstdio.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "draw/bitmap.h"
#include "draw/geometry.h"
#include "draw/scene.h"
#include "publish/publish.h"

#define INCH 25.4

static void add_square(struct scene *scene, double inches, enum scene_type type, uint32_t colour)
{
    struct line line;
    line_init(&line);
    line_add_rect(&line, inches * INCH, inches * INCH, INCH, INCH);
    const double dash[2] = {INCH / 72, INCH / 36};
    if (type == SCENE_FILL)
        scene_fill(scene, &line, 1, AFFINE_IDENTITY, colour, false);
    else if (type == SCENE_STROKE)
        scene_stroke(scene, &line, 1, AFFINE_IDENTITY, INCH / 72, true, dash, colour);
    else
        scene_clip(scene, &line, AFFINE_IDENTITY);
    line_clear(&line);
}

// The decoded content of the one page that `scene` becomes, and its graphics states as text; both
// g_free. The scene is freed.
static char *content_of(struct scene *scene, char **states)
{
    char *folder = g_dir_make_tmp("erntebild-ink-XXXXXX", NULL);
    char *path = g_build_filename(folder, "a.pdf", NULL);
    const struct publication publication = {.title = "Tinte", .lang = "de", .date = "2016-03-14"};
    const struct scene *const pages[] = {scene};
    struct err err = {0};
    if (!publish_scenes(path, pages, 1, &publication, 0, &err))
        fail_msg("%s", err.text);
    scene_free(scene);
    qpdf_data qpdf = qpdf_init();
    assert_int_equal(qpdf_read(qpdf, path, NULL), QPDF_SUCCESS);
    qpdf_oh page = qpdf_get_page_n(qpdf, 0);
    unsigned char *data = NULL;
    size_t size = 0;
    assert_int_equal(qpdf_oh_get_stream_data(qpdf, qpdf_oh_get_key(qpdf, page, "/Contents"),
                                             qpdf_dl_all, NULL, &data, &size),
                     QPDF_SUCCESS);
    char *content = g_strndup((const char *)data, size);
    free(data);
    qpdf_oh resources = qpdf_oh_get_key(qpdf, page, "/Resources");
    if (states != NULL)
        *states = g_strdup(qpdf_oh_unparse(qpdf, qpdf_oh_get_key(qpdf, resources, "/ExtGState")));
    qpdf_cleanup(&qpdf);
    g_unlink(path);
    g_rmdir(folder);
    g_free(path);
    g_free(folder);
    return content;
}

// Finds `text` in what follows *at, which then follows it.
static void comes(const char **at, const char *text)
{
    const char *found = strstr(*at, text);
    if (found == NULL)
        fail_msg("\"%s\" does not come in: %s", text, *at);
    *at = found + strlen(text);
}

static void shapes_stand_where_they_are(void **state)
{
    (void)state;
    struct scene *scene = scene_new(10 * INCH, 5 * INCH);
    char *states;
    add_square(scene, 1, SCENE_FILL, 0xFF000080);
    add_square(scene, 2, SCENE_STROKE, 0x0000FFFF);
    char *content = content_of(scene, &states);
    const char *at = content;
    comes(&at, "/Artifact BMC\n");
    comes(&at, "q 0.0625 0 0 0.0625 0 0 cm 1 J 1 j\n");
    comes(&at, "1.000 0.000 0.000 rg\n/ink128 gs\n");
    comes(&at, "1152 1152 m\n2304 1152 l\n2304 2304 l\n1152 2304 l\nf\n");
    comes(&at, "0.000 0.000 1.000 RG\n/ink255 gs\n16.000 w\n[16.000 32.000 ] 0 d\n");
    comes(&at, "2304 2304 m\n3456 2304 l\n3456 3456 l\n2304 3456 l\nh\nS\nQ\n");
    comes(&at, "EMC\n");
    at = states;
    comes(&at, "/ink128 << /CA 0.502 /ca 0.502 >>");
    comes(&at, "/ink255 << /CA 1 /ca 1 >>");
    assert_null(strstr(content, " re f")); // no place is left empty
    g_free(content);
    g_free(states);
}

// Each mark has its own ink, before and after what cairo paints.
static void order_is_kept(void **state)
{
    (void)state;
    uint32_t pixels[1] = {0xFF00FF00};
    const struct bitmap bitmap = {.w = 1, .h = 1, .pixels = pixels};
    struct scene *scene = scene_new(10 * INCH, 5 * INCH);
    scene_begin(scene, (struct scene_mark){.kind = KIND_TITLE, .role = ROLE_H1, .text = "Eins"});
    add_square(scene, 1, SCENE_FILL, 0xFF0000FF);
    scene_image(scene, &bitmap, (struct box){INCH, INCH, INCH, INCH});
    add_square(scene, 2, SCENE_FILL, 0xFF0000FF);
    scene_end(scene);
    scene_begin(scene, (struct scene_mark){.kind = KIND_IDEA, .role = ROLE_P, .text = "Zwei"});
    add_square(scene, 3, SCENE_FILL, 0xFF0000FF);
    scene_end(scene);
    char *content = content_of(scene, NULL);
    const char *at = content;
    comes(&at, "/H1");
    comes(&at, "1152 1152 m\n");
    comes(&at, " Do\n");
    comes(&at, "2304 2304 m\n");
    comes(&at, "EMC\n");
    comes(&at, "/P");
    comes(&at, "3456 3456 m\n");
    comes(&at, "EMC\n");
    g_free(content);
}

// A clip round ink alone goes with it; one round something else is cairo's, with all it holds.
static void clips_hold_what_they_held(void **state)
{
    (void)state;
    uint32_t pixels[1] = {0xFF00FF00};
    const struct bitmap bitmap = {.w = 1, .h = 1, .pixels = pixels};
    struct scene *scene = scene_new(10 * INCH, 5 * INCH);
    add_square(scene, 1, SCENE_CLIP, 0);
    add_square(scene, 0, SCENE_FILL, 0xFF0000FF);
    scene_unclip(scene);
    add_square(scene, 2, SCENE_FILL, 0xFF0000FF);
    add_square(scene, 3, SCENE_CLIP, 0);
    add_square(scene, 3.5, SCENE_FILL, 0xFF0000FF);
    scene_image(scene, &bitmap, (struct box){3 * INCH, 3 * INCH, INCH, INCH});
    scene_unclip(scene);
    add_square(scene, 4, SCENE_FILL, 0xFF0000FF);
    char *content = content_of(scene, NULL);
    const char *at = content;
    comes(&at, "q 1152 1152 m\n2304 1152 l\n2304 2304 l\n1152 2304 l\nh\nW n\n");
    comes(&at, "0 0 m\n1152 0 l\n1152 1152 l\n0 1152 l\nf\nQ\n");
    comes(&at, "2304 2304 m\n");
    comes(&at, "216 216 72 72 re W n\n"); // cairo's, in points
    comes(&at, " Do\n");
    comes(&at, "4608 4608 m\n");
    assert_null(strstr(at, "W n"));
    g_free(content);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_stand_where_they_are),
        cmocka_unit_test(order_is_kept),
        cmocka_unit_test(clips_hold_what_they_held),
    };
    return cmocka_run_group_tests_name("pdf_ink", tests, NULL, NULL);
}
