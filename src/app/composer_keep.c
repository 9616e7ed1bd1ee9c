// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the composer puts into the file: the draft at every change, the card once it is done.
#include "app/composer_parts.h"
#include "app/sitting.h"
#include "app/stage.h"
#include "app/wish.h"
#include "store/store.h"

int64_t composer_zone(const struct composer *composer)
{
    return sitting_zone(composer->table, composer->seat);
}

void composer_keep_draft(struct composer *composer)
{
    struct stage *stage = composer->stage;
    struct err err = stage_err(stage);
    const char *text = composer->entry.text->str;
    char *ink = easel_text(&composer->easel);
    bool blank = *text == '\0' && *ink == '\0' && *composer->icon == '\0';
    const struct draft draft = {.table = composer->table,
                                .card = composer->card,
                                .seat = composer->seat,
                                .text = text,
                                .lang = composer->lang,
                                .icon = composer->icon,
                                .ink = ink};
    bool kept = blank && composer->card <= 0
                    ? store_drop_draft_of(stage->store, composer->seat, composer->table, composer->card, &err)
                    : store_save_draft(stage->store, &draft, &err);
    if (!kept && !composer->draft_failed) // once, not at every letter
        stage_warn(stage, composer->seat, &err);
    composer->draft_failed = !kept;
    g_free(ink);
}

bool composer_can_commit(const struct composer *composer)
{
    if (!sketch_is_empty(&composer->easel.sketch) || *composer->icon != '\0')
        return true;
    for (const char *c = composer->entry.text->str; *c != '\0'; c = g_utf8_next_char(c)) {
        if (!g_unichar_isspace(g_utf8_get_char(c)))
            return true;
    }
    return false;
}

static bool add_card(struct composer *composer, const char *text, const char *ink, struct err *err)
{
    char seat[16];
    sitting_name(seat, sizeof seat, composer->seat);
    return store_add_card(composer->stage->store, composer->table, seat, text, composer->lang, "",
                          composer->icon, ink, 0, 0, &composer->written, err);
}

static bool change_card(struct composer *composer, const char *text, const char *ink,
                        struct err *err)
{
    struct change *change =
        store_begin(composer->stage->store, composer_zone(composer), N_("Card changed"));
    change_text(change, ENTITY_CARD, composer->card, "text", text);
    change_text(change, ENTITY_CARD, composer->card, "lang", composer->lang);
    change_text(change, ENTITY_CARD, composer->card, "icon", composer->icon);
    change_text(change, ENTITY_CARD, composer->card, "ink", ink);
    composer->written = composer->card;
    return store_commit(change, err);
}

void composer_commit(struct composer *composer)
{
    struct stage *stage = composer->stage;
    struct err err = stage_err(stage);
    if (!composer_can_commit(composer))
        return;
    char *text = g_strstrip(g_strdup(composer->entry.text->str));
    char *ink = easel_text(&composer->easel);
    bool done = composer->card < 0    ? wish_add(composer, text, ink, &err)
                : composer->card == 0 ? add_card(composer, text, ink, &err)
                                    : change_card(composer, text, ink, &err);
    g_free(text);
    g_free(ink);
    if (done) {
        // A draft that stays behind would come again; the card is safe all the same.
        (void)store_drop_draft_of(stage->store, composer->seat, composer->table, composer->card,
                                  NULL);
        composer->done = true;
    } else {
        composer->written = 0;
        stage_warn(stage, composer->seat, &err);
    }
}
