/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the process that asks has used.
 */
#pragma once

#include <gio/gio.h>

#include <time.h>

/* Nanoseconds of CPU of all threads */
static inline gint64
way_bench_process_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

/* The most that was ever resident, in KiB; rusage would count whoever started the process */
static inline guint64
way_bench_process_peak (void)
{
  g_autofree char *status = NULL;
  const char *peak = NULL;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    peak = strstr (status, "VmHWM:");

  return peak != NULL ? g_ascii_strtoull (peak + strlen ("VmHWM:"), NULL, 10) : 0;
}
