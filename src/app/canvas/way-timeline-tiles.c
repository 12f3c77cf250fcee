/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kept pictures of a canvas that is too large to keep whole: painted once by Cairo, shown as they
 * are or as textures.
 */
#include "way-timeline-tiles.h"

#include "way-timeline-mosaic.h"

#include <math.h>

/* How many tiles are kept for each one that is seen: panning back and forth is free, memory stays
 * small */
#define KEPT_FOR_EACH_SEEN 2

/* How much of what is seen old pictures have to fill while the zoom goes on; below it all is
 * painted, in one frame */
#define LEAST_COVER 0.75

typedef struct
{
  int column;
  int row;
} Place;

typedef struct
{
  Place place;
  cairo_surface_t *picture; /* (nullable) */
  GdkRectangle part;        /* what its picture shows, in pixels from its corner; empty without */
  WayRect area;             /* the same on the canvas */
  GskRenderNode *node;      /* (nullable): of its picture, with the corner at the origin */
  guint64 seen;             /* the frame in which it was last seen */
  guint64 painted;          /* the frame in which it was last painted */
  gboolean stale;
} Tile;

struct _WayTimelineTiles
{
  double width; /* of a tile, in canvas units */
  double height;
  double fixed_width; /* 0 for as many pixels of the screen as a tile has */
  double fixed_height;
  int scale_factor;
  gboolean with_cairo; /* shown by the renderer that draws with Cairo, too */
  gboolean is_lowest;
  GdkRGBA background;

  WayTilePaintFunc paint;
  gpointer user_data;

  GHashTable *tiles; /* Place → Tile, which holds its key */
  guint64 frame;
  guint n_painted;

  /* What was there before the zoom */
  GHashTable *old_tiles; /* (nullable) */
  double old_factor;     /* what its horizontal places are multiplied by */
  WayRect old_visible;
  WayRect visible;      /* in the last frame */
  WayRect begun;        /* what was seen in the first frame after all tiles were forgotten */
  gboolean complete;    /* all that was seen in the last frame was painted */
  GskRenderNode *shown; /* (nullable): what it was, for as long as it is to look the same */

  /* Where Cairo draws it first */
  GskRenderNode *whole; /* (nullable): all tiles that were seen, in one */
  guint64 whole_frame;  /* the frame in which it was made */
  WayRect whole_visible;
};

static guint
place_hash (gconstpointer key)
{
  const Place *place = key;

  return (guint)place->column * 31337u + (guint)place->row;
}

static gboolean
place_equal (gconstpointer a, gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;

  return left->column == right->column && left->row == right->row;
}

static void
tile_free (gpointer data)
{
  Tile *tile = data;

  g_clear_pointer (&tile->node, gsk_render_node_unref);
  g_clear_pointer (&tile->picture, cairo_surface_destroy);
  g_free (tile);
}

static GHashTable *
new_tiles (void)
{
  return g_hash_table_new_full (place_hash, place_equal, NULL, tile_free);
}

static void
update_size (WayTimelineTiles *self)
{
  double side = (double)WAY_TILE_PIXELS / self->scale_factor;

  self->width = self->fixed_width > 0 ? self->fixed_width : side;
  self->height = self->fixed_height > 0 ? self->fixed_height : side;
}

static WayRect
get_tile_area (WayTimelineTiles *self, const Tile *tile)
{
  return (WayRect){ tile->place.column * self->width, tile->place.row * self->height, self->width,
                    self->height };
}

static GdkRectangle
get_whole_part (WayTimelineTiles *self)
{
  return (GdkRectangle){ 0, 0, (int)ceil (self->width * self->scale_factor),
                         (int)ceil (self->height * self->scale_factor) };
}

/* The pixels of @tile that are seen; never none, for whoever asks takes it to be in sight */
static GdkRectangle
get_seen_part (WayTimelineTiles *self, const Tile *tile, const WayRect *visible)
{
  WayRect area = get_tile_area (self, tile);
  double left = (visible->x - area.x) * self->scale_factor;
  double top = (visible->y - area.y) * self->scale_factor;
  GdkRectangle whole = get_whole_part (self);
  GdkRectangle part = {
    .x = (int)floor (left),
    .y = (int)floor (top),
    .width = (int)(ceil (left + visible->width * self->scale_factor) - floor (left)),
    .height = (int)(ceil (top + visible->height * self->scale_factor) - floor (top)),
  };

  return gdk_rectangle_intersect (&part, &whole, &part) ? part : whole;
}

