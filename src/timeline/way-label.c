/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text that was measured and shaped once, and icons that were drawn once, to be used again.
 */
#include "way-label.h"

#include "way-icon-font.h"

#include <hb.h>
#include <math.h>

#define USUAL_FONT_PIXELS 14.667 /* 11 points at 96 dpi, the desktop's usual size */
#define DEFAULT_FONT "Cantarell, Sans 11"
#define WIDE_CHAR_LIMIT 20000 /* characters whose width is kept, then all is forgotten */
#define N_NARROW 0x250        /* Latin is in an array, all else in a hash table */
#define WIDTH_STEP                                                                                 \
  8 /* ellipsised text is shaped again for each step of room, not for each pixel                   \
     */
#define UNLIMITED (-1)

/* Size relative to the context's font and weight, by #WayFont; and the fixed measures of tests */
static const struct
{
  double size;
  PangoWeight weight;
  int fixed_char;
} fonts[WAY_N_FONTS] = {
  [WAY_FONT_LABEL] = { 0.90, PANGO_WEIGHT_NORMAL, 7 },
  [WAY_FONT_LABEL_BOLD] = { 0.93, PANGO_WEIGHT_BOLD, 8 },
  [WAY_FONT_SMALL] = { 0.79, PANGO_WEIGHT_NORMAL, 6 },
  [WAY_FONT_SMALL_BOLD] = { 0.79, PANGO_WEIGHT_BOLD, 6 },
  [WAY_FONT_TITLE] = { 1.40, PANGO_WEIGHT_BOLD, 11 },
};

typedef struct
{
  char *text;
  int width;
  WayFont font;
  PangoLayout *layout;
  GList link; /* in the order of use */
} Shaped;

struct _WayLabels
{
  grefcount ref_count;
  gboolean is_fixed;
  PangoContext *context;
  PangoFontDescription *descriptions[WAY_N_FONTS];
  PangoFont *loaded[WAY_N_FONTS]; /* nullable: the first of each description, when first needed */
  double scale;
  int narrow[WAY_N_FONTS][N_NARROW]; /* in Pango units; negative: not measured yet */
  GHashTable *wide[WAY_N_FONTS];     /* gunichar to width in Pango units */
  GHashTable *shaped;                /* Shaped as key and value */
  GQueue recent;                     /* of Shaped, the latest first */
  GHashTable *icons;                 /* icon and size to cairo_surface_t */
  cairo_font_face_t *icon_font;      /* nullable: when first needed */
  WayMasks *masks;
  guint limit;
  guint budget;
  gboolean is_short;
};

static guint
shaped_hash (gconstpointer data)
{
  const Shaped *self = data;

  return g_str_hash (self->text) ^ ((guint)self->width * 31 + self->font);
}

static gboolean
shaped_equal (gconstpointer a, gconstpointer b)
{
  const Shaped *left = a;
  const Shaped *right = b;

  return left->width == right->width && left->font == right->font
         && g_str_equal (left->text, right->text);
}

static void
shaped_free (gpointer data)
{
  Shaped *self = data;

  g_free (self->text);
  g_object_unref (self->layout);
  g_free (self);
}

static double
get_font_pixels (PangoContext *context)
{
  const PangoFontDescription *description = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (description) / (double)PANGO_SCALE;
  double dpi = pango_cairo_context_get_resolution (context);

  if (size <= 0)
    return USUAL_FONT_PIXELS;

  if (pango_font_description_get_size_is_absolute (description))
    return size;

  return size * (dpi > 0 ? dpi : 96.0) / 72.0;
}

static PangoContext *
create_default_context (void)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);
  PangoFontDescription *description = pango_font_description_from_string (DEFAULT_FONT);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* paper and pictures have any resolution, so that letters must not be fitted to pixels */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  pango_font_description_set_absolute_size (description, USUAL_FONT_PIXELS * PANGO_SCALE);
  pango_context_set_font_description (context, description);
  pango_font_description_free (description);

  return context;
}

