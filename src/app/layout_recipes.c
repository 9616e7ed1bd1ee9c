// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The languages of our participants: which key map of xkeyboard-config, and what it lacks on glass.
#include "app/layout.h"

#define LATIN ", . ? ! – '"
#define ARABIC ". ! : ؛"

// clang-format off
const struct layout_recipe layout_recipes[] = {
    {"de", "de", "", "", "", "", "123", "", LATIN, "„ “"},
    {"en", "us", "", "'", "", "", "123", "", LATIN, "“ ”"},
    {"ar", "ara", "", "", "", "", "١٢٣", "، ؟", ARABIC, "« »"},
    {"fa", "ir", "pes", "ژ ئ", "", "", "۱۲۳", "، ؟", ARABIC, "« »"},
    {"ku", "tr", "ku", "", "", "", "123", "", LATIN, "« »"},
    {"ckb", "iq", "ku_ara", "ش چ ڕ ێ ع غ ڵ ه", "", "", "١٢٣", "، ؟", ARABIC, "« »"},
    {"uk", "ua", "", "ʼ", "", "", "123", "", LATIN, "« »"},
    {"ru", "ru", "", "", "", "", "123", "", LATIN, "« »"},
    {"tr", "tr", "", "", "", "", "123", "", LATIN, "“ ”"},
    {"fr", "fr", "", "'", "ê â î ô û ë ï œ ÿ", "", "123", "", LATIN, "« »"},
    {"es", "es", "", "", "á é í ó ú ü", "", "123", "", LATIN, "« »"},
    {"ro", "ro", "std", "", "", "", "123", "", LATIN, "„ ”"},
    {"pl", "pl", "", "", "ą ć ę ł ń ó ś ź ż", "", "123", "", LATIN, "„ ”"},
    {"bg", "bg", "", "", "", "", "123", "", LATIN, "„ “"},
    {"vi", "vn", "", "", "", "", "123", "", LATIN, "“ ”"},
    {"ti", "", "", "", "", "ሀ ለ ሐ መ ሰ ረ ሸ ቀ ቐ በ ተ ቸ | ነ ኘ አ ከ ኸ ወ ዐ ዘ ዠ የ ደ ጀ | "
                           "ገ ጠ ጨ ጸ ፀ ፈ ፐ ቨ", "፩፪፫", "፧ !", "፣ ። ፡", "“ ”"},
    {"am", "", "", "", "", "ሀ ለ ሐ መ ሠ ረ ሰ ሸ ቀ በ ተ ቸ | ኀ ነ ኘ አ ከ ኸ ወ ዐ ዘ ዠ የ ደ | "
                           "ጀ ገ ጠ ጨ ጰ ጸ ፀ ፈ ፐ ቨ", "፩፪፫", "። ፣", "፧ !", "“ ”"},
};
// clang-format on
const size_t layout_recipes_n = G_N_ELEMENTS(layout_recipes);

const struct layout_recipe layout_recipe_other = {"", "", "", "", "", "", "123", "", LATIN, "“ ”"};
