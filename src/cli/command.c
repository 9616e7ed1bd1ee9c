// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include <stdio.h>

#include "base/tr.h"

static GOptionContext *context_new(const struct cli *cli, const struct command *command,
                                   const GOptionEntry *options)
{
    GOptionContext *context = g_option_context_new(command->arguments);
    g_option_context_set_summary(context, tr_text(cli->tr, command->summary));
    g_option_context_set_help_enabled(context, FALSE); // its own help exits
    if (options != NULL)
        g_option_context_add_main_entries(context, options, NULL);
    return context;
}

static bool wants_help(int argc, char **argv)
{
    for (int i = 1; i < argc && !g_str_equal(argv[i], "--"); i++)
        if (g_str_equal(argv[i], "--help") || g_str_equal(argv[i], "-h"))
            return true;
    return false;
}

int command_parse(struct cli *cli, const struct command *command, const GOptionEntry *options,
                  int argc, char **argv, int least, int most, char ***rest)
{
    *rest = NULL;
    char *program = g_strdup_printf("erntebild %s", command->name);
    g_set_prgname(program);
    GOptionContext *context = context_new(cli, command, options);
    char **words = g_new0(char *, (gsize)argc + 1);
    for (int i = 0; i < argc; i++)
        words[i] = g_strdup(argv[i]);
    int status = EXIT_DONE;
    GError *error = NULL;
    if (wants_help(argc, argv)) {
        char *help = g_option_context_get_help(context, TRUE, NULL);
        fputs(help, stdout);
        g_free(help);
        status = EXIT_USAGE; // turned into EXIT_DONE by cli_run: no sentence is set
    } else if (!g_option_context_parse_strv(context, &words, &error)) {
        err_set(&cli->err, ERR_USAGE, "erntebild %s: %s", command->name, error->message);
        g_error_free(error);
        status = EXIT_USAGE;
    } else {
        // "--" only ended the options.
        guint n = g_strv_length(words);
        GPtrArray *left = g_ptr_array_new();
        bool ended = false;
        for (guint i = 1; i < n; i++) {
            if (!ended && g_str_equal(words[i], "--"))
                ended = true;
            else
                g_ptr_array_add(left, g_strdup(words[i]));
        }
        int count = (int)left->len;
        g_ptr_array_add(left, NULL);
        *rest = (char **)g_ptr_array_free(left, FALSE);
        if (count < least || (most >= 0 && count > most)) {
            err_set(&cli->err, ERR_USAGE, N_("erntebild %s: expected %s. See erntebild %s --help."),
                    command->name, command->arguments, command->name);
            g_clear_pointer(rest, g_strfreev);
            status = EXIT_USAGE;
        }
    }
    g_strfreev(words);
    g_option_context_free(context);
    g_free(program);
    return status;
}

int command_failed(const struct cli *cli)
{
    return cli->err.code == ERR_USAGE ? EXIT_USAGE : EXIT_FAILED;
}

int64_t command_workshop(struct cli *cli, struct store *store, const char *title)
{
    int64_t workshop = store_find_workshop(store, title);
    if (workshop == 0 && title != NULL)
        err_set(&cli->err, ERR_NOT_FOUND, N_("%s: there is no workshop called \"%s\"."),
                store_path(store), title);
    else if (workshop == 0)
        err_set(&cli->err, ERR_NOT_FOUND,
                N_("%s: there is no workshop in it yet. Import one: erntebild import %s SOURCE."),
                store_path(store), store_path(store));
    return workshop;
}
