// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
//   {"erntebild": 1, "changes": [{"device": n, "seq": n, "clock": n, "zone": n, "label": "...",
//    "undoes": n, "ops": [["card", row, "text", "Sprachcafé"], ...]}, ...]}
#include "store/log_json.h"

#include <json-c/json.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/tr.h"
#include "store/import.h"
#include "store/interior.h"

enum { FORMAT = 1 };

// ---- writing ------------------------------------------------------------------------------------

static struct json_object *value_json(const struct value *value)
{
    switch (value->type) {
    case QUERY_INT:
        return json_object_new_int64(value->i);
    case QUERY_REAL:
        return json_object_new_double(value->r);
    case QUERY_TEXT:
        return json_object_new_string(value->text);
    case QUERY_NULL:
        break;
    }
    return NULL;
}

static struct json_object *ops_json(struct store *store, int64_t device, int64_t seq)
{
    struct json_object *ops = json_object_new_array();
    struct query *query = db_query(
        store->db,
        "SELECT entity, row, field, value FROM op WHERE device = ?1 AND seq = ?2 ORDER BY n");
    query_int(query, 1, device);
    query_int(query, 2, seq);
    while (query_next(query)) {
        const char *entity = schema_entity_name((enum entity)query_to_int(query, 0));
        if (entity == NULL)
            continue; // of a newer version
        struct value value = value_of_column(query, 3);
        struct json_object *op = json_object_new_array_ext(4);
        json_object_array_add(op, json_object_new_string(entity));
        json_object_array_add(op, json_object_new_int64(query_to_int(query, 1)));
        json_object_array_add(op, json_object_new_string(query_to_text(query, 2)));
        json_object_array_add(op, value_json(&value));
        json_object_array_add(ops, op);
        value_clear(&value);
    }
    return ops;
}

char *store_log_json(struct store *store, struct err *err)
{
    struct json_object *changes = json_object_new_array();
    struct query *query = db_query(
        store->db,
        "SELECT device, seq, clock, zone, label, undoes FROM change ORDER BY clock, device, seq");
    while (query_next(query)) {
        struct json_object *change = json_object_new_object();
        json_object_object_add(change, "device", json_object_new_int64(query_to_int(query, 0)));
        json_object_object_add(change, "seq", json_object_new_int64(query_to_int(query, 1)));
        json_object_object_add(change, "clock", json_object_new_int64(query_to_int(query, 2)));
        json_object_object_add(change, "zone", json_object_new_int64(query_to_int(query, 3)));
        json_object_object_add(change, "label", json_object_new_string(query_to_text(query, 4)));
        json_object_object_add(change, "undoes", json_object_new_int64(query_to_int(query, 5)));
        json_object_object_add(change, "ops",
                               ops_json(store, query_to_int(query, 0), query_to_int(query, 1)));
        json_object_array_add(changes, change);
    }
    struct json_object *root = json_object_new_object();
    json_object_object_add(root, "erntebild", json_object_new_int(FORMAT));
    json_object_object_add(root, "changes", changes);
    char *text = g_strdup(json_object_to_json_string_ext(root, JSON_C_TO_STRING_PRETTY |
                                                                   JSON_C_TO_STRING_NOSLASHESCAPE));
    json_object_put(root);
    if (!db_succeeded(store->db, err)) {
        g_free(text);
        return NULL;
    }
    return text;
}

// ---- reading ------------------------------------------------------------------------------------

struct reader {
    struct store *store;
    const char *name;
    size_t index; // of the change, 1-based
    struct import_result *result;
    int64_t latest;
    struct err *err;
};

static bool refuse(struct reader *r, const char *what)
{
    return err_set(r->err, ERR_INPUT,
                   N_("%s: change %zu: %s is missing or wrong. Export the file again."), r->name,
                   r->index, what);
}

static bool read_int(struct reader *r, struct json_object *object, const char *name, int64_t *out)
{
    struct json_object *value;
    if (!json_object_object_get_ex(object, name, &value) ||
        !json_object_is_type(value, json_type_int))
        return refuse(r, name);
    *out = json_object_get_int64(value);
    return true;
}

// Text of a JSON string as it may enter the file; NULL when it is none.
static char *read_string(struct json_object *value)
{
    if (!json_object_is_type(value, json_type_string))
        return NULL;
    return text_admit(json_object_get_string(value), (size_t)json_object_get_string_len(value));
}

static bool read_value(struct json_object *json, const struct field *field, struct value *value)
{
    *value = (struct value){0};
    switch (json_object_get_type(json)) {
    case json_type_null:
        return true;
    case json_type_int:
        value->type = field->type == FIELD_REAL ? QUERY_REAL : QUERY_INT;
        value->i = json_object_get_int64(json);
        value->r = (double)value->i;
        return field->type != FIELD_TEXT;
    case json_type_double:
        value->type = QUERY_REAL;
        value->r = json_object_get_double(json);
        return field->type == FIELD_REAL;
    case json_type_string:
        value->type = QUERY_TEXT;
        value->text = field->type == FIELD_TEXT ? read_string(json) : NULL;
        return value->text != NULL;
    default:
        return false;
    }
}

static bool read_op(struct reader *r, struct change *change, struct json_object *op)
{
    if (!json_object_is_type(op, json_type_array) || json_object_array_length(op) != 4)
        return refuse(r, "ops");
    char *entity_name = read_string(json_object_array_get_idx(op, 0)),
         *name = read_string(json_object_array_get_idx(op, 2));
    struct json_object *row = json_object_array_get_idx(op, 1);
    enum entity entity = entity_name != NULL ? schema_entity_of(entity_name) : 0;
    const struct field *field = entity != 0 && name != NULL ? schema_field(entity, name) : NULL;
    g_free(entity_name);
    g_free(name);
    struct value value;
    if (field == NULL || !json_object_is_type(row, json_type_int))
        return refuse(r, "ops");
    if (!read_value(json_object_array_get_idx(op, 3), field, &value)) {
        value_clear(&value);
        return refuse(r, "ops");
    }
    change_set(change, entity, json_object_get_int64(row), field, value);
    return true;
}

