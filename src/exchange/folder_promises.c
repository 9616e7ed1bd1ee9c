// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"
#include "exchange/folder.h"

static const struct type heading = FOLDER_HEADING, small = FOLDER_SMALL;

static const char *origin(struct binder *b, const struct promise *promise)
{
    for (size_t i = 0; i < promise->sources_n; i++) {
        const char *text = promise->sources[i].text, *colon = strstr(text, ": ");
        if (promise->sources[i].card != 0)
            return arena_printf(b->doc.arena, tr_text(b->doc.tools->tr, N_("from the idea “%s”")),
                                colon != NULL
                                    ? arena_strndup(b->doc.arena, text, (size_t)(colon - text))
                                    : text);
    }
    return *promise->agreement.made_on != '\0'
               ? arena_printf(b->doc.arena, tr_text(b->doc.tools->tr, N_("agreed on %s")),
                              day_words(b->doc.arena, b->doc.tools->tr, promise->agreement.made_on,
                                        DAY_FULL))
               : "";
}

static void draw_state(struct binder *b, const struct promise *promise, double y)
{
    struct paper *p = &b->doc.paper;
    const struct agreement *a = &promise->agreement;
    bool done = strcmp(a->status, "done") == 0;
    const char *key = arena_printf(b->doc.arena, "flag%d", promise->number);
    if (promise->due == DUE_CLOSED)
        paper_flag(p,
                   day_of(a->done_on) != 0
                       ? arena_printf(b->doc.arena, "%s, %s", paper_tr(p, status_words(a->status)),
                                      day_words(b->doc.arena, b->doc.tools->tr, a->done_on, DAY_SHORT))
                       : paper_tr(p, status_words(a->status)),
                   FOLDER_RIGHT - 3.6, y, done ? FLAG_DONE : FLAG_DASHED, key);
    else
        paper_flag(p, day_due_words(b->doc.arena, b->doc.tools->tr, a->until, b->portfolio->today),
                   FOLDER_RIGHT - 3.6, y,
                   promise->due == DUE_OVERDUE    ? FLAG_LATE
                   : promise->due == DUE_OPEN_END ? FLAG_DASHED
                                                  : FLAG_WARM,
                   key);
}

static void draw_promise(struct binder *b, const struct promise *promise)
{
    const struct agreement *a = &promise->agreement;
    const struct type what = {4.6, WEIGHT_BOLD, COLOUR_INK, PEN_START, ROLE_NONE};
    const double x = PAPER_MARGIN, text_x = x + 34;
    double title = paper_block(&b->doc.paper, a->what, 0, 0, FOLDER_RIGHT - text_x - 5, 2, what, false);
    double h = 17.5 + title;
    if (document_need(&b->doc, h + 2.5))
        b->doc.y += 2;
    struct paper *p = &b->doc.paper;
    const double y = b->doc.y;
    paper_begin(p, ROLE_LI);
    paper_box(p, (struct box){x, y, FOLDER_WIDTH, h}, 1.9, COLOUR_PAPER, PEN_MEDIUM,
              arena_printf(b->doc.arena, "promise%d", promise->number));
    paper_box(p, (struct box){x + 5, y + h / 2 - 3.7, 7.4, 7.4}, 0.3, COLOUR_NONE, PEN_MEDIUM,
              arena_printf(b->doc.arena, "tick%d", promise->number));
    paper_icon(p, paper_icon_of(p, a->icon, a->what, category_icon(a->category)), x + 17.6,
               y + h / 2 - 5.8, 11.6, colour_accent(b->portfolio->colour + 1));
    paper_block(p, a->what, text_x, y + 2.6, FOLDER_RIGHT - text_x - 5, 2, what, true);
    bool own = a->party == b->portfolio->party->party;
    const char *with = !own ? (*a->who != '\0' ? a->who : paper_tr(p, N_("Nobody yet")))
                       : *a->with != '\0'
                           ? arena_printf(b->doc.arena, tr_text(b->doc.tools->tr, N_("with %s")), a->with)
                           : "";
    paper_text_within(p, with, text_x, y + title + 5.6, FOLDER_RIGHT - text_x - 5,
                      (struct type){3.4, WEIGHT_SEMI, COLOUR_GREY, PEN_START, ROLE_NONE});
    const char *from = origin(b, promise);
    if (*from != '\0')
        paper_sign(p, "corner-left-up", text_x, y + title + 9.6, 3.2, COLOUR_GREY);
    paper_text_within(p, from, text_x + 4.6, y + title + 11.2, FOLDER_RIGHT - text_x - 62, small);
    draw_state(b, promise, y + h - 7.6);
    paper_end(p);
    b->doc.y += h + 2.6;
}

