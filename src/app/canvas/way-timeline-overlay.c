/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows a scene so that only what is not as it was in the last frame is drawn again.
 */
#include "way-timeline-overlay.h"

#include "way-timeline-mosaic.h"

/* Pixels of what is kept painted: more of them take longer than to paint what is seen of it */
#define LARGEST_PICTURE 16384

/* Pixels of pictures after which those that were not shown meanwhile are forgotten */
#define KEPT_PIXELS 65536

/* Pixels of what is shown as one picture though it touches little of them: to draw them is faster
 * than to draw what it consists of */
#define SMALL_PICTURE 8192

/* Of more groups than this the plain pieces are drawn by the band: each node takes longer to be
 * drawn than the few pixels of it */
#define MANY_GROUPS 160
#define BAND_HEIGHT 64 /* of the view: copied twice, it stays in the processor's cache */

struct _WayTimelineOverlay
{
  GHashTable *nodes;     /* look → GskRenderNode, of this frame and of some before */
  GHashTable *old_nodes; /* of those before */
  guint n_pixels;        /* of the pictures in @nodes */
  int scale_factor;
  guint n_painted;
};

GdkRGBA
way_timeline_get_colour (WayRgba colour)
{
  return (GdkRGBA){
    .red = (float)((colour >> 24) & 0xff) / 255.0f,
    .green = (float)((colour >> 16) & 0xff) / 255.0f,
    .blue = (float)((colour >> 8) & 0xff) / 255.0f,
    .alpha = (float)(colour & 0xff) / 255.0f,
  };
}

static GHashTable *
new_nodes (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                (GDestroyNotify)gsk_render_node_unref);
}

WayTimelineOverlay *
way_timeline_overlay_new (void)
{
  WayTimelineOverlay *self = g_new0 (WayTimelineOverlay, 1);

  self->nodes = new_nodes ();
  self->old_nodes = new_nodes ();
  return self;
}

void
way_timeline_overlay_free (WayTimelineOverlay *self)
{
  g_hash_table_unref (self->nodes);
  g_hash_table_unref (self->old_nodes);
  g_free (self);
}

void
way_timeline_overlay_clear (WayTimelineOverlay *self)
{
  g_hash_table_remove_all (self->nodes);
  g_hash_table_remove_all (self->old_nodes);
  self->n_pixels = 0;
}

/* The first of @pieces and those after it that are as plain and have its colour. Returns: how many
 */
static guint
paint_plain (const WayScenePiece *pieces, guint n_pieces, cairo_t *cr)
{
  GdkRGBA colour = way_timeline_get_colour (pieces[0].fill);
  guint n = 0;

  for (; n < n_pieces && pieces[n].look == 0 && pieces[n].fill == pieces[0].fill; n++)
    {
      const WayRect *bounds = &pieces[n].bounds;

      cairo_rectangle (cr, bounds->x, bounds->y, bounds->width, bounds->height);
    }
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_fill (cr);
  return n;
}

/* Pieces that make one node */
typedef struct
{
  WayTimelineOverlay *overlay;
  WayScene *scene;
  WayLabels *labels;
  WayScenePiece whole; /* what they look like together */
  const WayScenePiece *pieces;
  guint n_pieces;
} Group;

/* With the corner of the whole at the origin */
static void
paint_group (const Group *group, cairo_t *cr)
{
  cairo_translate (cr, -group->whole.bounds.x, -group->whole.bounds.y);
  for (guint i = 0; i < group->n_pieces;)
    if (group->pieces[i].look == 0)
      i += paint_plain (&group->pieces[i], group->n_pieces - i, cr);
    else
      way_painter_paint_piece (group->scene, &group->pieces[i++], group->labels, cr);
  group->overlay->n_painted += group->n_pieces;
  cairo_destroy (cr);
}

static GskRenderNode *
record (const Group *group)
{
  const WayRect *bounds = &group->whole.bounds;
  GskRenderNode *node = gsk_cairo_node_new (
      &GRAPHENE_RECT_INIT (0, 0, (float)bounds->width, (float)bounds->height));