static WayLabels *
labels_new (PangoContext *context, gboolean is_fixed)
{
  WayLabels *self = g_new0 (WayLabels, 1);
  double pixels = get_font_pixels (context);

  g_ref_count_init (&self->ref_count);
  self->is_fixed = is_fixed;
  self->context = context;
  self->scale = is_fixed ? 1.0 : MAX (0.75, pixels / USUAL_FONT_PIXELS);
  self->shaped = g_hash_table_new_full (shaped_hash, shaped_equal, NULL, shaped_free);
  self->icons = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)cairo_surface_destroy);
  self->masks = way_masks_new ();
  self->limit = WAY_LABELS_LIMIT;
  self->budget = WAY_LABELS_NO_BUDGET;

  for (guint font = 0; font < WAY_N_FONTS; font++)
    {
      PangoFontDescription *description
          = pango_font_description_copy (pango_context_get_font_description (context));

      pango_font_description_set_absolute_size (description, round (pixels * fonts[font].size * 4)
                                                                 / 4 * PANGO_SCALE);
      pango_font_description_set_weight (description, fonts[font].weight);
      self->descriptions[font] = description;
      self->wide[font] = g_hash_table_new (NULL, NULL);

      for (guint i = 0; i < N_NARROW; i++)
        self->narrow[font][i] = -1;
    }

  return self;
}

WayLabels *
way_labels_new (PangoContext *context)
{
  if (context == NULL)
    return labels_new (create_default_context (), FALSE);

  return labels_new (g_object_ref (context), FALSE);
}

WayLabels *
way_labels_new_fixed (void)
{
  return labels_new (create_default_context (), TRUE);
}

WayLabels *
way_labels_ref (WayLabels *self)
{
  g_ref_count_inc (&self->ref_count);

  return self;
}

void
way_labels_unref (WayLabels *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->shaped);
  g_hash_table_unref (self->icons);
  g_clear_pointer (&self->icon_font, cairo_font_face_destroy);
  way_masks_free (self->masks);

  for (guint font = 0; font < WAY_N_FONTS; font++)
    {
      pango_font_description_free (self->descriptions[font]);
      g_clear_object (&self->loaded[font]);
      g_hash_table_unref (self->wide[font]);
    }

  g_object_unref (self->context);
  g_free (self);
}

double
way_labels_get_scale (WayLabels *self)
{
  return self->scale;
}

static PangoLayout *
create_layout (WayLabels *self, WayFont font, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->descriptions[font]);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

/* ASCII but for its control characters: letters, digits, punctuation and the space */
static gboolean
is_printed (gunichar character)
{
  return character >= ' ' && character <= '~';
}

/* How far a letter advances, by the font itself, since a layout for each takes a hundred times as
 * long; -1 for what has no width of its own and for what another font has to draw */
static int
get_advance (WayLabels *self, WayFont font, gunichar character)
{
  hb_font_t *face;
  hb_codepoint_t glyph;
  int advance;

  if (character >= N_NARROW || !(is_printed (character) || g_unichar_isalnum (character)))
    return -1;

  if (self->loaded[font] == NULL)
    self->loaded[font] = pango_context_load_font (self->context, self->descriptions[font]);
  face = self->loaded[font] != NULL ? pango_font_get_hb_font (self->loaded[font]) : NULL;
  if (face == NULL || !hb_font_get_nominal_glyph (face, character, &glyph))
    return -1;

  advance = hb_font_get_glyph_h_advance (face, glyph);
  return pango_context_get_round_glyph_positions (self->context) ? PANGO_UNITS_ROUND (advance)
                                                                 : advance;
}

static int
measure_char (WayLabels *self, WayFont font, gunichar character)
{
  int advance = get_advance (self, font, character);
  char text[7] = { 0 };
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (advance >= 0)
    return advance;

  g_unichar_to_utf8 (character, text);
  layout = create_layout (self, font, text);
  pango_layout_get_size (layout, &width, NULL);

  return width;
}

/* In Pango units, remembered */
static int
get_char_width (WayLabels *self, WayFont font, gunichar character)
{
  gpointer width;

  if (character < N_NARROW)
    {
      if (self->narrow[font][character] < 0)
        self->narrow[font][character] = measure_char (self, font, character);

      return self->narrow[font][character];
    }

  if (g_hash_table_lookup_extended (self->wide[font], GUINT_TO_POINTER (character), NULL, &width))
    return GPOINTER_TO_INT (width);

  if (g_hash_table_size (self->wide[font]) >= WIDE_CHAR_LIMIT)
    g_hash_table_remove_all (self->wide[font]);

  width = GINT_TO_POINTER (measure_char (self, font, character));
  g_hash_table_insert (self->wide[font], GUINT_TO_POINTER (character), width);

  return GPOINTER_TO_INT (width);
}

