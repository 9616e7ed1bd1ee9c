// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/projector.h"

#include <signal.h>

bool projector_start(struct projector *projector, const char *path)
{
    if (projector->process != 0 && kill(projector->process, 0) == 0)
        return true;
    char *program = g_file_read_link("/proc/self/exe", NULL);
    char *argv[] = {program, g_strdup("app"), g_strdup(path), g_strdup("--projector"), NULL};
    GPid child = 0;
    bool begun = program != NULL &&
                 g_spawn_async(NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child, NULL);
    if (begun)
        projector->process = child;
    for (size_t i = 0; i < G_N_ELEMENTS(argv); i++)
        g_free(argv[i]);
    return begun;
}

void projector_end(struct projector *projector)
{
    if (projector->process != 0)
        kill(projector->process, SIGTERM);
    projector->process = 0;
}
