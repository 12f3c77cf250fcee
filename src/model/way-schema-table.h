/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of all kinds of record and all their fields. This is the one place that lists them; the
 * enums in way-schema.h and the rows in way-schema.c are made from it, and everything else walks
 * those rows.
 *
 * Include it through way-schema.h only. To add a field, add one row.
 */

/* Kinds in the order of the file: NAME, XML element, the field that a record is called by, the
 * field that orders the records, label. */
#define WAY_SCHEMA_KINDS(K)                                                                        \
  K (PLAN, "plan", WAY_PLAN_TITLE, WAY_FIELD_NONE, N_ ("Plan"))                                    \
  K (GOAL, "goal", WAY_GOAL_TITLE, WAY_GOAL_RANK, N_ ("Goal"))                                     \
  K (MILESTONE, "milestone", WAY_MILESTONE_TITLE, WAY_MILESTONE_RANK, N_ ("Milestone"))            \
  K (DEPENDENCY, "dependency", WAY_FIELD_NONE, WAY_FIELD_NONE, N_ ("Dependency"))                  \
  K (PERSON, "person", WAY_PERSON_NAME, WAY_FIELD_NONE, N_ ("Person"))                             \
  K (CREDENTIAL, "credential", WAY_CREDENTIAL_NAME, WAY_FIELD_NONE, N_ ("Credential"))             \
  K (ACTIVITY, "activity", WAY_ACTIVITY_TITLE, WAY_FIELD_NONE, N_ ("Activity"))                    \
  K (REVIEW, "review", WAY_FIELD_NONE, WAY_FIELD_NONE, N_ ("Review"))                              \
  K (COMMENT, "comment", WAY_FIELD_NONE, WAY_FIELD_NONE, N_ ("Comment"))                           \
  K (LINK, "link", WAY_LINK_TITLE, WAY_FIELD_NONE, N_ ("Link"))

/* The same kinds where only their names are needed */
#define WAY_SCHEMA_EACH(R)                                                                         \
  R (PLAN)                                                                                         \
  R (GOAL)                                                                                         \
  R (MILESTONE)                                                                                    \
  R (DEPENDENCY)                                                                                   \
  R (PERSON)                                                                                       \
  R (CREDENTIAL)                                                                                   \
  R (ACTIVITY)                                                                                     \
  R (REVIEW)                                                                                       \
  R (COMMENT)                                                                                      \
  R (LINK)

/* Fields in the order of the file:
 *   NAME, XML name, type, privacy, merge rule, detail, label
 * The detail is CHOICE (list, default), RANGE (lowest, highest, unit), TO (kind that is referred
 * to), OWN (the program's own note, which no form offers) or NOTHING. TEXT and PROSE are written as
 * child elements, COUNTS as repeated ones, all else as attributes. */

#define WAY_SCHEMA_PLAN(F)                                                                         \
  F (PLAN, CURRENCY, "currency", WORD, SHARED, REPLACE, NOTHING, N_ ("Currency"))                  \
  F (PLAN, PRIVATE, "private", FLAG, SHARED, REPLACE, NOTHING,                                     \
     N_ ("Leave no traces of this plan"))                                                          \
  F (PLAN, TITLE, "title", TEXT, SHARED, REPLACE, NOTHING, N_ ("Title"))                           \
  F (PLAN, OWNER, "owner", TEXT, MENTOR, REPLACE, NOTHING, N_ ("Owner"))                           \
  F (PLAN, NOTES, "notes", PROSE, MENTOR, PROSE, NOTHING, N_ ("Notes"))                            \
  F (PLAN, PRIVATE_NOTES, "private-notes", PROSE, PRIVATE, PROSE, NOTHING, N_ ("Private notes"))

