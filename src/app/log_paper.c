// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is taken away from the log: minutes, the table of agreements, the calendar.
#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>

#include "app/handout.h"
#include "app/log.h"
#include "app/stage.h"
#include "base/tr.h"
#include "publish/press.h"
#include "publish/protocol.h"
#include "publish/publish.h"

void log_save(struct log *log, const char *name, log_write *write)
{
    struct stage *stage = log->screen.stage;
    struct err err = stage_err(stage);
    struct press press = {stage->hand, stage->icons, stage->words, stage->hyphens}; // borrowed
    char *folder = handout_folder(stage), *path = g_build_filename(folder, name, NULL);
    struct office *office = NULL;
    bool ok = g_mkdir_with_parents(folder, 0755) == 0 || err_set_errno(&err, errno, folder);
    ok = ok && (office = office_open(&press, stage->store, log->today, &err)) != NULL &&
         write(log, office, path, &err);
    if (ok) {
        char *text = g_strdup_printf(stage_text(stage, N_("Saved: %s")), path);
        stage_say(stage, LOG_SEAT, "device-floppy", text, NULL, NULL);
        g_free(text);
    } else {
        stage_warn(stage, LOG_SEAT, &err);
    }
    office_close(office);
    g_free(path);
    g_free(folder);
}

bool log_write_minutes(struct log *log, struct office *office, const char *path, struct err *err)
{
    return protocol_publish(office, PROTOCOL_MINUTES, log->meeting, path, 0, err);
}

bool log_write_agreements(struct log *log, struct office *office, const char *path, struct err *err)
{
    return publish_agreements(office, log->party, path, err);
}

bool log_write_calendar(struct log *log, struct office *office, const char *path, struct err *err)
{
    (void)office;
    return publish_list(path, log->screen.stage->store, 0, err);
}