static WayRect
get_part_area (WayTimelineTiles *self, const Tile *tile, const GdkRectangle *part)
{
  WayRect area = get_tile_area (self, tile);
  double x = (double)part->x / self->scale_factor;
  double y = (double)part->y / self->scale_factor;

  return (WayRect){
    area.x + x,
    area.y + y,
    MIN ((double)part->width / self->scale_factor, area.width - x),
    MIN ((double)part->height / self->scale_factor, area.height - y),
  };
}

/* Whether something of @tile is seen of which there is no picture */
static gboolean
is_short (WayTimelineTiles *self, const Tile *tile, const WayRect *visible)
{
  GdkRectangle seen = get_seen_part (self, tile, visible);
  const GdkRectangle *part = &tile->part;

  return seen.x < part->x || seen.x + seen.width > part->x + part->width || seen.y < part->y
         || seen.y + seen.height > part->y + part->height;
}

static cairo_surface_t *
paint_picture (WayTimelineTiles *self, const GdkRectangle *part, const WayRect *area,
               gboolean *whole)
{
  /* What is known to be opaque is copied, not blended; textures have no such format */
  cairo_format_t format = self->with_cairo ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32;
  cairo_surface_t *picture = cairo_image_surface_create (format, part->width, part->height);
  cairo_t *cr = cairo_create (picture);

  gdk_cairo_set_source_rgba (cr, &self->background);
  cairo_paint (cr);
  cairo_scale (cr, self->scale_factor, self->scale_factor);
  *whole = self->paint (cr, area, self->user_data);
  cairo_destroy (cr);
  self->n_painted++;

  cairo_surface_flush (picture);
  return picture;
}

static GdkTexture *
make_texture (cairo_surface_t *picture)
{
  int height = cairo_image_surface_get_height (picture);
  int stride = cairo_image_surface_get_stride (picture);
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_bytes_new_with_free_func (
      cairo_image_surface_get_data (picture), (gsize)stride * (gsize)height,
      (GDestroyNotify)cairo_surface_destroy, cairo_surface_reference (picture));
  return gdk_memory_texture_new (cairo_image_surface_get_width (picture), height,
                                 GDK_MEMORY_DEFAULT, bytes, (gsize)stride);
}

static GskRenderNode *
make_node (WayTimelineTiles *self, cairo_surface_t *picture, const WayRect *area)
{
  g_autoptr (GdkTexture) texture = NULL;

  if (self->with_cairo)
    {
      WayTimelineMosaic *mosaic
          = way_timeline_mosaic_begin (area->width, area->height, self->scale_factor);

      way_timeline_mosaic_add (mosaic, picture, &(WayRect){ 0, 0, area->width, area->height }, 1);
      return way_timeline_mosaic_end (mosaic);
    }

  texture = make_texture (picture);
  return gsk_texture_node_new (texture,
                               &GRAPHENE_RECT_INIT (0, 0, (float)area->width, (float)area->height));
}

/* The tile at @place, made when there is none */
static Tile *
get_tile (WayTimelineTiles *self, Place place)
{
  Tile *tile = g_hash_table_lookup (self->tiles, &place);

  if (tile == NULL)
    {
      tile = g_new0 (Tile, 1);
      tile->place = place;
      tile->stale = TRUE;
      g_hash_table_insert (self->tiles, &tile->place, tile);
    }
  tile->seen = self->frame;
  return tile;
}

/* As long as nobody has moved, what hangs over what is seen is left out: it may never be wanted.
 * Once somebody has, tiles that come into sight are whole, so that each is painted once. */
static void
repaint (WayTimelineTiles *self, Tile *tile, const WayRect *visible)
{
  GdkRectangle part = way_rect_equal (visible, &self->begun) ? get_seen_part (self, tile, visible)
                                                             : get_whole_part (self);
  WayRect area = get_part_area (self, tile, &part);
  gboolean whole;
  cairo_surface_t *picture = paint_picture (self, &part, &area, &whole);

  g_clear_pointer (&tile->node, gsk_render_node_unref);
  g_clear_pointer (&tile->picture, cairo_surface_destroy);
  tile->part = part;
  tile->area = area;
  tile->node = make_node (self, picture, &area);
  tile->picture = picture;
  tile->painted = self->frame;
  tile->stale = !whole;
}

/* In a snapshot whose origin is the corner of @visible; the difference is small even where the
 * canvas is wide */