#define WAY_SCHEMA_GOAL(F)                                                                         \
  F (GOAL, PARENT, "parent", REF, SHARED, REPLACE, TO (GOAL), N_ ("Part of"))                      \
  F (GOAL, RANK, "rank", WORD, SHARED, REPLACE, OWN, N_ ("Rank"))                                  \
  F (GOAL, AIM, "aim", CHOICE, SHARED, REPLACE, CHOICE (aims, WAY_AIM_ROLE), N_ ("Aim"))           \
  F (GOAL, STATUS, "status", CHOICE, SHARED, REPLACE,                                              \
     CHOICE (goal_statuses, WAY_GOAL_STATUS_COMMITTED), N_ ("Status"))                             \
  F (GOAL, START, "start", DATE, SHARED, REPLACE, NOTHING, N_ ("Starts"))                          \
  F (GOAL, DUE, "due", DATE, SHARED, REPLACE, NOTHING, N_ ("Due"))                                 \
  F (GOAL, TARGET_ROLE, "target-role", WORD, SHARED, REPLACE, NOTHING, N_ ("Target role"))         \
  F (GOAL, COLOUR, "colour", CHOICE, SHARED, REPLACE, CHOICE (colours, WAY_COLOUR_BLUE),           \
     N_ ("Colour"))                                                                                \
  F (GOAL, FOREIGN, "foreign", WORD, MENTOR, REPLACE, OWN, N_ ("Imported id"))                     \
  F (GOAL, TITLE, "title", TEXT, SHARED, REPLACE, NOTHING, N_ ("Title"))                           \
  F (GOAL, MEASURE, "measure", TEXT, SHARED, REPLACE, NOTHING, N_ ("Measure of success"))          \
  F (GOAL, VALUES, "values", TEXT, MENTOR, REPLACE, NOTHING, N_ ("Values it serves"))              \
  F (GOAL, HEARTFELT, "heartfelt", PROSE, MENTOR, PROSE, NOTHING, N_ ("Heartfelt"))                \
  F (GOAL, ANIMATED, "animated", PROSE, MENTOR, PROSE, NOTHING, N_ ("Animated"))                   \
  F (GOAL, REQUIRED, "required", PROSE, MENTOR, PROSE, NOTHING, N_ ("Required"))                   \
  F (GOAL, DIFFICULT, "difficult", PROSE, MENTOR, PROSE, NOTHING, N_ ("Difficult"))                \
  F (GOAL, NOTES, "notes", PROSE, MENTOR, PROSE, NOTHING, N_ ("Notes"))                            \
  F (GOAL, PRIVATE_NOTES, "private-notes", PROSE, PRIVATE, PROSE, NOTHING, N_ ("Private notes"))

#define WAY_SCHEMA_MILESTONE(F)                                                                    \
  F (MILESTONE, GOAL, "goal", REF, SHARED, REPLACE, TO (GOAL), N_ ("Goal"))                        \
  F (MILESTONE, RANK, "rank", WORD, SHARED, REPLACE, OWN, N_ ("Rank"))                             \
  F (MILESTONE, CATEGORY, "category", CHOICE, SHARED, REPLACE,                                     \
     CHOICE (categories, WAY_CATEGORY_STEP), N_ ("Category"))                                      \
  F (MILESTONE, STATUS, "status", CHOICE, SHARED, REPLACE, CHOICE (statuses, WAY_STATUS_PLANNED),  \
     N_ ("Status"))                                                                                \
  F (MILESTONE, START, "start", DATE, SHARED, REPLACE, NOTHING, N_ ("Starts"))                     \
  F (MILESTONE, END, "end", DATE, SHARED, REPLACE, NOTHING, N_ ("Ends"))                           \
  F (MILESTONE, PROGRESS, "progress", INTEGER, SHARED, REPLACE, RANGE (0, 100, N_ ("%")),          \
     N_ ("Progress"))                                                                              \
  F (MILESTONE, EFFORT, "effort", DECIMAL, SHARED, REPLACE, RANGE (0, 1000000, N_ ("hours")),      \
     N_ ("Effort"))                                                                                \
  F (MILESTONE, COST, "cost", DECIMAL, MENTOR, REPLACE, RANGE (0, 10000000, NULL), N_ ("Cost"))    \
  F (MILESTONE, PEOPLE, "people", REFS, MENTOR, SET, TO (PERSON), N_ ("People"))                   \
  F (MILESTONE, CREDENTIAL, "credential", REF, SHARED, REPLACE, TO (CREDENTIAL),                   \
     N_ ("Credential"))                                                                            \
  F (MILESTONE, FOREIGN, "foreign", WORD, MENTOR, REPLACE, OWN, N_ ("Imported id"))                \
  F (MILESTONE, TITLE, "title", TEXT, SHARED, REPLACE, NOTHING, N_ ("Title"))                      \
  F (MILESTONE, LOCATION, "location", TEXT, SHARED, REPLACE, NOTHING, N_ ("Place"))                \
  F (MILESTONE, NOTES, "notes", PROSE, MENTOR, PROSE, NOTHING, N_ ("Notes"))                       \
  F (MILESTONE, PRIVATE_NOTES, "private-notes", PROSE, PRIVATE, PROSE, NOTHING,                    \
     N_ ("Private notes"))

