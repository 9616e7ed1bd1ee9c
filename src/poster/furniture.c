// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/furniture.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
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

static bool runs_against(struct page *page, const char *text)
{
    return page_run(page, text, WEIGHT_TEXT, NULL)->rtl != page->rtl;
}

const char *furniture_lang(struct page *page, const char *text)
{
    return runs_against(page, text) ? page_run(page, text, WEIGHT_TEXT, NULL)->lang
                                    : page_lang(page);
}

const char *furniture_isolate(struct page *page, const char *text)
{
    static const char first_strong[] = "\xE2\x81\xA8", pop[] = "\xE2\x81\xA9";
    return runs_against(page, text) ? arena_printf(page->arena, "%s%s%s", first_strong, text, pop)
                                    : text;
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

// The first `n` words of a text, or of a text of one word its first `n` characters.
static const char *beginning(struct page *page, const char *text, long n, bool of_word)
{
    const char *end = text;
    for (long i = 0; i < n && *end != '\0'; i++) {
        if (of_word) {
            end = g_utf8_next_char(end);
            continue;
        }
        end += strspn(end, " ");
        end += strcspn(end, " ");
    }
    return arena_printf(page->arena, of_word ? "%.*s…" : "%.*s …", (int)(end - text), text);
}

static long count_words(const char *text)
{
    long n = 0;
    for (const char *c = text; *c != '\0';) {
        c += strspn(c, " ");
        n += *c != '\0' ? 1 : 0;
        c += strcspn(c, " ");
    }
    return n;
}

struct setting furniture_shorten(struct page *page, struct wording *wording, double size,
                                 double width, double leading, double height, bool *cut)
{
    struct setting setting = furniture_set(page, wording, size, width, leading);
    if (setting.lines == 0 || (setting.h <= height + 0.01 && !setting.overfull))
        return setting;
    const char *text = wording->text, *lang = wording->lang;
    long words = count_words(text), most = words - 1;
    bool of_word = false;
    *cut = true;
    for (;;) { // by halves: the more words, the higher
        long low = 0, high = most;
        while (low < high) {
            long middle = (low + high + 1) / 2;
            wording_init(wording, page, beginning(page, text, middle, of_word), wording->weight,
                         lang, true);
            setting = furniture_set(page, wording, size, width, leading);
            if (setting.h <= height + 0.01 && !setting.overfull)
                low = middle;
            else
                high = middle - 1;
        }
        if (low > 0 || of_word) {
            wording_init(wording, page, beginning(page, text, MAX(low, 1), of_word),
                         wording->weight, lang, true);
            return furniture_set(page, wording, size, width, leading);
        }
        of_word = true; // not even the first word has room
        most = (long)strcspn(text, " ");
        most = g_utf8_strlen(text, most) - 1;
    }
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

const char *furniture_line_within(struct page *page, const char *text, int weight, double size,
                                  double width)
{
    if (furniture_width(page, text, weight, size) <= width)
        return text;
    long low = 1, high = g_utf8_strlen(text, -1) - 1;
    while (low < high) {
        long middle = (low + high + 1) / 2;
        if (furniture_width(page, beginning(page, text, middle, true), weight, size) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    return beginning(page, text, low, true);
}

double furniture_baseline(struct page *page, const char *text, int weight, double y, double size)
{
    // Half the height of Latin capitals; joined scripts hang lower: half of what their ink spans.
    const struct run *run = page_run(page, text, weight, page_lang(page));
    if (!run->rtl || box_is_empty(run->ink))
        return y + size * 0.34;
    return y - (run->ink.y + run->ink.h / 2) * size;
}

double furniture_number_size(const struct page *page)
{
    return fmax(15.5, page->min_size);
}

void furniture_origins(struct page *page, const struct harvest_core *core, double x, double y,
                       double r, double width)
{
    double size = furniture_number_size(page);
    int n = MIN(core->from_n, (int)(width / (r * ORIGIN_PITCH)));
    for (int i = 0; i < n; i++) {
        double cx = x + r + i * r * ORIGIN_PITCH;
        struct line disc;
        line_init(&disc);
        line_add_ellipse(&disc, cx, y, r, r, 24);
        furniture_begin_decoration(page);
        pen_shape(&page->pen, &disc, colour_accent(harvest_colour(page->harvest, core->from[i])), PEN_FINE, 1, 1, 0);
        scene_end(page->scene);
        line_clear(&disc);
        page_line(page, KIND_CORE_POINT, core->id, NULL,
                  arena_printf(page->arena, "%d", core->from[i]), WEIGHT_BOLD, NULL, cx,
                  y + size * 0.35, size, PEN_CENTRE, COLOUR_INK);
    }
}

void furniture_board_path(struct line *out, double x, double y, double w, double h)
{
    line_add(out, x, y + 2);
    line_add(out, x + w, y);
    line_add(out, x + w - 2, y + h);
    line_add(out, x + 3, y + h - 2);
}

bool furniture_long_host(const struct page *page)
{
    const char *host = page->harvest->host;
    return host != NULL && g_utf8_strlen(host, -1) > HOST_MOST;
}

const char *furniture_host_below(const struct page *page)
{
    // The party that the poster is for takes its place.
    return page->harvest->party != NULL || furniture_long_host(page) ? page->harvest->host : NULL;
}

bool furniture_strip_is_tall(const struct page *page)
{
    enum { SIDE_BY_SIDE = 2 }; // agreements between heading and goal
    const double WIDE = 1500;
    return page->portrait && (page->harvest->agreements_n > SIDE_BY_SIDE || page->w < WIDE * page->min_size / 14);
}

double furniture_strip_heading(const struct page *page)
{
    const double NARROW = 1250;
    if (!furniture_strip_is_tall(page) || page->harvest->agreements_n == 0 ||
        page->w > NARROW * page->min_size / 14)
        return 0;
    return fmax(37, page->min_size * 1.3) * 1.5 + fmax(20, page->min_size) * 1.4 + 8;
}

void furniture_set_rooms(struct page *page)
{
    double small = page->min_size - 14, w = page->w - 2 * page->margin;
    double footer = footer_height(page, w);
    double strip = (furniture_strip_is_tall(page) ? 300 : 216) + 8.3 * small;
    bool meeting = page->harvest->meeting_date != NULL;
    if (page->harvest->agreements_n == 0 && (page->portrait || !meeting))
        strip = 180 + 4 * small + (meeting ? 16 : 0); // the road alone
    else if ((double)page->harvest->agreements_n > (page->portrait ? 77 : 91) / page->min_size)
        strip += (page->portrait && page->harvest->agreements_n > 9 ? 7 : 3) * page->min_size;
    strip += furniture_strip_heading(page);
    page->footer = (struct box){page->margin, page->h - page->margin - footer, w, footer};
    page->strip = (struct box){page->margin, page->footer.y - 14 - strip, w, strip};
}
