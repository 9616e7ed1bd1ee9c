// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/hand.h"

#include <glib.h>
#include <math.h>

#include "base/random.h"
#include "draw/pen.h"

uint64_t hand_key(uint64_t key, uint64_t i)
{
    return hash_bytes(key, &i, sizeof i);
}

struct noise noise_of(uint64_t key)
{
    struct random random = random_seeded(key);
    struct noise noise;
    for (int i = 0; i < 3; i++)
        noise.phase[i] = random_range(&random, 0, 2 * G_PI);
    return noise;
}

// A sine within 0.0011, which no hand keeps: two parabolas a period, blended with their squares. It
// is asked for nine times at each point of all ink.
static double wave_at(double x)
{
    double t = x / (2 * G_PI);
    t -= floor(t + 0.5); // -1/2 .. 1/2 of a period
    double y = 8 * t - 16 * t * fabs(t);
    return y + 0.225 * (y * fabs(y) - y);
}

double noise_at(const struct noise *noise, double x)
{
    return 0.5 * wave_at(noise->phase[0] + x) + 0.32 * wave_at(noise->phase[1] + 2.27 * x) +
           0.18 * wave_at(noise->phase[2] + 4.13 * x);
}

static double norm(double x, double y)
{
    return sqrt(x * x + y * y); // hypot guards against overflow, which no page has
}

static double distance(struct point a, struct point b)
{
    return norm(b.x - a.x, b.y - a.y);
}

// ---- pulls -------------------------------------------------------------------------------------

static bool turns_at(struct point a, struct point b, struct point c)
{
    double vx = b.x - a.x, vy = b.y - a.y, wx = c.x - b.x, wy = c.y - b.y;
    double lv = norm(vx, vy), lw = norm(wx, wy);
    const double cos_42 = 0.7431448254773942;
    return lv > 1e-6 && lw > 1e-6 && (vx * wx + vy * wy) / (lv * lw) < cos_42;
}

// Points nearer than a hair are one; a closed line does not repeat its start.
static void copy_distinct(struct line *to, const struct line *from, bool closed)
{
    line_init(to);
    for (size_t i = 0; i < from->n; i++)
        if (to->n == 0 || distance(to->p[to->n - 1], from->p[i]) > 1e-4)
            line_add(to, from->p[i].x, from->p[i].y);
    while (closed && to->n > 2 && distance(to->p[0], to->p[to->n - 1]) < 1e-3)
        to->n--;
}

static void add_pull(GArray *pulls, const struct line *line, size_t from, size_t to, bool loop)
{
    struct pull pull = {.loop = loop};
    line_init(&pull.line);
    for (size_t i = from; i <= to; i++)
        line_add(&pull.line, line->p[i % line->n].x, line->p[i % line->n].y);
    g_array_append_val(pulls, pull);
}

struct pull *hand_pulls(const struct line *line, bool closed, size_t *n)
{
    struct line p;
    copy_distinct(&p, line, closed);
    GArray *pulls = g_array_new(FALSE, FALSE, sizeof(struct pull));
    if (p.n < 2 || (closed && p.n < 3)) {
        if (p.n > 0)
            add_pull(pulls, &p, 0, p.n - 1, false);
    } else {
        // Corners, as indices; an open line ends at its ends, a closed one goes round once.
        GArray *corners = g_array_new(FALSE, FALSE, sizeof(size_t));
        size_t first = closed ? 0 : 1, last = closed ? p.n : p.n - 1;
        for (size_t i = first; i < last; i++)
            if (turns_at(p.p[(i + p.n - 1) % p.n], p.p[i], p.p[(i + 1) % p.n]))
                g_array_append_val(corners, i);
        if (closed && corners->len == 0) {
            add_pull(pulls, &p, 0, p.n - 1, true);
        } else {
            size_t from = closed ? g_array_index(corners, size_t, 0) : 0;
            for (guint c = closed ? 1 : 0; c < corners->len; c++) {
                size_t to = g_array_index(corners, size_t, c);
                add_pull(pulls, &p, from, to, false);
                from = to;
            }
            add_pull(pulls, &p, from, closed ? g_array_index(corners, size_t, 0) + p.n : p.n - 1,
                     false);
        }
        g_array_free(corners, TRUE);
    }
    line_clear(&p);
    *n = pulls->len;
    return (struct pull *)(void *)g_array_free(pulls, FALSE);
}

void hand_free_pulls(struct pull *pulls, size_t n)
{
    for (size_t i = 0; i < n; i++)
        line_clear(&pulls[i].line);
    g_free(pulls);
}

// ---- movement ----------------------------------------------------------------------------------

static struct point beyond(struct point from, struct point through, double by)
{
    double l = distance(from, through);
    if (l < 1e-9)
        return through;
    return (struct point){through.x + (through.x - from.x) / l * by,
                          through.y + (through.y - from.y) / l * by};
}

void hand_overshoot(struct line *line, uint64_t key, double by)
{
    if (line->n < 2 || by <= 0)
        return;
    struct random random = random_seeded(key);
    double before = by * random_unit(&random), after = by * random_unit(&random);
    struct point *p = line->p;
    size_t n = line->n;
    // The ends are moved, along the direction that the pull has there.
    struct point start = beyond(p[MIN((size_t)2, n - 1)], p[0], before);
    struct point end = beyond(p[n - MIN((size_t)3, n)], p[n - 1], after);
    p[0] = start;
    p[n - 1] = end;
}