#define WAY_SCHEMA_DEPENDENCY(F)                                                                   \
  F (DEPENDENCY, FROM, "from", REF, SHARED, REPLACE, NEEDS (MILESTONE), N_ ("From"))               \
  F (DEPENDENCY, TO, "to", REF, SHARED, REPLACE, NEEDS (MILESTONE), N_ ("To"))                     \
  F (DEPENDENCY, TYPE, "type", CHOICE, SHARED, REPLACE,                                            \
     CHOICE (dependency_types, WAY_DEPENDENCY_FINISH_START), N_ ("Type"))                          \
  F (DEPENDENCY, LAG, "lag", INTEGER, SHARED, REPLACE, RANGE (-36500, 36500, N_ ("days")),         \
     N_ ("Lag"))                                                                                   \
  F (DEPENDENCY, FOREIGN, "foreign", WORD, MENTOR, REPLACE, OWN, N_ ("Imported id"))

#define WAY_SCHEMA_PERSON(F)                                                                       \
  F (PERSON, RELATION, "relation", CHOICE, MENTOR, REPLACE,                                        \
     CHOICE (relations, WAY_RELATION_CONTACT), N_ ("Relation"))                                    \
  F (PERSON, EMAIL, "email", WORD, PRIVATE, REPLACE, NOTHING, N_ ("E-mail"))                       \
  F (PERSON, PHONE, "phone", WORD, PRIVATE, REPLACE, NOTHING, N_ ("Phone"))                        \
  F (PERSON, RHYTHM, "rhythm", INTEGER, MENTOR, REPLACE, RANGE (1, 3650, N_ ("days")),             \
     N_ ("In touch every"))                                                                        \
  F (PERSON, FOREIGN, "foreign", WORD, MENTOR, REPLACE, OWN, N_ ("Imported id"))                   \
  F (PERSON, NAME, "name", TEXT, MENTOR, REPLACE, NOTHING, N_ ("Name"))                            \
  F (PERSON, ORGANISATION, "organisation", TEXT, MENTOR, REPLACE, NOTHING, N_ ("Organisation"))    \
  F (PERSON, NOTES, "notes", PROSE, PRIVATE, PROSE, NOTHING, N_ ("Notes"))

#define WAY_SCHEMA_CREDENTIAL(F)                                                                   \
  F (CREDENTIAL, KIND, "kind", CHOICE, SHARED, REPLACE,                                            \
     CHOICE (credential_kinds, WAY_CREDENTIAL_KIND_LICENCE), N_ ("Kind"))                          \
  F (CREDENTIAL, NUMBER, "number", WORD, PRIVATE, REPLACE, NOTHING, N_ ("Number"))                 \
  F (CREDENTIAL, ISSUED, "issued", DATE, SHARED, REPLACE, NOTHING, N_ ("Issued"))                  \
  F (CREDENTIAL, EXPIRES, "expires", DATE, SHARED, REPLACE, NOTHING, N_ ("Expires"))               \
  F (CREDENTIAL, RENEWAL, "renewal", INTEGER, SHARED, REPLACE, RANGE (1, 600, N_ ("months")),      \
     N_ ("Renewal period"))                                                                        \
  F (CREDENTIAL, RULE, "rule", WORD, SHARED, REPLACE, NOTHING, N_ ("Rule"))                        \
  F (CREDENTIAL, FOREIGN, "foreign", WORD, MENTOR, REPLACE, OWN, N_ ("Imported id"))               \
  F (CREDENTIAL, NAME, "name", TEXT, SHARED, REPLACE, NOTHING, N_ ("Name"))                        \
  F (CREDENTIAL, ISSUER, "issuer", TEXT, SHARED, REPLACE, NOTHING, N_ ("Issuer"))                  \
  F (CREDENTIAL, JURISDICTION, "jurisdiction", TEXT, SHARED, REPLACE, NOTHING,                     \
     N_ ("Jurisdiction"))                                                                          \
  F (CREDENTIAL, NOTES, "notes", PROSE, MENTOR, PROSE, NOTHING, N_ ("Notes"))

