// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// FILE-drafts: the half-typed cards of all seats as one small JSON text, written beside and renamed
// on every keystroke. No sync: the kernel has it, so it survives the process; a commit syncs.
#include "store/draft.h"

#include <errno.h>
#include <json-c/json.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "store/interior.h"
#include "store/names.h"

struct draft_slot {
    int seat;
    int64_t table, card;
    char *text, *lang, *icon, *ink;
};

static void slot_free(void *data)
{
    struct draft_slot *slot = data;
    g_free(slot->text);
    g_free(slot->lang);
    g_free(slot->icon);
    g_free(slot->ink);
    g_free(slot);
}

void drafts_free(struct store *store)
{
    if (store->drafts != NULL)
        g_ptr_array_free(store->drafts, TRUE);
    store->drafts = NULL;
}

static char *drafts_path(const struct store *store)
{
    return g_strconcat(store_path(store), "-drafts", NULL);
}

static char *member_text(struct json_object *object, const char *name)
{
    struct json_object *value;
    const char *text =
        json_object_object_get_ex(object, name, &value) ? json_object_get_string(value) : NULL;
    char *admitted = text == NULL || !g_utf8_validate(text, -1, NULL) ? NULL : g_strdup(text);
    return admitted != NULL ? admitted : g_strdup("");
}

static int64_t member_int(struct json_object *object, const char *name)
{
    struct json_object *value;
    return json_object_object_get_ex(object, name, &value) ? json_object_get_int64(value) : 0;
}

// A sidecar that cannot be read holds nothing worth an error: the file itself is whole.
static void load(struct store *store)
{
    if (store->drafts != NULL)
        return;
    store->drafts = g_ptr_array_new_with_free_func(slot_free);
    char *path = drafts_path(store), *bytes = NULL;
    if (g_file_get_contents(path, &bytes, NULL, NULL)) {
        struct json_object *all = json_tokener_parse(bytes);
        size_t n = json_object_is_type(all, json_type_array) ? json_object_array_length(all) : 0;
        for (size_t i = 0; i < n; i++) {
            struct json_object *object = json_object_array_get_idx(all, i);
            if (!json_object_is_type(object, json_type_object))
                continue;
            struct draft_slot *slot = g_new0(struct draft_slot, 1);
            *slot = (struct draft_slot){
                .seat = (int)member_int(object, "seat"),
                .table = member_int(object, "table"),
                .card = member_int(object, "card"),
                .text = member_text(object, "text"),
                .lang = member_text(object, "lang"),
                .icon = member_text(object, "icon"),
                .ink = member_text(object, "ink"),
            };
            g_ptr_array_add(store->drafts, slot);
        }
        json_object_put(all);
    }
    g_free(bytes);
    g_free(path);
}

static bool write_beside(const char *path, const char *text, struct err *err)
{
    char *temp = g_strconcat(path, "~", NULL);
    FILE *file = fopen(temp, "wbe");
    bool ok = file != NULL && fwrite(text, 1, strlen(text), file) == strlen(text);
    int errnum = errno;
    if (file != NULL && fclose(file) != 0 && ok) {
        ok = false;
        errnum = errno;
    }
    if (ok && rename(temp, path) != 0) {
        ok = false;
        errnum = errno;
    }
    if (!ok)
        unlink(temp);
    g_free(temp);
    return ok || err_set_errno(err, errnum, path);
}