  paint_group (group, gsk_cairo_node_get_draw_context (node));
  return node;
}

static GskRenderNode *
paint_picture (const Group *group, int width, int height)
{
  const WayRect *bounds = &group->whole.bounds;
  int scale_factor = group->overlay->scale_factor;
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  WayTimelineMosaic *mosaic
      = way_timeline_mosaic_begin (bounds->width, bounds->height, scale_factor);
  cairo_t *cr = cairo_create (picture);

  cairo_scale (cr, scale_factor, scale_factor);
  paint_group (group, cr);
  way_timeline_mosaic_add (mosaic, picture, &(WayRect){ 0, 0, bounds->width, bounds->height }, 1);
  cairo_surface_destroy (picture);
  return way_timeline_mosaic_end (mosaic);
}

/* What is recorded Cairo paints in each frame in which something near it changes */
static GskRenderNode *
paint (const Group *group)
{
  int width = (int)group->whole.bounds.width * group->overlay->scale_factor;
  int height = (int)group->whole.bounds.height * group->overlay->scale_factor;

  if (height > 0 && width <= LARGEST_PICTURE / height)
    return paint_picture (group, width, height);
  return record (group);
}

static GskRenderNode *
keep (WayTimelineOverlay *self, guint64 look, GskRenderNode *node)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  self->n_pixels += (guint)(bounds.size.width * bounds.size.height);
  g_hash_table_insert (self->nodes, g_memdup2 (&look, sizeof look), node);
  return node;
}

/* (transfer none): as it was shown in this frame or before, or (nullable) */
static GskRenderNode *
find_kept (WayTimelineOverlay *self, guint64 look)
{
  GskRenderNode *node = g_hash_table_lookup (self->nodes, &look);

  if (node != NULL)
    return node;
  node = g_hash_table_lookup (self->old_nodes, &look);
  return node != NULL ? keep (self, look, gsk_render_node_ref (node)) : NULL;
}

/* GTK pairs the nodes of two frames by kind and place: each piece is told its place by a transform
 * of its own, so that one more or less does not make it compare all others with the wrong ones */
static void
append_at (GtkSnapshot *snapshot, const WayRect *bounds, GskRenderNode *node)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)bounds->x, (float)bounds->y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

static void
append_group (GtkSnapshot *snapshot, const Group *group)
{
  const WayScenePiece *whole = &group->whole;
  GskRenderNode *node;

  if (whole->look == 0)
    {
      GdkRGBA colour = way_timeline_get_colour (whole->fill);

      node = gsk_color_node_new (&colour, &GRAPHENE_RECT_INIT (0, 0, (float)whole->bounds.width,
                                                               (float)whole->bounds.height));
      append_at (snapshot, &whole->bounds, node);
      gsk_render_node_unref (node);
      return;
    }

  node = find_kept (group->overlay, whole->look);
  if (node == NULL)
    node = keep (group->overlay, whole->look, paint (group));
  append_at (snapshot, &whole->bounds, node);

  /* What stands for a label that was not shaped yet is not for the next frame */
  if (way_labels_is_short (group->labels))
    g_hash_table_remove (group->overlay->nodes, &whole->look);
}

/* Of @pieces the first and those that are joined to it, when together they are small */
static Group
get_group (WayTimelineOverlay *self, WayScene *scene, WayLabels *labels,
           const WayScenePiece *pieces, guint n_pieces)
{
  Group group = { self, scene, labels, pieces[0], pieces, 1 };
  guint n = 1;

  while (n < n_pieces && pieces[n].is_joined)
    n++;
  if (n > 1)
    {
      WayScenePiece whole = way_scene_pieces_merge (pieces, n);

      if (whole.bounds.width * whole.bounds.height <= SMALL_PICTURE)
        {
          group.whole = whole;
          group.n_pieces = n;
        }
    }
  return group;
}

