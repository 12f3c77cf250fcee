/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cut, copy, paste and duplicate. The clipboard gets a plan for other windows and programs of ours,
 * text for mails and documents, and a table for spreadsheets.
 */
#include "config.h"

#include "way-clip.h"
#include "way-format.h"
#include "way-paste.h"
#include "way-timeline-view-private.h"

#include <glib/gi18n.h>

/* What is to happen when the clipboard has given what it holds */
typedef struct
{
  WayTimelineView *view;
  WayDocument *document;
  WayPlan *clip; /* nullable */
  char *text;    /* nullable */
  WayId goal;    /* or the null id */
  WayDay day;    /* or WAY_DAY_NONE */
  GArray *added;
  gboolean is_ours; /* whether a window of this process copied it */
} Paste;

static void
paste_free (Paste *self)
{
  g_object_unref (self->view);
  g_object_unref (self->document);
  g_clear_object (&self->clip);
  g_free (self->text);
  g_array_unref (self->added);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static const char *
get_native_type (void)
{
  return way_formats_find ("waymark")->media_type;
}

/* Keys that the line has no use for come on to the view, and do not mean what is selected there */
static gboolean
is_typing (WayTimelineView *self)
{
  return self->entry != NULL;
}

static WayPlan *
make_clip (WayTimelineView *self)
{
  guint n_ids;
  const WayId *ids = way_selection_get_ids (self->selection, &n_ids);

  return way_clip_copy (way_timeline_view_get_plan (self), ids, n_ids);
}

/* NULL when it cannot be written, which the person is told */
static GdkContentProvider *
make_content (WayTimelineView *self, WayPlan *clip)
{
  WayPlan *plan = way_timeline_view_get_plan (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = way_clip_write (clip, &error);
  g_autofree char *text = way_clip_get_text (clip);
  char *csv = way_clip_get_csv (clip, plan);
  GdkContentProvider *providers[3];
  guint n_providers = 0;

  if (bytes == NULL)
    {
      way_timeline_view_toast (self, error->message, FALSE);
      g_free (csv);
      return NULL;
    }

  providers[n_providers++] = gdk_content_provider_new_for_bytes (get_native_type (), bytes);
  providers[n_providers++] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  if (csv != NULL)
    {
      g_autoptr (GBytes) table = g_bytes_new_take (csv, strlen (csv));

      providers[n_providers++]
          = gdk_content_provider_new_for_bytes (way_formats_find ("csv")->media_type, table);
    }
  return gdk_content_provider_new_union (providers, n_providers);
}

static void
set_content (WayTimelineView *self, GdkContentProvider *content)
{
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
}

void
way_timeline_clipboard_copy (WayTimelineView *self)
{
  g_autoptr (WayPlan) clip = NULL;
  g_autoptr (GdkContentProvider) content = NULL;

  if (is_typing (self))
    return;

  clip = make_clip (self);
  content = make_content (self, clip);
  if (content != NULL)
    set_content (self, content);
}

void
way_timeline_clipboard_cut (WayTimelineView *self)
{
  g_autoptr (WayPlan) clip = NULL;
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (WayCut) cut = NULL;

  if (is_typing (self))
    return;

  clip = make_clip (self);
  content = make_content (self, clip);
  cut = way_cut_new (way_timeline_view_get_plan (self), clip);
  if (content == NULL || !way_timeline_edit_cut (self))
    return;

  set_content (self, content);
  g_clear_pointer (&self->cut, way_cut_free);
  self->cut = g_steal_pointer (&cut);
}

/* Else one would paste a list on the timeline and see nothing of it */
static void
tell_of_undated (WayTimelineView *self, guint n_undated)
{
  g_autofree char *text = NULL;

  if (n_undated == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  text = g_strdup_printf (
      ngettext ("%u milestone has no date; the head of its lane lists it",
                "%u milestones have no date; the heads of their lanes list them", n_undated),
      n_undated);
  way_timeline_view_toast (self, text, TRUE);
}

/* The first one that has a place on the timeline becomes the primary one */
static void
show_added (WayTimelineView *self, GArray *added)
{
  WayPlan *plan = way_timeline_view_get_plan (self);
  guint n_undated = 0;
  int first = -1;
  WayId primary;

  if (added->len == 0 || self->layout == NULL)
    return;

  for (guint i = 0; i < added->len; i++)
    {
      const WayId *id = &g_array_index (added, WayId, i);
      const WayRecord *record = way_plan_lookup (plan, id);

      if (way_record_get_kind (record) == WAY_KIND_MILESTONE
          && way_record_get_date (record, WAY_MILESTONE_START) == WAY_DATE_NONE
          && way_record_get_date (record, WAY_MILESTONE_END) == WAY_DATE_NONE)
        n_undated++;
      else if (first < 0 && way_timeline_has_place (self, id))
        first = (int)i;
    }

  primary = g_array_index (added, WayId, MAX (first, 0));
  g_array_remove_index (added, (guint)MAX (first, 0));
  g_array_append_val (added, primary);
  way_timeline_unfold_to (self, &primary);
  way_selection_set (self->selection, (const WayId *)(gpointer)added->data, added->len);
  way_timeline_scroll_to_record (self, &primary);
  tell_of_undated (self, n_undated);
  g_signal_emit_by_name (self, "pasted");
}

static gboolean
run_paste (WayEditGroup *group, gpointer user_data, GError **error)
{
  Paste *self = user_data;
  WayPlan *plan = way_edit_group_get_plan (group);
  gboolean has_goal = way_plan_lookup_kind (plan, WAY_KIND_GOAL, &self->goal) != NULL;
  WayPastePlace place
      = { .goal = has_goal ? &self->goal : NULL, .day = self->day, .cut = self->view->cut };
  g_autoptr (WayQuickWords) words = NULL;

  if (self->clip != NULL)
    return way_paste_clip (group, self->clip, place, self->added, error);

  words = way_quick_words_new ();
  return way_paste_text (group, self->text, words, self->view->today, place.goal, self->added,
                         error);
}

static void
paste_run (Paste *self)
{
  if (self->view->document != self->document)
    return; /* another plan came meanwhile, or none */
  if (way_timeline_edit_execute (self->view, _ ("Paste"), NULL, run_paste, self))
    show_added (self->view, self->added);
}

static void
paste_refuse (Paste *self, const GError *error)
{
  g_autofree char *text
      = g_strdup_printf (_ ("What is on the clipboard cannot be pasted. %s"), error->message);

  way_timeline_view_toast (self->view, text, FALSE);
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) self = user_data;
  g_autoptr (GError) error = NULL;

  self->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  if (self->text != NULL)
    paste_run (self);
  else if (error != NULL)
    paste_refuse (self, error);
}

static void
paste_take_clip (Paste *self, WayPlan *clip, const GError *error)
{
  self->clip = clip;
  if (clip != NULL)
    paste_run (self);
  else
    way_timeline_view_toast (self->view, error->message, FALSE);
}

static void
on_clip_read (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) self = user_data;
  g_autoptr (GError) error = NULL;
  WayPlan *clip = way_clip_read_apart_finish (result, &error);

  paste_take_clip (self, clip, error);
}

static void
on_plan_spliced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) self = user_data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  WayPlan *clip;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    {
      paste_refuse (self, error);
      return;
    }

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  clip = way_clip_read (bytes, &error);
  paste_take_clip (self, clip, error);
}

