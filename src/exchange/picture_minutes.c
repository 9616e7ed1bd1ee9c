// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The minutes on A4 (UI-2.md, section C; picture 32): a drawn head, who was there, what was talked
// about, what was agreed as a table whose head repeats on further pages, the next date last.
#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/tr.h"
#include "draw/figure.h"
#include "exchange/document.h"

#define HEADING 5.3

struct minute_book {
    struct document doc;
    const struct minutes *minutes;
};

static const struct type heading = {HEADING, WEIGHT_BLACK, COLOUR_INK, PEN_START, ROLE_H2};
static const struct type strong = {4.0, WEIGHT_BOLD, COLOUR_INK, PEN_START, ROLE_NONE};
static const struct type plain = {3.6, WEIGHT_TEXT, COLOUR_GREY, PEN_START, ROLE_NONE};

// ---- the head -----------------------------------------------------------------------------------

static void draw_people(struct paper *p, double x, double ground)
{
    const struct person people[] = {
        {HAIR_HEADSCARF, colour_accent(5), POSE_POINT, STANCE_STAND, -0.4, true, false, false},
        {HAIR_GLASSES, colour_accent(1), POSE_HIP, STANCE_STAND, 0, false, false, false},
        {HAIR_AFRO, colour_accent(3), POSE_WAVE, STANCE_STAND, -0.3, false, false, false},
    };
    paper_begin_decoration(p);
    for (size_t i = 0; i < G_N_ELEMENTS(people); i++)
        figure_person(&p->pen, x + 14.6 * (double)i, ground, 28.5 - 0.6 * (double)i, &people[i],
                      arena_printf(p->arena, "person%zu", i));
    paper_end(p);
}

static const char *clock_words(struct minute_book *b, const struct meeting *m)
{
    const char *day = day_of(m->date) != 0
                          ? day_weekday_name(b->doc.tools->tr, day_weekday(day_of(m->date)), false)
                          : "";
    if (*m->time == '\0')
        return day;
    if (*m->end == '\0')
        return arena_printf(b->doc.arena, tr_text(b->doc.tools->tr, N_("%s, %s")), day, m->time);
    return arena_printf(b->doc.arena, tr_text(b->doc.tools->tr, N_("%s, %s to %s")), day, m->time, m->end);
}

// A sheet of a calendar with its rings.
static void draw_date(struct minute_book *b, double x, double y, double w, double h)
{
    struct paper *p = &b->doc.paper;
    const struct meeting *m = &b->minutes->gathering.meeting;
    const int day = day_of(m->date) != 0 ? (int)g_ascii_strtoll(m->date + 8, NULL, 10) : 0;
    paper_box(p, (struct box){x, y, w, h}, 1.6, COLOUR_PAPER, PEN_MEDIUM, "calendar");
    paper_box(p, (struct box){x, y, w, 7.5}, 1.4, COLOUR_WARM, PEN_MEDIUM, "calendar-head");
    paper_begin_decoration(p);
    for (int i = 0; i < 3; i++) {
        struct line ring;
        line_init(&ring);
        line_add(&ring, x + w * (0.2 + 0.3 * i), y - 2.2);
        line_add(&ring, x + w * (0.2 + 0.3 * i), y + 1.9);
        pen_line(&p->pen, &ring, PEN_STROKE(PEN_HEAVY));
        line_clear(&ring);
    }
    paper_end(p);
    paper_text_within(p, day_month_year(b->doc.arena, b->doc.tools->tr, m->date), x + w / 2, y + 3.9, w - 4,
                      (struct type){3.4, WEIGHT_BLACK, COLOUR_INK, PEN_CENTRE, ROLE_NONE});
    if (day > 0)
        paper_text(p, arena_printf(b->doc.arena, "%d", day), x + w / 2, y + 15.4,
                   (struct type){12, WEIGHT_BLACK, COLOUR_INK, PEN_CENTRE, ROLE_NONE});
    paper_text_within(p, clock_words(b, m), x + w / 2, y + 23.6, w - 3,
                      (struct type){2.7, WEIGHT_SEMI, COLOUR_GREY, PEN_CENTRE, ROLE_NONE});
}

