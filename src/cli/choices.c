// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/choices.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/tr.h"
#include "cli/command.h"
#include "draw/icon.h"

bool choices_change(const struct choices_call *call)
{
    return call->remember != NULL || call->forget != NULL;
}

bool choices_asked(const struct choices_call *call)
{
    return choices_change(call) || call->list;
}

// "GWA=building-community"
static bool remember(const char *said, struct icons *icons, struct cli *cli, struct store *store)
{
    const char *equals = strrchr(said, '=');
    if (equals == NULL)
        return err_set(&cli->err, ERR_USAGE,
                       N_("erntebild words: --remember is WORD=ICON, not \"%s\"."), said);
    const char *icon = equals + 1;
    if (*icon != '\0' && icons_find(icons, icon) < 0)
        return err_set(&cli->err, ERR_INPUT,
                       N_("There is no icon called \"%s\". Icons are named as on tabler.io/icons."),
                       icon);
    char *word = g_strndup(said, (gsize)(equals - said));
    bool ok = store_choose(store, word, icon, &cli->err);
    g_free(word);
    return ok;
}

static bool forget(const char *word, struct cli *cli, struct store *store)
{
    bool known;
    return store_forget_choice(store, word, &known, &cli->err) &&
           (known || err_set(&cli->err, ERR_NOT_FOUND, N_("%s: nothing is remembered of \"%s\"."),
                             store_path(store), word));
}

static bool list(struct cli *cli, struct store *store)
{
    struct arena *arena = arena_new();
    size_t n;
    const struct choice *choices = store_choices(store, arena, &n, &cli->err);
    for (size_t i = 0; i < n; i++)
        printf("%s\t%s\n", choices[i].term, choices[i].icon);
    arena_free(arena);
    return cli->err.code == ERR_NONE;
}

bool choices_run(const struct choices_call *call, struct cli *cli, struct store *store)
{
    struct icons *icons = call->remember != NULL ? icons_open(&cli->err) : NULL;
    bool ok = call->remember == NULL || icons != NULL;
    for (char **said = call->remember; ok && said != NULL && *said != NULL; said++)
        ok = remember(*said, icons, cli, store);
    for (char **word = call->forget; ok && word != NULL && *word != NULL; word++)
        ok = forget(*word, cli, store);
    icons_close(icons);
    return ok && (!call->list || list(cli, store));
}

void choices_call_clear(struct choices_call *call)
{
    g_strfreev(call->remember);
    g_strfreev(call->forget);
}
