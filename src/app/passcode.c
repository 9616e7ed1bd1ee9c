// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/passcode.h"

#include <glib.h>
#include <inttypes.h>
#include <string.h>

#include "app/settings.h"

#define ROUNDS 20000 // about 30 ms: not felt at the sheet, long for who tries all
#define DIGEST 32

// HMAC-SHA-256, iterated as PBKDF2 does for its first block (RFC 8018, section 5.2). `out`: hex.
static void stretch(const char *salt, const char *digits, char *out)
{
    guint8 block[DIGEST], all[DIGEST];
    gsize n = sizeof block;
    GHmac *first = g_hmac_new(G_CHECKSUM_SHA256, (const guchar *)digits, strlen(digits));
    g_hmac_update(first, (const guchar *)salt, (gssize)strlen(salt));
    g_hmac_update(first, (const guchar *)"\0\0\0\1", 4);
    g_hmac_get_digest(first, block, &n);
    g_hmac_unref(first);
    memcpy(all, block, sizeof all);
    GHmac *keyed = g_hmac_new(G_CHECKSUM_SHA256, (const guchar *)digits, strlen(digits));
    for (int i = 1; i < ROUNDS; i++) {
        GHmac *hmac = g_hmac_copy(keyed);
        g_hmac_update(hmac, block, sizeof block);
        n = sizeof block;
        g_hmac_get_digest(hmac, block, &n);
        g_hmac_unref(hmac);
        for (size_t k = 0; k < sizeof all; k++)
            all[k] ^= block[k];
    }
    g_hmac_unref(keyed);
    for (size_t k = 0; k < sizeof all; k++)
        g_snprintf(out + 2 * k, 3, "%02x", all[k]);
}

bool passcode_is_set(const struct settings *settings)
{
    return *settings->code_digest != '\0';
}

void passcode_set(struct settings *settings, const char *digits, const struct world *world)
{
    *settings->code_salt = *settings->code_digest = '\0';
    if (digits == NULL)
        return;
    g_snprintf(settings->code_salt, sizeof settings->code_salt, "%016" PRIx64 "%016" PRIx64,
               world->random(world->context), world->random(world->context));
    stretch(settings->code_salt, digits, settings->code_digest);
}

bool passcode_fits(const struct settings *settings, const char *digits)
{
    char digest[sizeof settings->code_digest];
    unsigned differs = 0;
    stretch(settings->code_salt, digits, digest);
    for (size_t i = 0; i < sizeof digest; i++) // no earlier end for a better guess
        differs |= (unsigned char)(digest[i] ^ settings->code_digest[i]);
    return differs == 0;
}
