// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The exchange log on the glass (screens 09, 09b, 10, 24, 25b): what its views share. Unit: mm.
// Internal to the log's files.
#ifndef ERNTEBILD_APP_LOG_H
#define ERNTEBILD_APP_LOG_H

#include "app/kit.h"
#include "app/log_date.h"
#include "app/naming.h"
#include "app/screen.h"
#include "base/err.h"
#include "exchange/agreement.h"
#include "exchange/journey.h"
#include "exchange/meeting.h"
#include "exchange/minutes.h"
#include "exchange/network.h"
#include "exchange/offer.h"
#include "store/search.h"

#define LOG_SEAT 1
#define LOG_TOP 58.0    // the bar with the tabs
#define LOG_BOTTOM 58.0 // the bar with what can be done
#define LOG_MARGIN 18.0
#define LOG_GAP 16.0

enum log_page {
    LOG_TODAY,
    LOG_AGREEMENTS,
    LOG_MEETINGS,
    LOG_OFFERS,
    LOG_WHO,
    LOG_COURSE,
    LOG_PAGES
};

struct log;

// A page. What of it is NULL has nothing to do.
struct log_view {
    const char *name, *icon, *label; // tab:NAME, English message id
    void (*load)(struct log *log, struct err *err); // what only this page shows
    void (*draw)(struct log *log, struct kit *kit, struct box room);
    bool (*tap)(struct log *log, const char *target);          // false: none of its business
    void (*touch)(struct log *log, const struct touch *touch); // what is no tap
};
extern const struct log_view log_today, log_lanes, log_meeting, log_offers, log_who, log_course;

struct log {
    struct screen screen;
    int64_t workshop; // new agreements belong to it
    enum log_page page;
    double pan[LOG_PAGES]; // of the page, from its top
    struct naming *asking; // NULL: nothing is being typed
    int64_t chosen;        // agreement whose sheet is open, 0: none
    int64_t postponing;    // agreement whose new date is being chosen, 0
    int64_t handing;       // agreement whose party is being chosen, 0
    int64_t meeting;       // that is running or looked at, 0: the next one
    size_t point;          // on the agenda: the current one
    int64_t offer;         // whose sheet is open, 0
    int64_t party;         // only its agreements are shown, 0: all
    bool undated;          // only those without a date
    int64_t dragged;       // agreement that follows the finger, 0
    struct point drag_at, drag_grip;
    int64_t drag_finger;
    struct log_date dating; // the day that is being chosen
    bool fitting;  // small glass shows what fits together in place of the lists
    bool offering; // what is being typed is an offer, not a request
    enum entity aim;  // what it opens at,
    int64_t aim_row;  // 0: at today
    char *sought;  // what is searched for, NULL: nothing

    struct arena *arena; // of what follows, read from the file
    const char *today, *then; // then: the day that the page is seen from
    struct promise *promises;
    size_t promises_n;
    struct party *parties; // of the network; a party's colour is its place here
    size_t parties_n;
    struct gathering next;
    bool has_next;
    struct gathering *gatherings;
    size_t gatherings_n;
    struct match *matches;
    size_t matches_n;
    struct offer *offers;
    size_t offers_n;
    const struct attendee *attendees; // of `next` on the first page, of the meeting on its own
    size_t attendees_n;
    struct agenda agenda; // of the meeting
    struct minutes minutes;
    struct web web;
    const struct journey *journeys;
    size_t journeys_n;
    const struct finding *found; // of what is searched for
    size_t found_n;
    struct err failed; // what could not be read; ERR_NONE

    GHashTable *thoughts; // what words mean, kept for good: text -> struct log_thought
};

struct log_thought {
    char *icon, *keyword; // own; NULL and "": none comes to mind
};

// ---- screen_log.c -------------------------------------------------------------------------------

// Reads all again from the file. Strings of before are gone.
void log_load(struct log *log);
// The local time of day, "17:05"; lives until the next log_load.
const char *log_clock(struct log *log);
// Says what was done, with a way back; loads. `ok` false: `err` is told instead.
void log_tell(struct log *log, bool ok, struct err *err, const char *icon, const char *text);
// Asks for one line.
void log_ask(struct log *log, const char *prompt, naming_said *said);
// Goes to a page and reads it.
void log_turn(struct log *log, enum log_page page);
// Goes to a meeting of the network's; 0: to the dates.
void log_turn_to_meeting(struct log *log, int64_t meeting);
const struct promise *log_promise(const struct log *log, int64_t id); // NULL: none
// Takes "PREFIXnumber"; 0 when the target does not begin so.
int64_t log_row(const char *target, const char *prefix);
bool log_report(struct log *log, int64_t agreement, const char *status, const char *until,
                const char *note);

// ---- log_card.c: what agreements look like ------------------------------------------------------

void log_thought_free(void *thought);
uint32_t log_party_colour(const struct log *log, int64_t party);
const char *log_party_name(const struct log *log, int64_t party); // "" for 0
// A house in the party's colour with its name, or "nobody yet". Returns the width.
double log_draw_party(const struct log *log, struct kit *kit, int64_t party, const char *name,
                      double x, double y, double width, double size);
// How the date stands to today; its right edge is at x, its middle at y.
double log_draw_due(const struct log *log, struct kit *kit, const struct promise *promise, double x,
                    double y);
// The card of an agreement in `box`, all of it.
void log_draw_card(const struct log *log, struct kit *kit, const struct promise *promise,
                   struct box box, const char *hit, bool lifted);
// "Done", begun with a capital.
const char *log_status(struct kit *kit, const char *status);
// Where it came from: "aus der Idee „Paten-Pool“", "" : not known.
const char *log_origin(const struct log *log, struct kit *kit, const struct promise *promise);
// Headings of columns; `right` (may be NULL) stands at the end.
void log_draw_heading(struct kit *kit, const char *text, const char *right, double x, double y,
                      double width);

// A proposal: two signs that point at each other, why they fit, what can be done. `i`: its place
// among log->matches.
void log_match_draw(const struct log *log, struct kit *kit, const struct match *match, size_t i,
                    struct box box);

// ---- log_sheet.c: one agreement in full ---------------------------------------------------------

void log_sheet_draw(struct log *log, struct kit *kit);
bool log_sheet_tap(struct log *log, const char *target);
// Three dates to put it off to and a way to any other, in `box`; hits "until:ISO", "until:other".
void log_dates_draw(struct log *log, struct kit *kit, struct box box);
bool log_dates_tap(struct log *log, const char *target);

// ---- log_paper.c: what is taken away ------------------------------------------------------------

struct office;
typedef bool log_write(struct log *log, struct office *office, const char *path, struct err *err);
// Writes `name` into the folder of documents and says where it is, or what went wrong.
void log_save(struct log *log, const char *name, log_write *write);
log_write log_write_minutes, log_write_agreements, log_write_calendar;

// ---- log_calendar.c: the dates ------------------------------------------------------------------

void log_calendar_draw(struct log *log, struct kit *kit, struct box room);
bool log_calendar_tap(struct log *log, const char *target);

// ---- log_agenda.c: the points of a meeting ------------------------------------------------------

void log_agenda_draw(struct log *log, struct kit *kit, struct box room);
bool log_agenda_tap(struct log *log, const char *target); // false: none of its business
// Writes down what was said, to the current point or (`heading`, else NULL) to a topic of its own.
bool log_agenda_note(struct log *log, const char *heading, const char *text);

// ---- log_offer.c: one offer or request in full --------------------------------------------------

void log_offer_draw(struct log *log, struct kit *kit);
bool log_offer_tap(struct log *log, const char *target);

#endif