// What is done needs no box to tick any more.
static void draw_closed(struct binder *b, const struct promise *promise)
{
    const struct agreement *a = &promise->agreement;
    const double h = 11.5;
    if (document_need(&b->doc, h + 2))
        b->doc.y += 2;
    struct paper *p = &b->doc.paper;
    paper_begin(p, ROLE_LI);
    paper_box(p, (struct box){PAPER_MARGIN, b->doc.y, FOLDER_WIDTH, h}, 1.9, COLOUR_PAPER, PEN_FINE * 1.2,
              arena_printf(b->doc.arena, "closed%d", promise->number));
    paper_sign(p, status_icon(a->status), PAPER_MARGIN + 5.6, b->doc.y + h / 2 - 3, 6, COLOUR_DONE);
    paper_icon(p, paper_icon_of(p, a->icon, a->what, category_icon(a->category)), PAPER_MARGIN + 19,
               b->doc.y + h / 2 - 4, 8, colour_accent(b->portfolio->colour + 1));
    paper_text_within(p, a->what, PAPER_MARGIN + 34, b->doc.y + h / 2, FOLDER_WIDTH - 34 - 42,
                      (struct type){4.2, WEIGHT_BOLD, COLOUR_INK, PEN_START, ROLE_NONE});
    draw_state(b, promise, b->doc.y + h / 2 - 2.9);
    paper_end(p);
    b->doc.y += h + 2.2;
}

static bool is_its(const struct binder *b, const struct promise *promise)
{
    bool its = promise->agreement.party == b->portfolio->party->party;
    for (size_t i = 0; i < promise->with_n; i++)
        its = its || promise->with[i] == b->portfolio->party->party;
    return its;
}

// What is still to do first, then what is done.
void folder_draw_promises(struct binder *b)
{
    bool any = false;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < b->portfolio->promises_n; i++) {
            const struct promise *promise = &b->portfolio->promises[i];
            if (!is_its(b, promise) || (promise->due == DUE_CLOSED) != (pass == 1) ||
                strcmp(promise->agreement.status, "dropped") == 0)
                continue;
            if (!any) {
                document_need(&b->doc, 40);
                struct paper *p = &b->doc.paper;
                paper_text(p, paper_tr(p, N_("You promised this")), PAPER_MARGIN, b->doc.y + 3,
                           heading);
                paper_text(p, paper_tr(p, N_("Tick it when it is done.")), FOLDER_RIGHT, b->doc.y + 3.6,
                           (struct type){3.3, WEIGHT_TEXT, COLOUR_GREY, PEN_END, ROLE_NONE});
                b->doc.y += 9.6;
            }
            any = true;
            (pass == 0 ? draw_promise : draw_closed)(b, promise);
        }
    b->doc.y += any ? 2 : 0;
}

// ---- the others ---------------------------------------------------------------------------------

static void draw_line(struct binder *b, const struct promise *promise)
{
    struct paper *p = &b->doc.paper;
    const struct agreement *a = &promise->agreement;
    bool dropped = strcmp(a->status, "dropped") == 0, done = strcmp(a->status, "done") == 0;
    const char *date = dropped                 ? paper_tr(p, N_("dropped"))
                       : done && *a->done_on   ? day_words(b->doc.arena, b->doc.tools->tr, a->done_on, DAY_SHORT)
                       : day_of(a->until) != 0 ? day_words(b->doc.arena, b->doc.tools->tr, a->until, DAY_SHORT)
                                               : paper_tr(p, N_("no date"));
    struct type what = {3.75, dropped ? WEIGHT_TEXT : WEIGHT_SEMI, dropped ? COLOUR_GREY : COLOUR_INK,
                        PEN_START, ROLE_NONE};
    struct type when = {3.4, WEIGHT_SEMI, COLOUR_GREY, PEN_END, ROLE_NONE};
    double y = b->doc.y + 3.2, x = PAPER_MARGIN + 15.6;
    paper_begin(p, ROLE_LI);
    paper_label(p, status_icon(a->status), paper_tr(p, status_words(a->status)), PAPER_MARGIN + 8.8,
                y - 2.1, 4.2, done ? COLOUR_DONE : dropped ? COLOUR_GREY : COLOUR_INK);
    double date_w = paper_width(p, date, when);
    double w = paper_text_within(p, a->what, x, y, FOLDER_RIGHT - x - date_w - 8, what);
    paper_dots(p, x + w + 2.5, FOLDER_RIGHT - date_w - 3.5, y + 1.2);
    paper_text(p, date, FOLDER_RIGHT - 1, y, when);
    paper_end(p);
    b->doc.y += 6.9;
}

