/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of several rooms do to a document.
 */
#pragma once

#include "way-document.h"

G_BEGIN_DECLS

/**
 * way_test_run_title:
 * @title: (type utf8): of the plan
 *
 * A command for way_document_execute().
 */
gboolean way_test_run_title (WayEditGroup *group, gpointer title, GError **error);

/**
 * way_test_edit:
 *
 * Runs @script as a step of the name "script"; the test fails where it cannot.
 */
void way_test_edit (WayDocument *document, const char *script);

/**
 * way_test_set_title:
 *
 * Gives the plan a title, as a step of the name "Title".
 */
void way_test_set_title (WayDocument *document, const char *title);

G_END_DECLS
