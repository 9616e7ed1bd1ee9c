// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Naming: a line of text with the keyboard, for the title of a workshop or a table, the name of a
// bundle, the German rendering of a card, or whatever else is said in one line. Unit: the seat's mm.
#ifndef ERNTEBILD_APP_NAMING_H
#define ERNTEBILD_APP_NAMING_H

#include <stdbool.h>
#include <stdint.h>

#include "store/store.h"

struct event;
struct kit;
struct naming;
struct stage;
struct touch;

// Names `row`, so far called `title`, in its field "title"; undo finds it at `zone`. `fresh`: the
// title is only a proposal, typing begins anew.
struct naming *naming_new(struct stage *stage, int seat, int64_t zone, enum entity entity,
                          int64_t row, const char *title, bool fresh);
// The same for another text field, which is `value` now. What is proposed stands there until someone
// types; `label` (a message id) is what undo says.
struct naming *naming_new_field(struct stage *stage, int seat, int64_t zone, enum entity entity,
                                int64_t row, const char *field, const char *label,
                                const char *value, const char *proposal);
// What was said, not empty. False: it could not be kept, the line stays open.
typedef bool naming_said(void *context, const char *text);
// Asks for a line; `prompt` stands in it until something is typed, `text` is what it begins with.
struct naming *naming_new_line(struct stage *stage, int seat, const char *prompt, const char *text,
                               naming_said *said, void *context);
void naming_free(struct naming *naming);
// False when the touch is none of its business.
bool naming_touch(struct naming *naming, const struct touch *touch);
void naming_key(struct naming *naming, const struct event *event);
// Nothing is named while a screen's naming is NULL: the following take it so.
void naming_tick(struct naming *naming);
int naming_next_tick(const struct naming *naming, int64_t now); // -1: never
// Frees a naming that is done and clears it. False: it goes on, or there is none.
bool naming_end(struct naming **naming);
// Where toasts end: above it, else at `otherwise`.
double naming_toast_bottom(const struct naming *naming, double otherwise);
void naming_draw(struct naming *naming, struct kit *kit);

#endif
