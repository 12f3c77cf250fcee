/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What GTK asks while it prints. Pages are made on a thread, while GTK asks again and again whether
 * they are there, so that the window goes on.
 */
#include "config.h"

#include "way-print-operation.h"

#include "way-print-page.h"
#include "way-print-work.h"

#include <glib/gi18n.h>

#define PATIENCE 5000 /* microseconds from one question to the next */

struct _WayPrintOperation
{
  GtkPrintOperation parent_instance;

  WayDocument *document;
  WayPrintChoices *choices;
  GCancellable *cancellable;
  gboolean is_working;
  WayPrintWork *work;  /* nullable: until it is made */
  GtkPageSetup *setup; /* nullable: nothing was printed */
  char *problem;       /* nullable: why it cannot be */
};

G_DEFINE_FINAL_TYPE (WayPrintOperation, way_print_operation, GTK_TYPE_PRINT_OPERATION)

char *
way_print_dup_job_name (WayDocument *document)
{
  return g_strdup (way_document_get_private (document) ? _ ("Plan")
                                                       : way_document_get_title (document));
}

/* The dialog */

static GtkWidget *
way_print_operation_create_custom_widget (GtkPrintOperation *operation)
{
  WayPrintOperation *self = WAY_PRINT_OPERATION (operation);

  return way_print_page_new (way_document_get_plan (self->document), self->choices,
                             gtk_print_operation_get_default_page_setup (operation));
}

static void
way_print_operation_update_custom_widget (GtkPrintOperation *operation, GtkWidget *widget,
                                          GtkPageSetup *setup, GtkPrintSettings *settings)
{
  if (setup != NULL)
    way_print_page_set_setup (WAY_PRINT_PAGE (widget), setup);
}

static void
way_print_operation_custom_widget_apply (GtkPrintOperation *operation, GtkWidget *widget)
{
  WayPrintOperation *self = WAY_PRINT_OPERATION (operation);

  way_print_choices_free (self->choices);
  self->choices = way_print_choices_copy (way_print_page_get_choices (WAY_PRINT_PAGE (widget)));
  g_free (self->problem);
  self->problem = way_print_page_dup_problem (WAY_PRINT_PAGE (widget));
}

/* Pages */

static void
on_made (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WayPrintOperation) self = user_data;
  g_autoptr (GError) error = NULL;

  self->is_working = FALSE;
  self->work = way_print_work_new_finish (result, &error);
  if (error != NULL)
    self->problem = g_strdup (error->message);
}

static void
way_print_operation_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  WayPrintOperation *self = WAY_PRINT_OPERATION (operation);
  WayPrintPaper paper = way_print_paper_from_setup (gtk_print_context_get_page_setup (context));
  g_autoptr (WaySnapshot) plan = way_snapshot_new (way_document_get_plan (self->document));

  g_set_object (&self->setup, gtk_print_context_get_page_setup (context));
  g_clear_pointer (&self->work, way_print_work_free);
  if (self->problem != NULL)
    return;

  self->is_working = TRUE;
  way_print_work_new_async (plan, self->choices, &paper, self->cancellable, on_made,
                            g_object_ref (self));
}

static gboolean
way_print_operation_paginate (GtkPrintOperation *operation, GtkPrintContext *context)
{
  WayPrintOperation *self = WAY_PRINT_OPERATION (operation);

  if (self->is_working)
    {
      g_usleep (PATIENCE);
      return FALSE;
    }

  if (self->work == NULL)
    {
      gtk_print_operation_cancel (operation);
      return FALSE;
    }

  gtk_print_operation_set_n_pages (
      operation, (int)way_pages_get_n_pages (way_print_work_get_pages (self->work)));

  return TRUE;
}

static void
way_print_operation_request_page_setup (GtkPrintOperation *operation, GtkPrintContext *context,
                                        int page, GtkPageSetup *setup)
{
  WayPrintOperation *self = WAY_PRINT_OPERATION (operation);

  gtk_page_setup_set_orientation (setup, way_print_work_get_orientation (self->work));
}

static void
way_print_operation_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page)
{
  WayPrintOperation *self = WAY_PRINT_OPERATION (operation);

  way_pages_draw (way_print_work_get_pages (self->work), (guint)page,
                  gtk_print_context_get_cairo_context (context));
}

static void
way_print_operation_dispose (GObject *object)
{
  WayPrintOperation *self = WAY_PRINT_OPERATION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->work, way_print_work_free);
  g_clear_object (&self->document);
  g_clear_object (&self->setup);

  G_OBJECT_CLASS (way_print_operation_parent_class)->dispose (object);
}

static void
way_print_operation_finalize (GObject *object)
{
  WayPrintOperation *self = WAY_PRINT_OPERATION (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->choices, way_print_choices_free);
  g_free (self->problem);

  G_OBJECT_CLASS (way_print_operation_parent_class)->finalize (object);
}

static void
way_print_operation_class_init (WayPrintOperationClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_print_operation_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_print_operation_finalize;
  operation_class->create_custom_widget = way_print_operation_create_custom_widget;
  operation_class->update_custom_widget = way_print_operation_update_custom_widget;
  operation_class->custom_widget_apply = way_print_operation_custom_widget_apply;
  operation_class->begin_print = way_print_operation_begin_print;
  operation_class->paginate = way_print_operation_paginate;
  operation_class->request_page_setup = way_print_operation_request_page_setup;
  operation_class->draw_page = way_print_operation_draw_page;
}

static void
way_print_operation_init (WayPrintOperation *self)
{
  self->cancellable = g_cancellable_new ();
}

WayPrintOperation *
way_print_operation_new (WayDocument *document, const WayPrintChoices *choices,
                         GtkPrintSettings *settings, GtkPageSetup *setup)
{
  g_autofree char *name = way_print_dup_job_name (document);
  g_autofree char *basename = g_strdelimit (g_strdup (name), G_DIR_SEPARATOR_S, '_');
  WayPrintOperation *self
      = g_object_new (WAY_TYPE_PRINT_OPERATION, "job-name", name, "use-full-page", TRUE, "unit",
                      GTK_UNIT_POINTS, "embed-page-setup", TRUE, "custom-tab-label", "Waymark",
                      "print-settings", settings, "default-page-setup", setup, NULL);

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, basename);
  self->document = g_object_ref (document);
  self->choices = way_print_choices_copy (choices);

  return self;
}

const WayPrintChoices *
way_print_operation_get_choices (WayPrintOperation *self)
{
  return self->choices;
}

GtkPageSetup *
way_print_operation_get_setup (WayPrintOperation *self)
{
  return self->setup != NULL
             ? self->setup
             : gtk_print_operation_get_default_page_setup (GTK_PRINT_OPERATION (self));
}

const char *
way_print_operation_get_problem (WayPrintOperation *self)
{
  return self->problem;
}
