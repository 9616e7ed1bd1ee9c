// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reason.h"

#include <assert.h>

#include "base/tr.h"

static const struct {
    const char *text, *icon;
} reasons[REASONS] = {
    {N_("It is there twice"), "copy"},
    {N_("It hurts someone"), "heart-broken"},
    {N_("It names a person"), "user"},
    {N_("It is not about this"), "arrow-guide"},
};

const char *reason_at(size_t i)
{
    assert(i < REASONS);
    return reasons[i].text;
}

const char *reason_icon(size_t i)
{
    assert(i < REASONS);
    return reasons[i].icon;
}
