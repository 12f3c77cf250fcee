/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Works the timeline of a large plan in the program's own window by fixed scripts, and prints how
 * many nanoseconds each frame took, a line for each turn: "flat" of a window of the same size that
 * is filled with one colour, then a script. Named as arguments, only these scripts are worked.
 *
 * A frame is all from the event that asks for it until the X server has drawn it. Flat frames and
 * those of a script take turns, so that what else the machine does falls on both.
 */
#include "config.h"

#include "way-application.h"
#include "way-bench-plan.h"
#include "way-bench-random.h"
#include "way-hit.h"
#include "way-timeline-view.h"

#include <math.h>
#include <stdio.h>
#include <time.h>

#define WIDTH 1600
#define HEIGHT 900
#define N_MILESTONES 100000
#define N_VISIBLE 500
#define N_DRAGGED 1000
#define N_TURNS 4
#define N_FRAMES 20    /* of each turn */
#define PAN_PIXELS 40  /* a frame: 2,400 a second */
#define ZOOM_STEP 1.05 /* a frame */
#define FIRST_LOOK_DAYS 60
#define SHOWN_DAY 20000 /* 2024-10-04 */
#define SEED 1

typedef struct _Bench Bench;

typedef struct
{
  double x;
  double y;
} Point;

typedef struct
{
  const char *name;
  void (*begin) (Bench *bench); /* (nullable) */
  void (*step) (Bench *bench, guint frame);
  void (*end) (Bench *bench); /* (nullable) */
} Script;

struct _Bench
{
  GMainLoop *loop;
  GtkWindow *flat_window;
  GtkWindow *window;
  WayTimelineView *view;
  GtkEventController *pointer; /* what the view listens by, and holds */
  GtkEventController *drag;
  GtkEventController *pinch;
  GArray *visible; /* of WayId */
  WayBenchRandom random;
  double x; /* where a drag began */
  double y;

  const Script *script; /* what goes on at present */
  guint frame;
  gint64 begin;
};

static gint64
get_nanoseconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

/* A window that is filled with one colour, another one in each frame so that all of it is drawn */

#define BENCH_TYPE_FILL (bench_fill_get_type ())
G_DECLARE_FINAL_TYPE (BenchFill, bench_fill, BENCH, FILL, GtkWidget)

struct _BenchFill
{
  GtkWidget parent_instance;
  guint n_frames;
};

G_DEFINE_FINAL_TYPE (BenchFill, bench_fill, GTK_TYPE_WIDGET)

static void
bench_fill_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  float level = (float)(BENCH_FILL (widget)->n_frames++ % 2);
  GdkRGBA colour = { level, 0.5f, 0.5f, 1 };

  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                                                  (float)gtk_widget_get_height (widget)));
}

static void
bench_fill_class_init (BenchFillClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bench_fill_snapshot;
}

static void
bench_fill_init (BenchFill *self)
{
}

static void
step_flat (Bench *bench, guint frame)
{
  gtk_widget_queue_draw (
      adw_application_window_get_content (ADW_APPLICATION_WINDOW (bench->flat_window)));
}

/* What a person does */

static GtkEventController *
find_controller (Bench *bench, GType type, guint button)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (bench->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type
          && (button == 0
              || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button))
        return controller; /* the view holds it */
    }
  g_error ("the timeline does not listen to a %s", g_type_name (type));
}

/* Before the frames, for an event knows where it goes */
static void
find_controllers (Bench *bench)
{
  bench->pointer = find_controller (bench, GTK_TYPE_EVENT_CONTROLLER_MOTION, 0);
  bench->drag = find_controller (bench, GTK_TYPE_GESTURE_DRAG, GDK_BUTTON_PRIMARY);
  bench->pinch = find_controller (bench, GTK_TYPE_GESTURE_ZOOM, 0);
}

static void
point_at (Bench *bench, double x, double y)
{
  g_signal_emit_by_name (bench->pointer, "motion", x, y);
}

/* The middle of an item's shape in the view */
static Point
get_middle (Bench *bench, const WayId *id)
{
  WayViewport viewport = way_timeline_view_get_viewport (bench->view);
  WayRect rect = { 0 };

  way_hit_item_rect (way_timeline_view_get_layout (bench->view), &viewport, id, &rect);
  return (Point){ rect.x + rect.width / 2, rect.y + rect.height / 2 };
}

static void
drag_begin (Bench *bench, double x, double y)
{
  bench->x = x;
  bench->y = y;
  g_signal_emit_by_name (bench->drag, "drag-begin", x, y);
}

static void
drag_update (Bench *bench, double dx, double dy)
{
  g_signal_emit_by_name (bench->drag, "drag-update", dx, dy);
}

static void
drag_cancel (Bench *bench)
{
  g_signal_emit_by_name (bench->drag, "cancel", NULL);
}

