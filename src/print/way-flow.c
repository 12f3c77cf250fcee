/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks: how they are measured, and onto which page they go.
 */
#include "way-flow-private.h"

#include <string.h>

#define FAMILY "Cantarell, Sans"
#define MONOSPACE "Monospace"
#define MAX_CELL 4000  /* bytes: more than any cell of few lines can show */
#define MAX_PIECE 6000 /* bytes: what a long line costs grows with the square of its length */
#define MAX_WORD 1000  /* bytes: of what has no spaces */
#define MAX_RISE 2.0   /* points by which letters may rise above their block before it moves down */

static const struct
{
  const char *family;
  double size;
  PangoWeight weight;
  double leading;
} fonts[WAY_N_FLOW_FONTS] = {
  [WAY_FLOW_FONT_HEADING] = { FAMILY, 11, PANGO_WEIGHT_BOLD, 15 },
  [WAY_FLOW_FONT_SUBHEADING] = { FAMILY, 10, PANGO_WEIGHT_BOLD, 13 },
  [WAY_FLOW_FONT_BODY] = { FAMILY, 9, PANGO_WEIGHT_NORMAL, 12 },
  [WAY_FLOW_FONT_STRONG] = { FAMILY, 9, PANGO_WEIGHT_BOLD, 12 },
  [WAY_FLOW_FONT_SMALL] = { FAMILY, 7.5, PANGO_WEIGHT_NORMAL, 10.5 },
  [WAY_FLOW_FONT_SMALL_STRONG] = { FAMILY, 7.5, PANGO_WEIGHT_BOLD, 10.5 },
  [WAY_FLOW_FONT_MONOSPACE] = { MONOSPACE, 6.5, PANGO_WEIGHT_NORMAL, 9.5 },
};

/* One unit is one point, and letters are not fitted to pixels, for paper has none */
static PangoContext *
create_context (gboolean rtl)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);

  return context;
}

static void
mark_clear (gpointer data)
{
  WayFlowMark *mark = data;

  g_clear_pointer (&mark->text, g_ref_string_release);
  g_free (mark->address);
}

static void
block_clear (gpointer data)
{
  WayFlowBlock *block = data;

  g_free (block->bookmark);
}

WayFlow *
way_flow_new (const WayStyle *style, double width, gboolean rtl)
{
  WayFlow *self = g_new0 (WayFlow, 1);

  self->style = style;
  self->width = width;
  self->rtl = rtl;
  self->context = create_context (rtl);
  self->marks = g_array_new (FALSE, TRUE, sizeof (WayFlowMark));
  self->blocks = g_array_new (FALSE, TRUE, sizeof (WayFlowBlock));
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->again = WAY_FLOW_NO_BLOCK;
  g_array_set_clear_func (self->marks, mark_clear);
  g_array_set_clear_func (self->blocks, block_clear);

  for (guint i = 0; i < WAY_N_FLOW_FONTS; i++)
    {
      self->fonts[i] = pango_font_description_from_string (fonts[i].family);
      pango_font_description_set_absolute_size (self->fonts[i], fonts[i].size * PANGO_SCALE);
      pango_font_description_set_weight (self->fonts[i], fonts[i].weight);
    }

  return self;
}

void
way_flow_free (WayFlow *self)
{
  g_clear_object (&self->layout);
  g_array_unref (self->marks);
  g_array_unref (self->blocks);
  g_array_unref (self->pages);

  for (guint i = 0; i < WAY_N_FLOW_FONTS; i++)
    pango_font_description_free (self->fonts[i]);

  g_object_unref (self->context);
  g_free (self);
}

double
way_flow_get_width (WayFlow *self)
{
  return self->width;
}

const WayStyle *
way_flow_get_style (WayFlow *self)
{
  return self->style;
}

double
way_flow_get_leading (WayFlowFont font)
{
  return fonts[font].leading;
}

PangoLayout *
way_flow_shape (WayFlow *self, const WayFlowMark *mark)
{
  if (self->layout != NULL && self->layout_text == mark->text)
    return self->layout;

  g_clear_object (&self->layout);
  self->layout = pango_layout_new (self->context);
  self->layout_text = mark->text;
  pango_layout_set_font_description (self->layout, self->fonts[mark->font]);
  pango_layout_set_width (self->layout, (int)(mark->rect.width * PANGO_SCALE));
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);

  if (mark->max_lines > 0)
    {
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (self->layout, -(int)mark->max_lines);
    }

  pango_layout_set_text (self->layout, mark->text, -1);

  return self->layout;
}

