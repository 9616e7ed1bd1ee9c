// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// erntebild set FILE [WHAT [VALUE]]: how a workshop's poster looks, kept in its file.
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/tr.h"
#include "cli/command.h"
#include "draw/bitmap.h"
#include "draw/figure.h"
#include "draw/palette.h"
#include "poster/poster.h"

enum { FOOTER_MOST = 200 }; // characters: more is no foot of a page

static const char *palette_name(size_t i)
{
    return palette_at(i) != NULL ? palette_at(i)->name : NULL;
}

static const struct setting {
    const char *what;                 // also the field of the workshop
    const char *(*choice)(size_t i);  // what it may be, NULL beyond the last; NULL: any words
    size_t offset;                    // of its value in struct workshop
} settings[] = {
    {"palette", palette_name, offsetof(struct workshop, palette)},
    {"style", poster_style_name, offsetof(struct workshop, style)},
    {"motif", figure_motif_name, offsetof(struct workshop, motif)},
    {"footer", NULL, offsetof(struct workshop, footer)},
};

// What is read from a file: also fields of the workshop.
static const char *const pictures[] = {"logo", "picture"};

static const struct setting *find(const char *what)
{
    for (size_t i = 0; i < G_N_ELEMENTS(settings); i++)
        if (g_str_equal(settings[i].what, what))
            return &settings[i];
    return NULL;
}

static const char *value_of(const struct setting *setting, const struct workshop *workshop)
{
    const char *value;
    memcpy(&value, (const char *)workshop + setting->offset, sizeof value);
    return value;
}

// "ring, path, tree"; g_free it.
static char *choices_of(const struct setting *setting)
{
    GString *all = g_string_new(NULL);
    for (size_t i = 0; setting->choice(i) != NULL; i++)
        g_string_append_printf(all, "%s%s", i > 0 ? ", " : "", setting->choice(i));
    return g_string_free(all, FALSE);
}

static void print_settings(struct cli *cli, const struct workshop *workshop)
{
    for (size_t i = 0; i < G_N_ELEMENTS(settings); i++) {
        const char *value = value_of(&settings[i], workshop);
        char *choices = settings[i].choice != NULL ? choices_of(&settings[i])
                                                   : g_strdup(tr_text(cli->tr, N_("your own words")));
        printf("%-9s %-12s %s\n", settings[i].what, *value != '\0' ? value : "-", choices);
        g_free(choices);
    }
}

// The value as the file keeps it; NULL with err set. Empty takes it away.
static const char *admit(struct cli *cli, const struct setting *setting, const char *value)
{
    if (*value == '\0')
        return value;
    if (setting->choice == NULL) {
        if (g_utf8_strlen(value, -1) <= FOOTER_MOST)
            return value;
        err_set(&cli->err, ERR_INPUT, N_("The footer has at most %d characters."), FOOTER_MOST);
        return NULL;
    }
    for (size_t i = 0; setting->choice(i) != NULL; i++)
        if (g_ascii_strcasecmp(setting->choice(i), value) == 0)
            return setting->choice(i);
    char *choices = choices_of(setting);
    err_set(&cli->err, ERR_INPUT, N_("\"%s\" is no %s. Choose one of these: %s."), value,
            setting->what, choices);
    g_free(choices);
    return NULL;
}

static bool keep(struct cli *cli, struct store *store, int64_t workshop, const char *field,
                 const char *value)
{
    struct change *change = store_begin(store, 0, N_("Look of the poster"));
    change_text(change, ENTITY_WORKSHOP, workshop, field, value);
    return store_commit(change, &cli->err);
}

static bool is_picture(const char *what)
{
    return g_str_equal(what, pictures[0]) || g_str_equal(what, pictures[1]);
}

static bool change_picture(struct cli *cli, struct store *store, int64_t workshop, const char *what,
                           const char *path)
{
    char *text = *path != '\0' ? bitmap_read(path, &cli->err) : g_strdup("");
    bool ok = text != NULL && keep(cli, store, workshop, what, text);
    g_free(text);
    return ok;
}

static bool change_setting(struct cli *cli, struct store *store, int64_t workshop, const char *what,
                           const char *value)
{
    if (is_picture(what))
        return change_picture(cli, store, workshop, what, value);
    const struct setting *setting = find(what);
    if (setting == NULL)
        return err_set(&cli->err, ERR_USAGE,
                       N_("\"%s\" cannot be set. erntebild set FILE shows what can."), what);
    value = admit(cli, setting, value);
    return value != NULL && keep(cli, store, workshop, setting->what, value);
}

static bool show(struct cli *cli, struct store *store, int64_t workshop)
{
    struct arena *arena = arena_new();
    size_t n;
    struct workshop *all = store_workshops(store, arena, &n, &cli->err);
    for (size_t i = 0; i < n; i++)
        if (all[i].id == workshop)
            print_settings(cli, &all[i]);
    const char *kept[2];
    if (store_pictures(store, arena, workshop, &kept[0], &kept[1], &cli->err))
        for (size_t i = 0; i < G_N_ELEMENTS(pictures); i++)
            printf("%-9s %-12s %s\n", pictures[i],
                   *kept[i] != '\0' ? tr_text(cli->tr, N_("kept here")) : "-",
                   tr_text(cli->tr, N_("a PNG or a simple SVG")));
    arena_free(arena);
    return cli->err.code == ERR_NONE;
}

int command_set(struct cli *cli, const struct command *command, int argc, char **argv)
{
    char *title = NULL;
    const GOptionEntry entries[] = {
        {"workshop", 'w', 0, G_OPTION_ARG_STRING, &title, "Default: the newest", "W"},
        G_OPTION_ENTRY_NULL,
    };
    char **rest;
    int status = command_parse(cli, command, entries, argc, argv, 1, 3, &rest);
    if (status == EXIT_DONE) {
        bool changes = rest[1] != NULL;
        struct store *store =
            store_open(rest[0], changes ? STORE_WRITE : STORE_READ, cli->world, &cli->err);
        int64_t workshop = store == NULL ? 0 : command_workshop(cli, store, title);
        bool ok = workshop != 0 &&
                  (changes ? change_setting(cli, store, workshop, rest[1],
                                            rest[2] != NULL ? rest[2] : "")
                           : show(cli, store, workshop));
        status = ok ? EXIT_DONE : EXIT_FAILED;
        store_close(store);
    }
    g_free(title);
    g_strfreev(rest);
    return status;
}