/* The scripts */

static void
pan (Bench *bench, GtkOrientation orientation, double pixels)
{
  GtkScrollable *view = GTK_SCROLLABLE (bench->view);
  GtkAdjustment *adjustment = orientation == GTK_ORIENTATION_HORIZONTAL
                                  ? gtk_scrollable_get_hadjustment (view)
                                  : gtk_scrollable_get_vadjustment (view);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pixels);
}

static void
step_pan_sideways (Bench *bench, guint frame)
{
  pan (bench, GTK_ORIENTATION_HORIZONTAL, PAN_PIXELS);
}

static void
step_pan_down (Bench *bench, guint frame)
{
  pan (bench, GTK_ORIENTATION_VERTICAL, PAN_PIXELS);
}

static void
begin_zoom (Bench *bench)
{
  point_at (bench, WIDTH / 2.0, HEIGHT / 2.0);
}

/* Closer and back, so that about as much is shown throughout */
static void
step_zoom (Bench *bench, guint frame)
{
  double factor = frame < N_FRAMES / 2 ? ZOOM_STEP : 1 / ZOOM_STEP;

  g_signal_emit_by_name (bench->pinch, "begin", NULL);
  g_signal_emit_by_name (bench->pinch, "scale-changed", factor);
}

static void
step_hover (Bench *bench, guint frame)
{
  Point point = get_middle (
      bench, &g_array_index (bench->visible, WayId,
                             way_bench_random_below (&bench->random, bench->visible->len)));

  point_at (bench, point.x, point.y);
}

static gboolean
add_id (const WayItem *item, gpointer user_data)
{
  GArray *ids = user_data;

  if (way_record_get_kind (item->record) == WAY_KIND_MILESTONE)
    g_array_append_vals (ids, way_record_get_id (item->record), 1);
  return TRUE;
}

static GArray *
find_items (Bench *bench, const WayRect *area)
{
  WayViewport viewport = way_timeline_view_get_viewport (bench->view);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (WayId));

  way_layout_foreach_visible (way_timeline_view_get_layout (bench->view), viewport.scale, area,
                              add_id, ids);
  return ids;
}

static void
find_visible (Bench *bench)
{
  WayViewport viewport = way_timeline_view_get_viewport (bench->view);
  WayRect area = way_viewport_get_area (&viewport);

  g_clear_pointer (&bench->visible, g_array_unref);
  bench->visible = find_items (bench, &area);
}

/* The item whose middle is nearest to the view's, by a bar that can be grabbed there */
static Point
find_grip (Bench *bench)
{
  Point best = { 0, 0 };
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < bench->visible->len; i++)
    {
      Point point = get_middle (bench, &g_array_index (bench->visible, WayId, i));
      WayHit hit = { 0 };
      WayViewport viewport = way_timeline_view_get_viewport (bench->view);
      double distance = hypot (point.x - viewport.width / 2, point.y - viewport.height / 2);

      hit = way_hit_test (way_timeline_view_get_layout (bench->view), &viewport, point.x, point.y,
                          NULL);
      if (hit.part == WAY_HIT_ITEM && distance < nearest)
        {
          nearest = distance;
          best = point;
        }
    }
  g_assert (nearest < G_MAXDOUBLE);
  return best;
}

static void
begin_ghost (Bench *bench)
{
  Point grip = find_grip (bench);

  drag_begin (bench, grip.x, grip.y);
}

static void
step_ghost (Bench *bench, guint frame)
{
  drag_update (bench, 20 + 7.0 * (frame), 0);
}

static void
end_drag (Bench *bench)
{
  drag_cancel (bench);
  way_selection_select (way_timeline_view_get_selection (bench->view), NULL);
}

/* As large as a quarter of the view in the end, from a place where there is no item */
static void
begin_band (Bench *bench)
{
  WayViewport viewport = way_timeline_view_get_viewport (bench->view);
  Point place = { viewport.width / 2, viewport.height / 3 };

  while (
      way_hit_test (way_timeline_view_get_layout (bench->view), &viewport, place.x, place.y, NULL)
          .part
      != WAY_HIT_LANE)
    place.y++;
  drag_begin (bench, place.x, place.y);
}

static void
step_band (Bench *bench, guint frame)
{
  double part = (1.0 + frame) / N_FRAMES;

  drag_update (bench, 600 * part, 360 * part);
}

static void
begin_many (Bench *bench)
{
  WayViewport viewport = way_timeline_view_get_viewport (bench->view);
  WayRect area = way_viewport_get_area (&viewport);
  Point grip = find_grip (bench);
  g_autoptr (GArray) ids = NULL;

  do
    {
      area.height *= 1.1;
      g_clear_pointer (&ids, g_array_unref);
      ids = find_items (bench, &area);
    }
  while (ids->len < N_DRAGGED);
  g_array_set_size (ids, N_DRAGGED);
  way_selection_set (way_timeline_view_get_selection (bench->view),
                     (const WayId *)(gpointer)ids->data, ids->len);
  drag_begin (bench, grip.x, grip.y);
}

