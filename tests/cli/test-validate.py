# SPDX-License-Identifier: GPL-3.0-or-later
import re

from cli import EXAMPLES, PLAN, Folder, bad, cli, good
from tap import main

GOAL = 'id="11111111-1111-4111-8111-111111111111"'


def test_sound_plans_need_no_words():
    assert good("validate", *EXAMPLES) == ""


def test_each_problem_is_a_line():
    broken = PLAN.replace(GOAL, f'{GOAL} start="2030" due="2029"').replace(
        "</plan>", '  <milestone id="22222222-2222-4222-8222-222222222222" goal="33333333-3333-4333-8333-333333333333">\n'
                   "    <title>Lost</title>\n  </milestone>\n</plan>")
    with Folder() as folder:
        path = folder.write("plan.waymark", broken)
        lines = bad(1, "", "validate", path).err.splitlines()
    assert len(lines) == 2, lines
    assert re.match(re.escape(f"{path}:4: ") + r".*“One goal”.*\. [A-Z].*\.$", lines[0]), lines
    assert re.match(re.escape(f"{path}:7: ") + r".*“Lost”.*\. [A-Z].*\.$", lines[1]), lines


def test_what_opens_may_have_problems():
    """Nothing of it is lost, but it is not what anybody meant"""
    for slip, part in ('due="soon"', "soon"), ('dew="2029"', "dew"):
        done = cli("validate", "-", stdin=PLAN.replace(GOAL, f"{GOAL} {slip}"))
        assert done.code == 1, done
        assert re.match(rf"standard input:4: .*“One goal”.*{part}.*\. [A-Z].*\.\n$", done.err), done


def test_the_worst_of_several_counts():
    with Folder() as folder:
        sound = folder.write("sound.waymark")
        broken = folder.write("broken.waymark", PLAN.replace("</plan>", ""))
        bad(1, "broken.waymark", "validate", sound, broken, sound)
        bad(3, "nowhere.waymark", "validate", broken, "nowhere.waymark", sound)


def test_strange_files_are_refused():
    for content, part in [
        (b"", "standard input"),
        (b"\x00\x01\x02", "standard input"),
        (PLAN.replace("<plan", "<!DOCTYPE plan>\n<plan").encode(), "DOCTYPE"),
        (PLAN.replace("waymark:plan:1", "else").encode(), "standard input:2"),
        (PLAN.encode("utf-16"), None),
    ]:
        done = cli("validate", "-", stdin=content)
        assert done.code == (0 if part is None else 1), done
        assert part is None or part in done.err, done


def test_a_folder_is_no_plan():
    with Folder() as folder:
        bad(3, "folder", "validate", folder.path)


main("cli/validate", globals())