#define WAY_SCHEMA_ACTIVITY(F)                                                                     \
  F (ACTIVITY, DATE, "date", DATE, SHARED, REPLACE, NOTHING, N_ ("Date"))                          \
  F (ACTIVITY, TYPE, "type", CHOICE, SHARED, REPLACE,                                              \
     CHOICE (activity_types, WAY_ACTIVITY_TYPE_COURSE), N_ ("Type"))                               \
  F (ACTIVITY, HOURS, "hours", DECIMAL, SHARED, REPLACE, RANGE (0, 100000, N_ ("hours")),          \
     N_ ("Hours"))                                                                                 \
  F (ACTIVITY, CREDITS, "credits", DECIMAL, SHARED, REPLACE, RANGE (0, 100000, NULL),              \
     N_ ("Credits"))                                                                               \
  F (ACTIVITY, PARTICIPATORY, "participatory", FLAG, SHARED, REPLACE, NOTHING,                     \
     N_ ("Participatory"))                                                                         \
  F (ACTIVITY, FOREIGN, "foreign", WORD, MENTOR, REPLACE, OWN, N_ ("Imported id"))                 \
  F (ACTIVITY, TITLE, "title", TEXT, SHARED, REPLACE, NOTHING, N_ ("Title"))                       \
  F (ACTIVITY, PROVIDER, "provider", TEXT, SHARED, REPLACE, NOTHING, N_ ("Provider"))              \
  F (ACTIVITY, COUNTS, "counts", COUNTS, SHARED, SET, TO (CREDENTIAL), N_ ("Counts towards"))      \
  F (ACTIVITY, REFLECTION, "reflection", PROSE, PRIVATE, PROSE, NOTHING, N_ ("Reflection"))

#define WAY_SCHEMA_REVIEW(F)                                                                       \
  F (REVIEW, DATE, "date", DATE, MENTOR, REPLACE, NOTHING, N_ ("Date"))                            \
  F (REVIEW, PERIOD, "period", CHOICE, MENTOR, REPLACE, CHOICE (periods, WAY_PERIOD_QUARTER),      \
     N_ ("Period"))                                                                                \
  F (REVIEW, RATING, "rating", INTEGER, MENTOR, REPLACE, RANGE (1, 5, NULL), N_ ("Rating"))        \
  F (REVIEW, ENERGY, "energy", INTEGER, PRIVATE, REPLACE, RANGE (1, 5, NULL), N_ ("Energy"))       \
  F (REVIEW, WINS, "wins", PROSE, MENTOR, PROSE, NOTHING, N_ ("Wins"))                             \
  F (REVIEW, DECISIONS, "decisions", PROSE, MENTOR, PROSE, NOTHING, N_ ("Decisions"))

#define WAY_SCHEMA_COMMENT(F)                                                                      \
  F (COMMENT, ON, "on", REF, MENTOR, REPLACE, NEEDS (ANY), N_ ("On"))                              \
  F (COMMENT, FIELD, "field", WORD, MENTOR, REPLACE, NOTHING, N_ ("Field"))                        \
  F (COMMENT, INSTANT, "instant", INSTANT, MENTOR, REPLACE, NOTHING, N_ ("Written"))               \
  F (COMMENT, RESOLVED, "resolved", FLAG, MENTOR, REPLACE, NOTHING, N_ ("Resolved"))               \
  F (COMMENT, AUTHOR, "author", TEXT, MENTOR, REPLACE, NOTHING, N_ ("Author"))                     \
  F (COMMENT, TEXT, "text", PROSE, MENTOR, PROSE, NOTHING, N_ ("Text"))