double
way_labels_measure (WayLabels *self, WayFont font, const char *text)
{
  const int *narrow = self->narrow[font];
  gint64 width = 0;
  const char *c = text;

  if (self->is_fixed)
    return fonts[font].fixed_char * (double)g_utf8_strlen (text, -1);

  while (*c != '\0')
    {
      guchar byte = (guchar)*c;

      /* Most letters of most titles are known by now, and need no call */
      if (byte < 0x80 && narrow[byte] >= 0)
        {
          width += narrow[byte];
          c++;
        }
      else
        {
          width += get_char_width (self, font, g_utf8_get_char (c));
          c = g_utf8_next_char (c);
        }
    }

  return ceil ((double)width / PANGO_SCALE) + 1; /* kerning may widen by a hair */
}

void
way_labels_set_limit (WayLabels *self, guint limit)
{
  g_return_if_fail (limit > 0);

  self->limit = limit;
}

void
way_labels_begin_frame (WayLabels *self, guint budget)
{
  self->budget = budget;
  self->is_short = FALSE;
}

gboolean
way_labels_is_short (WayLabels *self)
{
  return self->is_short;
}

static void
forget_oldest (WayLabels *self)
{
  Shaped *oldest = g_queue_peek_tail (&self->recent);

  g_queue_unlink (&self->recent, &oldest->link);
  g_hash_table_remove (self->shaped, oldest);
}

static Shaped *
shape (WayLabels *self, const Shaped *key)
{
  Shaped *shaped = g_new0 (Shaped, 1);

  shaped->text = g_strdup (key->text);
  shaped->font = key->font;
  shaped->width = key->width;
  shaped->link.data = shaped;
  shaped->layout = create_layout (self, key->font, key->text);

  if (key->width != UNLIMITED)
    {
      pango_layout_set_width (shaped->layout, key->width * PANGO_SCALE);
      pango_layout_set_ellipsize (shaped->layout, PANGO_ELLIPSIZE_END);
    }

  pango_layout_get_size (shaped->layout, NULL, NULL); /* shapes now, within the budget */

  return shaped;
}

/* What fits has one shape for all widths, so that zooming finds it again */
static int
round_width (WayLabels *self, WayFont font, const char *text, double width)
{
  if (way_labels_measure (self, font, text) <= width)
    return UNLIMITED;

  return MAX (0, (int)width / WIDTH_STEP * WIDTH_STEP);
}

PangoLayout *
way_labels_get_layout (WayLabels *self, WayFont font, const char *text, double width)
{
  Shaped key
      = { .text = (char *)text, .width = round_width (self, font, text, width), .font = font };
  Shaped *shaped = g_hash_table_lookup (self->shaped, &key);

  if (shaped != NULL)
    {
      g_queue_unlink (&self->recent, &shaped->link);
      g_queue_push_head_link (&self->recent, &shaped->link);
      return shaped->layout;
    }

  if (self->budget == 0)
    {
      self->is_short = TRUE;
      return NULL;
    }

  if (self->budget != WAY_LABELS_NO_BUDGET)
    self->budget--;

  if (g_hash_table_size (self->shaped) >= self->limit)
    forget_oldest (self);

  shaped = shape (self, &key);
  g_hash_table_add (self->shaped, shaped);
  g_queue_push_head_link (&self->recent, &shaped->link);

  return shaped->layout;
}

cairo_surface_t *
way_labels_get_icon (WayLabels *self, WayIcon icon, int size)
{
  gpointer key = GINT_TO_POINTER (size * WAY_N_ICONS + (int)icon);
  cairo_surface_t *mask = g_hash_table_lookup (self->icons, key);
  cairo_t *cr;

  if (mask != NULL)
    return mask;

  mask = cairo_image_surface_create (CAIRO_FORMAT_A8, size, size);
  cr = cairo_create (mask);
  way_icon_draw (cr, icon, 0, 0, size);
  cairo_destroy (cr);
  g_hash_table_insert (self->icons, key, mask);

  return mask;
}

cairo_font_face_t *
way_labels_get_icon_font (WayLabels *self)
{
  if (self->icon_font == NULL)
    self->icon_font = way_icon_font_new ();

  return self->icon_font;
}

WayMasks *
way_labels_get_masks (WayLabels *self)
{
  return self->masks;
}