/* Blocks */

static WayFlowBlock *
get_open_block (WayFlow *self)
{
  g_assert (self->blocks->len > 0);

  return way_flow_get_block (self, self->blocks->len - 1);
}

static void
add_mark (WayFlow *self, const WayFlowMark *mark, double top, double bottom)
{
  WayFlowBlock *block = get_open_block (self);

  g_array_append_val (self->marks, *mark);
  block->n_marks++;
  block->top = MIN (block->top, top);
  block->height = MAX (block->height, bottom);
}

void
way_flow_begin (WayFlow *self, WayFlowKind kind, double gap)
{
  WayFlowBlock block
      = { .kind = kind, .gap = gap, .again = self->again, .first_mark = self->marks->len };

  g_array_append_val (self->blocks, block);
}

void
way_flow_end (WayFlow *self, WayFlowFlags flags)
{
  WayFlowBlock *block = get_open_block (self);

  if (block->top < -MAX_RISE)
    {
      for (guint i = 0; i < block->n_marks; i++)
        g_array_index (self->marks, WayFlowMark, block->first_mark + i).rect.y -= block->top;

      block->height -= block->top;
    }

  block->flags = flags | (block->kind == WAY_FLOW_HEADING ? WAY_FLOW_KEEP : 0);
  if (flags & WAY_FLOW_AGAIN)
    {
      block->again = WAY_FLOW_NO_BLOCK;
      self->again = self->blocks->len - 1;
    }
}

void
way_flow_end_section (WayFlow *self)
{
  self->again = WAY_FLOW_NO_BLOCK;
}

/* How much of a text is shaped at once: all, or up to where it is as well broken as anywhere */
static gsize
find_piece_end (const char *text, gsize limit)
{
  gsize length = strnlen (text, limit + 1);

  if (length <= limit)
    return length;

  for (gsize i = limit; i > MAX_WORD; i--)
    if (text[i] == '\n' || text[i] == ' ')
      return i;

  return g_utf8_find_prev_char (text, text + MAX_WORD + 1) - text;
}

/* Text of few lines has no breaks of its own */
static WayFlowMark
make_text_mark (const WayFlowText *text, gsize length)
{
  char *copy = g_ref_string_new_len (text->text, (gssize)length);

  return (WayFlowMark){
    .kind = WAY_FLOW_MARK_TEXT,
    .font = text->font,
    .align = text->align,
    .colour = text->colour,
    .rect = { text->x, text->baseline, MAX (1, text->width), 0 },
    .text = text->max_lines > 0 ? g_strdelimit (copy, "\n", ' ') : copy,
    .address = g_strdup (text->address),
    .max_lines = text->max_lines,
  };
}

typedef struct
{
  double above; /* the baseline */
  double below;
} Extents;

static Extents
get_extents (PangoLayoutLine *line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);

  return (Extents){ -(double)logical.y / PANGO_SCALE,
                    (double)(logical.y + logical.height) / PANGO_SCALE };
}

/* Letters of some scripts are higher than the leading; their lines are wider apart */
static double
get_line_leading (WayFlowFont font, const Extents *extents)
{
  return MAX (fonts[font].leading, extents->above + extents->below);
}

double
way_flow_add_text (WayFlow *self, const WayFlowText *text)
{
  WayFlowMark mark = make_text_mark (text, find_piece_end (text->text, MAX_CELL));
  PangoLayout *layout = way_flow_shape (self, &mark);
  double baseline = text->baseline, top = 0, bottom = 0;

  mark.n_lines = pango_layout_get_line_count (layout);

  for (GSList *lines = pango_layout_get_lines_readonly (layout); lines != NULL; lines = lines->next)
    {
      Extents extents = get_extents (lines->data);

      if (bottom > 0)
        baseline += get_line_leading (text->font, &extents);
      else
        top = baseline - extents.above;
      bottom = baseline + extents.below;
    }

  add_mark (self, &mark, top, bottom);

  return baseline;
}

void
way_flow_add_rule (WayFlow *self, double x, double width, double y, WayRgba colour)
{
  WayFlowMark mark = { .kind = WAY_FLOW_MARK_RULE, .rect = { x, y, width, 0 }, .colour = colour };

  add_mark (self, &mark, y, y);
}

void
way_flow_add_box (WayFlow *self, double x, double y, gboolean is_ticked)
{
  WayFlowMark mark = { .kind = WAY_FLOW_MARK_BOX,
                       .rect = { x, y, WAY_FLOW_BOX, WAY_FLOW_BOX },
                       .value = is_ticked };

  add_mark (self, &mark, y, y + WAY_FLOW_BOX);
}

