// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Undo and redo are one routine: a new change that sets back what an earlier one set. Redo takes
// back the taking back.
#include <string.h>

#include "base/err.h"
#include "base/random.h"
#include "store/interior.h"

int64_t store_zone(int64_t table, const char *seat)
{
    if (seat == NULL)
        return table;
    uint64_t hash = hash_bytes(hash_text(seat), &table, sizeof table);
    return (int64_t)(hash >> 1) | 1; // never 0, the facilitator's
}

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

// The value a field had before the change (clock, device).
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

static bool is_found(struct query *query)
{
    bool found = query_next(query);
    if (found)
        query_done(query);
    return found;
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
    return is_found(query);
}

// A change that is taken back.
struct past {
    struct store *store;
    int64_t seq, clock, zone;
};

// Nobody else has set the field since: it is as the change left it, or as undo and redo at this
// zone have brought it back, or anyone's have to the same value.
static bool still_wins(const struct past *past, enum entity entity, int64_t row, const char *field)
{
    struct query *query = db_query(
        past->store->db,
        "SELECT 1 FROM cell c JOIN change g ON g.device = c.device AND g.clock = c.clock"
        " WHERE c.entity = ?1 AND c.row = ?2 AND c.field = ?3 AND"
        " ((c.device = ?4 AND (c.clock = ?5 OR (g.undoes <> 0 AND g.zone = ?6))) OR"
        "  (g.undoes <> 0 AND c.value IS (SELECT value FROM op WHERE device = ?4 AND seq = ?7 AND"
        "   entity = ?1 AND row = ?2 AND field = ?3 ORDER BY n DESC LIMIT 1)))");
    query_int(query, 1, entity);
    query_int(query, 2, row);
    query_text(query, 3, field);
    query_int(query, 4, past->store->device);
    query_int(query, 5, past->clock);
    query_int(query, 6, past->zone);
    query_int(query, 7, past->seq);
    return is_found(query);
}

// Others have set another value on the row since.
static bool is_changed(const struct past *past, enum entity entity, int64_t row)
{
    struct query *query = db_query(
        past->store->db,
        "SELECT 1 FROM cell c JOIN change g ON g.device = c.device AND g.clock = c.clock"
        " WHERE c.entity = ?1 AND c.row = ?2 AND c.clock > ?3 AND"
        " (c.device <> ?4 OR g.zone <> ?5) AND c.value IS NOT (SELECT value FROM op WHERE"
        "  device = ?4 AND seq = ?6 AND entity = ?1 AND row = ?2 AND field = c.field"
        "  ORDER BY n DESC LIMIT 1) LIMIT 1");
    query_int(query, 1, entity);
    query_int(query, 2, row);
    query_int(query, 3, past->clock);
    query_int(query, 4, past->store->device);
    query_int(query, 5, past->zone);
    query_int(query, 6, past->seq);
    return is_found(query);
}

// Others have made since what hangs on the row by this field: dots on a card, cards in a bundle.
static bool is_named_by(const struct past *past, const struct field *field, int64_t row)
{
    // The names come from the table of fields, never from outside.
    char *sql = g_strdup_printf(
        "SELECT 1 FROM \"%s\" r JOIN cell c ON c.entity = ?1 AND c.row = r.id AND c.field = ?2"
        " JOIN change g ON g.device = c.device AND g.clock = c.clock WHERE r.\"%s\" = ?3 AND"
        " r.removed = 0 AND c.clock > ?4 AND (c.device <> ?5 OR g.zone <> ?6) LIMIT 1",
        schema_entity_name(field->entity), field->name);
    struct query *query = db_query(past->store->db, sql);
    g_free(sql);
    query_int(query, 1, field->entity);
    query_text(query, 2, field->name);
    query_int(query, 3, row);
    query_int(query, 4, past->clock);
    query_int(query, 5, past->store->device);
    query_int(query, 6, past->zone);
    return is_found(query);
}

