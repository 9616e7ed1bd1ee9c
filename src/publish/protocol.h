// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What people take away from the exchange log: minutes, a party's folder, pictures of who does what,
// of what became of ideas and of a year, the list of agreements. Pictures are .pdf, .png or .svg.
#ifndef ERNTEBILD_PUBLISH_PROTOCOL_H
#define ERNTEBILD_PUBLISH_PROTOCOL_H

#include <stdbool.h>
#include <stdint.h>

struct err;
struct press;
struct store;

// Where one file's papers are written: the tools and the language. Opened once for many papers.
struct office;
// NULL on failure; press, store and today must outlive it.
struct office *office_open(struct press *press, struct store *store, const char *today,
                           struct err *err);
void office_close(struct office *office); // NULL is legal

// A paper and what it is about: a meeting's row, nothing, a card (0: the ideas that moved last), a year.
enum protocol { PROTOCOL_MINUTES, PROTOCOL_WEB, PROTOCOL_TIMELINE, PROTOCOL_REVIEW };
// Its pages; they live as long as the office. Free with pages_free.
struct pages;
bool protocol_compose(struct office *office, enum protocol what, int64_t row, struct pages *pages,
                      struct err *err);
// Written as .pdf, .png or .svg, minutes also as .md.
bool protocol_publish(struct office *office, enum protocol what, int64_t row, const char *path,
                      double dpi, struct err *err);
// The folder of one party in `dir`, which is made when missing: mappe.pdf, poster.pdf,
// vereinbarungen.csv, termine.ics, liste.md, erinnerung.txt.
bool publish_folder(struct office *office, int64_t workshop, int64_t party, const char *dir,
                    struct err *err);
// Agreements as CSV (with the day they were done) or JSON, by the extension of `path`. party 0: all.
bool publish_agreements(struct office *office, int64_t party, const char *path, struct err *err);

#endif