static void draw_head(struct minute_book *b)
{
    struct paper *p = &b->doc.paper;
    const struct minutes *m = b->minutes;
    const struct meeting *meeting = &m->gathering.meeting;
    paper_begin_decoration(p);
    figure_ribbon(&p->pen, PAPER_MARGIN + 2, 13.5, 78, 18, COLOUR_WARM, 5, 0, "banner");
    paper_end(p);
    paper_text(p, paper_tr(p, N_("Minutes")), PAPER_MARGIN + 41, 22.8,
               (struct type){10, WEIGHT_BLACK, COLOUR_INK, PEN_CENTRE, ROLE_H1});
    draw_people(p, 118.6, 41);
    draw_date(b, A4_W - PAPER_MARGIN - 35, 14.4, 35, 26.4);
    const char *title = *meeting->title != '\0' ? meeting->title : m->workshop;
    if (strstr(title, m->workshop) == NULL)
        title = arena_printf(b->doc.arena, tr_text(b->doc.tools->tr, N_("%s of the %s")), title, m->workshop);
    b->doc.y = 43.2 + paper_block(p, title, PAPER_MARGIN, 43.2, A4_W - 2 * PAPER_MARGIN, 2,
                              (struct type){4.7, WEIGHT_BOLD, COLOUR_INK, PEN_START, ROLE_H2}, true);
    paper_text_within(p, meeting->place, PAPER_MARGIN, b->doc.y + 2.4, A4_W - 2 * PAPER_MARGIN, plain);
    b->doc.y += 9.4;
}

static void draw_heading(struct minute_book *b, const char *id)
{
    document_need(&b->doc, 22);
    paper_text(&b->doc.paper, paper_tr(&b->doc.paper, id), PAPER_MARGIN, b->doc.y + 3, heading);
    b->doc.y += 9;
}

// ---- who was there ------------------------------------------------------------------------------

// One size for all: as many columns as the longest name leaves.
static int attendee_columns(struct minute_book *b, struct type name)
{
    const double room = A4_W - 2 * PAPER_MARGIN;
    double widest = 0;
    for (size_t i = 0; i < b->minutes->attendees_n; i++)
        widest = fmax(widest, paper_width(&b->doc.paper, b->minutes->attendees[i].name, name));
    for (int columns = 3; columns > 1; columns--)
        if (widest + 6.6 + 14 <= room / columns)
            return columns;
    return 1;
}

static void draw_attendees(struct minute_book *b)
{
    const struct minutes *m = b->minutes;
    const struct type bold = {3.6, WEIGHT_SEMI, COLOUR_INK, PEN_START, ROLE_NONE};
    if (m->attendees_n == 0)
        return;
    const size_t columns_n = (size_t)attendee_columns(b, bold);
    const double column = (A4_W - 2 * PAPER_MARGIN) / (double)columns_n, row = 7.2;
    draw_heading(b, N_("Who was there"));
    for (size_t i = 0; i < m->attendees_n; i++) {
        if (i % columns_n == 0 && document_need(&b->doc, row))
            b->doc.y += 2;
        struct paper *p = &b->doc.paper;
        bool here = strcmp(m->attendees[i].state, "here") == 0;
        double x = PAPER_MARGIN + column * (double)(i % columns_n), y = b->doc.y + row / 2;
        const char *absent = paper_tr(p, N_("absent"));
        struct type name = bold;
        struct type state = {3, WEIGHT_TEXT, COLOUR_GREY, PEN_START, ROLE_NONE};
        name.weight = here ? WEIGHT_SEMI : WEIGHT_TEXT;
        name.colour = here ? COLOUR_INK : COLOUR_GREY;
        double after = here ? 5.5 : paper_width(p, absent, state) + 3;
        paper_begin(p, ROLE_LI);
        paper_house(p, x, y - 2.3, 4.5, colour_accent((int)i + 1),
                    arena_printf(b->doc.arena, "house%zu", i));
        double w =
            paper_text_within(p, m->attendees[i].name, x + 6.6, y, column - 6.6 - after, name);
        if (here)
            paper_sign(p, "check", x + 7.8 + w, y - 2, 4.2, COLOUR_DONE);
        else
            paper_text(p, absent, x + 8.6 + w, y, state);
        paper_end(p);
        if (i % columns_n == columns_n - 1 || i + 1 == m->attendees_n)
            b->doc.y += row;
    }
    b->doc.y += 5;
}

// ---- what was talked about ----------------------------------------------------------------------

static void draw_talks(struct minute_book *b)
{
    const struct minutes *m = b->minutes;
    const double width = A4_W - 2 * PAPER_MARGIN - 12;
    if (m->talks_n == 0)
        return;
    draw_heading(b, N_("What we talked about"));
    for (size_t i = 0; i < m->talks_n; i++) {
        const struct talk *talk = &m->talks[i];
        double title = paper_block(&b->doc.paper, talk->title, 0, 0, width, 0, strong, false);
        double text = paper_block(&b->doc.paper, talk->text, 0, 0, width, 0, plain, false);
        if (document_need(&b->doc, title + text + 5))
            b->doc.y += 2;
        struct paper *p = &b->doc.paper;
        bool done = strcmp(talk->status, "done") == 0;
        paper_begin(p, ROLE_LI);
        const char *icon = paper_icon_of(p, talk->icon, talk->title, "message");
        paper_icon(p, done ? "circle-check" : icon, PAPER_MARGIN, b->doc.y + 0.2, 7.5,
                   done ? COLOUR_DONE_PALE : colour_accent((int)i + 1));
        paper_block(p, talk->title, PAPER_MARGIN + 11.5, b->doc.y - 0.8, width, 0, strong, true);
        paper_block(p, talk->text, PAPER_MARGIN + 11.5, b->doc.y + title + 0.3, width, 0, plain, true);
        paper_end(p);
        b->doc.y += fmax(title + text, 8) + 4;
    }
    b->doc.y += 2;
}

