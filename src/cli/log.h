// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the parts of `erntebild log` share: the call, tables for people and objects for scripts.
#ifndef ERNTEBILD_CLI_LOG_H
#define ERNTEBILD_CLI_LOG_H

#include "cli/command.h"

struct json_object;

struct log_call {
    struct cli *cli;
    struct store *store;
    struct arena *arena;
    const char *today;
    char *workshop, *note, *output, *party; // options, NULL when not given
    const char *until, *day;                // ISO 8601
    char *kind, *languages, *district, *times;            // of an offer or request
    char *role, *contact;                                 // of a person
    gboolean consent;
    double dpi;
    gboolean json;
    char **words; // after FILE: the part's name and what follows it
};

const char *log_tr(const struct log_call *call, const char *id) __attribute__((format_arg(2)));
// The words after the part's name as one text; g_free it.
char *log_text(const struct log_call *call);

// Rows that are told as a table, or as one object a line. Cells are in the arena.
struct listing {
    const char *const *heads; // English message ids
    const char *const *names; // of the object's members
    size_t n;                 // columns
    GPtrArray *cells;
    const char *nothing; // what is said when there are none
    bool numbered;       // the first column holds whole numbers
};
struct listing listing_new(const char *const *heads, const char *const *names, size_t n,
                           const char *nothing);
void listing_add(struct listing *listing, const char *const *cells); // n of them
void listing_print(struct listing *listing, struct log_call *call);  // and frees it

// The parts. Each fails by setting call->cli->err.
typedef void log_part(struct log_call *call);
log_part part_agreements, part_meetings, part_offers, part_matches, part_who, part_agenda, part_history,
    part_search, part_timeline;
log_part part_offer, part_withdraw, part_extend, part_match, part_decline;
log_part part_add, part_status, part_move, part_hand, part_plan, part_minutes, part_remind, part_review,
    part_web, part_persons;

// `add offer ...`, `add request ...` and `add person ...`: the words after these.
void offer_add(struct log_call *call, bool request);
void person_add(struct log_call *call);

// The party that --party names; false with err set when there is none. 0 without the option.
bool log_party(struct log_call *call, int64_t *party);
// A number of a list from 1 on that `word` says, not above `n`; 0: it says none.
size_t log_number(const char *word, size_t n);
// A date as people type it, as ISO 8601; NULL with err set when it is none.
const char *log_date(struct log_call *call, const char *words);
// The agreement that the word after the part names by its number; 0 with err set.
int64_t log_agreement_named(struct log_call *call);
// The meeting of `day` (NULL: the last one that took place, or the next); false with err set.
struct gathering;
bool log_meeting_of(struct log_call *call, const char *day, struct gathering *out);

// Writes call->output with the tools of the press; `row` is what the writer is about.
struct office;
typedef bool log_writer(struct log_call *call, struct office *office, int64_t row);
void log_write_out(struct log_call *call, log_writer *write, int64_t row);
const char *log_name_of_party(struct log_call *call, int64_t id); // "" for 0

#endif
