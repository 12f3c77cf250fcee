/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts of bars that were drawn once as masks, to be used again on targets that are pixels.
 */
#include "way-mask.h"

#include <math.h>

#define TOLERANCE 0.1 /* in pixels, of curves */
#define LIMIT 500     /* masks, then all are forgotten: a view needs about twenty */

typedef enum
{
  MASK_LEFT,
  MASK_RIGHT,
  MASK_HATCH,
} MaskType;

struct _WayMasks
{
  GHashTable *masks; /* guint64 to cairo_surface_t */
};

void
way_mask_add_round (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  if (radius <= 0)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

WayMasks *
way_masks_new (void)
{
  WayMasks *self = g_new0 (WayMasks, 1);

  self->masks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify)cairo_surface_destroy);

  return self;
}

void
way_masks_free (WayMasks *self)
{
  g_hash_table_unref (self->masks);
  g_free (self);
}

/* Lengths count in quarters of a pixel, which is finer than anybody sees */
static guint64
pack_key (MaskType type, int height, double radius, double line_width)
{
  return (guint64)type << 48 | (guint64)height << 32 | (guint64)lround (radius * 4) << 16
         | (guint64)lround (line_width * 4);
}

static void
keep (WayMasks *self, guint64 key, cairo_surface_t *mask)
{
  if (g_hash_table_size (self->masks) >= LIMIT)
    g_hash_table_remove_all (self->masks);

  g_hash_table_insert (self->masks, g_memdup2 (&key, sizeof key), mask);
}

int
way_mask_end_width (double radius, double line_width)
{
  return (int)ceil (MAX (radius, line_width));
}

/* A bar that is long enough for both its ends, of which the mask shows one */
static cairo_surface_t *
draw_end (int height, double radius, double line_width, gboolean right)
{
  int width = way_mask_end_width (radius, line_width);
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_t *cr = cairo_create (mask);
  double inset = line_width / 2;
  double left = right ? -3 * width : 0;

  cairo_set_tolerance (cr, TOLERANCE);
  way_mask_add_round (cr, left + inset, inset, 4 * width - line_width, height - line_width,
                      MAX (0, radius - inset));
  if (line_width > 0)
    {
      cairo_set_line_width (cr, line_width);
      cairo_stroke (cr);
    }
  else
    {
      cairo_fill (cr);
    }
  cairo_destroy (cr);

  return mask;
}

cairo_surface_t *
way_masks_get_end (WayMasks *self, int height, double radius, double line_width, gboolean right)
{
  guint64 key = pack_key (right ? MASK_RIGHT : MASK_LEFT, height, radius, line_width);
  cairo_surface_t *mask = g_hash_table_lookup (self->masks, &key);

  if (mask == NULL)
    {
      mask = draw_end (height, radius, line_width, right);
      keep (self, key, mask);
    }

  return mask;
}

static cairo_surface_t *
draw_hatch (int height, int scale)
{
  int step = WAY_MASK_HATCH_STEP * scale;
  int width = WAY_MASK_REPETITIONS * step;
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_t *cr = cairo_create (mask);

  /* a pixel further at both ends, so that no line is cut across */
  for (double x = step / 2.0 - (height / step + 1) * step; x < width; x += step)
    {
      cairo_move_to (cr, x - 1, height + 1);
      cairo_line_to (cr, x + height + 1, -1);
    }

  cairo_set_line_width (cr, scale);
  cairo_stroke (cr);
  cairo_destroy (cr);

  return mask;
}

cairo_surface_t *
way_masks_get_hatch (WayMasks *self, int height, int scale)
{
  guint64 key = pack_key (MASK_HATCH, height, 0, scale);
  cairo_surface_t *mask = g_hash_table_lookup (self->masks, &key);

  if (mask == NULL)
    {
      mask = draw_hatch (height, scale);
      keep (self, key, mask);
    }

  return mask;
}