// ---- what was agreed ----------------------------------------------------------------------------

static const struct {
    const char *head;
    double x, w; // from the margin, mm
} columns[] = {
    {N_("What"), 0, 64}, {N_("Who, with whom"), 68, 56}, {N_("Until when"), 127, 29},
    {N_("Status"), 158, 22},
};

// A table goes on as one of its own on a further page.
static void begin_table(struct minute_book *b)
{
    struct paper *p = &b->doc.paper;
    paper_begin(p, ROLE_TABLE);
    paper_begin_decoration(p);
    paper_fill(p, (struct box){PAPER_MARGIN - 2, b->doc.y, A4_W - 2 * PAPER_MARGIN + 4, 7}, 1.2,
               COLOUR_BAR);
    paper_end(p);
    paper_begin(p, ROLE_TR);
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
        paper_text_within(p, paper_tr(p, columns[i].head), PAPER_MARGIN + columns[i].x, b->doc.y + 3.5,
                          columns[i].w,
                          (struct type){3.2, WEIGHT_BOLD, COLOUR_GREY, PEN_START, ROLE_TH});
    paper_end(p);
    b->doc.y += 7;
}

static void draw_until(struct minute_book *b, const struct decision *d, double y)
{
    struct paper *p = &b->doc.paper;
    const struct agreement *a = &d->promise.agreement;
    const char *day = b->minutes->gathering.meeting.date;
    const char *until = *d->moved != '\0' ? d->moved : a->until;
    double x = PAPER_MARGIN + columns[2].x, w = columns[2].w;
    const char *text = day_words(b->doc.arena, b->doc.tools->tr, until, DAY_SHORT);
    bool closed = strcmp(d->status, "done") == 0 || strcmp(d->status, "dropped") == 0;
    bool late = !closed && day_of(until) != 0 && strcmp(until, day) < 0;
    struct type type = {3.3, late ? WEIGHT_BOLD : WEIGHT_SEMI, late ? COLOUR_WARN : COLOUR_INK,
                        PEN_START, ROLE_TD};
    if (day_of(until) == 0)
        text = paper_tr(p, N_("no date"));
    else if (late)
        text = arena_printf(b->doc.arena, tr_text(b->doc.tools->tr, N_("was %s")), text);
    else if (strcmp(until, day) == 0)
        text = paper_tr(p, N_("today"));
    else if (*d->moved != '\0')
        text = arena_printf(b->doc.arena, tr_text(b->doc.tools->tr, N_("moved: %s")), text);
    if (late)
        paper_sign(p, "alert-triangle", x, y - 2, 4, COLOUR_WARN);
    paper_block(p, text, x + (late ? 5 : 0), y - paper_block(p, text, 0, 0, w - (late ? 5 : 0), 2, type, false) / 2,
                w - (late ? 5 : 0), 2, type, true);
}

static void draw_who(struct minute_book *b, const struct decision *d, double y)
{
    struct paper *p = &b->doc.paper;
    const struct agreement *a = &d->promise.agreement;
    double x = PAPER_MARGIN + columns[1].x, w = columns[1].w - 6;
    bool nobody = *a->who == '\0';
    int colour = 0;
    for (size_t i = 0; i < b->minutes->attendees_n; i++)
        if (b->minutes->attendees[i].party == a->party)
            colour = (int)i + 1;
    double name_y = *a->with != '\0' ? y - 2.4 : y;
    paper_begin(p, ROLE_TD);
    if (nobody)
        paper_sign(p, "user-question", x, name_y - 2.2, 4.4, COLOUR_WARN);
    else
        paper_house(p, x, name_y - 2.1, 4.2, colour > 0 ? colour_accent(colour) : COLOUR_KEY,
                    arena_printf(b->doc.arena, "who%d", d->promise.number));
    paper_text_within(p, nobody ? paper_tr(p, N_("Nobody yet")) : a->who, x + 6, name_y, w,
                      (struct type){3.3, WEIGHT_SEMI, nobody ? COLOUR_WARN : COLOUR_INK, PEN_START,
                                    ROLE_NONE});
    if (*a->with != '\0')
        paper_text_within(p, arena_printf(b->doc.arena, tr_text(b->doc.tools->tr, N_("with %s")), a->with),
                          x + 6, y + 2.6, w,
                          (struct type){3, WEIGHT_TEXT, COLOUR_GREY, PEN_START, ROLE_NONE});
    paper_end(p);
}

