// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The guiding question of a table in several languages. The workshop's own language stands in the
// field "question", others in "questions", one a line: "ar: ...".
#ifndef ERNTEBILD_APP_QUESTION_H
#define ERNTEBILD_APP_QUESTION_H

struct arena;
struct table;

// In `lang`, else in the workshop's language. In the arena or the table.
const char *question_in(const struct table *table, const char *lang, struct arena *arena);
// The field "questions" with the one in `lang` set; "" takes it out. g_free it.
char *question_set(const struct table *table, const char *lang, const char *text);

#endif
