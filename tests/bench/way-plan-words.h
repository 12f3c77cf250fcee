/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Titles and notes as people in health care write them, drawn at random, already escaped for XML
 * text.
 */
#pragma once

#include "way-bench-random.h"

void way_plan_words_goal_title (WayBenchRandom *random, GString *text);
void way_plan_words_milestone_title (WayBenchRandom *random, GString *text);
void way_plan_words_note (WayBenchRandom *random, GString *text);
void way_plan_words_place (WayBenchRandom *random, GString *text);
void way_plan_words_person (WayBenchRandom *random, GString *text);
void way_plan_words_credential (WayBenchRandom *random, GString *text);