void hand_close_loop(struct line *line, uint64_t key, double w)
{
    struct random random = random_seeded(key);
    size_t n = line->n, start = random_below(&random, n);
    if (n > 8) { // top left, where a right-handed person begins
        double best = -INFINITY;
        for (size_t i = 0; i < n; i++) {
            double v = -line->p[i].y * 0.6 - line->p[i].x * 0.4 + random_unit(&random) * 0.01;
            if (v > best) {
                best = v;
                start = i;
            }
        }
    }
    double cx = 0, cy = 0;
    for (size_t i = 0; i < n; i++) {
        cx += line->p[i].x / (double)n;
        cy += line->p[i].y / (double)n;
    }
    struct line round;
    line_init(&round);
    for (size_t i = 0; i <= n; i++)
        line_add(&round, line->p[(start + i) % n].x, line->p[(start + i) % n].y);
    double run_on = fmin(line_length(&round) * 0.06, 5 * w), gone = 0;
    for (size_t i = 1; i < n && gone <= run_on; i++) {
        gone += distance(round.p[i - 1], round.p[i]);
        line_add(&round, round.p[i].x, round.p[i].y);
    }
    double miss = random_range(&random, 0.15, 0.55) * w * (random_below(&random, 2) ? 1 : -1);
    double total = line_length(&round), s = 0;
    struct point previous = round.p[0];
    for (size_t i = 0; i < round.n; i++) {
        struct point p = round.p[i];
        s += distance(previous, p);
        previous = p;
        double d = miss * (total > 0 ? s / total - 0.5 : 0) * 2;
        double l = norm(p.x - cx, p.y - cy);
        if (l > 1e-9)
            round.p[i] = (struct point){p.x + (p.x - cx) / l * d, p.y + (p.y - cy) / l * d};
    }
    g_free(line->p);
    *line = round;
}

static struct point normal_at(const struct line *line, size_t i)
{
    struct point a = line->p[i > 0 ? i - 1 : 0], b = line->p[MIN(i + 1, line->n - 1)];
    double dx = b.x - a.x, dy = b.y - a.y, l = norm(dx, dy);
    return l < 1e-12 ? (struct point){0, 1} : (struct point){-dy / l, dx / l};
}

void ink_wobble(struct line *line, uint64_t key, double amplitude, double w)
{
    double length = line_length(line);
    if (line->n < 2 || length < 2)
        return;
    const struct noise wave = noise_of(hand_key(key, 'a')), tremor = noise_of(hand_key(key, 'b'));
    double a = amplitude * fmin(1, length / 110);
    line_resample(line, fmax(1.2, fmin(4, w * 0.9)));
    struct line moved;
    line_init(&moved);
    double s = 0;
    for (size_t i = 0; i < line->n; i++) {
        if (i > 0)
            s += distance(line->p[i - 1], line->p[i]);
        double d = a * (noise_at(&wave, s / 40) * 0.95 + noise_at(&tremor, s / 10) * 0.13);
        struct point n = normal_at(line, i);
        line_add(&moved, line->p[i].x + n.x * d, line->p[i].y + n.y * d);
    }
    g_free(line->p);
    *line = moved;
}

// ---- what it leaves ----------------------------------------------------------------------------

// A round cap from a to b, without them.
static void add_cap(struct line *out, struct point a, struct point b)
{
    struct point c = {(a.x + b.x) / 2, (a.y + b.y) / 2};
    double r = distance(a, b) / 2, start = atan2(a.y - c.y, a.x - c.x);
    for (int k = 1; k < 5; k++)
        line_add(out, c.x + r * cos(start - G_PI * k / 5), c.y + r * sin(start - G_PI * k / 5));
}

void ink_ribbon(const struct line *line, double w, uint64_t key, double nib, bool taper,
                struct line *out)
{
    if (line->n == 0)
        return;
    double length = line_length(line);
    if (line->n < 2 || length < 1e-6) {
        line_add_ellipse(out, line->p[0].x, line->p[0].y, w / 2, w / 2, 12);
        return;
    }
    const struct noise pressure = noise_of(hand_key(key, 'w'));
    // Of twice the nib's angle, 40 degrees upwards.
    const double nib_cos = 0.17364817766693033, nib_sin = -0.984807753012208;
    struct line right;
    line_init(&right);
    size_t first = out->n;
    double s = 0;
    for (size_t i = 0; i < line->n; i++) {
        if (i > 0)
            s += distance(line->p[i - 1], line->p[i]);
        struct point n = normal_at(line, i);
        // The cosine of twice the angle between heading (n.y, -n.x) and nib.
        double across = (n.y * n.y - n.x * n.x) * nib_cos - 2 * n.x * n.y * nib_sin;
        double width = w * (1 - nib * across + 0.07 * noise_at(&pressure, s / 26));
        if (taper && length > 6 * w) {
            double e = fmin(s, length - s) / (2.2 * w);
            if (e < 1)
                width *= 0.82 + 0.18 * e;
        }
        struct point p = line->p[i];
        line_add(out, p.x + n.x * width / 2, p.y + n.y * width / 2);
        line_add(&right, p.x - n.x * width / 2, p.y - n.y * width / 2);
    }
    struct point left_end = out->p[out->n - 1], left_start = out->p[first];
    add_cap(out, left_end, right.p[right.n - 1]);
    line_reverse(&right);
    line_append(out, &right);
    add_cap(out, right.p[right.n - 1], left_start);
    line_clear(&right);
}
