// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractor.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "labels.h"

// Path of a file with the cards, one a line; g_free it.
static char *write_cards(const GPtrArray *cards)
{
    GString *lines = g_string_new(NULL);
    for (guint i = 0; i < cards->len; i++) {
        const struct label *card = cards->pdata[i];
        char *text = g_strdelimit(g_strdup(card->text), "\n\r\t", ' ');
        g_string_append_printf(lines, "%s\t%s\n", card->lang, text);
        g_free(text);
    }
    char *path = NULL;
    int fd = g_file_open_tmp("erntebild-cards-XXXXXX", &path, NULL);
    if (fd >= 0)
        close(fd);
    if (path != NULL && !g_file_set_contents(path, lines->str, (gssize)lines->len, NULL))
        g_clear_pointer(&path, g_free);
    g_string_free(lines, TRUE);
    return path;
}

char **extractor_run(const char *command, const GPtrArray *cards)
{
    char *path = write_cards(cards);
    if (path == NULL)
        return NULL;
    char *quoted = g_shell_quote(path), *line = g_strdup_printf("%s <%s", command, quoted);
    char shell[] = "/bin/sh", option[] = "-c";
    char *argv[] = {shell, option, line, NULL}, *out = NULL;
    int status = 1;
    char **keywords = NULL;
    if (g_spawn_sync(NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, NULL) &&
        g_spawn_check_wait_status(status, NULL)) {
        keywords = g_strsplit(out, "\n", -1);
        if (g_strv_length(keywords) != cards->len + 1)
            g_clear_pointer(&keywords, g_strfreev);
    }
    if (keywords == NULL)
        fprintf(stderr, "measure: \"%s\" gave no keywords\n", command);
    g_unlink(path);
    g_free(out);
    g_free(line);
    g_free(quoted);
    g_free(path);
    return keywords;
}
