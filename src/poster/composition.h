// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The compositions: different structures on one skeleton. Each finds places for title, scene,
// agreements, footer and tables, and draws its own scenery and containers; ideas, headings, ink,
// connectors, people and appendix are the same in all. Internal to poster/.
#ifndef ERNTEBILD_POSTER_COMPOSITION_H
#define ERNTEBILD_POSTER_COMPOSITION_H

#include <stdbool.h>
#include <stddef.h>

struct err;
struct harvest;
struct island;
struct island_form;
struct page;

struct composition {
    const char *name;  // as the command line says it
    const char *aliases[3]; // German ones; NULL: fewer
    size_t tables_most; // of more it is no picture; those have the ring
    // The containers of its tables, by turns.
    const struct island_form *const *forms;
    size_t forms_n;
    bool inhabited; // it brings people, plants and birds of its own: none but those in islands are added
    bool bare; // nothing grows on containers and headings: trees and people stand at the road
    bool crossings; // short ways between its tables need no words: they cross a road at stripes
    double icon_window; // icons of ideas stand in windows this much larger, at a scale of 1; 0: none
    // How well it suits this data, 0 .. 1: what the proposal compares.
    double (*suits)(const struct harvest *harvest);
    // Chooses scale, mode and places; fills rooms and islands. False: nothing fits, with err set.
    bool (*arrange)(struct page *page, struct err *err);
    // Title, scenery, agreements and footer: all that no table owns, behind the tables. Notes what it
    // occupies.
    void (*draw_setting)(struct page *page);
    // Notes what an island occupies beside its outline: heading, ideas, legs, roofs.
    void (*note_island)(struct page *page, const struct island *island);
    // The container of a table: shadow, ground, outline, before connectors and content.
    void (*draw_ground)(struct page *page, const struct island *island);
};

extern const struct composition composition_ring;
extern const struct composition composition_tree;
extern const struct composition composition_path;
extern const struct composition composition_street;

// What takes any data, and stands in for those that do not.
#define COMPOSITION_ANY (&composition_ring)

// Whether a text (NULL: no) holds one of `n` words: beginnings of words, folded; with a dot at the
// end: the whole word.
bool composition_hears(const char *text, const char *const *words, size_t n);

// By name or alias, folding case; NULL: there is none.
const struct composition *composition_find(const char *name);
// Their names, in order; `n` of them.
size_t composition_count(void);
const char *composition_name(size_t i);
// The one that suits the data best.
const struct composition *composition_propose(const struct harvest *harvest);

#endif
