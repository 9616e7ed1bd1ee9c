// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Templates: what a new workshop begins with.
#ifndef ERNTEBILD_APP_TEMPLATE_H
#define ERNTEBILD_APP_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct err;
struct stage;

struct template
{
    const char *name;                // hit name "template:NAME"
    const char *title, *what, *icon; // message ids
};

#define TEMPLATES 4
const struct template *template_at(size_t i);

// A workshop that came without phases gets those of the i-th template; the one of this kind is its
// present one.
bool template_add_phases(struct stage *stage, size_t i, int64_t workshop, const char *kind,
                         struct err *err);
// Makes a workshop by the i-th template in the language of the screen, dated today: its phases and
// tables. One change, undone as one.
bool template_make(struct stage *stage, size_t i, int64_t *workshop, struct err *err);

#endif