static const Script flat = { "flat", NULL, step_flat, NULL };

static const Script scripts[] = {
  { "pan-sideways", NULL, step_pan_sideways, NULL }, { "pan-down", NULL, step_pan_down, NULL },
  { "zoom", begin_zoom, step_zoom, NULL },           { "hover", NULL, step_hover, NULL },
  { "ghost", begin_ghost, step_ghost, end_drag },    { "band", begin_band, step_band, end_drag },
  { "many", begin_many, step_ghost, end_drag },
};

/* Frames */

static void
on_before_paint (GdkFrameClock *clock, Bench *bench)
{
  bench->begin = get_nanoseconds ();
  bench->script->step (bench, bench->frame);
}

static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  gint64 time;

  gdk_display_sync (gdk_display_get_default ());
  time = get_nanoseconds () - bench->begin;
  printf (" %" G_GINT64_FORMAT, time);
  if (++bench->frame == N_FRAMES)
    g_main_loop_quit (bench->loop);
}

static gboolean
on_waited (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
wait (Bench *bench, guint milliseconds)
{
  g_timeout_add (milliseconds, on_waited, bench->loop);
  g_main_loop_run (bench->loop);
}

/* A turn's frames, one right after the other */
static void
run (Bench *bench, GtkWindow *window, const Script *script)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gulong handlers[2];

  gtk_window_present (window); /* what lies below another window is not drawn by the X server */
  wait (bench, 100);
  bench->script = script;
  bench->frame = 0;
  if (script->begin != NULL)
    script->begin (bench);

  handlers[0] = g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), bench);
  handlers[1] = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), bench);
  printf ("%s", script->name);
  gdk_frame_clock_begin_updating (clock);
  g_main_loop_run (bench->loop);
  gdk_frame_clock_end_updating (clock);
  printf ("\n");
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_handler_disconnect (clock, handlers[i]);

  if (script->end != NULL)
    script->end (bench);
}

static void
measure (Bench *bench, const Script *script)
{
  for (guint i = 0; i < N_TURNS; i++)
    {
      run (bench, bench->flat_window, &flat);
      run (bench, bench->window, script);
    }
}

/* Getting there */

static GtkWidget *
find_view (GtkWidget *widget)
{
  if (WAY_IS_TIMELINE_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_view (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A zoom at which as many items are in sight as are asked for */
static void
find_zoom (Bench *bench)
{
  double days = FIRST_LOOK_DAYS;

  way_timeline_view_show_day (bench->view, SHOWN_DAY);
  do
    {
      days *= 1.1;
      way_timeline_view_zoom_to_days (bench->view, days);
      wait (bench, 50);
      find_visible (bench);
    }
  while (bench->visible->len < N_VISIBLE);
}

static void
present (GtkWindow *window)
{
  gtk_window_set_default_size (window, WIDTH, HEIGHT);
  gtk_window_present (window);
}

static gboolean
is_wanted (const Script *script, int argc, char *argv[])
{
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], script->name))
      return TRUE;
  return argc <= 1;
}

int
main (int argc, char *argv[])
{
  Bench bench = { .random = way_bench_random_for (SEED, 0) };
  g_autoptr (WayApplication) application = NULL;
  g_autoptr (WayPlan) plan = way_bench_plan_new (N_MILESTONES);
  g_autoptr (WayDocument) document = way_document_new (plan);

  application = way_application_new ();
  g_application_register (G_APPLICATION (application), NULL, NULL);
  bench.loop = g_main_loop_new (NULL, FALSE);
  bench.window = GTK_WINDOW (way_application_create_window (application));
  way_window_set_document (WAY_WINDOW (bench.window), document);
  g_object_set (bench.window, "inspector-visible", FALSE, NULL); /* the timeline takes it all */
  bench.view = WAY_TIMELINE_VIEW (find_view (GTK_WIDGET (bench.window)));
  find_controllers (&bench);
  gtk_widget_set_has_tooltip (GTK_WIDGET (bench.view), FALSE); /* the pointer rests somewhere */
  present (bench.window);
  wait (&bench, 1000);
  find_zoom (&bench);
  wait (&bench, 1000);

  bench.flat_window = GTK_WINDOW (adw_application_window_new (NULL));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (bench.flat_window),
                                      g_object_new (BENCH_TYPE_FILL, NULL));
  present (bench.flat_window);
  wait (&bench, 1000);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      if (!is_wanted (&scripts[i], argc, argv))
        continue;
      find_visible (&bench);
      measure (&bench, &scripts[i]);
    }
  fflush (stdout);
  _exit (0);
}
