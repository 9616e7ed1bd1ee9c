// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The panorama that suits a workshop: the one that was chosen, else by what title, question, place and
// hosts speak of. Internal to poster/.
#ifndef ERNTEBILD_POSTER_MOTIF_H
#define ERNTEBILD_POSTER_MOTIF_H

struct harvest;

// One of figure_motif_name; NULL: none, because the hosts' picture shows the place.
const char *motif_of(const struct harvest *harvest);

#endif
