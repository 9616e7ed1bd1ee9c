// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/route.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#define CLEARANCE 1.5f // cells kept to what is not free
#define COMFORT 4.5f   // cells at which nearness costs nothing any more
#define NEARNESS 0.28  // cost of a cell of lacking comfort
#define ENDS 0.30      // cost of a cell between an end and the middle of its outline
#define DEAREST 400.0
#define LONGEST 900.0 // art units
#define TIE 8.0       // an end found is final when nothing cheaper by this is open

struct node {
    double estimate; // cost so far and the least that is to come
    double cost;
    int cell;
};

struct search {
    const struct space *space;
    const float *clearance;
    bool *starts, *ends; // by cell
    double *cost;        // by cell, infinite: not reached
    int *previous;
    GArray *heap;                    // of struct node
    struct box goal;                 // of the ends, cells
    struct point middle_a, middle_b; // of the outlines, cells
};

static void heap_push(GArray *heap, struct node node)
{
    g_array_append_val(heap, node);
    struct node *n = (void *)heap->data;
    for (guint i = heap->len - 1; i > 0 && n[(i - 1) / 2].estimate > n[i].estimate;
         i = (i - 1) / 2) {
        struct node up = n[(i - 1) / 2];
        n[(i - 1) / 2] = n[i];
        n[i] = up;
    }
}

static struct node heap_pop(GArray *heap)
{
    struct node *n = (void *)heap->data, top = n[0];
    n[0] = n[heap->len - 1];
    g_array_set_size(heap, heap->len - 1);
    for (guint i = 0;;) {
        guint least = i;
        for (guint child = 2 * i + 1; child <= 2 * i + 2 && child < heap->len; child++)
            if (n[child].estimate < n[least].estimate)
                least = child;
        if (least == i)
            return top;
        struct node down = n[least];
        n[least] = n[i];
        n[i] = down;
        i = least;
    }
}

// Cells beside a line in which a way may begin: as near to it as clearance lets them be.
static bool *cells_beside(const struct search *search, const struct line *line, bool closed)
{
    const struct space *space = search->space;
    bool *beside = g_new0(bool, (size_t)space->nx *(size_t)space->ny);
    struct line dots;
    line_init(&dots);
    line_append(&dots, line);
    if (closed)
        line_add(&dots, line->p[0].x, line->p[0].y);
    line_resample(&dots, SPACE_CELL);
    for (size_t i = 0; i < dots.n; i++) {
        int x0 = (int)(dots.p[i].x / SPACE_CELL), y0 = (int)(dots.p[i].y / SPACE_CELL);
        for (int y = MAX(0, y0 - 4); y <= MIN(space->ny - 1, y0 + 4); y++)
            for (int x = MAX(0, x0 - 4); x <= MIN(space->nx - 1, x0 + 4); x++) {
                float d = search->clearance[y * space->nx + x];
                if (d >= CLEARANCE && d <= CLEARANCE + 1.5f)
                    beside[y * space->nx + x] = true;
            }
    }
    line_clear(&dots);
    return beside;
}

static struct point cell_point(const struct search *search, int cell)
{
    return (struct point){cell % search->space->nx, cell / search->space->nx};
}

static double to_goal(const struct search *search, int cell)
{
    struct point p = cell_point(search, cell);
    const struct box *goal = &search->goal;
    double right = p.x - goal->x - goal->w, lower = p.y - goal->y - goal->h;
    double dx = p.x < goal->x ? goal->x - p.x : right > 0 ? right : 0;
    double dy = p.y < goal->y ? goal->y - p.y : lower > 0 ? lower : 0;
    return sqrt(dx * dx + dy * dy);
}

static double from_middle(const struct search *search, int cell, struct point middle)
{
    struct point p = cell_point(search, cell);
    return ENDS * hypot(p.x - middle.x, p.y - middle.y);
}

static void open_neighbours(struct search *search, int cell)
{
    int nx = search->space->nx, ny = search->space->ny, x = cell % nx, y = cell / nx;
    for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++) {
            if ((dx == 0 && dy == 0) || x + dx < 0 || x + dx >= nx || y + dy < 0 || y + dy >= ny)
                continue;
            int next = cell + dy * nx + dx;
            float clearance = search->clearance[next];
            if (clearance < CLEARANCE)
                continue;
            double step = dx != 0 && dy != 0 ? G_SQRT2 : 1;
            double cost = search->cost[cell] + step * (1 + fmax(0, COMFORT - clearance) * NEARNESS);
            if (cost < search->cost[next] && cost < DEAREST) {
                search->cost[next] = cost;
                search->previous[next] = cell;
                heap_push(search->heap, (struct node){cost + to_goal(search, next), cost, next});
            }
        }
}

// A* (Hart, Nilsson, Raphael 1968) over cells. The end cell, or -1.
static int run(struct search *search)
{
    int cells = search->space->nx * search->space->ny, goal = -1;
    double goal_cost = INFINITY;
    for (int k = 0; k < cells; k++) {
        search->cost[k] = INFINITY;
        search->previous[k] = -1;
        if (search->starts[k]) {
            double cost = search->cost[k] = from_middle(search, k, search->middle_a);
            heap_push(search->heap, (struct node){cost + to_goal(search, k), cost, k});
        }
    }
    while (search->heap->len > 0) {
        struct node node = heap_pop(search->heap);
        if (node.cost > search->cost[node.cell])
            continue; // reached cheaper since
        if (search->ends[node.cell]) {
            double cost =
                search->cost[node.cell] + from_middle(search, node.cell, search->middle_b);
            if (cost < goal_cost) {
                goal_cost = cost;
                goal = node.cell;
            }
        }
        if (goal >= 0 && node.estimate >= goal_cost - TIE)
            break;
        open_neighbours(search, node.cell);
    }
    return goal;
}

