// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Phases of a workshop: what a standard phase says in every language, and what the facilitator does
// with them: start, extend, stop, skip, return. Each act is one change at zone 0.
#ifndef ERNTEBILD_APP_PHASES_H
#define ERNTEBILD_APP_PHASES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct change;
struct err;
struct kit;
struct phase;
struct stage;
struct tr;

#define PHASE_RULES 4

struct phase_rule {
    const char *text, *icon; // text NULL: none; in a model a message id
};

struct phase_model { // what a standard phase is
    const char *kind, *title, *icon;
    struct phase_rule rules[PHASE_RULES];
    int minutes;
};

// By kind and round (0: none). NULL: no standard phase.
const struct phase_model *phase_model(const char *kind, int round);
// Its rules as one text, for files and exports. g_free it.
char *phase_model_rules(const struct phase_model *model, const struct tr *tr);

// Kind of the phase with this id; of none, the kind of `otherwise`; of that neither, "".
const char *phases_kind(const struct phase *phases, size_t n, int64_t id, int64_t otherwise);

// As the drawing's people read it. Live as long as the drawing.
const char *phase_title(struct kit *kit, const struct phase *phase);
const char *phase_icon(const struct phase *phase);
bool phase_has_rules(const struct phase *phase);
// At most PHASE_RULES; returns how many.
size_t phase_rules(struct kit *kit, const struct phase *phase, struct phase_rule *rules);

// Makes a phase the present one and starts its clock; a phase that ran before begins anew.
bool phase_start(struct stage *stage, int64_t workshop, const struct phase *phase,
                 struct err *err);
bool phase_extend(struct stage *stage, const struct phase *phase, int minutes, struct err *err);
bool phase_stop(struct stage *stage, const struct phase *phase, struct err *err);
bool phase_go_on(struct stage *stage, const struct phase *phase, struct err *err);

#endif
