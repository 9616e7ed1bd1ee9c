// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Why a card is hidden: what a facilitator may say with one tap.
#ifndef ERNTEBILD_APP_REASON_H
#define ERNTEBILD_APP_REASON_H

#include <stddef.h>

#define REASONS 4
const char *reason_at(size_t i); // message id
const char *reason_icon(size_t i);

#endif
