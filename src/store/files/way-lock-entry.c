/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who holds a lock, and whether they still do.
 *
 * The number of a process is used again by others, also after a restart, and means nothing on
 * another machine or in another container. So a lock is only called dead where machine and process
 * numbering are the same, and either the system was started anew, or no process of that number and
 * start is there.
 */
#include "config.h"

#include "way-lock-entry.h"

#include "way-text.h"

#include <string.h>
#include <unistd.h>

#define N_FIELDS 5
#define NAME_LENGTH 80 /* characters of a name that people are shown */
#define SECONDS_A_DAY (24 * 60 * 60)
#define SCHEME "waymark:"

enum
{
  USER,
  ACCOUNT,
  HOST,
  TIME,
  PROCESS,
};

/* One of the many processes of all machines */
typedef struct
{
  guint64 pid;
  guint64 start; /* in ticks since the boot */
  char *boot;
  char *place; /* the machine, and whose numbers its processes have */
} Process;

static void
process_clear (Process *self)
{
  g_free (self->boot);
  g_free (self->place);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Process, process_clear)

static char *
read_line (const char *path)
{
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? g_strstrip (text) : g_strdup ("");
}

/* The machine's id is not for others to see; its checksum tells as much here */
static char *
dup_place (void)
{
  g_autofree char *machine = read_line ("/etc/machine-id");
  g_autofree char *numbers = g_file_read_link ("/proc/self/ns/pid", NULL);
  g_autofree char *both = g_strconcat ("waymark ", machine, numbers, NULL);
  g_autofree char *digits = g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);

  return g_strndup (digits, 16);
}

/* 0 when there is no such process. Its name, which comes before, may hold anything. */
static guint64
find_start (guint64 pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GUINT64_FORMAT "/stat", pid);
  g_autofree char *text = read_line (path);
  const char *end = strrchr (text, ')');
  g_auto (GStrv) words = end != NULL ? g_strsplit (end + 1, " ", 24) : NULL;

  /* The 22nd word of all: the third comes right after the name, behind a space */
  return words != NULL && g_strv_length (words) > 20 ? g_ascii_strtoull (words[20], NULL, 10) : 0;
}

static Process
get_process (pid_t pid)
{
  return (Process){ .pid = (guint64)pid,
                    .start = find_start ((guint64)pid),
                    .boot = read_line ("/proc/sys/kernel/random/boot_id"),
                    .place = dup_place () };
}

static char *
format_process (const Process *process)
{
  return g_strdup_printf (SCHEME "%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ":%s:%s", process->pid,
                          process->start, process->boot, process->place);
}

static gboolean
parse_process (const char *text, Process *process)
{
  g_auto (GStrv) words = NULL;

  if (!g_str_has_prefix (text, SCHEME))
    return FALSE;

  words = g_strsplit (text + strlen (SCHEME), ":", 5);
  if (g_strv_length (words) != 4
      || !g_ascii_string_to_unsigned (words[0], 10, 1, G_MAXINT32, &process->pid, NULL)
      || !g_ascii_string_to_unsigned (words[1], 10, 0, G_MAXUINT64, &process->start, NULL))
    return FALSE;

  process->boot = g_strdup (words[2]);
  process->place = g_strdup (words[3]);

  return TRUE;
}

static void
append_field (GString *line, const char *field)
{
  for (const char *c = field; *c != '\0'; c++)
    {
      if (strchr (",;\\", *c) != NULL)
        g_string_append_c (line, '\\');
      g_string_append_c (line, *c);
    }
}

char *
way_lock_entry_format (pid_t pid, gint64 now)
{
  g_auto (Process) process = get_process (pid);
  g_autofree char *identity = format_process (&process);
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_local (now);
  g_autofree char *time = g_date_time_format (date, "%d.%m.%Y %H:%M");
  const char *name = g_get_real_name ();
  const char *fields[N_FIELDS] = {
    [USER] = g_str_equal (name, "Unknown") ? g_get_user_name () : name,
    [ACCOUNT] = g_get_user_name (),
    [HOST] = g_get_host_name (),
    [TIME] = time,
    [PROCESS] = identity,
  };
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < N_FIELDS; i++)
    {
      if (i > 0)
        g_string_append_c (line, ',');
      append_field (line, fields[i]);
    }
  g_string_append_c (line, ';');

  return g_string_free (line, FALSE);
}

