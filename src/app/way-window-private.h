/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the window share: way-window.c binds, -actions.c acts, -files.c opens and
 * saves, -views.c switches between the timeline and the outline.
 */
#pragma once

#include "way-change-bar.h"
#include "way-day-watch.h"
#include "way-history-popover.h"
#include "way-filter-bar.h"
#include "way-inspector.h"
#include "way-outline-pane.h"
#include "way-print-choices.h"
#include "way-start-page.h"
#include "way-timeline-pane.h"
#include "way-timeline-view.h"
#include "way-window.h"

G_BEGIN_DECLS

#define WAY_WINDOW_N_HOLES 2 /* in the background */

/* A refusal is two sentences, and the usual 5 are few to read them in */
#define WAY_WINDOW_TOAST_SECONDS 10

/**
 * WayWindowNext:
 *
 * What to do once nothing can be lost any more.
 */
typedef void (*WayWindowNext) (WayWindow *self);

struct _WayWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;   /* nullable */
  WayDocument *document; /* nullable */
  WayFilterState *filter;
  GFile *loading; /* nullable: what is being read to be shown here */
  GSignalGroup *document_signals;
  WayDayWatch *day_watch;
  AdwToast *offer_toast;          /* nullable: offers to push along what is too early */
  AdwToast *undo_toast;           /* nullable: offers to undo the last step */
  AdwToast *said_toast;           /* nullable: says something and offers nothing */
  GtkFileChooserNative *chooser;  /* nullable: the one that is open */
  WayPrintChoices *print_choices; /* nullable: as they are remembered */
  guint n_saves;                  /* that are going on or wait their turn */
  WayWindowNext after_saves;      /* nullable: to be settled once there are none */
  gboolean is_told_unkept;        /* that earlier versions are not kept */
  guint views_source;             /* 0, or finds room for the switcher */
  gboolean inspector_visible;     /* as the person wants it where there is room */
  gboolean is_discarding;         /* the person said that unsaved changes may go */
  gboolean leaves_out_timeline;   /* of the background */
  GskRenderNode *background;      /* nullable */
  graphene_rect_t background_bounds;
  graphene_rect_t background_holes[WAY_WINDOW_N_HOLES]; /* what it leaves out */

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  AdwSplitButton *open_button;
  GtkWidget *new_button;
  GtkMenuButton *menu_button;
  GMenuModel *main_menu;
  GtkWidget *share_place;
  GtkMenuButton *share_button;
  GMenuModel *share_menu;
  GtkWidget *find_button;
  GtkWidget *undo_button;
  GtkMenuButton *history_button;
  WayHistoryPopover *history; /* nullable until it is first opened */
  GtkWidget *redo_button;
  GtkWidget *inspector_button;
  AdwBin *changes_place;
  WayChangeBar *change_bar; /* nullable until there is something to say */
  AdwBin *filter_place;
  WayFilterBar *filter_bar; /* nullable until it is first opened */
  GtkStack *stack;
  AdwBin *start_place;
  AdwFlap *flap;
  AdwViewStack *views;
  GtkWidget *switcher;
  AdwSqueezer *centre; /* the switcher, or the title where that has no room */
  AdwWindowTitle *centre_title;
  AdwViewSwitcherBar *switcher_bar;
  AdwSqueezer *width_sensor;
  GtkWidget *wide;   /* what the sensor shows when there is room */
  GtkWidget *widest; /* the same, and room for the button that shares the plan */
  AdwBin *outline_place;
  WayTimelinePane *timeline;
  WayOutlinePane *outline; /* nullable until it is first shown */
  WayInspector *inspector;
};

/**
 * way_window_show_page:
 *
 * Shows the plan, or that it is being loaded, or the start page, which is made when it is first
 * needed.
 */
void way_window_show_page (WayWindow *self);

/**
 * way_window_add_toast:
 * @toast: (transfer full): what is there to be read now
 *
 * Shows it at once. One that was there comes back when it goes.
 */
void way_window_add_toast (WayWindow *self, AdwToast *toast);

/**
 * way_window_show_toast:
 * @text: (nullable): in the place of what was said last; NULL for nothing
 * @undo: whether undoing the last step is offered
 */
void way_window_show_toast (WayWindow *self, const char *text, gboolean undo);

