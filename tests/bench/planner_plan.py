# SPDX-License-Identifier: GPL-3.0-or-later
"""One of our plans as GNOME Planner keeps it: goals are the tasks that milestones are part of, and each stays on its days.

It is made from the plan itself and not beside it, so that both programs open the same goals, milestones, dates and links.
"""

import calendar
import datetime
import re
import xml.etree.ElementTree as ElementTree

OURS = "{urn:waymark:plan:1}"
BEGIN, END = 8, 16  # o'clock
WORKDAY = (END - BEGIN) * 60 * 60  # seconds
TYPES = {"finish-start": "FS", "start-start": "SS", "finish-finish": "FF", "start-finish": "SF"}

# Planner counts working days, so all days are: a bar then ends on the day it ends on in ours
CALENDARS = f"""<calendars>
  <day-types>
    <day-type id="0" name="Working" description="A default working day"/>
    <day-type id="1" name="Nonworking" description="A default non working day"/>
    <day-type id="2" name="Use base" description="Use day from base calendar"/>
  </day-types>
  <calendar id="1" name="Default">
    <default-week mon="0" tue="0" wed="0" thu="0" fri="0" sat="0" sun="0"/>
    <overridden-day-types>
      <overridden-day-type id="0"><interval start="{BEGIN:02}00" end="{END:02}00"/></overridden-day-type>
    </overridden-day-types>
    <days/>
  </calendar>
</calendars>"""


def first_day(text):
    year, month, day = ([int(part) for part in re.findall(r"\d+", text)] + [1, 1])[:3]
    return datetime.date(year, month, day)


def last_day(text):
    year, month, day = ([int(part) for part in re.findall(r"\d+", text)] + [None, None])[:3]
    month = month or 12
    return datetime.date(year, month, day or calendar.monthrange(year, month)[1])


def hour(day, hour_of_day):
    return f"{day:%Y%m%d}T{hour_of_day:02}0000Z"


def make_task(record, number, plan_start):
    """A point is a task without work; what has no date begins with the plan."""
    start, end = record.get("start"), record.get("due") or record.get("end")
    is_point = not (start and end)
    first = first_day(start) if start else last_day(end) if end else plan_start
    last = first if is_point else max(first, last_day(end))
    task = ElementTree.Element("task", {
        "id": str(number),
        "name": record.findtext(f"{OURS}title", ""),
        "note": record.findtext(f"{OURS}notes", ""),
        "work": str(0 if is_point else ((last - first).days + 1) * WORKDAY),
        "start": hour(first, BEGIN),
        "end": hour(last, BEGIN if is_point else END),
        "percent-complete": "100" if record.get("status") == "done" else "0",
        "priority": "0",
        "type": "milestone" if is_point else "normal",
        "scheduling": "fixed-work",
    })  # fmt: skip
    if start or end:
        ElementTree.SubElement(task, "constraint", {"type": "must-start-on", "time": hour(first, BEGIN)})
    return task


def add_links(plan, tasks):
    for number, link in enumerate(plan.iter(f"{OURS}dependency"), 1):
        waiting = tasks[link.get("to")]
        predecessors = waiting.find("predecessors")
        if predecessors is None:
            predecessors = ElementTree.SubElement(waiting, "predecessors")
        ElementTree.SubElement(predecessors, "predecessor", {
            "id": str(number),
            "predecessor-id": tasks[link.get("from")].get("id"),
            "type": TYPES[link.get("type", "finish-start")],
        })  # fmt: skip


def write(source, target):
    """Writes the plan in the file source, which is ours, to the file target."""
    plan = ElementTree.parse(source).getroot()
    records = [*plan.iter(f"{OURS}goal"), *plan.iter(f"{OURS}milestone")]
    start = min(first_day(record.get("start")) for record in records if record.get("start"))
    tasks = {record.get("id"): make_task(record, number, start) for number, record in enumerate(records, 1)}
    add_links(plan, tasks)

    project = ElementTree.Element("project", {
        "name": plan.findtext(f"{OURS}title"), "company": "", "manager": "", "phase": "",
        "project-start": hour(start, 0), "mrproject-version": "2", "calendar": "1",
    })  # fmt: skip
    for name in ["properties", "phases"]:
        ElementTree.SubElement(project, name)
    project.append(ElementTree.fromstring(CALENDARS))
    top = ElementTree.SubElement(project, "tasks")
    for record in records:
        above = tasks.get(record.get("parent") or record.get("goal"), top)
        above.append(tasks[record.get("id")])
    for name in ["resource-groups", "resources", "allocations"]:
        ElementTree.SubElement(project, name)
    ElementTree.ElementTree(project).write(target, encoding="UTF-8", xml_declaration=True)