static void draw_decision(struct minute_book *b, const struct decision *d)
{
    const struct type what = {3.75, WEIGHT_BOLD, COLOUR_INK, PEN_START, ROLE_TH_ROW};
    const char *text = d->promise.agreement.what;
    double high = paper_block(&b->doc.paper, text, 0, 0, columns[0].w, 0, what, false);
    double h = fmax(11, high + 3);
    if (!document_has_room(&b->doc, h + 1)) {
        paper_end(&b->doc.paper);
        document_turn(&b->doc);
        begin_table(b);
    }
    struct paper *p = &b->doc.paper;
    paper_begin(p, ROLE_TR);
    double y = b->doc.y + h / 2;
    paper_block(p, text, PAPER_MARGIN, y - high / 2, columns[0].w, 0, what, true);
    draw_who(b, d, y);
    draw_until(b, d, y);
    bool fresh = d->fresh && strcmp(d->status, "open") == 0, done = strcmp(d->status, "done") == 0;
    uint32_t colour = done ? COLOUR_DONE : COLOUR_INK;
    paper_sign(p, fresh ? "plus" : status_icon(d->status), PAPER_MARGIN + columns[3].x, y - 2.1, 4.2,
               colour);
    paper_text_within(p, paper_tr(p, fresh ? N_("new") : status_words(d->status)),
                      PAPER_MARGIN + columns[3].x + 6, y, columns[3].w - 6,
                      (struct type){3.45, WEIGHT_BOLD, colour, PEN_START, ROLE_TD});
    paper_end(p);
    b->doc.y += h;
    paper_rule(p, PAPER_MARGIN - 2, A4_W - PAPER_MARGIN + 2, b->doc.y, 0.19, COLOUR_LINE);
    b->doc.y += 0.3;
}

static void draw_decisions(struct minute_book *b)
{
    if (b->minutes->decisions_n == 0)
        return;
    document_need(&b->doc, 40);
    draw_heading(b, N_("What we agreed"));
    begin_table(b);
    for (size_t i = 0; i < b->minutes->decisions_n; i++)
        draw_decision(b, &b->minutes->decisions[i]);
    paper_end(&b->doc.paper);
    b->doc.y += 4.4;
}

// ---- the next date ------------------------------------------------------------------------------

static void draw_next(struct minute_book *b)
{
    const struct meeting *next = &b->minutes->next.meeting;
    if (*next->date == '\0')
        return;
    document_need(&b->doc, 24);
    struct paper *p = &b->doc.paper;
    double x = PAPER_MARGIN - 1.2, w = A4_W - 2 * PAPER_MARGIN + 2.4;
    const char *date = day_words(b->doc.arena, b->doc.tools->tr, next->date, DAY_LONG);
    if (*next->time != '\0')
        date = arena_printf(b->doc.arena, "%s, %s", date, next->time);
    const char *where = *b->minutes->rhythm == '\0' ? next->place
                        : *next->place == '\0'
                            ? b->minutes->rhythm
                            : arena_printf(b->doc.arena, "%s · %s", next->place, b->minutes->rhythm);
    paper_box(p, (struct box){x, b->doc.y, w, 22}, 2.2, colour_mix(COLOUR_WARM, COLOUR_PAPER, 0.62),
              PEN_MEDIUM, "next");
    paper_icon(p, "calendar-event", x + 5.2, b->doc.y + 4.4, 13, COLOUR_WARM);
    paper_text(p, paper_tr(p, N_("Next meeting")), x + 24, b->doc.y + 5,
               (struct type){3.4, WEIGHT_BOLD, COLOUR_GREY, PEN_START, ROLE_H2});
    paper_text_within(p, date, x + 24, b->doc.y + 11, w - 28,
                      (struct type){5.3, WEIGHT_BLACK, COLOUR_INK, PEN_START, ROLE_NONE});
    paper_text_within(p, where, x + 24, b->doc.y + 17.2, w - 28,
                      (struct type){3.3, WEIGHT_TEXT, COLOUR_GREY, PEN_START, ROLE_NONE});
    b->doc.y += 24;
}

struct pages picture_minutes(const struct picture_tools *tools, struct arena *arena,
                             const struct minutes *minutes)
{
    struct minute_book b = {
        document_begin(tools, arena, "minutes", A4_W, A4_H, PAPER_MARGIN + 3, A4_H - 19), minutes};
    draw_head(&b);
    draw_attendees(&b);
    draw_talks(&b);
    draw_decisions(&b);
    draw_next(&b);
    const char *left = *minutes->note != '\0' ? arena_printf(arena, "Erntebild · %s · %s",
                                                             minutes->workshop, minutes->note)
                                              : arena_printf(arena, "Erntebild · %s", minutes->workshop);
    return document_end(&b.doc, left);
}