/**
 * way_window_edit_details:
 *
 * Brings the focus into the inspector.
 */
void way_window_edit_details (WayWindow *self);

/**
 * way_window_find:
 *
 * Opens the bar in which a person says what to look for.
 */
void way_window_find (WayWindow *self);

/**
 * way_window_make_chooser:
 * @folder: (nullable): where it begins, %NULL for where one was last
 *
 * Replaces a chooser that is still open.
 *
 * Returns: (transfer none): a chooser without filters, not yet shown; the window holds it
 */
GtkFileChooser *way_window_make_chooser (WayWindow *self, const char *title,
                                         GtkFileChooserAction action, const char *accept,
                                         GFile *folder);

/**
 * way_window_suggest_name:
 * @title: a plan's
 * @ending: with its dot
 *
 * Returns: (transfer full): a name for a file made of @title, without what file systems refuse
 */
char *way_window_suggest_name (const char *title, const char *ending);

/**
 * way_window_make_overwrite_dialog:
 *
 * For a name that the chooser has not asked about, because the ending was added after it.
 *
 * Returns: (transfer none): a dialog, not yet presented, that answers "replace" or "cancel"
 */
GtkWidget *way_window_make_overwrite_dialog (WayWindow *self, GFile *file);

/* -share.c */
void way_window_bind_share (GtkWidgetClass *widget_class);

/* There is nothing to share on the start page */
void way_window_update_share (WayWindow *self);

/* -traces.c */
void way_window_init_traces (WayWindow *self);

/* Gives the menu's entry the state of the document */
void way_window_update_traces (WayWindow *self);

/* The person wants the plan to be remembered, or not any more */
void way_window_change_traces (WayWindow *self);

/**
 * way_window_remember:
 *
 * Adds a plan that was opened or saved to what the desktop remembers; or takes away what it
 * remembered, when the plan is to leave no traces.
 */
void way_window_remember (WayWindow *self, WayDocument *document);

/* -changes.c */
void way_window_bind_changes (GtkWidgetClass *widget_class);
void way_window_init_changes (WayWindow *self);

/* Does what there is to do about what has become of the document's file */
void way_window_follow_changes (WayWindow *self);

/**
 * way_window_ask_about_change:
 * @error: why the plan was not saved: WAY_DOCUMENT_ERROR_CHANGED or WAY_DOCUMENT_ERROR_GONE
 * @next: (nullable): once it is saved after all
 * @file: (nullable): where it was to be saved, %NULL for its own file
 */
void way_window_ask_about_change (WayWindow *self, const GError *error, WayWindowNext next,
                                  GFile *file);

/* -lock.c */

/**
 * way_window_ask_about_lock:
 * @document: one that was just read
 *
 * Has a person choose when somebody else has the plan open, and then shows the document or not.
 *
 * Returns: whether that is so
 */
gboolean way_window_ask_about_lock (WayWindow *self, WayDocument *document);

/* -views.c */
void way_window_bind_views (GtkWidgetClass *widget_class);
void way_window_init_views (WayWindow *self);

/**
 * way_window_update_views:
 *
 * Shows the switcher where there is a plan and room for it.
 */
void way_window_update_views (WayWindow *self);

/* What is remembered of which view is shown, and of the outline */
void way_window_store_views (WayWindow *self, GKeyFile *state);
void way_window_restore_views (WayWindow *self, GKeyFile *state);

/**
 * way_window_update_outline:
 *
 * Gives the outline, once there is one, the window's document.
 */
void way_window_update_outline (WayWindow *self);

/* Has the outline list what is looked for */
void way_window_filter_outline (WayWindow *self);

/**
 * way_window_get_view:
 *
 * Returns: (transfer none): the widget that takes the focus in the view that is shown
 */
GtkWidget *way_window_get_view (WayWindow *self);

/**
 * way_window_reveal:
 *
 * Selects a record and scrolls to it in the view that is shown.
 */
void way_window_reveal (WayWindow *self, const WayId *id);

/* -actions.c */
void way_window_install_actions (GtkWidgetClass *widget_class);
void way_window_update_actions (WayWindow *self);

/* Whether there is a match to go to */
void way_window_update_find (WayWindow *self);

