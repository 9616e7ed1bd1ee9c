// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The facilitator's four digits. They keep participants' fingers off, not thieves: ten thousand
// codes are tried soon by whoever has the settings file. Kept salted and stretched, never in the
// clear, in the settings of this display.
#ifndef ERNTEBILD_APP_PASSCODE_H
#define ERNTEBILD_APP_PASSCODE_H

#include <stdbool.h>

#include "base/world.h"

struct settings;

#define PASSCODE_DIGITS 4

bool passcode_is_set(const struct settings *settings);
// `digits`: PASSCODE_DIGITS of them; NULL: no code from now on. The caller saves the settings.
void passcode_set(struct settings *settings, const char *digits, const struct world *world);
bool passcode_fits(const struct settings *settings, const char *digits);

#endif