static void
append_tile (WayTimelineTiles *self, GtkSnapshot *snapshot, Tile *tile, const WayRect *visible)
{
  float x = (float)(tile->area.x - visible->x);
  float y = (float)(tile->area.y - visible->y);

  if (tile->node == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_node (snapshot, tile->node);
  gtk_snapshot_restore (snapshot);
}

/* Where an old tile is shown, from the corner of @visible: on whole pixels, so that no seam shows
 * between two */
static WayRect
get_old_place (WayTimelineTiles *self, const Tile *tile, const WayRect *visible)
{
  const WayRect *area = &tile->area;
  double left = round (area->x * self->old_factor - visible->x);
  double right = round ((area->x + area->width) * self->old_factor - visible->x);

  return (WayRect){ left, area->y - visible->y, right - left, area->height };
}

static gboolean
is_in_sight (const WayRect *place, const WayRect *visible)
{
  return way_rect_intersects (place, &(WayRect){ 0, 0, visible->width, visible->height });
}

static void
append_old_tile (WayTimelineTiles *self, GtkSnapshot *snapshot, Tile *tile, const WayRect *visible)
{
  WayRect place = get_old_place (self, tile, visible);

  if (tile->node == NULL || !is_in_sight (&place, visible))
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)place.x, (float)place.y));
  gtk_snapshot_scale (snapshot, (float)(place.width / tile->area.width), 1);
  gtk_snapshot_append_node (snapshot, tile->node);
  gtk_snapshot_restore (snapshot);
}

/* Whether @tiles do not fill all that is to be seen */
static gboolean
has_gaps (WayTimelineTiles *self, GPtrArray *tiles, const WayRect *visible)
{
  for (guint i = 0; i < tiles->len; i++)
    if (is_short (self, g_ptr_array_index (tiles, i), visible))
      return TRUE;
  return self->old_tiles != NULL;
}

static void
append_each (WayTimelineTiles *self, GtkSnapshot *snapshot, GPtrArray *tiles,
             const WayRect *visible)
{
  GHashTableIter iter;
  Tile *tile;

  if (has_gaps (self, tiles, visible))
    gtk_snapshot_append_color (
        snapshot, &self->background,
        &GRAPHENE_RECT_INIT (0, 0, (float)visible->width, (float)visible->height));
  if (self->old_tiles != NULL)
    {
      g_hash_table_iter_init (&iter, self->old_tiles);
      while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&tile))
        append_old_tile (self, snapshot, tile, visible);
    }
  for (guint i = 0; i < tiles->len; i++)
    append_tile (self, snapshot, g_ptr_array_index (tiles, i), visible);
}

static void
add_old_tile (WayTimelineTiles *self, WayTimelineMosaic *mosaic, const Tile *tile,
              const WayRect *visible)
{
  WayRect place = get_old_place (self, tile, visible);

  if (tile->picture != NULL && is_in_sight (&place, visible))
    way_timeline_mosaic_add (mosaic, tile->picture, &place, place.width / tile->area.width);
}

static void
add_tile (WayTimelineTiles *self, WayTimelineMosaic *mosaic, const Tile *tile,
          const WayRect *visible)
{
  WayRect place = tile->area;

  place.x -= visible->x;
  place.y -= visible->y;
  if (tile->picture != NULL)
    way_timeline_mosaic_add (mosaic, tile->picture, &place, 1);
}

static GskRenderNode *
make_whole (WayTimelineTiles *self, GPtrArray *tiles, const WayRect *visible)
{
  WayTimelineMosaic *mosaic
      = way_timeline_mosaic_begin (visible->width, visible->height, self->scale_factor);
  GHashTableIter iter;
  Tile *tile;

  if (has_gaps (self, tiles, visible))
    way_timeline_mosaic_add_colour (mosaic, &self->background);
  if (self->old_tiles != NULL)
    {
      g_hash_table_iter_init (&iter, self->old_tiles);
      while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&tile))
        add_old_tile (self, mosaic, tile, visible);
    }
  for (guint i = 0; i < tiles->len; i++)
    add_tile (self, mosaic, g_ptr_array_index (tiles, i), visible);
  return way_timeline_mosaic_end (mosaic);
}

static gboolean
is_newer (WayTimelineTiles *self, const Tile *tile)
{
  return tile->node != NULL && tile->painted > self->whole_frame;
}

static gboolean
are_newer (WayTimelineTiles *self, GPtrArray *tiles)
{
  for (guint i = 0; i < tiles->len; i++)
    if (!is_newer (self, g_ptr_array_index (tiles, i)))
      return FALSE;
  return TRUE;
}

/* One node, and over it the tiles that were painted since it was made: GTK draws again only where
 * nodes differ from those of the last frame */