static struct point middle_of(const struct line *line)
{
    struct point sum = {0, 0};
    for (size_t i = 0; i < line->n; i++) {
        sum.x += line->p[i].x;
        sum.y += line->p[i].y;
    }
    return (struct point){sum.x / (double)line->n / SPACE_CELL,
                          sum.y / (double)line->n / SPACE_CELL};
}

static struct box box_of_cells(const struct search *search, const bool *set)
{
    struct box box = BOX_EMPTY;
    for (int k = 0; k < search->space->nx * search->space->ny; k++)
        if (set[k]) {
            struct point p = cell_point(search, k);
            box = box_union(box, (struct box){p.x, p.y, 0, 0});
        }
    return box;
}

// Steps in cells, in art units; reversed: from the end back to the start.
static bool find_cells(const struct space *space, const struct line *a, const struct line *b,
                       bool closed, struct line *out)
{
    size_t cells = (size_t)space->nx * (size_t)space->ny;
    float *clearance = space_clearance(space);
    struct search search = {
        .space = space,
        .clearance = clearance,
        .cost = g_new(double, cells),
        .previous = g_new(int, cells),
        .heap = g_array_new(FALSE, FALSE, sizeof(struct node)),
        .middle_a = middle_of(a),
        .middle_b = middle_of(b),
    };
    search.starts = cells_beside(&search, a, closed);
    search.ends = cells_beside(&search, b, closed);
    search.goal = box_of_cells(&search, search.ends);
    int end = box_is_empty(search.goal) ? -1 : run(&search);
    for (int cell = end; cell >= 0; cell = search.previous[cell]) {
        struct point p = cell_point(&search, cell);
        line_add(out, (p.x + 0.5) * SPACE_CELL, (p.y + 0.5) * SPACE_CELL);
    }
    g_array_free(search.heap, TRUE);
    g_free(search.starts);
    g_free(search.ends);
    g_free(search.cost);
    g_free(search.previous);
    g_free(clearance);
    return end >= 0;
}

// Where the way leaves the outline: a little outside its nearest point.
static struct point foot(const struct line *outline, struct point q)
{
    double least = INFINITY;
    struct point best = q;
    for (size_t i = 0; i < outline->n; i++) {
        struct point a = outline->p[i], b = outline->p[(i + 1) % outline->n];
        double dx = b.x - a.x, dy = b.y - a.y, l = dx * dx + dy * dy;
        double t = l < 1e-9 ? 0 : CLAMP(((q.x - a.x) * dx + (q.y - a.y) * dy) / l, 0, 1);
        struct point p = {a.x + dx * t, a.y + dy * t};
        double d = hypot(p.x - q.x, p.y - q.y);
        if (d < least) {
            least = d;
            best = p;
        }
    }
    double away = least < 1e-9 ? 0 : fmin(9, least / 2) / least;
    return (struct point){best.x + (q.x - best.x) * away, best.y + (q.y - best.y) * away};
}

// An elastic band between both ends, never pulled into an obstacle.
static void pull_tight(const struct space *space, struct line *way)
{
    line_resample(way, 9);
    for (int pass = 0; pass < 90; pass++)
        for (size_t i = 1; i + 1 < way->n; i++) {
            struct point a = way->p[i - 1], b = way->p[i], c = way->p[i + 1];
            struct point p = {b.x * 0.4 + (a.x + c.x) * 0.3, b.y * 0.4 + (a.y + c.y) * 0.3};
            bool at_end = i < 3 || i + 4 > way->n;
            if (at_end || space_is(space, (struct box){p.x - 5, p.y - 5, 10, 10}, SPACE_FREE))
                way->p[i] = p;
        }
    struct line knots;
    line_init(&knots);
    for (size_t i = 0; i < way->n; i += 3)
        line_add(&knots, way->p[i].x, way->p[i].y);
    if ((way->n - 1) % 3 != 0)
        line_add(&knots, way->p[way->n - 1].x, way->p[way->n - 1].y);
    if (knots.n > 2)
        line_smooth(&knots, false, 6);
    line_copy(way, &knots);
    line_clear(&knots);
}

static double apart(struct box a, struct box b)
{
    double dx = fmax(fmax(b.x - a.x - a.w, a.x - b.x - b.w), 0);
    double dy = fmax(fmax(b.y - a.y - a.h, a.y - b.y - b.h), 0);
    return hypot(dx, dy);
}

bool route_find(const struct space *space, const struct line *a, const struct line *b, bool closed,
                struct line *out)
{
    if (a->n < 2 || b->n < 2 || apart(line_box(a), line_box(b)) > LONGEST)
        return false;
    struct line cells;
    line_init(&cells);
    bool found = find_cells(space, a, b, closed, &cells);
    if (found) {
        line_reverse(&cells);
        struct point from = foot(a, cells.p[0]), to = foot(b, cells.p[cells.n - 1]);
        line_add(out, from.x, from.y);
        line_append(out, &cells);
        line_add(out, to.x, to.y);
        pull_tight(space, out);
        found = line_length(out) <= LONGEST;
    }
    line_clear(&cells);
    return found;
}
