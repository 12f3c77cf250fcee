/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bar above the plan that says what others have done to its file.
 */
#include "config.h"

#include "way-change-bar.h"

#include <glib/gi18n.h>

struct _WayChangeBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkWidget *changed; /* what can be done then */
  GtkWidget *gone;    /* and then */
};

G_DEFINE_FINAL_TYPE (WayChangeBar, way_change_bar, ADW_TYPE_BIN)

static void
way_change_bar_class_init (WayChangeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-change-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, WayChangeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, WayChangeBar, label);
  gtk_widget_class_bind_template_child (widget_class, WayChangeBar, changed);
  gtk_widget_class_bind_template_child (widget_class, WayChangeBar, gone);
}

static void
way_change_bar_init (WayChangeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
