// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poster/wording.h"

#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "poster/page.h"

static const char SOFT_HYPHEN[] = "\xC2\xAD";

// The longest part of a word that no hyphen parts, in characters; longer ones are broken by force.
enum { LONGEST_PART = 17, LONGEST_WHOLE = 28, FORCED_START = 4, FORCED_END = 3 };

static char *without_hyphens(struct arena *arena, const char *text)
{
    char *plain = arena_strdup(arena, text), *to = plain;
    for (const char *c = plain; *c != '\0';) {
        if (strncmp(c, SOFT_HYPHEN, 2) == 0)
            c += 2;
        else
            *to++ = *c++;
    }
    *to = '\0';
    return plain;
}

static bool ends_part(const char *c)
{
    gunichar u = g_utf8_get_char(c);
    return u == 0 || u == 0xAD || u == '-' || (u != 0xA0 && g_unichar_isspace(u));
}

// Appends the part from `c` to `end`, with soft hyphens between its characters.
static void add_forced(GString *out, const char *c, const char *end, long n)
{
    for (long at = 0; c < end;) {
        size_t step = lettering_next(c, 0);
        const char *next = c + (step > 0 ? step : 1);
        if (at >= FORCED_START && at <= n - FORCED_END)
            g_string_append(out, SOFT_HYPHEN);
        g_string_append_len(out, c, next - c);
        at += g_utf8_strlen(c, next - c);
        c = next;
    }
}

// Soft hyphens in parts that are too long to be set anywhere.
static const char *force_breaks(struct arena *arena, const char *soft, long longest)
{
    GString *out = g_string_new(NULL);
    bool forced = false;
    for (const char *c = soft; *c != '\0';) {
        const char *end = c;
        long n = 0;
        for (; !ends_part(end); n++)
            end = g_utf8_next_char(end);
        if (n > longest) {
            forced = true;
            add_forced(out, c, end, n);
        } else {
            g_string_append_len(out, c, end - c);
        }
        c = *end != '\0' ? g_utf8_next_char(end) : end;
        g_string_append_len(out, end, c - end);
    }
    const char *result = forced ? arena_strndup(arena, out->str, out->len) : soft;
    g_string_free(out, TRUE);
    return result;
}

void wording_init(struct wording *wording, struct page *page, const char *text, int weight,
                  const char *lang, bool divide)
{
    struct arena *arena = page->arena;
    *wording = (struct wording){.weight = weight, .lang = lang};
    if (text == NULL || *text == '\0')
        return;
    wording->text = without_hyphens(arena, text);
    const char *soft = divide ? text : wording->text;
    // Who set soft hyphens knew better where the word parts.
    if (divide && page->tools->hyphens != NULL && strstr(text, SOFT_HYPHEN) == NULL)
        soft = hyphens_soften(page->tools->hyphens, text, lang, arena);
    wording->soft = force_breaks(arena, soft, divide ? LONGEST_PART : LONGEST_WHOLE);
    wording->widths = paragraph_widths(arena, &page->tools->measure, wording->soft, weight, lang);
    wording->rtl = wording->widths.rtl;
}

// Whether the soft hyphen at `hyphen` stands at a joint of the word that begins at `word`.
static bool is_joint(const char *word, const char *hyphen)
{
    static const char *const ENDS[] = {"ungs", "heits", "keits", "schafts", "ions",
                                       "täts", "tums",  "lings", "mens",    "bens"};
    enum { LETTERS_AFTER = 3 };
    char *before = g_strndup(word, (gsize)(hyphen - word));
    GString *letters = g_string_new(before);
    g_string_replace(letters, SOFT_HYPHEN, "", 0);
    bool joint = false;
    for (size_t i = 0; i < G_N_ELEMENTS(ENDS) && !joint; i++)
        joint = g_str_has_suffix(letters->str, ENDS[i]);
    g_string_free(letters, TRUE);
    g_free(before);
    const char *after = hyphen + strlen(SOFT_HYPHEN);
    for (int n = 0; joint && n < LETTERS_AFTER;) {
        gunichar u = g_utf8_get_char(after);
        joint = u == 0xAD || g_unichar_isalpha(u);
        n += u != 0xAD;
        after = g_utf8_next_char(after);
    }
    return joint;
}