#define WAY_SCHEMA_LINK(F)                                                                         \
  F (LINK, OF, "of", REF, MENTOR, REPLACE, NEEDS (ANY), N_ ("Of"))                                 \
  F (LINK, URI, "uri", WORD, MENTOR, REPLACE, NOTHING, N_ ("Address"))                             \
  F (LINK, SHA256, "sha256", WORD, MENTOR, REPLACE, NOTHING, N_ ("SHA-256"))                       \
  F (LINK, TITLE, "title", TEXT, MENTOR, REPLACE, NOTHING, N_ ("Title"))

/* Choices: LIST, NAME, the word in the file, label. */

#define WAY_SCHEMA_AIMS(C)                                                                         \
  C (AIM, ROLE, "role", N_ ("Role"))                                                               \
  C (AIM, QUALIFICATION, "qualification", N_ ("Qualification"))                                    \
  C (AIM, SKILL, "skill", N_ ("Skill"))                                                            \
  C (AIM, EXPERIENCE, "experience", N_ ("Experience"))                                             \
  C (AIM, LEADERSHIP, "leadership", N_ ("Leadership"))                                             \
  C (AIM, TEACHING, "teaching", N_ ("Teaching"))                                                   \
  C (AIM, RESEARCH, "research", N_ ("Research"))                                                   \
  C (AIM, WELLBEING, "wellbeing", N_ ("Wellbeing"))

#define WAY_SCHEMA_GOAL_STATUSES(C)                                                                \
  C (GOAL_STATUS, IDEA, "idea", N_ ("Idea"))                                                       \
  C (GOAL_STATUS, COMMITTED, "committed", N_ ("Committed"))                                        \
  C (GOAL_STATUS, ACTIVE, "active", N_ ("Active"))                                                 \
  C (GOAL_STATUS, PAUSED, "paused", N_ ("Paused"))                                                 \
  C (GOAL_STATUS, ACHIEVED, "achieved", N_ ("Achieved"))                                           \
  C (GOAL_STATUS, DROPPED, "dropped", N_ ("Dropped"))

#define WAY_SCHEMA_COLOURS(C)                                                                      \
  C (COLOUR, BLUE, "blue", N_ ("Blue"))                                                            \
  C (COLOUR, PURPLE, "purple", N_ ("Purple"))                                                      \
  C (COLOUR, GREEN, "green", N_ ("Green"))                                                         \
  C (COLOUR, RED, "red", N_ ("Red"))                                                               \
  C (COLOUR, TEAL, "teal", N_ ("Teal"))                                                            \
  C (COLOUR, ORANGE, "orange", N_ ("Orange"))                                                      \
  C (COLOUR, YELLOW, "yellow", N_ ("Yellow"))                                                      \
  C (COLOUR, BROWN, "brown", N_ ("Brown"))

#define WAY_SCHEMA_CATEGORIES(C)                                                                   \
  C (CATEGORY, STEP, "step", N_ ("Step"))                                                          \
  C (CATEGORY, EDUCATION, "education", N_ ("Education"))                                           \
  C (CATEGORY, LICENCE, "licence", N_ ("Licence"))                                                 \
  C (CATEGORY, CERTIFICATION, "certification", N_ ("Certification"))                               \
  C (CATEGORY, EXPERIENCE, "experience", N_ ("Experience"))                                        \
  C (CATEGORY, MENTORING, "mentoring", N_ ("Mentoring"))                                           \
  C (CATEGORY, WELLBEING, "wellbeing", N_ ("Wellbeing"))                                           \
  C (CATEGORY, REVIEW, "review", N_ ("Review"))                                                    \
  C (CATEGORY, LEAVE, "leave", N_ ("Leave"))

#define WAY_SCHEMA_STATUSES(C)                                                                     \
  C (STATUS, PLANNED, "planned", N_ ("Planned"))                                                   \
  C (STATUS, ACTIVE, "active", N_ ("Active"))                                                      \
  C (STATUS, WAITING, "waiting", N_ ("Waiting"))                                                   \
  C (STATUS, DONE, "done", N_ ("Done"))                                                            \
  C (STATUS, MISSED, "missed", N_ ("Missed"))                                                      \
  C (STATUS, DROPPED, "dropped", N_ ("Dropped"))