void
way_flow_add_stripe (WayFlow *self, const WayRect *rect, WayRgba colour)
{
  WayFlowMark mark = { .kind = WAY_FLOW_MARK_STRIPE, .rect = *rect, .colour = colour };

  add_mark (self, &mark, rect->y, rect->y + rect->height);
}

void
way_flow_add_icon (WayFlow *self, WayIcon icon, double x, double y, double size, WayRgba colour)
{
  WayFlowMark mark = {
    .kind = WAY_FLOW_MARK_ICON, .rect = { x, y, size, size }, .colour = colour, .value = icon
  };

  add_mark (self, &mark, y, y + size);
}

void
way_flow_add_bar (WayFlow *self, const WayRect *rect, double fraction, WayRgba colour)
{
  WayFlowMark mark
      = { .kind = WAY_FLOW_MARK_BAR, .rect = *rect, .colour = colour, .value = fraction };

  add_mark (self, &mark, rect->y, rect->y + rect->height);
}

void
way_flow_add_bookmark (WayFlow *self, const char *title, guint level)
{
  WayFlowBlock *block = get_open_block (self);

  g_free (block->bookmark);
  block->bookmark = g_strdup (title);
  block->level = level;
}

static void
add_piece (WayFlow *self, const WayFlowText *text, gsize length, double gap)
{
  WayFlowMark mark = make_text_mark (text, length);
  PangoLayout *layout = way_flow_shape (self, &mark);
  guint n_lines = pango_layout_get_line_count (layout);
  guint index = 0;

  for (GSList *lines = pango_layout_get_lines_readonly (layout); lines != NULL;
       lines = lines->next, index++)
    {
      Extents extents = get_extents (lines->data);
      double leading = get_line_leading (text->font, &extents);
      gboolean is_first = index == 0, is_last_but_one = index + 2 == n_lines;
      WayFlowMark line = mark;

      g_ref_string_acquire (mark.text);
      line.address = g_strdup (mark.address);
      line.first_line = index;
      line.n_lines = 1;
      line.rect.y = leading - fonts[text->font].leading * 0.25;
      way_flow_begin (self, WAY_FLOW_PROSE, is_first ? gap : 0);
      add_mark (self, &line, 0, leading);
      way_flow_end (self,
                    n_lines > 1 && (is_first || is_last_but_one) ? WAY_FLOW_KEEP : WAY_FLOW_LOOSE);
    }

  mark_clear (&mark);
}

void
way_flow_add_prose (WayFlow *self, const WayFlowText *text, double gap)
{
  WayFlowText rest = *text;

  do
    {
      gsize length = find_piece_end (rest.text, MAX_PIECE);

      add_piece (self, &rest, length, rest.text == text->text ? gap : 0);
      rest.text += length;
      if (*rest.text == '\n' || *rest.text == ' ')
        rest.text++;
    }
  while (*rest.text != '\0');
}

guint
way_flow_get_n_blocks (WayFlow *self)
{
  return self->blocks->len;
}

void
way_flow_truncate (WayFlow *self, guint n_blocks)
{
  g_return_if_fail (n_blocks <= self->blocks->len);

  if (n_blocks == self->blocks->len)
    return;

  g_array_set_size (self->marks, way_flow_get_block (self, n_blocks)->first_mark);
  g_array_set_size (self->blocks, n_blocks);
  g_clear_object (&self->layout);
}

/* Pages */

/* Blocks that have to be on one page: from @first to before what is returned. @height is that of
 * all with the gaps between them. */
static guint
find_group_end (WayFlow *self, guint first, double *height)
{
  guint i = first;

  *height = 0;
  for (; i < self->blocks->len; i++)
    {
      const WayFlowBlock *block = way_flow_get_block (self, i);

      if (block->flags & WAY_FLOW_AGAIN)
        continue;

      *height += block->height + (*height > 0 ? block->gap : 0);
      if (!(block->flags & WAY_FLOW_KEEP))
        return i + 1;
    }

  return i;
}

/* Begins a page with a block, below what stands again there; gives where it goes */
static double
begin_page (WayFlow *self, guint index)
{
  const WayFlowBlock *block = way_flow_get_block (self, index);
  const WayFlowBlock *again
      = block->again != WAY_FLOW_NO_BLOCK ? way_flow_get_block (self, block->again) : NULL;

  g_array_append_val (self->pages, index);

  return again != NULL ? again->height + block->gap : 0;
}

