/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where paper ends and another sheet begins: no label may lie across.
 */
#include "way-layout-private.h"

void
way_layout_set_cuts (WayLayout *self, const double *days, guint n_days, double day_width)
{
  g_array_set_size (self->cuts, 0);
  g_array_append_vals (self->cuts, days, n_days);
  self->day_width = day_width;
  way_layout_pack_again (self);
}

static double
get_cut (const WayLayout *self, guint cut)
{
  return g_array_index (self->cuts, double, cut) * self->day_width;
}

gboolean
way_layout_is_cut (const WayLayout *self, WaySpan span)
{
  guint n_cuts = self->cuts->len;

  for (guint cut = 0; cut < n_cuts; cut++)
    if (get_cut (self, cut) >= span.left && get_cut (self, cut) <= span.right)
      return TRUE;

  return n_cuts > 0 && (span.right < get_cut (self, 0) || span.left > get_cut (self, n_cuts - 1));
}

WaySpan
way_layout_find_piece (const WayLayout *self, WaySpan span, double wanted)
{
  double padding = self->metrics.padding;
  WaySpan widest = { span.left, span.left };

  if (self->cuts->len == 0)
    return span;

  for (guint cut = 0; cut + 1 < self->cuts->len; cut++)
    {
      WaySpan piece = { MAX (span.left, get_cut (self, cut) + padding),
                        MIN (span.right, get_cut (self, cut + 1) - padding) };

      if (piece.right - piece.left >= wanted)
        return piece;
      if (piece.right - piece.left > widest.right - widest.left)
        widest = piece;
    }

  return widest;
}
