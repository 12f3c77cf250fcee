/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The object that stands for a row of the outline while the list looks at it.
 */
#include "way-outline-row.h"

struct _WayOutlineRow
{
  GObject parent_instance;

  WayRecord *record;
};

G_DEFINE_FINAL_TYPE (WayOutlineRow, way_outline_row, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
way_outline_row_finalize (GObject *object)
{
  way_record_unref (WAY_OUTLINE_ROW (object)->record);
  G_OBJECT_CLASS (way_outline_row_parent_class)->finalize (object);
}

static void
way_outline_row_class_init (WayOutlineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_outline_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", WAY_TYPE_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_outline_row_init (WayOutlineRow *self)
{
}

WayOutlineRow *
way_outline_row_new (WayRecord *record)
{
  WayOutlineRow *self = g_object_new (WAY_TYPE_OUTLINE_ROW, NULL);

  self->record = way_record_ref (record);
  return self;
}

WayRecord *
way_outline_row_get_record (WayOutlineRow *self)
{
  g_return_val_if_fail (WAY_IS_OUTLINE_ROW (self), NULL);

  return self->record;
}

void
way_outline_row_update (WayOutlineRow *self, WayRecord *record)
{
  WayRecord *before;

  g_return_if_fail (WAY_IS_OUTLINE_ROW (self));

  before = self->record;
  self->record = way_record_ref (record);
  way_record_unref (before);
  g_signal_emit (self, signals[CHANGED], 0);
}