static bool save(struct store *store, struct err *err)
{
    if (!store->writes)
        return err_set(err, ERR_READ_ONLY,
                       N_("%s: it is open for reading only; this was not saved."),
                       store_path(store));
    char *path = drafts_path(store);
    bool ok = true;
    if (store->drafts->len == 0) {
        if (unlink(path) != 0 && errno != ENOENT)
            ok = err_set_errno(err, errno, path);
    } else {
        struct json_object *all = json_object_new_array();
        for (guint i = 0; i < store->drafts->len; i++) {
            const struct draft_slot *slot = store->drafts->pdata[i];
            struct json_object *object = json_object_new_object();
            json_object_object_add(object, "seat", json_object_new_int(slot->seat));
            json_object_object_add(object, "table", json_object_new_int64(slot->table));
            json_object_object_add(object, "card", json_object_new_int64(slot->card));
            json_object_object_add(object, "text", json_object_new_string(slot->text));
            json_object_object_add(object, "lang", json_object_new_string(slot->lang));
            json_object_object_add(object, "icon", json_object_new_string(slot->icon));
            json_object_object_add(object, "ink", json_object_new_string(slot->ink));
            json_object_array_add(all, object);
        }
        ok = write_beside(path, json_object_to_json_string_ext(all, JSON_C_TO_STRING_PLAIN), err);
        json_object_put(all);
    }
    g_free(path);
    return ok;
}

// The newest draft of the seat (`table` 0: at any table), or -1.
static int find(const struct store *store, int seat, int64_t table, int64_t card)
{
    for (int i = (int)store->drafts->len - 1; i >= 0; i--) {
        const struct draft_slot *slot = store->drafts->pdata[i];
        if (slot->seat == seat && (table == 0 || slot->table == table) &&
            (table == 0 || card == STORE_ANY_CARD || slot->card == card))
            return i;
    }
    return -1;
}

bool store_save_draft(struct store *store, const struct draft *draft, struct err *err)
{
    load(store);
    int old = find(store, draft->seat, draft->table, draft->card);
    if (old >= 0)
        g_ptr_array_remove_index(store->drafts, (guint)old);
    struct draft_slot *slot = g_new0(struct draft_slot, 1);
    *slot = (struct draft_slot){
        .seat = draft->seat,
        .table = draft->table,
        .card = draft->card,
        .text = g_strdup(draft->text != NULL ? draft->text : ""),
        .lang = g_strdup(draft->lang != NULL ? draft->lang : ""),
        .icon = g_strdup(draft->icon != NULL ? draft->icon : ""),
        .ink = g_strdup(draft->ink != NULL ? draft->ink : ""),
    };
    g_ptr_array_add(store->drafts, slot);
    return save(store, err);
}

static bool drop(struct store *store, int i, struct err *err)
{
    if (i < 0)
        return true;
    g_ptr_array_remove_index(store->drafts, (guint)i);
    return save(store, err);
}

bool store_drop_draft(struct store *store, int seat, struct err *err)
{
    load(store);
    return drop(store, find(store, seat, 0, 0), err);
}

bool store_drop_draft_of(struct store *store, int seat, int64_t table, int64_t card,
                         struct err *err)
{
    load(store);
    return drop(store, find(store, seat, table, card), err);
}

static struct draft *copy(const struct store *store, int i, struct arena *arena)
{
    if (i < 0)
        return NULL;
    const struct draft_slot *slot = store->drafts->pdata[i];
    struct draft *draft = ARENA_NEW(arena, struct draft);
    *draft = (struct draft){
        .table = slot->table,
        .card = slot->card,
        .seat = slot->seat,
        .text = arena_strdup(arena, slot->text),
        .lang = arena_strdup(arena, slot->lang),
        .icon = arena_strdup(arena, slot->icon),
        .ink = arena_strdup(arena, slot->ink),
    };
    return draft;
}

struct draft *store_draft(struct store *store, struct arena *arena, int seat)
{
    load(store);
    return copy(store, find(store, seat, 0, 0), arena);
}

struct draft *store_draft_of(struct store *store, struct arena *arena, int seat, int64_t table,
                             int64_t card)
{
    load(store);
    return copy(store, find(store, seat, table, card), arena);
}

bool drafts_strike(struct store *store, const struct names *names, struct err *err)
{
    bool any = false;
    load(store);
    for (guint i = 0; i < store->drafts->len; i++) {
        struct draft_slot *slot = store->drafts->pdata[i];
        char *struck = names_strike(names, slot->text);
        if (struck == NULL)
            continue;
        g_free(slot->text);
        slot->text = struck;
        any = true;
    }
    return !any || save(store, err);
}
