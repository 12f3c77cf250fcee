# SPDX-License-Identifier: GPL-3.0-or-later
from cli import EXAMPLES, PLAN, Folder, bad, good
from tap import main

SCRIPT = """# Two steps and a link
add-goal id=np title="Become a nurse practitioner" due=2030-06
add-milestone id=msc goal=np title="Master of Science" start=2027-09 end=2029-06
add-milestone id=exam goal=np title='Certification "exam"' start=2029-09~
link from=msc to=exam type=finish-start lag=14
set milestone msc progress=50
undo
"""


def test_result_goes_to_standard_output():
    with Folder() as folder:
        plan = folder.write("plan.waymark")
        edited = good("edit", plan, stdin=SCRIPT)
        assert plan.read_text() == PLAN
        assert folder.names() == ["plan.waymark"]
        assert 'lag="14"' in edited and "progress" not in edited
        assert "<title>Certification \"exam\"</title>" in edited
        assert good("validate", "-", stdin=edited) == ""


def test_same_input_same_bytes():
    with Folder() as folder:
        plan = folder.write("plan.waymark")
        script = folder.write("script", SCRIPT)
        first = good("edit", plan, stdin=SCRIPT)
        assert first == good("edit", plan, "--script", script)
        assert first == good("edit", plan, "--script", "-", stdin=SCRIPT)
        assert first == good("edit", "-", "--script", script, stdin=PLAN)
        good("edit", plan, "--script", script, "-o", plan)
        assert plan.read_text() == first
        assert folder.names() == ["plan.waymark", "script"]


def test_an_empty_script_changes_no_byte():
    for plan in EXAMPLES:
        assert good("edit", plan, stdin="# nothing\n") == plan.read_text()


def test_do_and_undo_changes_no_byte():
    for plan in EXAMPLES:
        script = "set plan title=Other\nadd-goal title=G\nundo\nundo\n"
        assert good("edit", plan, stdin=script) == plan.read_text()


def test_a_move_that_is_rounded_away_says_so():
    with Folder() as folder:
        plan = folder.write("plan.waymark")
        script = "add-milestone id=exam title=Exam start=2027-06\nmove milestone exam by=14d\n"
        done = bad(1, "standard input: Line 2: ", "edit", plan, "-o", plan, stdin=script)
        assert "Milestone “Exam”" in done.err and "by=1m" in done.err, done
        assert plan.read_text() == PLAN
        assert 'start="2027-07"' in good("edit", plan, stdin=script.replace("14d", "1m"))


def test_a_resize_that_is_rounded_away_says_so():
    for known, by, remedy, becomes in (("2027-06", "14d", "31d", "2027-07"), ("2027-06", "-2w", "-31d", "2027-05"),
                                       ("2027", "31d", "366d", "2028"), ("2027", "-31d", "-366d", "2026")):
        with Folder() as folder:
            plan = folder.write("plan.waymark")
            script = f"add-milestone id=exam title=Exam start=2025 end={known}\nresize milestone exam edge=end by={by}\n"
            done = bad(1, "standard input: Line 2: ", "edit", plan, "-o", plan, stdin=script)
            assert "Milestone “Exam”" in done.err and f"“{by}”" in done.err and f"by={remedy}." in done.err, done
            assert plan.read_text() == PLAN
            assert f'end="{becomes}"' in good("edit", plan, stdin=script.replace(f"by={by}", f"by={remedy}"))
            good("edit", plan, stdin=script.replace(f"by={by}", "by=0"))


def test_a_bad_line_stops_and_nothing_is_written():
    with Folder() as folder:
        plan = folder.write("plan.waymark")
        done = bad(1, "standard input: Line 2: ", "edit", plan, "-o", plan, stdin="add-goal title=A\nfly\nalso bad")
        assert "“fly”" in done.err and done.err.count("\n") == 1, done
        script = folder.write("script", "link from=a to=b\n")
        bad(1, f"waymark-cli: {script}: Line 1: ", "edit", plan, "--script", script, "-o", folder.path / "out")
        assert plan.read_text() == PLAN
        assert folder.names() == ["plan.waymark", "script"]


def test_script_that_is_no_text():
    with Folder() as folder:
        plan = folder.write("plan.waymark")
        bad(1, "UTF-8", "edit", plan, stdin=b"add-goal title=\xff\n")
        bad(1, "UTF-8", "edit", plan, stdin=b"add-goal\0title=A\n")


def test_files_that_cannot_be():
    with Folder() as folder:
        plan = folder.write("plan.waymark")
        bad(3, "nowhere: ", "edit", plan, "--script", "nowhere")
        bad(3, "no/out", "edit", plan, "-o", folder.path / "no/out")
        bad(2, "--script", "edit", "-", stdin=PLAN)
        bad(2, "Name one plan", "edit", plan, plan)


def test_a_newer_plan_is_left_alone():
    newer = PLAN.replace("plan:1", "plan:2").replace('format="1.0"', 'format="2.0"')
    with Folder() as folder:
        plan = folder.write("plan.waymark", newer)
        bad(3, "newer", "edit", plan, "-o", plan, stdin="set plan title=x")
        assert plan.read_text() == newer


main("cli/edit", globals())
