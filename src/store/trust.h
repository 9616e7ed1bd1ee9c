// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which large files were found whole and have not been touched since, so that opening them again need
// not read all of them. What is known is this machine's, in the user's cache, never in the file: who it
// is (device, inode), its size, and when contents and inode changed last. Anything else, a copy, a file
// from a stick, one that another program wrote in, is checked again. Internal to store/.
#ifndef ERNTEBILD_STORE_TRUST_H
#define ERNTEBILD_STORE_TRUST_H

#include <stdbool.h>

// Whether the file is so large that reading all of it is felt.
bool trust_is_worth_it(const char *path);
// False for files that are checked fast enough anyway.
bool trust_holds(const char *path);
// The file at `path` is whole as it is now. Failing to remember it only costs time later.
void trust_keep(const char *path);

#endif
