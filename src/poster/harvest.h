// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A harvest: what a poster is made from. A frozen, curated snapshot of one workshop: keywords, icons,
// weights, core points, agreements. All of it lives in the harvest's arena.
#ifndef ERNTEBILD_POSTER_HARVEST_H
#define ERNTEBILD_POSTER_HARVEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct err;
struct store;
struct words;

struct harvest_idea {
    int64_t card;        // 0 in tests
    const char *id;      // "card:123"
    int table;           // index into tables
    const char *keyword; // may hold soft hyphens
    const char *text;    // what stands beside it: whole text, or the clause with the keyword
    const char *full;    // the whole text, for the appendix
    const char *lang;
    const char *gloss;   // NULL: none
    const char *icon;    // NULL: none
    const char *ink;     // drawn card, NULL: none
    int64_t votes;
    int weight;          // curated levels, -2..2
    bool cut;            // text is not all of full
    int64_t made;        // when it was written, ms
    bool lifted;         // concerns the party that the poster is for
    const char **joined; // ids of cards that say the same and stand in it, NULL-terminated; or NULL
    int number;          // in the appendix, running by table, then by votes; 1-based
};

struct harvest_table {
    int number;
    int colour; // of the accents
    const char *title, *question, *icon; // title "": the rest of a themed table
    struct harvest_idea *ideas; // by votes, then in the order they came
    size_t n;
};

struct harvest_core {
    const char *id, *text, *lang, *icon;
    int from[8]; // table numbers
    int from_n;
    bool lifted;
};

struct harvest_agreement {
    const char *id, *who, *what, *with, *until, *icon; // until: ISO 8601 or NULL
    bool lifted;
};

struct harvest_relation {
    int a, b; // table numbers
    const char *label;
};

// Where people put something on the poster, in one composition (store/placement.h).
struct harvest_placement {
    const char *style;
    int64_t card; // 0: a table
    int table;    // its number
    double x, y;  // of a card, 0 .. 1
    bool outside; // of a card: x and y count on the page
    int slot;     // of a table or theme, 1-based
    const char *theme; // among the table's cards, by name; NULL: the table itself
};

struct harvest {
    struct arena *arena;
    const char *title;           // "Zukunftswerkstatt Integration"
    const char *host, *date, *place, *question, *lang, *motif, *note; // note NULL: none
    struct harvest_table *tables;
    size_t tables_n;
    bool themed; // they are themes among the cards of one table
    int whole;   // its number
    struct harvest_core *core;
    size_t core_n;
    struct harvest_agreement *agreements;
    size_t agreements_n;
    const char **parties;
    size_t parties_n;
    const char *palette; // of the workshop, NULL: not chosen
    const char *style;   // likewise
    const char *logo, *picture; // of the hosts: base64 of PNGs, NULL: none
    const char *footer;  // the hosts' own words at the foot, NULL: none
    const char *party, *contact; // whom the poster is for (lift.h), NULL: for all; not known
    struct harvest_relation *relations;
    size_t relations_n;
    struct harvest_placement *placements;
    size_t placements_n;
    const char *meeting_title, *meeting_date, *meeting_time, *meeting_place; // next one, NULL: none
    int64_t max_votes;
    size_t ideas_n;
};

// The name by which a theme keeps its place; NULL: it is a table.
const char *harvest_theme(const struct harvest *harvest, const struct harvest_table *table);

// What the facilitators of this file decided about words counts from now on. harvest_load does it too.
bool harvest_use_choices(struct store *store, struct words *words, struct err *err);

// Gathers the harvest of a workshop: live, shown, not parked cards of all tables, curation applied,
// prefixes shared by more than a fifth of the cards dropped from the poster's text (ART-2 F3).
// NULL on failure. Free with harvest_free.
struct harvest *harvest_load(struct store *store, struct words *words, int64_t workshop,
                             struct err *err);
void harvest_free(struct harvest *harvest);
// Colour of the table with this number; of none, the number itself.
int harvest_colour(const struct harvest *harvest, int number);

#endif
