// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli.h"

#include <stdio.h>

#include "base/tr.h"
#include "cli/command.h"

static const struct command commands[] = {
    {"add", "FILE TEXT", N_("Adds one card to a theme table."), command_add},
    {"import", "FILE SOURCE...", N_("Reads workshops from .md, .csv or .json into FILE, which is made when missing."),
     command_import},
    {"words", "[FILE]", N_("Reads lines and prints keyword, icons and why."), command_words},
    {"poster", "FILE", N_("Makes the harvest poster of a workshop."), command_poster},
    {"set", "FILE [WHAT [VALUE]]", N_("Shows or sets how a workshop's poster looks."), command_set},
    {"place", "FILE [ITEM [X Y]]", N_("Where cards and tables stand on the poster, to stay there."),
     command_place},
    {"export", "FILE", N_("Writes all cards as .csv or .md, everything as .json, dates as .ics."), command_export},
    {"log", "FILE [WHAT]", N_("Who does what until when: agreements, meetings, offers, who, minutes ..."),
     command_log},
    {"folder", "FILE", N_("What a group takes home: poster, its agreements, dates, the full list."),
     command_folder},
    {"forget", "FILE NAME", N_("Forgets a person's name everywhere, in the change log too."),
     command_forget},
    {"anonymise", "FILE", N_("Makes a copy for passing on: no names of persons, no history."),
     command_anonymise},
    {"merge", "FILE OTHER...", N_("Takes into FILE what the others know and it does not."),
     command_merge},
    {"sync", "FILE postgresql://...", N_("Shares FILE between machines through PostgreSQL."),
     command_sync},
    {"check", "FILE", N_("Checks a file: integrity, log, lettering."), command_check},
};

static void print_help(const struct tr *tr)
{
    printf("%s\n\n  erntebild [app] [FILE]           %s\n",
            tr_text(tr, N_("Erntebild: from a future workshop to a harvest poster.")),
            tr_text(tr, N_("Opens the touch app.")));
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++) {
        char *call = g_strdup_printf("%s %s", commands[i].name, commands[i].arguments);
        printf("  erntebild %-22s %s\n", call, tr_text(tr, commands[i].summary));
        g_free(call);
    }
    printf("\n%s\n", tr_text(tr, N_("erntebild COMMAND --help says more.")));
}

static const struct command *find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
        if (g_str_equal(commands[i].name, name))
            return &commands[i];
    return NULL;
}

bool cli_knows(const char *name)
{
    return find(name) != NULL;
}

int cli_help(void)
{
    struct tr *tr = tr_open(tr_environment_lang());
    print_help(tr);
    tr_free(tr);
    return EXIT_DONE;
}

int cli_version(void)
{
    struct tr *tr = tr_open(tr_environment_lang());
    printf("Erntebild %s\n%s\n", ERNTEBILD_VERSION,
           tr_text(tr, N_("Not built in: PostgreSQL (erntebild sync).")));
    tr_free(tr);
    return EXIT_DONE;
}

int cli_unknown(const char *word)
{
    struct tr *tr = tr_open(tr_environment_lang());
    struct err err = {.tr = tr};
    err_set(&err, ERR_USAGE, N_("erntebild: there is no command \"%s\". See erntebild --help."), word);
    fprintf(stderr, "%s\n", err.text);
    tr_free(tr);
    return EXIT_USAGE;
}

int cli_run(int argc, char **argv)
{
    struct cli cli = {.world = world_real()};
    cli.tr = tr_open(tr_environment_lang());
    cli.err.tr = cli.tr;
    const struct command *command = find(argv[0]);
    int status = command->run(&cli, command, argc, argv);
    if (cli.err.code != ERR_NONE) {
        fprintf(stderr, "%s\n", cli.err.text);
        status = command_failed(&cli);
    } else if (status == EXIT_USAGE) {
        status = EXIT_DONE; // help was asked for and shown
    }
    if (fflush(stdout) != 0 && status == EXIT_DONE)
        status = EXIT_FAILED;
    tr_free(cli.tr);
    return status;
}