/* Pieces begin within the view, where nothing is negative */
static int
get_band (const WayScenePiece *piece)
{
  return piece->look == 0 ? (int)piece->bounds.y / BAND_HEIGHT : G_MAXINT;
}

/* By band, and in it by colour; what is not plain comes last and keeps its order */
static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const WayScenePiece *left = a;
  const WayScenePiece *right = b;
  int left_band = get_band (left);
  int right_band = get_band (right);

  if (left_band != right_band)
    return left_band < right_band ? -1 : 1;
  if (left->fill != right->fill)
    return left->fill < right->fill ? -1 : 1;
  return (left->op > right->op) - (left->op < right->op);
}

static void
append_bands (WayTimelineOverlay *self, GtkSnapshot *snapshot, WayScene *scene, GArray *pieces,
              WayLabels *labels)
{
  const WayScenePiece *piece = (const WayScenePiece *)(gpointer)pieces->data;

  g_array_sort (pieces, compare_pieces);
  for (guint i = 0; i < pieces->len;)
    {
      Group group = { self, scene, labels, piece[i], &piece[i], 1 };

      while (i + group.n_pieces < pieces->len && piece[i].look == 0
             && get_band (&piece[i + group.n_pieces]) == get_band (&piece[i]))
        group.n_pieces++;
      if (group.n_pieces > 1)
        group.whole = way_scene_pieces_merge (&piece[i], group.n_pieces);
      append_group (snapshot, &group);
      i += group.n_pieces;
    }
}

/* GTK draws all of a container again once thirty places in it differ: then it is to be this one,
 * and not the whole window */
void
way_timeline_overlay_snapshot (WayTimelineOverlay *self, GtkSnapshot *snapshot, WayScene *scene,
                               WayLabels *labels)
{
  g_autoptr (GArray) pieces = way_scene_get_pieces (scene);
  g_autoptr (GArray) groups = g_array_sized_new (FALSE, FALSE, sizeof (Group), pieces->len);
  const WayScenePiece *piece = (const WayScenePiece *)(gpointer)pieces->data;
  GtkSnapshot *own = gtk_snapshot_new ();
  GskRenderNode *node;

  for (guint i = 0; i < pieces->len;)
    {
      Group group = get_group (self, scene, labels, &piece[i], pieces->len - i);

      g_array_append_val (groups, group);
      i += group.n_pieces;
    }
  if (groups->len > MANY_GROUPS)
    append_bands (self, own, scene, pieces, labels);
  else
    for (guint i = 0; i < groups->len; i++)
      append_group (own, &g_array_index (groups, Group, i));

  node = gtk_snapshot_free_to_node (own);
  if (node == NULL)
    return;
  gtk_snapshot_append_node (snapshot, node);
  gsk_render_node_unref (node);
}

void
way_timeline_overlay_snapshot_whole (WayTimelineOverlay *self, GtkSnapshot *snapshot,
                                     WayScene *scene, WayLabels *labels)
{
  g_autoptr (GArray) pieces = way_scene_get_pieces (scene);
  const WayScenePiece *piece = (const WayScenePiece *)(gpointer)pieces->data;
  Group group = { self, scene, labels, { 0 }, piece, pieces->len };

  if (pieces->len == 0)
    return;
  group.whole = way_scene_pieces_merge (piece, pieces->len);
  append_group (snapshot, &group);
}

void
way_timeline_overlay_begin_frame (WayTimelineOverlay *self, int scale_factor)
{
  if (scale_factor != self->scale_factor)
    way_timeline_overlay_clear (self);
  self->scale_factor = scale_factor;
  if (self->n_pixels < KEPT_PIXELS)
    return;
  g_hash_table_unref (self->old_nodes);
  self->old_nodes = self->nodes;
  self->nodes = new_nodes ();
  self->n_pixels = 0;
}

guint
way_timeline_overlay_get_n_painted (WayTimelineOverlay *self)
{
  return self->n_painted;
}