/**
 * way_window_find_target:
 * @target: of an action: an id as text
 * @kind: what it is to be of
 *
 * Returns: (transfer none) (nullable): the record of the plan that is open
 */
WayRecord *way_window_find_target (WayWindow *self, GVariant *target, WayKind kind);

/**
 * way_window_remove:
 * @id: of the plan that is open
 * @name: of the step of undo
 * @said: what the toast says that was done
 */
void way_window_remove (WayWindow *self, const WayId *id, const char *name, const char *said);

/* -drop.c */
void way_window_init_drop (WayWindow *self);

/* -evidence.c */
void way_window_install_evidence (GtkWidgetClass *widget_class);

/**
 * way_window_add_evidence:
 * @of: a record of the plan that is open
 * @files: of GFile
 *
 * Has the plan note where @files are and what they hold, once they were read.
 */
void way_window_add_evidence (WayWindow *self, const WayId *of, GListModel *files);

/* -schedule.c */
void way_window_init_schedule (WayWindow *self);

/* Follows the preference; the window has its settings by then */
void way_window_bind_push (WayWindow *self);

/* Has the document, which may be another, push along as the person prefers */
void way_window_follow_push (WayWindow *self);

/* -versions.c */

/* Shows the earlier versions of the plan that is open */
void way_window_show_versions (WayWindow *self);

/**
 * way_window_show_versions_of:
 * @document: an empty plan with the id of the damaged one
 * @file: the damaged one
 *
 * Shows the earlier versions of a plan that cannot be opened.
 */
void way_window_show_versions_of (WayWindow *self, WayDocument *document, GFile *file);

/* -print.c */

/* Asks how, and prints the plan */
void way_window_print (WayWindow *self);

/* Prints as the last time, without asking */
void way_window_print_again (WayWindow *self);

/* Asks for paper and margins, for the next print */
void way_window_set_up_page (WayWindow *self);

/* -files.c */

/* Whether the window may go: nothing is unsaved or being saved, but for what may be discarded */
gboolean way_window_is_settled (WayWindow *self);

/* Whether the window reads a plan, saves one, or has one with changes that are not saved */
gboolean way_window_is_at_work (WayWindow *self);

/**
 * way_window_settle:
 * @next: called at once, or when what is being saved is, or when the person chose to save or to
 *   discard; never when they cancel or saving fails
 */
void way_window_settle (WayWindow *self, WayWindowNext next);

void way_window_choose_open (WayWindow *self);
void way_window_save (WayWindow *self, WayWindowNext next);
void way_window_save_as (WayWindow *self, WayWindowNext next);

/* As way_window_save_as(), but suggests a name that says that it is a copy */
void way_window_save_copy (WayWindow *self, WayWindowNext next);

/**
 * way_window_save_to:
 * @file: (nullable): %NULL for the plan's own
 */
void way_window_save_to (WayWindow *self, WayWindowNext next, GFile *file);

/**
 * way_window_show_document:
 *
 * Shows @document here when there is nothing to lose, else in a new window.
 *
 * Returns: (transfer none): the window that shows it
 */
WayWindow *way_window_show_document (WayWindow *self, WayDocument *document);

/**
 * way_window_open_copy:
 * @file: an example
 *
 * Opens what is in @file as a new plan without a file.
 */
void way_window_open_copy (WayWindow *self, GFile *file);

/**
 * way_window_show_error:
 * @heading: what could not be done
 * @text: why, and what to do
 */
void way_window_show_error (WayWindow *self, const char *heading, const char *text);

/**
 * way_window_salvage:
 * @file: a damaged plan
 *
 * Opens what is intact as a new plan, and says what is missing.
 */
void way_window_salvage (WayWindow *self, GFile *file);

/**
 * way_window_offer_salvage:
 * @file: a plan that could not be opened because it is damaged
 *
 * As way_window_show_error(), and offers to open what is intact as a new plan.
 */
void way_window_offer_salvage (WayWindow *self, GFile *file, const char *heading, const char *text);

/* way-window-background.c */

/* To be called once the window is realized */
void way_window_begin_background (WayWindow *self);
void way_window_snapshot_background (WayWindow *self, GtkSnapshot *snapshot);

/* To be called when colours may have changed */
void way_window_forget_background (WayWindow *self);

G_END_DECLS