#define WAY_SCHEMA_DEPENDENCY_TYPES(C)                                                             \
  C (DEPENDENCY, FINISH_START, "finish-start", N_ ("Finish to start"))                             \
  C (DEPENDENCY, START_START, "start-start", N_ ("Start to start"))                                \
  C (DEPENDENCY, FINISH_FINISH, "finish-finish", N_ ("Finish to finish"))                          \
  C (DEPENDENCY, START_FINISH, "start-finish", N_ ("Start to finish"))

#define WAY_SCHEMA_RELATIONS(C)                                                                    \
  C (RELATION, MENTOR, "mentor", N_ ("Mentor"))                                                    \
  C (RELATION, ADVISER, "adviser", N_ ("Adviser"))                                                 \
  C (RELATION, MANAGER, "manager", N_ ("Manager"))                                                 \
  C (RELATION, PEER, "peer", N_ ("Peer"))                                                          \
  C (RELATION, SPONSOR, "sponsor", N_ ("Sponsor"))                                                 \
  C (RELATION, CONTACT, "contact", N_ ("Contact"))

#define WAY_SCHEMA_CREDENTIAL_KINDS(C)                                                             \
  C (CREDENTIAL_KIND, LICENCE, "licence", N_ ("Licence"))                                          \
  C (CREDENTIAL_KIND, CERTIFICATION, "certification", N_ ("Certification"))                        \
  C (CREDENTIAL_KIND, REGISTRATION, "registration", N_ ("Registration"))                           \
  C (CREDENTIAL_KIND, MEMBERSHIP, "membership", N_ ("Membership"))                                 \
  C (CREDENTIAL_KIND, COURSE, "course", N_ ("Course"))

#define WAY_SCHEMA_ACTIVITY_TYPES(C)                                                               \
  C (ACTIVITY_TYPE, COURSE, "course", N_ ("Course"))                                               \
  C (ACTIVITY_TYPE, CONFERENCE, "conference", N_ ("Conference"))                                   \
  C (ACTIVITY_TYPE, READING, "reading", N_ ("Reading"))                                            \
  C (ACTIVITY_TYPE, TEACHING, "teaching", N_ ("Teaching"))                                         \
  C (ACTIVITY_TYPE, SUPERVISION, "supervision", N_ ("Supervision"))                                \
  C (ACTIVITY_TYPE, AUDIT, "audit", N_ ("Audit or improvement"))                                   \
  C (ACTIVITY_TYPE, RESEARCH, "research", N_ ("Research"))                                         \
  C (ACTIVITY_TYPE, PRACTICE, "practice", N_ ("Practice"))                                         \
  C (ACTIVITY_TYPE, OTHER, "other", N_ ("Other"))

#define WAY_SCHEMA_PERIODS(C)                                                                      \
  C (PERIOD, WEEK, "week", N_ ("Week"))                                                            \
  C (PERIOD, MONTH, "month", N_ ("Month"))                                                         \
  C (PERIOD, QUARTER, "quarter", N_ ("Quarter"))                                                   \
  C (PERIOD, YEAR, "year", N_ ("Year"))

/* The lists of choices: C name used in the details above, X-macro, prefix of the enum's members. */
#define WAY_SCHEMA_CHOICE_LISTS(L)                                                                 \
  L (aims, WAY_SCHEMA_AIMS)                                                                        \
  L (goal_statuses, WAY_SCHEMA_GOAL_STATUSES)                                                      \
  L (colours, WAY_SCHEMA_COLOURS)                                                                  \
  L (categories, WAY_SCHEMA_CATEGORIES)                                                            \
  L (statuses, WAY_SCHEMA_STATUSES)                                                                \
  L (dependency_types, WAY_SCHEMA_DEPENDENCY_TYPES)                                                \
  L (relations, WAY_SCHEMA_RELATIONS)                                                              \
  L (credential_kinds, WAY_SCHEMA_CREDENTIAL_KINDS)                                                \
  L (activity_types, WAY_SCHEMA_ACTIVITY_TYPES)                                                    \
  L (periods, WAY_SCHEMA_PERIODS)