bool wording_at_joints(struct wording *joints, struct page *page, const struct wording *wording)
{
    *joints = (struct wording){.weight = wording->weight, .lang = wording->lang};
    if (wording->soft == NULL || wording->lang == NULL || !wording_same_lang(wording->lang, "de") ||
        strstr(wording->soft, SOFT_HYPHEN) == NULL)
        return false;
    GString *out = g_string_new(NULL);
    const char *word = wording->soft;
    bool found = false;
    for (const char *c = wording->soft; *c != '\0';) {
        if (strncmp(c, SOFT_HYPHEN, strlen(SOFT_HYPHEN)) == 0) {
            if (is_joint(word, c)) {
                g_string_append(out, SOFT_HYPHEN);
                found = true;
            }
            c += strlen(SOFT_HYPHEN);
            continue;
        }
        const char *next = g_utf8_next_char(c);
        g_string_append_len(out, c, next - c);
        if (*c == ' ' || *c == '-')
            word = next;
        c = next;
    }
    if (found) {
        joints->text = wording->text;
        joints->soft = arena_strndup(page->arena, out->str, out->len);
        joints->widths = paragraph_widths(page->arena, &page->tools->measure, joints->soft,
                                          joints->weight, joints->lang);
        joints->rtl = wording->rtl;
    }
    g_string_free(out, TRUE);
    return found;
}

// What a line shaped whole may come out wider than the sum of its pieces.
static const double SHAPED_WIDER = 1.012;

// What it may stick out of its column, beyond what was measured: less than any gap.
static const double TOLERATED = 1.03;

// Running text keeps its words whole where that costs one line at most.
static bool stays_whole(const struct paragraph_widths *widths, double leading, int whole, int divided)
{
    return leading >= LEADING_TEXT && divided < whole && whole < widths->n && whole <= divided + 1;
}

static struct setting measured(const struct wording *wording, double size, double width,
                               double leading)
{
    const struct paragraph_widths *widths = &wording->widths;
    double room = width / size / SHAPED_WIDER;
    int whole = 0, divided = 0;
    while (whole < widths->n && widths->whole[whole] > room)
        whole++;
    while (divided < widths->n && widths->divided[divided] > room)
        divided++;
    if (stays_whole(widths, leading, whole, divided))
        divided = whole;
    struct setting setting = {.wording = wording, .size = size};
    setting.overfull = divided == widths->n;
    int line = setting.overfull ? widths->n - 1 : divided;
    setting.divided = divided < whole;
    setting.lines = line + 1;
    setting.w = (divided == whole && !setting.overfull ? widths->whole : widths->divided)[line] *
                size * SHAPED_WIDER;
    setting.ascent = widths->ascent * size;
    setting.leading = leading * widths->leading * size;
    setting.h = setting.ascent + line * setting.leading + widths->descent * size;
    return setting;
}

struct setting wording_set(const struct wording *wording, const struct plan *plan, double size,
                           double width, double leading)
{
    if (wording->widths.n == 0)
        return (struct setting){.size = size};
    struct setting setting = measured(wording, size, width, leading);
    if (!plan->lettered)
        return setting;
    bool whole = leading >= LEADING_TEXT && !setting.divided && !setting.overfull;
    struct paragraph *paragraph =
        page_paragraph(plan->page, whole ? wording->text : wording->soft, wording->weight,
                       wording->lang, size, width, leading);
    setting.paragraph = paragraph;
    setting.lines = paragraph->n;
    setting.w = paragraph->width;
    setting.h = paragraph->height;
    setting.ascent = paragraph->ascent;
    setting.leading = paragraph->leading;
    setting.overfull = paragraph->overfull && paragraph->width > width * TOLERATED;
    return setting;
}

bool wording_same_lang(const char *a, const char *b)
{
    if (a == NULL || b == NULL || *a == '\0' || *b == '\0' || strcmp(a, "und") == 0)
        return true;
    size_t a_n = strcspn(a, "-_"), b_n = strcspn(b, "-_");
    return a_n == b_n && g_ascii_strncasecmp(a, b, a_n) == 0;
}