/* Returns: whether the line has an end and all fields */
static gboolean
split (const char *text, GString *fields[N_FIELDS])
{
  guint i = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == ';')
        return i == N_FIELDS - 1;
      if (*c == ',' && ++i == N_FIELDS)
        return FALSE;
      if (*c == ',')
        continue;
      if (*c == '\\' && c[1] != '\0')
        c++;
      g_string_append_c (fields[i], *c);
    }

  return FALSE;
}

/* NULL for what nobody could read out */
static char *
clean_name (const char *text)
{
  g_autofree char *clean = way_text_clean_line (text, -1);

  if (*clean == '\0')
    return NULL;

  return g_utf8_strlen (clean, -1) > NAME_LENGTH ? g_utf8_substring (clean, 0, NAME_LENGTH)
                                                 : g_steal_pointer (&clean);
}

static gboolean
parse_number (const char *text, guint length, int *number)
{
  g_autofree char *digits = g_strndup (text, length);
  guint64 value;

  if (!g_ascii_string_to_unsigned (digits, 10, 0, 9999, &value, NULL))
    return FALSE;
  *number = (int)value;

  return TRUE;
}

/* The time that is said, or 0. It is local, and wrong where clocks or zones differ. */
static gint64
parse_time (const char *text)
{
  int day, month, year, hour, minute;
  g_autoptr (GDateTime) date = NULL;

  if (strlen (text) != strlen ("26.11.2026 14:05") || !parse_number (text, 2, &day)
      || !parse_number (text + 3, 2, &month) || !parse_number (text + 6, 4, &year)
      || !parse_number (text + 11, 2, &hour) || !parse_number (text + 14, 2, &minute))
    return 0;

  date = g_date_time_new_local (year, month, day, hour, minute, 0);

  return date != NULL ? g_date_time_to_unix (date) : 0;
}

static WayLockState
judge (const Process *process, gint64 modified, gint64 now, gboolean *is_us)
{
  g_auto (Process) own = get_process (getpid ());
  gboolean is_here = process->place != NULL && g_str_equal (process->place, own.place);

  *is_us = is_here && g_str_equal (process->boot, own.boot) && process->pid == own.pid
           && process->start == own.start;
  if (is_here
      && (!g_str_equal (process->boot, own.boot) || find_start (process->pid) != process->start))
    return WAY_LOCK_DEAD;
  if (is_here)
    return WAY_LOCK_LIVING;

  return now - modified >= WAY_LOCK_ENTRY_OLD_DAYS * SECONDS_A_DAY ? WAY_LOCK_OLD : WAY_LOCK_LIVING;
}

WayLockHolder *
way_lock_entry_parse (const char *text, gint64 modified, gint64 now)
{
  WayLockHolder *self = g_new0 (WayLockHolder, 1);
  GString *fields[N_FIELDS];
  g_auto (Process) process = { 0 };

  for (guint i = 0; i < N_FIELDS; i++)
    fields[i] = g_string_new (NULL);

  if (text != NULL && split (text, fields))
    {
      self->user = clean_name (fields[USER]->str);
      if (self->user == NULL)
        self->user = clean_name (fields[ACCOUNT]->str);
      self->host = clean_name (fields[HOST]->str);
      self->time = parse_time (fields[TIME]->str);
      parse_process (fields[PROCESS]->str, &process);
    }
  if (self->time == 0)
    self->time = modified;
  self->state = judge (&process, modified, now, &self->is_us);

  for (guint i = 0; i < N_FIELDS; i++)
    g_string_free (fields[i], TRUE);

  return self;
}