static bool is_known(struct reader *r, const struct change *change, bool *known)
{
    struct query *query =
        db_query(r->store->db, "SELECT clock FROM change WHERE device = ?1 AND seq = ?2");
    query_int(query, 1, change->device);
    query_int(query, 2, change->seq);
    *known = query_next(query);
    if (!*known)
        return true;
    bool same = query_to_int(query, 0) == change->clock;
    query_done(query);
    return same || err_set(r->err, ERR_DAMAGED,
                           N_("%s: it holds other changes than %s under the same numbers. Import "
                              "it into a new file."),
                           r->name, store_path(r->store));
}

// What a person will be told of a change.
static void count_rows(struct reader *r, const struct change *change)
{
    for (guint i = 0; i < change->ops->len; i++) {
        const struct op *op = &g_array_index(change->ops, struct op, i);
        if (op->entity == ENTITY_WORKSHOP)
            r->result->workshop = op->row;
        bool first = change->undoes == 0;
        r->result->cards +=
            first && op->entity == ENTITY_CARD && strcmp(op->field->name, "table") == 0;
        r->result->tables +=
            first && op->entity == ENTITY_TABLE && strcmp(op->field->name, "workshop") == 0;
        r->result->agreements +=
            first && op->entity == ENTITY_AGREEMENT && strcmp(op->field->name, "workshop") == 0;
    }
}

static bool read_change(struct reader *r, struct json_object *json)
{
    struct json_object *label, *ops;
    struct change *change = change_new(r->store, 0, "");
    bool ok =
        json_object_is_type(json, json_type_object) &&
        read_int(r, json, "device", &change->device) && read_int(r, json, "seq", &change->seq) &&
        read_int(r, json, "clock", &change->clock) && read_int(r, json, "zone", &change->zone) &&
        read_int(r, json, "undoes", &change->undoes);
    if (ok && json_object_object_get_ex(json, "label", &label)) {
        char *text = read_string(label);
        if (text != NULL) {
            g_free(change->label);
            change->label = text;
        }
    }
    ok = ok && ((json_object_object_get_ex(json, "ops", &ops) &&
                 json_object_is_type(ops, json_type_array)) ||
                refuse(r, "ops"));
    for (size_t i = 0; ok && i < json_object_array_length(ops); i++)
        ok = read_op(r, change, json_object_array_get_idx(ops, i));
    ok = ok && ((change->seq > 0 && change->clock >= 0) || refuse(r, "clock"));
    bool known = false;
    ok = ok && is_known(r, change, &known);
    if (ok && known) {
        r->result->repeated++;
    } else if (ok) {
        bool apart = change_is_ahead(r->store, change->clock);
        change_write(change, apart);
        count_rows(r, change);
        if (!apart)
            r->latest = MAX(r->latest, change->clock);
    }
    change_free(change);
    return ok || (r->err != NULL && r->err->code != ERR_NONE) ? ok : refuse(r, "changes");
}

static struct json_object *parse(const char *name, const char *text, size_t size, struct err *err)
{
    struct json_tokener *tokener = json_tokener_new();
    struct json_object *root =
        size <= INT32_MAX ? json_tokener_parse_ex(tokener, text, (int)size) : NULL;
    enum json_tokener_error error = json_tokener_get_error(tokener);
    size_t at = MIN(json_tokener_get_parse_end(tokener), size);
    if (root == NULL) {
        int line = 1;
        for (size_t i = 0; i < at; i++)
            line += text[i] == '\n';
        err_set(err, ERR_INPUT, N_("%s:%d: this is not JSON (%s). Export the file again."), name,
                line, json_tokener_error_desc(error));
    }
    json_tokener_free(tokener);
    return root;
}

bool log_read_json(struct store *store, const char *name, const char *text, size_t size,
                   struct import_result *result, struct err *err)
{
    struct json_object *root = parse(name, text, size, err), *format, *changes;
    if (root == NULL)
        return false;
    bool ok = (json_object_object_get_ex(root, "erntebild", &format) &&
               json_object_object_get_ex(root, "changes", &changes) &&
               json_object_is_type(changes, json_type_array)) ||
              err_set(err, ERR_INPUT, N_("%s: this JSON was not exported by Erntebild."), name);
    if (ok && json_object_get_int(format) > FORMAT)
        ok = err_set(err, ERR_NEWER, N_("%s: a newer Erntebild wrote this. Install the newer one."),
                     name);
    if (ok && !store->writes)
        ok = err_set(err, ERR_READ_ONLY, N_("%s: it is open for reading only; this was not saved."),
                     store_path(store));
    if (ok) {
        struct reader r = {
            .store = store, .name = name, .result = result, .latest = store->clock, .err = err};
        db_begin(store->db);
        for (size_t i = 0; ok && i < json_object_array_length(changes); i++) {
            r.index = i + 1;
            ok = read_change(&r, json_object_array_get_idx(changes, i));
        }
        if (ok) {
            forget_again(store);
            search_settle(store);
        }
        if (!ok) {
            db_rollback(store->db);
            g_array_set_size(store->stale, 0);
        } else if ((ok = db_commit(store->db, err))) {
            store->clock = r.latest;
            store->revision++;
        }
    }
    json_object_put(root);
    return ok;
}
