// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rule of a language's plural forms, as a catalogue's header writes it: a C expression of n
// (GNU gettext manual, section "Additional functions for plural forms").
#ifndef ERNTEBILD_BASE_PLURAL_H
#define ERNTEBILD_BASE_PLURAL_H

#include <stdbool.h>

// The form that `rule` ("n%10==1 ? 0 : 1", up to ";", a line's end or NUL) gives for `n`. False: it
// is no such expression, or divides by nothing.
bool plural_form(const char *rule, unsigned long n, unsigned long *form);

#endif
