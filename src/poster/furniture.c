// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/furniture.h"

#include <glib.h>
#include <math.h>

#include "poster/page.h"

// Longer names of hosts leave no room for date and place beside them.
enum { HOST_MOST = 60 };

void furniture_begin_decoration(struct page *page)
{
    scene_begin(page->scene, (struct scene_mark){
                                 .kind = KIND_DECORATION, .role = ROLE_ARTIFACT, .box = BOX_EMPTY});
}

void furniture_begin_figure(struct page *page, const char *id, const char *alt)
{
    scene_begin(page->scene, (struct scene_mark){.kind = KIND_FIGURE,
                                                 .role = ROLE_FIGURE,
                                                 .id = id,
                                                 .lang = page_lang(page),
                                                 .alt = alt,
                                                 .box = BOX_EMPTY});
}

struct setting furniture_set(struct page *page, const struct wording *wording, double size,
                             double width, double leading)
{
    const struct plan plan = {.page = page, .s = 1, .lettered = true};
    return wording_set(wording, &plan, size, width, leading);
}

struct setting furniture_measure(struct page *page, const struct wording *wording, double size,
                                 double width, double leading)
{
    const struct plan plan = {.page = page, .s = 1};
    return wording_set(wording, &plan, size, width, leading);
}

double furniture_width(struct page *page, const char *text, int weight, double size)
{
    return page_text_width(page, text, weight, page_lang(page), size);
}

double furniture_size(struct page *page, const char *text, int weight, double width, double most)
{
    double em = furniture_width(page, text, weight, 1);
    return fmax(page->min_size, em > 0 ? fmin(most, width / em) : most);
}

double furniture_baseline(struct page *page, const char *text, int weight, double y, double size)
{
    // Half the height of Latin capitals; joined scripts hang lower: half of what their ink spans.
    const struct run *run = page_run(page, text, weight, page_lang(page));
    if (!run->rtl || box_is_empty(run->ink))
        return y + size * 0.34;
    return y - (run->ink.y + run->ink.h / 2) * size;
}

void furniture_board_path(struct line *out, double x, double y, double w, double h)
{
    line_add(out, x, y + 2);
    line_add(out, x + w, y);
    line_add(out, x + w - 2, y + h);
    line_add(out, x + 3, y + h - 2);
}

const char *furniture_host_below(const struct page *page)
{
    const char *host = page->harvest->host;
    return host != NULL && g_utf8_strlen(host, -1) > HOST_MOST ? host : NULL;
}
