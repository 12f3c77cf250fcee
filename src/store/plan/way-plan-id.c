/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The id of a plan whose file cannot be read.
 */
#include "way-plan-id.h"

#include <string.h>

#define HEAD 4096 /* bytes: the declaration, comments and the root's attributes */

/* @tag ends before the first > of the tag */
static gboolean
find_in_tag (const char *tag, WayId *id)
{
  for (const char *c = strstr (tag, "id="); c != NULL; c = strstr (c + 1, "id="))
    if (g_ascii_isspace (c[-1]) && (c[3] == '"' || c[3] == '\'')
        && strlen (c + 4) > WAY_ID_TEXT_LENGTH && c[4 + WAY_ID_TEXT_LENGTH] == c[3])
      return way_id_parse (c + 4, WAY_ID_TEXT_LENGTH, id);

  return FALSE;
}

gboolean
way_plan_id_find (GFile *file, WayId *id)
{
  char head[HEAD + 1];
  g_autoptr (GFileInputStream) stream = NULL;
  gsize n_read = 0;
  char *tag, *end;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    return FALSE; /* a pipe would be waited for */
  stream = g_file_read (file, NULL, NULL);
  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, HEAD, &n_read, NULL, NULL))
    return FALSE;

  head[n_read] = '\0';
  tag = strstr (head, "<plan");
  end = tag != NULL ? strchr (tag, '>') : NULL;
  if (end == NULL)
    return FALSE;
  *end = '\0';

  return find_in_tag (tag, id);
}
