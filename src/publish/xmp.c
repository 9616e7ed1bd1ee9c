// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/xmp.h"

#include <glib.h>

#include "publish/publish.h"

// The property `name` with one value in a container `of` (rdf:Alt, rdf:Seq, rdf:Bag). An alternative
// is the one for all languages.
static void add_contained(GString *out, const char *name, const char *of, const char *value)
{
    if (value == NULL || *value == '\0')
        return;
    const char *which = g_str_equal(of, "rdf:Alt") ? " xml:lang=\"x-default\"" : "";
    char *escaped = g_markup_escape_text(value, -1);
    g_string_append_printf(out, "<%s><%s><rdf:li%s>%s</rdf:li></%s></%s>\n", name, of, which,
                           escaped, of, name);
    g_free(escaped);
}

char *xmp_packet(const struct publication *publication, const char *lang, const char *stamp)
{
    const char *title = publication->title;
    GString *out = g_string_new(
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
        " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
        "<pdfuaid:part>1</pdfuaid:part>\n"
        "<dc:format>application/pdf</dc:format>\n");
    add_contained(out, "dc:title", "rdf:Alt",
                  title != NULL && *title != '\0' ? title : "Erntebild");
    add_contained(out, "dc:creator", "rdf:Seq", publication->author);
    add_contained(out, "dc:description", "rdf:Alt", publication->subject);
    add_contained(out, "dc:language", "rdf:Bag", lang);
    g_string_append_printf(out,
                           "<xmp:CreatorTool>Erntebild</xmp:CreatorTool>\n"
                           "<xmp:CreateDate>%s</xmp:CreateDate>\n"
                           "<xmp:ModifyDate>%s</xmp:ModifyDate>\n"
                           "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n",
                           stamp, stamp);
    return g_string_free(out, FALSE);
}
