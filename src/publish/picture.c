// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/publish.h"

#include <glib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/tr.h"
#include "publish/sheet.h"

enum { DEFAULT_DPI = 150 };

// NAME-2.png for page 2 of NAME.png; g_free it.
static char *page_path(const char *path, size_t page)
{
    if (page == 0)
        return g_strdup(path);
    const char *dot = strrchr(path, '.');
    return g_strdup_printf("%.*s-%zu%s", (int)(dot - path), path, page + 1, dot);
}

struct job {
    const char *path, *extension;
    const struct scene *const *pages;
    size_t n;
    const struct publication *publication;
    double dpi;
};

static bool write_page(const struct job *job, size_t page, const char *file, struct err *err)
{
    if (g_ascii_strcasecmp(job->extension, ".pdf") == 0)
        return sheet_write_pdf(file, job->path, job->pages, job->n, job->publication, err);
    if (g_ascii_strcasecmp(job->extension, ".svg") == 0)
        return sheet_write_svg(file, job->path, job->pages[page], err);
    return sheet_write_png(file, job->path, job->pages[page], job->dpi, err);
}

bool publish_scenes(const char *path, const struct scene *const *pages, size_t n,
                    const struct publication *publication, double dpi, struct err *err)
{
    const char *dot = strrchr(path, '.');
    if (dot == NULL || (g_ascii_strcasecmp(dot, ".pdf") != 0 && g_ascii_strcasecmp(dot, ".png") != 0 &&
                        g_ascii_strcasecmp(dot, ".svg") != 0))
        return err_set(err, ERR_USAGE, N_("%s: name a file that ends with .pdf, .png or .svg."), path);
    const struct job job = {path, dot, pages, n, publication, dpi > 0 ? dpi : DEFAULT_DPI};
    // One file holds all pages of a PDF; the others need one each. All are written before any is
    // renamed, so a failure leaves what was there.
    size_t files = g_ascii_strcasecmp(dot, ".pdf") == 0 ? 1 : n;
    char **temps = g_new0(char *, files + 1);
    bool ok = true;
    for (size_t i = 0; ok && i < files; i++) {
        char *target = page_path(path, i);
        temps[i] = file_temp(target);
        ok = write_page(&job, i, temps[i], err);
        g_free(target);
    }
    for (size_t i = 0; i < files && temps[i] != NULL; i++) {
        char *target = page_path(path, i);
        if (ok)
            ok = file_commit(temps[i], target, err);
        else
            file_abandon(temps[i]);
        g_free(target);
    }
    g_strfreev(temps);
    return ok;
}
