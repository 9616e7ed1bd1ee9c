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

// The tools and the language of one file's papers. Opened once for many papers.
struct desk;
struct desk *desk_open(struct press *press, struct store *store, const char *today,
                       struct err *err); // NULL on failure; press, store and today must outlive it
void desk_close(struct desk *desk);      // NULL is legal

bool publish_minutes(struct desk *desk, int64_t meeting, const char *path, double dpi,
                     struct err *err); // also .md
bool publish_web(struct desk *desk, const char *path, double dpi, struct err *err);
// card 0: the ideas that moved last.
bool publish_timeline(struct desk *desk, int64_t card, const char *path, double dpi,
                      struct err *err);
bool publish_review(struct desk *desk, int year, const char *path, double dpi, struct err *err);
// The folder of one party in `dir`, which is made when missing: mappe.pdf, poster.pdf,
// vereinbarungen.csv, termine.ics, liste.md, erinnerung.txt.
bool publish_folder(struct desk *desk, int64_t workshop, int64_t party, const char *dir,
                    struct err *err);
// Agreements as CSV (with the day they were done) or JSON, by the extension of `path`. party 0: all.
bool publish_agreements(struct desk *desk, int64_t party, const char *path, struct err *err);

#endif
