/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the parser's error codes that people meet; all others are "no well-formed XML".
 */
#include "config.h"

#include "way-syntax-error.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlerror.h>

#define AMPERSAND N_ ("there is an & that must be written &amp;")
#define BAD_CHARACTER N_ ("there is a character that XML cannot hold")
#define NO_QUOTES N_ ("the value of an attribute has no quotation marks")

static const struct
{
  xmlParserErrors code;
  WayRefusal refusal;
  const char *text;
} meanings[] = {
  { XML_ERR_NO_MEMORY, WAY_REFUSAL_MEMORY, NULL },
  { XML_ERR_DOCUMENT_EMPTY, WAY_REFUSAL_NOT_XML, NULL },
  { XML_ERR_INVALID_ENCODING, WAY_REFUSAL_NOT_UTF8, NULL },
  { XML_ERR_UNKNOWN_ENCODING, WAY_REFUSAL_NOT_UTF8, NULL },
  { XML_ERR_DOCUMENT_END, WAY_REFUSAL_SYNTAX, N_ ("something stands after the plan's end") },
  { XML_ERR_TAG_NAME_MISMATCH, WAY_REFUSAL_SYNTAX, N_ ("a tag closes another element") },
  { XML_ERR_GT_REQUIRED, WAY_REFUSAL_SYNTAX, N_ ("a tag does not end with >") },
  { XML_ERR_NAME_REQUIRED, WAY_REFUSAL_SYNTAX,
    N_ ("there is an & or < that must be written &amp; or &lt;") },
  { XML_ERR_LT_IN_ATTRIBUTE, WAY_REFUSAL_SYNTAX, N_ ("there is a < that must be written &lt;") },
  { XML_ERR_ENTITYREF_SEMICOL_MISSING, WAY_REFUSAL_SYNTAX, AMPERSAND },
  { XML_ERR_ENTITYREF_NO_NAME, WAY_REFUSAL_SYNTAX, AMPERSAND },
  { XML_ERR_UNDECLARED_ENTITY, WAY_REFUSAL_SYNTAX, AMPERSAND },
  { XML_WAR_UNDECLARED_ENTITY, WAY_REFUSAL_SYNTAX, AMPERSAND },
  { XML_ERR_INVALID_CHAR, WAY_REFUSAL_SYNTAX, BAD_CHARACTER },
  { XML_ERR_INVALID_CHARREF, WAY_REFUSAL_SYNTAX, BAD_CHARACTER },
  { XML_ERR_ATTRIBUTE_NOT_STARTED, WAY_REFUSAL_SYNTAX, NO_QUOTES },
  { XML_ERR_ATTRIBUTE_WITHOUT_VALUE, WAY_REFUSAL_SYNTAX, NO_QUOTES },
  { XML_ERR_ATTRIBUTE_REDEFINED, WAY_REFUSAL_SYNTAX, N_ ("a tag has the same attribute twice") },
  { XML_ERR_SPACE_REQUIRED, WAY_REFUSAL_SYNTAX, N_ ("a space is missing between attributes") },
  { XML_NS_ERR_UNDEFINED_NAMESPACE, WAY_REFUSAL_SYNTAX,
    N_ ("a prefix before a colon stands for no namespace") },
  { XML_ERR_HYPHEN_IN_COMMENT, WAY_REFUSAL_SYNTAX, N_ ("a comment has -- in it") },
  { XML_ERR_MISPLACED_CDATA_END, WAY_REFUSAL_SYNTAX,
    N_ ("there is a ]]> that must be written ]]&gt;") },
  { XML_ERR_RESERVED_XML_NAME, WAY_REFUSAL_SYNTAX,
    N_ ("the XML declaration is not at the very beginning") },
};

void
way_syntax_error_refuse (int code, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if ((int)meanings[i].code == code)
      {
        way_refusal_set (error, meanings[i].refusal,
                         meanings[i].text != NULL ? _ (meanings[i].text) : NULL);
        return;
      }

  way_refusal_set (error, WAY_REFUSAL_SYNTAX, _ ("it is no well-formed XML"));
}
