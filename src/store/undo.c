// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Undo and redo are one routine: a new change that sets back what an earlier one set. Redo takes
// back the taking back.
#include "base/err.h"
#include "store/interior.h"

struct step {
    int64_t seq; // the change that would be taken back
    char *label;
};

static void step_clear(void *data)
{
    g_free(((struct step *)data)->label);
}

// What can be undone and redone at a zone, last on top: read off this device's changes there.
static void read_steps(struct store *store, int64_t zone, GArray **done, GArray **undone)
{
    *done = g_array_new(FALSE, FALSE, sizeof(struct step));
    *undone = g_array_new(FALSE, FALSE, sizeof(struct step));
    g_array_set_clear_func(*done, step_clear);
    g_array_set_clear_func(*undone, step_clear);
    struct query *query = db_query(
        store->db,
        "SELECT seq, label, undoes FROM change WHERE device = ?1 AND zone = ?2 ORDER BY seq");
    query_int(query, 1, store->device);
    query_int(query, 2, zone);
    while (query_next(query)) {
        struct step step = {query_to_int(query, 0), g_strdup(query_to_text(query, 1))};
        int64_t undoes = query_to_int(query, 2);
        GArray *from = undoes == 0 ? NULL : *done, *to = *undone;
        if (from != NULL &&
            (from->len == 0 || g_array_index(from, struct step, from->len - 1).seq != undoes)) {
            from = *undone;
            to = *done;
        }
        if (from == NULL) { // a new act: nothing before it can be redone
            g_array_set_size(*undone, 0);
            to = *done;
        } else if (from->len > 0 && g_array_index(from, struct step, from->len - 1).seq == undoes) {
            g_array_set_size(from, from->len - 1);
        }
        g_array_append_val(to, step);
    }
}

// The value a field had before the change (clock, device); *made tells whether the row was there.
static struct value value_before(struct store *store, int64_t clock, int64_t device,
                                 enum entity entity, int64_t row, const char *field)
{
    struct query *query = db_query(
        store->db,
        "SELECT value FROM op JOIN change USING(device, seq) WHERE entity = ?1 AND row = ?2 AND"
        " field = ?3 AND (clock, device) < (?4, ?5) AND (device, seq) NOT IN"
        " (SELECT device, seq FROM apart) ORDER BY clock DESC, device DESC, n DESC LIMIT 1");
    query_int(query, 1, entity);
    query_int(query, 2, row);
    query_text(query, 3, field);
    query_int(query, 4, clock);
    query_int(query, 5, device);
    struct value value = {0};
    if (query_next(query)) {
        value = value_of_column(query, 0);
        query_done(query);
    }
    return value;
}

static bool row_was_there(struct store *store, int64_t clock, int64_t device, enum entity entity,
                          int64_t row)
{
    struct query *query = db_query(
        store->db,
        "SELECT 1 FROM op JOIN change USING(device, seq) WHERE entity = ?1 AND row = ?2 AND"
        " (clock, device) < (?3, ?4) AND (device, seq) NOT IN (SELECT device, seq FROM apart) "
        "LIMIT 1");
    query_int(query, 1, entity);
    query_int(query, 2, row);
    query_int(query, 3, clock);
    query_int(query, 4, device);
    bool was = query_next(query);
    if (was)
        query_done(query);
    return was;
}

// Nobody else has set the field since: it is as the change left it, or as undo and redo at this
// zone have brought it back.
static bool still_wins(struct store *store, int64_t zone, int64_t clock, enum entity entity,
                       int64_t row, const char *field)
{
    struct query *query = db_query(
        store->db, "SELECT 1 FROM cell JOIN change ON change.device = cell.device AND change.clock "
                   "= cell.clock"
                   " WHERE entity = ?1 AND row = ?2 AND field = ?3 AND cell.device = ?4 AND"
                   " (cell.clock = ?5 OR (undoes <> 0 AND zone = ?6))");
    query_int(query, 1, entity);
    query_int(query, 2, row);
    query_text(query, 3, field);
    query_int(query, 4, store->device);
    query_int(query, 5, clock);
    query_int(query, 6, zone);
    bool wins = query_next(query);
    if (wins)
        query_done(query);
    return wins;
}

