// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/sheet.h"

#include <cairo-pdf.h>
#include <glib.h>

#include "draw/paint.h"
#include "draw/scene.h"
#include "publish/publish.h"
#include "publish/stream.h"
#include "publish/structure.h"
#include "publish/xmp.h"

#define POINTS_PER_MM (72 / 25.4)

static cairo_status_t collect(void *context, const unsigned char *data, unsigned size)
{
    g_byte_array_append(context, data, size);
    return CAIRO_STATUS_SUCCESS;
}

// The document's date, never the clock's: the same workshop gives the same bytes. g_free.
static char *time_stamp(const struct publication *publication)
{
    const char *date =
        publication->date != NULL && *publication->date != '\0' ? publication->date : "2000-01-01";
    return g_strdup_printf("%.10sT12:00:00Z", date);
}

static void set_metadata(cairo_surface_t *surface, const struct publication *publication,
                         const char *stamp)
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
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, stamp);
}

// Everything that cairo says of the pages, into `pdf`.
static cairo_status_t paint_pages(GByteArray *pdf, struct structure *structure,
                                  const struct scene *const *pages, size_t n,
                                  const struct publication *publication, const char *stamp)
{
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        collect, pdf, pages[0]->w * POINTS_PER_MM, pages[0]->h * POINTS_PER_MM);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    set_metadata(surface, publication, stamp);
    cairo_t *cr = cairo_create(surface);
    const struct paint_tags tags = structure_tags(structure);
    for (size_t i = 0; i < n; i++) {
        cairo_pdf_surface_set_size(surface, pages[i]->w * POINTS_PER_MM,
                                   pages[i]->h * POINTS_PER_MM);
        cairo_save(cr);
        cairo_scale(cr, POINTS_PER_MM, POINTS_PER_MM);
        structure_begin_page(structure, cr);
        paint_scene(cr, pages[i], NULL, &tags);
        structure_end_page(structure);
        cairo_restore(cr);
        cairo_show_page(cr);
    }
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    return status;
}

bool sheet_write_pdf(const char *file, const char *shown, const struct scene *const *pages,
                     size_t n, const struct publication *publication, struct err *err)
{
    struct stream stream;
    if (!stream_open(&stream, file, shown, err))
        return false;
    GByteArray *pdf = g_byte_array_new();
    struct structure structure;
    structure_init(&structure);
    char *stamp = time_stamp(publication);
    cairo_status_t status = paint_pages(pdf, &structure, pages, n, publication, stamp);
    const char *lang = publication->lang != NULL ? publication->lang : pages[0]->lang;
    if (lang == NULL)
        lang = "de";
    char *packet = xmp_packet(publication, lang, stamp);
    bool ok = status != CAIRO_STATUS_SUCCESS ||
              structure_complete(&structure, pdf, lang, packet, shown, err);
    if (ok && status == CAIRO_STATUS_SUCCESS)
        status = stream_write(&stream, pdf->data, pdf->len);
    g_free(packet);
    g_free(stamp);
    structure_clear(&structure);
    g_byte_array_free(pdf, TRUE);
    return stream_close(&stream, status, shown, err) && ok;
}
