/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * new: an empty plan, or one from a template.
 */
#include "config.h"

#include "cli-files.h"

#include "way-document.h"
#include "way-record-commands.h"

#include <glib/gi18n.h>

static CliStatus
list_templates (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint count;
  const WayTemplate *templates = way_templates_list (&count);

  for (guint i = 0; i < count; i++)
    g_string_append_printf (text, "%s\t%s\n\t%s\n", templates[i].id, _ (templates[i].title),
                            _ (templates[i].description));

  return cli_print (text->str, text->len);
}

static gboolean
run_set_title (WayEditGroup *group, gpointer title, GError **error)
{
  return way_edit_set_text (group, way_plan_get_id (way_edit_group_get_plan (group)),
                            WAY_PLAN_TITLE, title, error);
}

static CliStatus
write_new (Cli *cli, const WayTemplate *template, char *title, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDocument) document = template == NULL
                                         ? way_document_new (NULL)
                                         : way_document_new_from_template (template, &error);

  if (document == NULL
      || (title != NULL
          && !way_document_execute (document, _ ("Title"), NULL, run_set_title, title, &error)))
    {
      cli_complain ("%s", error->message);
      return CLI_FILE;
    }

  return cli_write_plan (cli, output, way_document_get_plan (document), NULL);
}

CliStatus
cli_run_new (Cli *cli, int argc, char **argv)
{
  gboolean is_list = FALSE;
  g_autofree char *id = NULL, *title = NULL, *output = NULL;
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &id, N_ ("Start from this template"), N_ ("ID") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &is_list, N_ ("Print the templates"), NULL },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &title, N_ ("What the plan is called"), N_ ("TEXT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), N_ ("PLAN") },
    G_OPTION_ENTRY_NULL,
  };
  const WayTemplate *template;

  if (!cli_parse (cli, entries, NULL, argc, argv))
    return CLI_USAGE;

  if (is_list)
    return list_templates ();

  if (cli->files[0] != NULL)
    return cli_refuse_usage (cli, _ ("“%s” has no meaning here. Name the new plan by -o."),
                             cli->files[0]);

  if (output == NULL)
    return cli_refuse_usage (cli, _ ("Name the new plan by -o."));

  template = id == NULL ? NULL : way_templates_find (id);
  if (id != NULL && template == NULL)
    {
      cli_complain (_ ("There is no template “%s”. “waymark-cli new --list” prints them."), id);
      return CLI_NO;
    }

  return write_new (cli, template, title, output);
}
