// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a document says about itself in XMP (ISO 16684-1): title, authors, language, dates, and that
// it can be read to people (PDF/UA-1, ISO 14289-1, clause 5). Internal to publish/.
#ifndef ERNTEBILD_PUBLISH_XMP_H
#define ERNTEBILD_PUBLISH_XMP_H

struct publication;

// `lang` is BCP 47, `stamp` an ISO 8601 time. The packet's bytes; g_free.
char *xmp_packet(const struct publication *publication, const char *lang, const char *stamp);

#endif