static void
append_whole (WayTimelineTiles *self, GtkSnapshot *snapshot, GPtrArray *tiles,
              const WayRect *visible)
{
  if (self->whole == NULL || self->old_tiles != NULL || are_newer (self, tiles)
      || !way_rect_equal (&self->whole_visible, visible))
    {
      g_clear_pointer (&self->whole, gsk_render_node_unref);
      self->whole = make_whole (self, tiles, visible);
      self->whole_frame = self->frame;
      self->whole_visible = *visible;
    }
  gtk_snapshot_append_node (snapshot, self->whole);
  for (guint i = 0; i < tiles->len; i++)
    if (is_newer (self, g_ptr_array_index (tiles, i)))
      append_tile (self, snapshot, g_ptr_array_index (tiles, i), visible);
  if (self->old_tiles != NULL)
    g_clear_pointer (&self->whole, gsk_render_node_unref);
}

/* How much of @visible the old pictures fill, from 0 to 1 */
static double
get_cover (WayTimelineTiles *self, const WayRect *visible)
{
  double left = self->old_visible.x * self->old_factor;
  double right = left + self->old_visible.width * self->old_factor;
  double shown = MIN (right, visible->x + visible->width) - MAX (left, visible->x);

  return MAX (0, shown) / visible->width;
}

/* Forgets the tiles that were seen longest ago when there are many more than are seen now */
static void
forget_some (WayTimelineTiles *self, guint n_seen)
{
  guint limit = MAX (n_seen, 4) * KEPT_FOR_EACH_SEEN;

  for (guint64 age = 64; g_hash_table_size (self->tiles) > limit && age > 0; age /= 2)
    {
      GHashTableIter iter;
      Tile *tile;

      g_hash_table_iter_init (&iter, self->tiles);
      while (g_hash_table_size (self->tiles) > limit
             && g_hash_table_iter_next (&iter, NULL, (gpointer *)&tile))
        if (tile->seen + age <= self->frame)
          g_hash_table_iter_remove (&iter);
    }
}

WayTimelineTiles *
way_timeline_tiles_new (double width, double height, WayTilePaintFunc paint, gpointer user_data)
{
  WayTimelineTiles *self = g_new0 (WayTimelineTiles, 1);

  self->fixed_width = width;
  self->fixed_height = height;
  self->scale_factor = 1;
  self->paint = paint;
  self->user_data = user_data;
  self->tiles = new_tiles ();
  update_size (self);
  return self;
}

void
way_timeline_tiles_free (WayTimelineTiles *self)
{
  g_hash_table_unref (self->tiles);
  g_clear_pointer (&self->old_tiles, g_hash_table_unref);
  g_clear_pointer (&self->shown, gsk_render_node_unref);
  g_clear_pointer (&self->whole, gsk_render_node_unref);
  g_free (self);
}

void
way_timeline_tiles_set_scale (WayTimelineTiles *self, int scale_factor)
{
  g_return_if_fail (scale_factor > 0);

  if (self->scale_factor == scale_factor)
    return;
  self->scale_factor = scale_factor;
  way_timeline_tiles_clear (self);
  update_size (self);
}

void
way_timeline_tiles_set_renderer (WayTimelineTiles *self, GskRenderer *renderer)
{
  gboolean with_cairo = renderer != NULL && GSK_IS_CAIRO_RENDERER (renderer);

  if (self->with_cairo == with_cairo)
    return;
  self->with_cairo = with_cairo;
  way_timeline_tiles_clear (self);
}

void
way_timeline_tiles_set_lowest (WayTimelineTiles *self, gboolean is_lowest)
{
  if (self->is_lowest == is_lowest)
    return;
  self->is_lowest = is_lowest;
  g_clear_pointer (&self->shown, gsk_render_node_unref);
  g_clear_pointer (&self->whole, gsk_render_node_unref);
}

void
way_timeline_tiles_set_background (WayTimelineTiles *self, const GdkRGBA *colour)
{
  if (gdk_rgba_equal (&self->background, colour))
    return;
  self->background = *colour;
  way_timeline_tiles_clear (self);
}

void
way_timeline_tiles_set_size (WayTimelineTiles *self, double width, double height)
{
  if (self->fixed_width == width && self->fixed_height == height)
    return;
  self->fixed_width = width;
  self->fixed_height = height;
  way_timeline_tiles_clear (self);
  update_size (self);
}

void
way_timeline_tiles_clear (WayTimelineTiles *self)
{
  g_hash_table_remove_all (self->tiles);
  g_clear_pointer (&self->old_tiles, g_hash_table_unref);
  g_clear_pointer (&self->shown, gsk_render_node_unref);
  g_clear_pointer (&self->whole, gsk_render_node_unref);
  self->complete = FALSE;
}

