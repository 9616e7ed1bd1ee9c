// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/sheet.h"

#include <cairo-pdf.h>
#include <glib.h>

#include "draw/paint.h"
#include "draw/scene.h"
#include "publish/publish.h"
#include "publish/stream.h"

#define POINTS_PER_MM (72 / 25.4)

// Structure element of a role (ISO 32000-1, 14.8.4); NULL: not in the structure tree.
static const char *tag_name(enum scene_role role)
{
    switch (role) {
    case ROLE_H1:
        return "H1";
    case ROLE_H2:
        return "H2";
    case ROLE_H3:
        return "H3";
    case ROLE_P:
    case ROLE_LI:
        return "P";
    case ROLE_FIGURE:
        return "Figure";
    case ROLE_NONE:
    case ROLE_ARTIFACT:
        break;
    }
    return NULL;
}

static void tag_begin(void *context, const struct scene *scene, int mark)
{
    const char *name = tag_name(scene->marks[mark].role);
    if (name != NULL)
        cairo_tag_begin(context, name, NULL);
}

static void tag_end(void *context, const struct scene *scene, int mark)
{
    const char *name = tag_name(scene->marks[mark].role);
    if (name != NULL)
        cairo_tag_end(context, name);
}

static void set_metadata(cairo_surface_t *surface, const struct publication *publication)
{
    const struct {
        cairo_pdf_metadata_t key;
        const char *value;
    } entries[] = {
        {CAIRO_PDF_METADATA_TITLE, publication->title},
        {CAIRO_PDF_METADATA_AUTHOR, publication->author},
        {CAIRO_PDF_METADATA_SUBJECT, publication->subject},
        {CAIRO_PDF_METADATA_CREATOR, "Erntebild"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(entries); i++)
        if (entries[i].value != NULL && *entries[i].value != '\0')
            cairo_pdf_surface_set_metadata(surface, entries[i].key, entries[i].value);
    // The document's date, never the clock's: the same workshop gives the same bytes.
    const char *date = publication->date != NULL && *publication->date != '\0' ? publication->date
                                                                               : "2000-01-01";
    char *stamp = g_strdup_printf("%.10sT12:00:00Z", date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, stamp);
    g_free(stamp);
}

bool sheet_write_pdf(const char *file, const char *shown, const struct scene *const *pages, size_t n,
                     const struct publication *publication, struct err *err)
{
    struct stream stream;
    if (!stream_open(&stream, file, shown, err))
        return false;
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        stream_write, &stream, pages[0]->w * POINTS_PER_MM, pages[0]->h * POINTS_PER_MM);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    set_metadata(surface, publication);
    cairo_t *cr = cairo_create(surface);
    const struct paint_tags tags = {cr, tag_begin, tag_end};
    for (size_t i = 0; i < n; i++) {
        cairo_pdf_surface_set_size(surface, pages[i]->w * POINTS_PER_MM,
                                   pages[i]->h * POINTS_PER_MM);
        cairo_save(cr);
        cairo_scale(cr, POINTS_PER_MM, POINTS_PER_MM);
        paint_scene(cr, pages[i], NULL, &tags);
        cairo_restore(cr);
        cairo_show_page(cr);
    }
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    return stream_close(&stream, status, shown, err);
}