/* Takes @self, for what this program itself has put there */
static void
paste_own (Paste *self, GInputStream *stream)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  g_output_stream_splice_async (
      memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
      G_PRIORITY_DEFAULT, NULL, on_plan_spliced, self);
}

static void
on_plan_offered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream
      = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  if (stream == NULL)
    paste_refuse (self, error);
  else if (self->is_ours)
    paste_own (g_steal_pointer (&self), stream);
  else
    way_clip_read_apart_async (stream, NULL, on_clip_read, g_steal_pointer (&self));
}

static void
paste (WayTimelineView *view, WayId goal, WayDay day)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  const char *types[] = { get_native_type (), NULL };
  Paste *self;

  if (view->document == NULL || is_typing (view))
    return;

  self = g_new0 (Paste, 1);
  self->view = g_object_ref (view);
  self->document = g_object_ref (view->document);
  self->goal = goal;
  self->day = day;
  self->is_ours = gdk_clipboard_is_local (clipboard);
  self->added = g_array_new (FALSE, FALSE, sizeof (WayId));

  if (gdk_content_formats_contain_mime_type (formats, types[0]))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, on_plan_offered, self);
  else if (gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    {
      /* File managers offer the names as text, too */
      way_timeline_view_toast (view,
                               _ ("Files cannot be pasted. Drop them on the window to open "
                                  "them."),
                               FALSE);
      paste_free (self);
    }
  else if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)
           || gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8"))
    gdk_clipboard_read_text_async (clipboard, NULL, on_text_read, self);
  else
    {
      way_timeline_view_toast (view,
                               _ ("There is nothing on the clipboard that can be pasted. Copy "
                                  "goals or milestones first."),
                               FALSE);
      paste_free (self);
    }
}

void
way_timeline_clipboard_paste (WayTimelineView *self)
{
  const WayId *goal
      = self->document != NULL
            ? way_selection_get_goal (self->selection, way_timeline_view_get_plan (self))
            : NULL;

  paste (self, goal != NULL ? *goal : WAY_ID_NULL, WAY_DAY_NONE);
}

void
way_timeline_clipboard_paste_here (WayTimelineView *self)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  WayHit hit = way_timeline_view_hit (self, self->pointer_x, self->pointer_y);

  paste (self, hit.id,
         way_unit_floor (way_scale_get_unit (viewport.scale), (WayDay)floor (hit.day)));
}

typedef struct
{
  const WayId *ids;
  guint n_ids;
  GArray *added;
} Duplication;

static gboolean
run_duplicate (WayEditGroup *group, gpointer user_data, GError **error)
{
  Duplication *duplication = user_data;

  return way_paste_duplicate (group, duplication->ids, duplication->n_ids, duplication->added,
                              error);
}

void
way_timeline_clipboard_duplicate (WayTimelineView *self)
{
  guint n_ids;
  const WayId *ids = way_selection_get_ids (self->selection, &n_ids);
  g_autofree WayId *originals = g_memdup2 (ids, n_ids * sizeof *ids);
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (WayId));
  Duplication duplication = { originals, n_ids, added };

  if (n_ids == 0 || is_typing (self))
    return;
  if (way_timeline_edit_execute (self, _ ("Duplicate"), NULL, run_duplicate, &duplication))
    show_added (self, added);
}
