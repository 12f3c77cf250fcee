/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bar above the plan that says what others have done to its file.
 */
#include "config.h"

#include "way-change-bar.h"

#include <glib/gi18n.h>

#define GAP 12
#define NARROW_TEXT 260 /* pixels; where it would get less beside the buttons, they go below it */

struct _WayChangeBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkWidget *content;
  GtkLabel *label;
  GtkWidget *changed; /* what can be done then */
  GtkWidget *gone;    /* and then */
};

G_DEFINE_FINAL_TYPE (WayChangeBar, way_change_bar, ADW_TYPE_BIN)

/* What is said, and the buttons that are shown: beside it where both have room, else below */

static GtkWidget *
get_text (GtkWidget *content)
{
  return gtk_widget_get_first_child (content);
}

static GtkWidget *
get_buttons (GtkWidget *content)
{
  GtkWidget *child = gtk_widget_get_next_sibling (get_text (content));

  while (!gtk_widget_get_visible (child) && gtk_widget_get_next_sibling (child) != NULL)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static int
get_natural (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);

  return natural;
}

static gboolean
has_room (GtkWidget *content, int width)
{
  int text = get_natural (get_text (content), GTK_ORIENTATION_HORIZONTAL, -1);
  int buttons = get_natural (get_buttons (content), GTK_ORIENTATION_HORIZONTAL, -1);

  return width >= MIN (text, NARROW_TEXT) + GAP + buttons;
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *content)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_height (GtkWidget *content, int width)
{
  GtkWidget *buttons = get_buttons (content);
  int height = get_natural (buttons, GTK_ORIENTATION_VERTICAL, -1);
  int taken = get_natural (buttons, GTK_ORIENTATION_HORIZONTAL, -1) + GAP;

  if (width >= 0 && !has_room (content, width))
    return get_natural (get_text (content), GTK_ORIENTATION_VERTICAL, width) + GAP / 2 + height;

  return MAX (
      get_natural (get_text (content), GTK_ORIENTATION_VERTICAL, width < 0 ? -1 : width - taken),
      height);
}

static void
measure (GtkWidget *content, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  int text, buttons, natural_text, natural_buttons;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (content, for_size);
      return;
    }

  gtk_widget_measure (get_text (content), orientation, -1, &text, &natural_text, NULL, NULL);
  gtk_widget_measure (get_buttons (content), orientation, -1, &buttons, &natural_buttons, NULL,
                      NULL);
  *minimum = MAX (text, buttons);
  *natural = natural_text + GAP + natural_buttons;
}

/* @start is counted from where lines begin */
static void
place (GtkWidget *content, GtkWidget *child, int start, int y, int width, int height)
{
  gboolean is_mirrored = gtk_widget_get_direction (content) == GTK_TEXT_DIR_RTL;
  int x = is_mirrored ? gtk_widget_get_width (content) - start - width : start;

  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
allocate (GtkWidget *content, int width, int height, int baseline)
{
  GtkWidget *buttons = get_buttons (content);
  int natural = get_natural (buttons, GTK_ORIENTATION_HORIZONTAL, -1);
  int buttons_width = MIN (natural, width);
  int buttons_height = get_natural (buttons, GTK_ORIENTATION_VERTICAL, -1);

  if (has_room (content, width))
    {
      place (content, get_text (content), 0, 0, width - natural - GAP, height);
      place (content, buttons, width - natural, 0, natural, height);
      return;
    }

  place (content, get_text (content), 0, 0, width, height - buttons_height - GAP / 2);
  place (content, buttons, width - buttons_width, height - buttons_height, buttons_width,
         buttons_height);
}

static void
way_change_bar_class_init (WayChangeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-change-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, WayChangeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, WayChangeBar, content);
  gtk_widget_class_bind_template_child (widget_class, WayChangeBar, label);
  gtk_widget_class_bind_template_child (widget_class, WayChangeBar, changed);
  gtk_widget_class_bind_template_child (widget_class, WayChangeBar, gone);
}

static void
way_change_bar_init (WayChangeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->content,
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));
}

GtkWidget *
way_change_bar_new (void)
{
  return g_object_new (WAY_TYPE_CHANGE_BAR, NULL);
}

/* A focused child must not go while it has the focus */
static void
let_go_of_focus (WayChangeBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_root_set_focus (root, NULL);
}

void
way_change_bar_set_state (WayChangeBar *self, WayFileState state, const char *problem)
{
  g_autofree char *text = NULL;

  g_return_if_fail (WAY_IS_CHANGE_BAR (self));

  let_go_of_focus (self);
  gtk_revealer_set_reveal_child (self->revealer, state != WAY_FILE_STATE_SAME);
  if (state == WAY_FILE_STATE_SAME)
    return;

  if (state == WAY_FILE_STATE_GONE)
    text = g_strdup (_ ("The file was deleted or moved."));
  else if (problem != NULL)
    text = g_strdup_printf (_ ("The file has changed on disk, and cannot be opened. %s"), problem);
  else
    text = g_strdup (_ ("The file has changed on disk."));
  gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (self->changed, state == WAY_FILE_STATE_CHANGED);
  gtk_widget_set_visible (self->gone, state == WAY_FILE_STATE_GONE);
}
