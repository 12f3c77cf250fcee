/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which addresses may be followed, and how a PDF is told.
 */
#include "way-page-link.h"

#include <cairo-pdf.h>
#include <math.h>

gboolean
way_page_link_is_safe (const char *address)
{
  static const char *const schemes[] = { "https:", "http:", "mailto:" };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (address, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;

  return FALSE;
}

GHashTable *
way_page_links_new (WayPlan *plan)
{
  GHashTable *links = NULL;
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, WAY_KIND_LINK, &n_records);

  for (guint i = 0; i < n_records; i++)
    {
      const WayId *of = way_record_get_ref (records[i], WAY_LINK_OF);
      const char *address = way_record_get_text (records[i], WAY_LINK_URI);

      if (of == NULL || address == NULL || !way_page_link_is_safe (address))
        continue;
      if (links == NULL)
        links = g_hash_table_new_full (way_id_hash, way_id_equal, g_free, g_free);
      if (!g_hash_table_contains (links, of))
        g_hash_table_insert (links, g_memdup2 (of, sizeof *of), g_strdup (address));
    }

  return links;
}

gboolean
way_page_link_is_wanted (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF;
}

void
way_page_link_add (cairo_t *cr, const WayRect *rect, const char *address)
{
  g_autofree char *encoded = g_uri_escape_string (address, ":/?#[]@!$&()*+,;=%", FALSE);
  int left = (int)floor (rect->x), top = (int)floor (rect->y);
  int width = (int)ceil (rect->x + rect->width) - left;
  int height = (int)ceil (rect->y + rect->height) - top;
  g_autofree char *attributes = NULL;

  /* whole numbers, for Cairo reads others as the locale writes them */
  attributes = g_strdup_printf ("rect=[%d %d %d %d] uri='%s'", left, top, width, height, encoded);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}
