// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/document.h"

#include "base/arena.h"
#include "base/tr.h"

struct document document_begin(const struct picture_tools *tools, struct arena *arena,
                               const char *key, double w, double h, double top, double bottom)
{
    struct document document = {.tools = tools,
                                .arena = arena,
                                .w = w,
                                .h = h,
                                .top = top,
                                .bottom = bottom,
                                .key = key,
                                .pages = g_ptr_array_new()};
    document_turn(&document);
    return document;
}

void document_turn(struct document *document)
{
    document->paper = paper_new(document->tools, document->arena, document->w, document->h,
                                arena_printf(document->arena, "%s%u", document->key,
                                             document->pages->len));
    g_ptr_array_add(document->pages, document->paper.scene);
    document->y = document->top;
}

bool document_has_room(const struct document *document, double height)
{
    return document->y + height <= document->bottom;
}

bool document_need(struct document *document, double height)
{
    if (document_has_room(document, height))
        return false;
    document_turn(document);
    return true;
}

struct pages document_end(struct document *document, const char *left)
{
    struct pages pages = {.n = document->pages->len};
    for (size_t i = 0; i < pages.n; i++) {
        struct paper page = document->paper;
        page.scene = page.pen.scene = document->pages->pdata[i];
        paper_footer(&page, left,
                     arena_printf(document->arena,
                                  tr_text(document->tools->tr, N_("Page %zu of %zu")), i + 1,
                                  pages.n));
    }
    pages.pages = (struct scene **)g_ptr_array_free(document->pages, FALSE);
    return pages;
}

void pages_free(struct pages *pages)
{
    for (size_t i = 0; i < pages->n; i++)
        scene_free(pages->pages[i]);
    g_free(pages->pages);
    *pages = (struct pages){0};
}