static void
place_block (WayFlow *self, guint index, double height, double *y)
{
  WayFlowBlock *block = way_flow_get_block (self, index);
  double top = *y + block->gap;

  if (self->pages->len == 0 || top + block->height > height)
    top = begin_page (self, index);

  block->page = self->pages->len - 1;
  block->y = top;
  *y = top + block->height;
}

void
way_flow_break (WayFlow *self, double height)
{
  double limit = height > 0 ? height : G_MAXDOUBLE;
  double y = 0;

  g_array_set_size (self->pages, 0);

  for (guint i = 0; i < self->blocks->len;)
    {
      double needed;
      guint end = find_group_end (self, i, &needed);

      if (y + way_flow_get_block (self, i)->gap + needed > limit)
        y = G_MAXDOUBLE; /* the first of them begins a page */

      for (; i < end; i++)
        if (!(way_flow_get_block (self, i)->flags & WAY_FLOW_AGAIN))
          place_block (self, i, limit, &y);
    }
}

double
way_flow_measure (WayFlow *self, guint first)
{
  double height = 0;

  for (guint i = first; i < self->blocks->len; i++)
    {
      const WayFlowBlock *block = way_flow_get_block (self, i);

      if (!(block->flags & WAY_FLOW_AGAIN))
        height += block->height + (i > 0 ? block->gap : 0);
    }

  return height;
}

guint
way_flow_get_n_pages (WayFlow *self)
{
  return MAX (1, self->pages->len);
}

void
way_flow_foreach (WayFlow *self, WayFlowFunc func, gpointer user_data)
{
  guint page = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const WayFlowBlock *block = way_flow_get_block (self, i);

      if (block->flags & WAY_FLOW_AGAIN)
        continue;

      if (page < self->pages->len && g_array_index (self->pages, guint, page) == i)
        {
          if (block->again != WAY_FLOW_NO_BLOCK)
            {
              const WayFlowBlock *again = way_flow_get_block (self, block->again);

              func (&(WayFlowPlace){ again->kind, page, 0, again->height }, user_data);
            }
          page++;
        }

      func (&(WayFlowPlace){ block->kind, block->page, block->y, block->height }, user_data);
    }
}

void
way_flow_visit_bookmarks (WayFlow *self, double y, WayBookmarkFunc func, gpointer user_data)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const WayFlowBlock *block = way_flow_get_block (self, i);

      if (block->bookmark != NULL)
        func (&(WayBookmark){ block->bookmark, block->level, block->page, y + block->y },
              user_data);
    }
}

static void
dump_mark (const WayFlowMark *mark, GString *dump)
{
  switch (mark->kind)
    {
    case WAY_FLOW_MARK_TEXT:
      if (mark->first_line == 0)
        g_string_append_printf (dump, " | %s", mark->text);
      if (mark->address != NULL && mark->first_line == 0)
        g_string_append_printf (dump, " <%s>", mark->address);
      break;
    case WAY_FLOW_MARK_BOX:
      g_string_append (dump, mark->value != 0 ? " [x]" : " [ ]");
      break;
    case WAY_FLOW_MARK_ICON:
      g_string_append_printf (dump, " (%s)", way_icon_get_name ((WayIcon)mark->value));
      break;
    case WAY_FLOW_MARK_BAR:
      g_string_append_printf (dump, " %d%%", (int)(mark->value * 100 + 0.5));
      break;
    case WAY_FLOW_MARK_RULE:
    case WAY_FLOW_MARK_STRIPE:
    default:
      break;
    }
}

char *
way_flow_dump (WayFlow *self)
{
  static const char *const kinds[] = {
    [WAY_FLOW_HEADING] = "heading",
    [WAY_FLOW_ROW] = "row",
    [WAY_FLOW_PROSE] = "prose",
    [WAY_FLOW_TABLE_HEAD] = "head",
  };
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const WayFlowBlock *block = way_flow_get_block (self, i);
      gsize start = dump->len;

      for (guint k = 0; k < block->n_marks; k++)
        dump_mark (&g_array_index (self->marks, WayFlowMark, block->first_mark + k), dump);

      if (dump->len == start) /* a further line of the prose above */
        continue;

      g_string_append_c (dump, '\n');
      g_string_insert (dump, start, kinds[block->kind]);
      if (block->flags & WAY_FLOW_AGAIN)
        g_string_insert (dump, start, "again ");
    }

  return g_string_free (dump, FALSE);
}