// Agreements of one party, or of nobody (0); true when there are any.
static void draw_group(struct binder *b, int64_t party, const char *name)
{
    const struct portfolio *f = b->portfolio;
    size_t n = 0;
    for (size_t i = 0; i < f->promises_n; i++)
        n += f->promises[i].agreement.party == party && *f->promises[i].agreement.who != '\0';
    if (party == 0) {
        n = 0;
        for (size_t i = 0; i < f->promises_n; i++)
            n += *f->promises[i].agreement.who == '\0';
    }
    if (n == 0)
        return;
    document_need(&b->doc, 9 + 6.9 * (double)MIN(n, 3));
    struct paper *p = &b->doc.paper;
    const bool gap = party == 0;
    if (gap && b->doc.y + 10 + 6.9 * (double)n < b->doc.bottom)
        paper_dashed_box(p, (struct box){PAPER_MARGIN - 2.5, b->doc.y - 1.6, FOLDER_WIDTH + 5, 9.6 + 6.9 * (double)n},
                         1.9, COLOUR_WARN);
    if (gap)
        paper_sign(p, "user-question", PAPER_MARGIN, b->doc.y + 0.4, 5.6, COLOUR_WARN);
    else
        paper_house(p, PAPER_MARGIN, b->doc.y + 0.4, 5.4, folder_colour(b, party), name);
    paper_text_within(p, name, PAPER_MARGIN + 8.2, b->doc.y + 3.2, FOLDER_WIDTH - 10,
                      (struct type){4.4, WEIGHT_BLACK, gap ? COLOUR_WARN : COLOUR_INK, PEN_START,
                                    ROLE_H2});
    b->doc.y += 7.6;
    for (size_t i = 0; i < f->promises_n; i++) {
        const struct agreement *a = &f->promises[i].agreement;
        if (gap ? *a->who != '\0' : a->party != party)
            continue;
        document_need(&b->doc, 8);
        draw_line(b, &f->promises[i]);
    }
    b->doc.y += 3.6;
}

static void draw_legend(struct binder *b)
{
    static const char *const statuses[] = {"done", "running", "open", "dropped"};
    struct paper *p = &b->doc.paper;
    double x = PAPER_MARGIN, y = b->doc.y + 2.6;
    x += paper_text(p, paper_tr(p, N_("Signs:")), x, y,
                    (struct type){3.1, WEIGHT_BOLD, COLOUR_GREY, PEN_START, ROLE_NONE}) + 4;
    for (size_t i = 0; i < G_N_ELEMENTS(statuses); i++) {
        paper_sign(p, status_icon(statuses[i]), x, y - 2, 4, COLOUR_INK);
        x += 5.6 + paper_text(p, paper_tr(p, status_words(statuses[i])), x + 5.6, y,
                              (struct type){3.1, WEIGHT_TEXT, COLOUR_GREY, PEN_START, ROLE_NONE}) + 5;
    }
    b->doc.y += 8.5;
}

void folder_draw_others(struct binder *b)
{
    const struct portfolio *f = b->portfolio;
    size_t others = 0;
    for (size_t i = 0; i < f->promises_n; i++)
        others += f->promises[i].agreement.party != f->party->party;
    if (others == 0)
        return;
    if (b->doc.y > A4_H * 0.3) // a page of its own, unless this one has hardly begun
        document_turn(&b->doc);
    else
        b->doc.y += 4;
    struct paper *p = &b->doc.paper;
    paper_text(p, paper_tr(p, N_("Who does what")), PAPER_MARGIN, b->doc.y + 4,
               (struct type){7.5, WEIGHT_BLACK, COLOUR_INK, PEN_START, ROLE_H1});
    paper_text(p,
               arena_printf(b->doc.arena,
                            tr_plural(b->doc.tools->tr, "the other agreement", "the %zu agreements of the others",
                                      (unsigned long)others),
                            others),
               FOLDER_RIGHT, b->doc.y + 4.8, (struct type){3.4, WEIGHT_TEXT, COLOUR_GREY, PEN_END, ROLE_NONE});
    b->doc.y += 13;
    for (size_t i = 0; i < f->parties_n; i++)
        if (f->parties[i].party != f->party->party)
            draw_group(b, f->parties[i].party, f->parties[i].name);
    draw_group(b, 0, paper_tr(&b->doc.paper, N_("Nobody yet")));
    document_need(&b->doc, 10);
    draw_legend(b);
}