// The row is no longer only what the change made of it.
static bool is_built_on(const struct past *past, enum entity entity, int64_t row)
{
    bool built = is_changed(past, entity, row);
    for (size_t i = 0; i < schema_fields_n && !built; i++) {
        const struct field *field = &schema_fields[i];
        built = field->type == FIELD_ROW && field->of == entity && is_named_by(past, field, row);
    }
    return built;
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

// Rows that are known beforehand (one of each card, one of the file) are set back, not laid away.
static bool is_made(const struct past *past, const struct touched *one)
{
    return one->entity != ENTITY_HARVEST_ITEM && one->entity != ENTITY_NETWORK &&
           !row_was_there(past->store, past->clock, past->store->device, one->entity, one->row);
}

// What a change made goes together: a workshop is not laid away from under its tables.
static bool made_is_built_on(const struct past *past, const GArray *touched)
{
    for (guint i = 0; i < touched->len; i++) {
        const struct touched *one = &g_array_index(touched, struct touched, i);
        const struct touched *last = i > 0 ? one - 1 : NULL;
        bool same = last != NULL && last->entity == one->entity && last->row == one->row;
        if (!same && is_made(past, one) && is_built_on(past, one->entity, one->row))
            return true;
    }
    return false;
}

// Sets one field back. False: others have changed it since, or what bringing it back would lay away.
static bool set_back(const struct past *past, struct change *change, const struct touched *one)
{
    if (!still_wins(past, one->entity, one->row, one->field->name))
        return false;
    struct value before = value_before(past->store, past->clock, past->store->device, one->entity,
                                       one->row, one->field->name);
    bool lays_away = strcmp(one->field->name, "removed") == 0 && before.type == QUERY_INT &&
                     before.i != 0;
    if (lays_away && is_built_on(past, one->entity, one->row)) {
        value_clear(&before);
        return false;
    }
    change_set(change, one->entity, one->row, one->field, before);
    return true;
}

// A change that sets back what the step's set. A row that it made is laid into the paper basket,
// with all its fields: taking that back brings it back whole.
static bool take_back(struct store *store, int64_t zone, const struct step *step, enum undone *how,
                      struct err *err)
{
    const struct past past = {store, step->seq, clock_of(store, step->seq), zone};
    struct change *change = change_new(store, zone, step->label);
    change->undoes = step->seq;
    GArray *touched = touched_by(store, step->seq);
    bool keeps_made = made_is_built_on(&past, touched), kept = keeps_made;
    int64_t laid_away = 0;
    for (guint i = 0; i < touched->len; i++) {
        const struct touched *one = &g_array_index(touched, struct touched, i);
        if (!is_made(&past, one)) {
            kept = !set_back(&past, change, one) || kept;
        } else if (!keeps_made && laid_away != one->row) {
            change_int(change, one->entity, one->row, "removed", 1);
            laid_away = one->row;
        }
    }
    *how = change->ops->len == 0 ? UNDONE_NOTHING : kept ? UNDONE_PARTLY : UNDONE_ALL;
    g_array_free(touched, TRUE);
    if (!db_succeeded(store->db, err)) {
        change_free(change);
        return false;
    }
    return store_commit(change, err);
}

static bool step_back(struct store *store, int64_t zone, bool redo, enum undone *told,
                      struct err *err)
{
    enum undone how = UNDONE_NOTHING;
    GArray *done, *undone;
    read_steps(store, zone, &done, &undone);
    GArray *stack = redo ? undone : done;
    bool ok = db_succeeded(store->db, err);
    if (ok && stack->len > 0)
        ok = take_back(store, zone, &g_array_index(stack, struct step, stack->len - 1), &how, err);
    if (told != NULL)
        *told = how;
    g_array_free(done, TRUE);
    g_array_free(undone, TRUE);
    return ok;
}

bool store_undo(struct store *store, int64_t zone, enum undone *how, struct err *err)
{
    return step_back(store, zone, false, how, err);
}

bool store_redo(struct store *store, int64_t zone, enum undone *how, struct err *err)
{
    return step_back(store, zone, true, how, err);
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
