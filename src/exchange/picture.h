// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the exchange log looks like on paper: minutes, a party's folder, who does what, what became of
// an idea, a year. Each is a scene in millimetres.
#ifndef ERNTEBILD_EXCHANGE_PICTURE_H
#define ERNTEBILD_EXCHANGE_PICTURE_H

#include "draw/lettering.h"
#include "exchange/journey.h"
#include "exchange/minutes.h"
#include "exchange/network.h"

struct arena;
struct icons;
struct scene;
struct tr;

struct picture_tools { // all borrowed
    struct measure measure;
    const struct icons *icons;
    const struct tr *tr;
    const char *lang; // of the network's words
    // Suggests an icon for a text; may be NULL. The name is borrowed for good.
    const char *(*suggest)(void *context, const char *text);
    void *context;
};

// Pages of a document; free with pages_free. What they show is borrowed from the tools and from
// `arena`, which must outlive them.
struct pages {
    struct scene **pages;
    size_t n;
};
void pages_free(struct pages *pages);

// A4, upright.
struct pages picture_minutes(const struct picture_tools *tools, struct arena *arena,
                             const struct minutes *minutes);

// What one party takes home.
struct portfolio {
    const struct involvement *party;
    int colour; // of its house, index of the accent
    const char *workshop, *workshop_date, *today, *note;
    const struct scene *poster;       // may be NULL
    const struct card *cards;         // it brought
    size_t cards_n;
    const int *card_colours;          // index of each card's table
    const struct promise *promises;   // of the whole network
    size_t promises_n;
    const struct match *matches;      // that it is one side of
    size_t matches_n;
    const struct involvement *parties; // all: names and colours by order
    size_t parties_n;
    const struct gathering *dates; // the next ones
    size_t dates_n;
};
struct pages picture_folder(const struct picture_tools *tools, struct arena *arena,
                            const struct portfolio *portfolio);

// Parties and topics, A3 landscape unless another size is given (mm).
struct scene *picture_web(const struct picture_tools *tools, struct arena *arena,
                          const struct web *web, const char *title, const char *note, double w,
                          double h);
// What became of ideas: roads one below the other, A3 landscape.
struct pages picture_journeys(const struct picture_tools *tools, struct arena *arena,
                              const struct journey *journeys, size_t n, const char *title,
                              const char *note);
// The year as a poster.
struct scene *picture_review(const struct picture_tools *tools, struct arena *arena,
                             const struct review *review, const char *title, const char *note,
                             double w, double h);

#endif
