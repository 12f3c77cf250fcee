/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays out one of the two forms, and hides the other from eyes, keys and screen readers.
 */
#include "config.h"

#include "way-fold-box.h"

#define SPACING 6 /* pixels, as the style class `toolbar` has it */

typedef enum
{
  ALWAYS,
  WIDE,
  NARROW
} Form;

struct _WayFoldBox
{
  GtkWidget parent_instance;

  gboolean folded;
};

static GtkBuildableIface *parent_buildable;

static GQuark get_form_quark (void);
G_DEFINE_QUARK (way - fold - box - form, get_form)

static void way_fold_box_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WayFoldBox, way_fold_box, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      way_fold_box_buildable_init))

static gboolean
is_shown (GtkWidget *child, gboolean folded)
{
  Form form = GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (child), get_form_quark ()));

  return gtk_widget_get_visible (child) && form != (folded ? WIDE : NARROW);
}

/* Of the children of one form, side by side. What grows is content with little. */
static void
measure_row (WayFoldBox *self, gboolean folded, int *minimum, int *natural)
{
  gboolean is_first = TRUE;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!is_shown (child, folded))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        child_natural = child_minimum;
      *minimum += child_minimum + (is_first ? 0 : SPACING);
      *natural += child_natural + (is_first ? 0 : SPACING);
      is_first = FALSE;
    }
}

static void
way_fold_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  int ignored;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_row (WAY_FOLD_BOX (widget), TRUE, minimum, &ignored);
      measure_row (WAY_FOLD_BOX (widget), FALSE, &ignored, natural);
      *natural = MAX (*natural, *minimum);
      return;
    }

  /* of both forms, so that folding moves nothing above */
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_get_visible (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
show_form (WayFoldBox *self, gboolean folded)
{
  self->folded = folded;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gboolean shown = is_shown (child, folded);

      gtk_widget_set_child_visible (child, shown);
      gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
    }
}

static void
way_fold_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayFoldBox *self = WAY_FOLD_BOX (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int minimum, natural, shortage, x = 0;

  measure_row (self, FALSE, &minimum, &natural);
  show_form (self, width < natural);
  measure_row (self, self->folded, &minimum, &natural);
  shortage = MAX (0, natural - width);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_width;

      if (!is_shown (child, self->folded))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_width, NULL,
                          NULL);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        child_width = child_minimum + MAX (0, width - natural);
      else
        {
          int given = MIN (shortage, child_width - child_minimum);

          child_width -= given;
          shortage -= given;
        }
      gtk_widget_size_allocate (
          child, &(GtkAllocation){ mirrored ? width - x - child_width : x, 0, child_width, height },
          -1);
      x += child_width + SPACING;
    }
}

static void
way_fold_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (way_fold_box_parent_class)->dispose (object);
}

static void
way_fold_box_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child,
                        const char *type)
{
  Form form = g_strcmp0 (type, "wide") == 0     ? WIDE
              : g_strcmp0 (type, "narrow") == 0 ? NARROW
                                                : ALWAYS;

  if (!GTK_IS_WIDGET (child))
    {
      parent_buildable->add_child (buildable, builder, child, type);
      return;
    }

  g_object_set_qdata (child, get_form_quark (), GUINT_TO_POINTER (form));
  gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
}

static void
way_fold_box_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = way_fold_box_add_child;
}

static void
way_fold_box_class_init (WayFoldBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = way_fold_box_dispose;
  widget_class->measure = way_fold_box_measure;
  widget_class->size_allocate = way_fold_box_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "foldbox");
}

static void
way_fold_box_init (WayFoldBox *self)
{
}

GtkWidget *
way_fold_box_new (void)
{
  return g_object_new (WAY_TYPE_FOLD_BOX, NULL);
}

gboolean
way_fold_box_get_folded (WayFoldBox *self)
{
  g_return_val_if_fail (WAY_IS_FOLD_BOX (self), FALSE);

  return self->folded;
}
