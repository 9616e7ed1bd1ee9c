// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/import.h"

#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/tr.h"
#include "store/interior.h"
#include "store/log_json.h"
#include "store/notes.h"

// What no editor of today writes: points at the line.
static bool check_utf8(const char *name, const char *text, size_t size, struct err *err)
{
    const char *end;
    if (g_utf8_validate_len(text, size, &end))
        return true;
    int line = 1;
    for (const char *p = text; p < end; p++)
        line += *p == '\n';
    return err_set(err, ERR_INPUT,
                   N_("%s:%d: this is not UTF-8. Save the file as UTF-8 and try again."), name,
                   line);
}

// Normal form, without byte order mark and carriage returns; g_free it.
static char *plain(const char *text, size_t size)
{
    GString *out = g_string_sized_new(size + 1);
    if (size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
        text += 3;
        size -= 3;
    }
    for (size_t i = 0; i < size; i++)
        if (text[i] != '\r')
            g_string_append_c(out, text[i]);
        else if (i + 1 == size || text[i + 1] != '\n') // an old Macintosh's end of line
            g_string_append_c(out, '\n');
    char *nfc = g_utf8_normalize(out->str, (gssize)out->len, G_NORMALIZE_NFC);
    g_string_free(out, TRUE);
    return nfc;
}

bool store_import_text(struct store *store, const char *name, const char *text, size_t size,
                       struct import_result *result, struct err *err)
{
    *result = (struct import_result){0};
    const char *dot = strrchr(name, '.');
    bool markdown = dot != NULL && g_ascii_strcasecmp(dot, ".md") == 0;
    bool csv = dot != NULL && g_ascii_strcasecmp(dot, ".csv") == 0;
    bool json = dot != NULL && g_ascii_strcasecmp(dot, ".json") == 0;
    if (!markdown && !csv && !json)
        return err_set(err, ERR_INPUT,
                       N_("%s: this kind of file is not known here. Import .md, .csv or .json."),
                       name);
    if (!check_utf8(name, text, size, err))
        return false;
    if (json)
        return log_read_json(store, name, text, size, result, err);
    char *clean = plain(text, size);
    struct notes notes;
    notes_init(&notes, name);
    bool ok = (markdown ? notes_read_markdown : notes_read_csv)(&notes, clean, err) &&
              notes_apply(&notes, store, result, err);
    notes_clear(&notes);
    g_free(clean);
    return ok;
}

bool store_import(struct store *store, const char *path, struct import_result *result,
                  struct err *err)
{
    *result = (struct import_result){0};
    size_t size;
    char *text = file_read(path, &size, err);
    bool ok = text != NULL && store_import_text(store, path, text, size, result, err);
    g_free(text);
    return ok;
}