static int64_t clock_of(struct store *store, int64_t seq)
{
    struct query *query =
        db_query(store->db, "SELECT clock FROM change WHERE device = ?1 AND seq = ?2");
    query_int(query, 1, store->device);
    query_int(query, 2, seq);
    int64_t clock = query_next(query) ? query_to_int(query, 0) : 0;
    query_done(query);
    return clock;
}

struct touched {
    enum entity entity;
    int64_t row;
    const struct field *field;
};

static GArray *touched_by(struct store *store, int64_t seq)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(struct touched));
    struct query *query = db_query(
        store->db,
        "SELECT DISTINCT entity, row, field FROM op WHERE device = ?1 AND seq = ?2 ORDER BY n");
    query_int(query, 1, store->device);
    query_int(query, 2, seq);
    while (query_next(query)) {
        struct touched one = {(enum entity)query_to_int(query, 0), query_to_int(query, 1), NULL};
        one.field = schema_field(one.entity, query_to_text(query, 2));
        if (one.field != NULL)
            g_array_append_val(all, one);
    }
    return all;
}

// A change that sets back what change `seq` set. A row that it made is laid into the paper basket,
// with all its fields: taking that back brings it back whole.
static bool take_back(struct store *store, int64_t zone, const struct step *step, struct err *err)
{
    struct change *change = change_new(store, zone, step->label);
    change->undoes = step->seq;
    int64_t clock = clock_of(store, step->seq);
    GArray *touched = touched_by(store, step->seq);
    int64_t laid_away = 0;
    for (guint i = 0; i < touched->len; i++) {
        const struct touched *one = &g_array_index(touched, struct touched, i);
        // Rows that are known beforehand (one of each card, one of the file) are set back, not laid
        // away.
        bool found = one->entity == ENTITY_HARVEST_ITEM || one->entity == ENTITY_NETWORK;
        if (!found && !row_was_there(store, clock, store->device, one->entity, one->row)) {
            if (laid_away != one->row)
                change_int(change, one->entity, one->row, "removed", 1);
            laid_away = one->row;
        } else if (still_wins(store, zone, clock, one->entity, one->row, one->field->name)) {
            change_set(
                change, one->entity, one->row, one->field,
                value_before(store, clock, store->device, one->entity, one->row, one->field->name));
        }
    }
    g_array_free(touched, TRUE);
    if (!db_succeeded(store->db, err)) {
        change_free(change);
        return false;
    }
    return store_commit(change, err);
}

static bool step_back(struct store *store, int64_t zone, bool redo, struct err *err)
{
    GArray *done, *undone;
    read_steps(store, zone, &done, &undone);
    GArray *stack = redo ? undone : done;
    bool ok = db_succeeded(store->db, err);
    if (ok && stack->len > 0)
        ok = take_back(store, zone, &g_array_index(stack, struct step, stack->len - 1), err);
    g_array_free(done, TRUE);
    g_array_free(undone, TRUE);
    return ok;
}

bool store_undo(struct store *store, int64_t zone, struct err *err)
{
    return step_back(store, zone, false, err);
}

bool store_redo(struct store *store, int64_t zone, struct err *err)
{
    return step_back(store, zone, true, err);
}

static const char *top_label(struct store *store, int64_t zone, bool redo)
{
    GArray *done, *undone;
    read_steps(store, zone, &done, &undone);
    GArray *stack = redo ? undone : done;
    g_free(store->label);
    store->label =
        stack->len > 0 ? g_strdup(g_array_index(stack, struct step, stack->len - 1).label) : NULL;
    g_array_free(done, TRUE);
    g_array_free(undone, TRUE);
    return store->label;
}

const char *store_undo_label(struct store *store, int64_t zone)
{
    return top_label(store, zone, false);
}

const char *store_redo_label(struct store *store, int64_t zone)
{
    return top_label(store, zone, true);
}