void
way_timeline_tiles_invalidate (WayTimelineTiles *self, const WayRect *area)
{
  GHashTableIter iter;
  Tile *tile;

  g_clear_pointer (&self->shown, gsk_render_node_unref);
  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&tile))
    {
      WayRect place = get_tile_area (self, tile);

      if (area == NULL || way_rect_intersects (area, &place))
        tile->stale = TRUE;
    }
}

void
way_timeline_tiles_stretch (WayTimelineTiles *self, double factor)
{
  /* Half a picture is worse than the whole one of two zooms ago */
  if (self->complete || self->old_tiles == NULL)
    {
      g_clear_pointer (&self->old_tiles, g_hash_table_unref);
      self->old_tiles = g_steal_pointer (&self->tiles);
      self->old_factor = 1;
      self->old_visible = self->visible;
      self->tiles = new_tiles ();
    }
  else
    g_hash_table_remove_all (self->tiles);

  g_clear_pointer (&self->shown, gsk_render_node_unref);
  g_clear_pointer (&self->whole, gsk_render_node_unref);
  self->old_factor *= factor;
  self->complete = FALSE;
}

/* @alone: whether each tile is a node of its own, however it is drawn */
static void
snapshot_anew (WayTimelineTiles *self, GtkSnapshot *snapshot, const WayRect *visible, gint64 budget,
               gboolean alone)
{
  int first_column = (int)floor (visible->x / self->width);
  int last_column = (int)ceil ((visible->x + visible->width) / self->width) - 1;
  int first_row = (int)floor (visible->y / self->height);
  int last_row = (int)ceil ((visible->y + visible->height) / self->height) - 1;
  gint64 end = g_get_monotonic_time () + budget;
  gboolean is_bare = self->old_tiles == NULL || get_cover (self, visible) < LEAST_COVER;
  gboolean may_paint = budget > 0 || is_bare;
  guint n_seen;
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  if (budget == 0 && self->old_tiles != NULL)
    end = G_MAXINT64; /* half a picture would have to be thrown away at the next step of the zoom */

  self->frame++;
  self->visible = *visible;
  if (g_hash_table_size (self->tiles) == 0)
    self->begun = *visible;
  self->complete = TRUE;
  for (int row = first_row; row <= last_row; row++)
    for (int column = first_column; column <= last_column; column++)
      {
        Tile *tile = get_tile (self, (Place){ column, row });
        gboolean wanting = is_short (self, tile, visible);

        /* While the zoom goes on, a picture that was painted in haste will do */
        if (may_paint && (wanting || (tile->stale && budget > 0)))
          {
            repaint (self, tile, visible);
            wanting = FALSE;
            may_paint = g_get_monotonic_time () < end;
          }
        self->complete = self->complete && !tile->stale && !wanting;
        g_ptr_array_add (seen, tile);
      }
  n_seen = seen->len;

  if (self->complete)
    g_clear_pointer (&self->old_tiles, g_hash_table_unref);

  /* Old and new side by side do not fit together, for labels are as wide as before and rows may
   * have changed: the new ones come all at once */
  if (self->old_tiles != NULL && !is_bare)
    g_ptr_array_set_size (seen, 0);

  gtk_snapshot_push_clip (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)visible->width, (float)visible->height));
  if (self->with_cairo && self->is_lowest && !alone)
    append_whole (self, snapshot, seen, visible);
  else
    append_each (self, snapshot, seen, visible);
  gtk_snapshot_pop (snapshot);

  forget_some (self, n_seen);
}

gboolean
way_timeline_tiles_snapshot (WayTimelineTiles *self, GtkSnapshot *snapshot, const WayRect *visible,
                             gint64 budget)
{
  /* Of another size than before: all of the window is drawn, and its background before this. What
   * is not the first in its place Cairo draws by way of another picture, as large as the node */
  gboolean alone = self->visible.width != visible->width || self->visible.height != visible->height;

  if (self->shown == NULL || !way_rect_equal (&self->visible, visible))
    {
      GtkSnapshot *own = gtk_snapshot_new ();

      g_clear_pointer (&self->shown, gsk_render_node_unref);
      snapshot_anew (self, own, visible, budget, alone);
      self->shown = gtk_snapshot_free_to_node (own);
    }
  if (self->shown != NULL)
    gtk_snapshot_append_node (snapshot, self->shown);
  if (!self->complete || alone)
    g_clear_pointer (&self->shown, gsk_render_node_unref);
  return self->complete;
}

guint
way_timeline_tiles_get_n_painted (WayTimelineTiles *self)
{
  return self->n_painted;
}
