# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import re
import shutil
import struct
import subprocess
import xml.etree.ElementTree as ElementTree

from cli import EXAMPLE, PLAN, PROGRAM, Folder, bad, good
from tap import main, need

ENDINGS = "pdf", "svg", "png"


def render(folder, ending, *options, plan=EXAMPLE, **environment):
    out = folder.path / f"out.{ending}"
    assert good("render", plan, "-o", out, *options, **environment) == ""
    return out.read_bytes()


def pdf_info(folder, *options):
    need("pdfinfo")
    (folder.path / "info.pdf").write_bytes(render(folder, "pdf", *options))
    text = subprocess.run(["pdfinfo", folder.path / "info.pdf"], capture_output=True, text=True, check=True).stdout
    return dict(re.findall(r"^([^:]+): +(.*)$", text, re.M))


def png_size(data):
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", data[16:24])


def test_each_format_is_what_it_says():
    with Folder() as folder:
        assert render(folder, "pdf").startswith(b"%PDF-")
        assert ElementTree.fromstring(render(folder, "svg")).tag == "{http://www.w3.org/2000/svg}svg"
        width, height = png_size(render(folder, "png"))
        assert width > 1000 and height > 500
        assert render(folder, "PDF").startswith(b"%PDF-")


def test_same_input_same_bytes():
    with Folder() as folder:
        for ending in ENDINGS:
            assert render(folder, ending) == render(folder, ending), ending
        assert render(folder, "pdf", SOURCE_DATE_EPOCH="1000000000") == render(
            folder, "pdf", SOURCE_DATE_EPOCH="1000000000")


def test_what_draws_is_missing():
    with Folder() as folder:
        alone = folder.path / "waymark-cli"
        shutil.copy(PROGRAM, alone)
        environment = {**os.environ, "WAYMARK_LIBEXECDIR": str(folder.path / "nowhere")}
        run = subprocess.run([alone, "render", EXAMPLE, "-o", folder.path / "out.pdf"], env=environment,
                             capture_output=True, text=True, check=False)
        assert run.returncode == 3, run
        assert "nowhere/waymark-draw" in run.stderr and "Install Waymark again." in run.stderr, run
        assert folder.names() == ["waymark-cli"]
        assert subprocess.run([alone, "--quiet", "info", EXAMPLE], env=environment, stdout=subprocess.DEVNULL, check=False).returncode == 0


def test_what_draws_gets_all_signals():
    """Whoever waits for them before it is there could take a Ctrl+C that it is to end by."""
    with Folder() as folder:
        alone = shutil.copy(PROGRAM, folder.path)
        folder.write("waymark-draw", "#!/bin/sh\nexec grep SigBlk /proc/self/status\n").chmod(0o755)
        run = subprocess.run([alone, "render", EXAMPLE], capture_output=True, text=True, check=False)
        assert int(run.stdout.split()[1], 16) == 0, run


def test_standard_output_gets_a_pdf():
    with Folder() as folder:
        data = render(folder, "pdf")
    text = good("render", "-", "-o", "-", stdin=EXAMPLE.read_bytes())
    assert (text if isinstance(text, bytes) else text.encode()) == data


def test_paper_has_its_size():
    with Folder() as folder:
        assert re.match(r"841\.\d+ x 595\.\d+ pts", pdf_info(folder)["Page size"])
        assert re.match(r"595\.\d+ x 841\.\d+ pts", pdf_info(folder, "--paper", "A4")["Page size"])
        assert pdf_info(folder, "--paper", "letter", "--landscape")["Page size"].startswith("792 x 612 pts")


def test_pages_and_scale():
    with Folder() as folder:
        assert pdf_info(folder, "--pages", "2x1")["Pages"] == "2"
        assert int(pdf_info(folder, "--scale", "2")["Pages"]) > 4


def test_dots_per_inch():
    with Folder() as folder:
        small, large = (png_size(render(folder, "png", "--dpi", dpi)) for dpi in (72, 144))
        assert abs(large[0] - 2 * small[0]) <= 2 and abs(large[1] - 2 * small[1]) <= 2


def test_a_drawing_enlarged_is_the_picture():
    """Letters have the same shape at any size: what another program makes of the SVG is the PNG of that size."""
    need("rsvg-convert")
    need("compare")
    options = "--from", "2026", "--to", "2027"
    with Folder() as folder:
        width, height = png_size(render(folder, "png", *options, "--dpi", "288"))
        render(folder, "svg", *options)
        subprocess.run(["rsvg-convert", "-w", str(width), "-h", str(height), "-b", "white", "-o", folder.path / "drawn.png",
                        folder.path / "out.svg"], check=True)
        done = subprocess.run(["compare", "-metric", "RMSE", folder.path / "out.png", folder.path / "drawn.png", "null:"],
                              capture_output=True, text=True, check=False)
        assert float(re.search(r"\((.*)\)", done.stderr).group(1)) < 0.045, done.stderr


def test_themes_and_ranges_and_goals_differ():
    goal = re.search(r'<goal id="([^"]+)"', EXAMPLE.read_text()).group(1)
    with Folder() as folder:
        pictures = [render(folder, "svg", *options) for options in [
            [], ["--theme", "dark"], ["--theme", "high-contrast"], ["--from", "2027"], ["--to", "2028-06"],
            ["--from", "2027", "--to", "2027"], ["--goal", goal]]]
    assert len(set(pictures)) == len(pictures)


def test_a_handle_names_a_goal():
    with Folder() as folder:
        plan = folder.write("plan.waymark")
        good("edit", plan, "-o", plan, stdin="add-goal id=np title=Practise\nadd-milestone goal=np title=A start=2027\n")
        assert render(folder, "svg", "--goal", "np", plan=plan)


def test_several_goals_can_be_named():
    with Folder() as folder:
        plan = folder.write("plan.waymark")
        good("edit", plan, "-o", plan, stdin="".join(
            f"add-goal id={name} title=Goal-{name}\nadd-milestone goal={name} title=Step-{name} start=2027\n"
            for name in ("one", "two", "three")))
        for kind in "timeline", "agenda", "summary":
            for chosen in ["one"], ["two", "three"], ["three", "one", "three"]:
                options = [option for name in chosen for option in ("--goal", name)]
                text = pdf_text(folder, "--what", kind, *options, plan=plan)
                for name in "one", "two", "three":
                    assert (f"Goal-{name}" in text) == (name in chosen), (kind, chosen, text)
        bad(1, "“four”", "render", plan, "-o", folder.path / "out.pdf", "--goal", "one", "--goal", "four")


def test_a_plan_without_dates_can_be_drawn():
    with Folder() as folder:
        plan = folder.write("plan.waymark")
        for ending in ENDINGS:
            assert render(folder, ending, plan=plan)


KINDS = "timeline", "agenda", "summary", "credentials"


def pdf_text(folder, *options, plan=EXAMPLE):
    need("pdftotext")
    (folder.path / "text.pdf").write_bytes(render(folder, "pdf", *options, plan=plan))
    return subprocess.run(["pdftotext", folder.path / "text.pdf", "-"], capture_output=True, text=True, check=True).stdout


def test_each_kind_in_each_format():
    with Folder() as folder:
        for ending in ENDINGS:
            drawn = {render(folder, ending, "--what", kind) for kind in KINDS}
            assert len(drawn) == len(KINDS) and render(folder, ending) in drawn


def test_text_stands_upright():
    with Folder() as folder:
        for kind in KINDS[1:]:
            assert re.match(r"595\.\d+ x 841\.\d+ pts", pdf_info(folder, "--what", kind)["Page size"])
            assert re.match(r"841\.\d+ x 595\.\d+ pts",
                            pdf_info(folder, "--what", kind, "--landscape")["Page size"])
        assert pdf_info(folder, "--what", "summary")["Pages"] == "1"


def test_private_notes_are_asked_for():
    with Folder() as folder:
        assert "@example." not in pdf_text(folder, "--what", "summary")
        assert "@example." in pdf_text(folder, "--what", "summary", "--private-notes")


def test_lines_above_and_below():
    with Folder() as folder:
        text = pdf_text(folder, "--what", "agenda", "--header", "Mine alone", "--footer", "sheet {page}", "--to", "2028")
        assert "Mine alone" in text and "sheet 2" in text and "page 2" not in text
        title = re.search(r"<title>([^<]+)</title>", EXAMPLE.read_text()).group(1)
        assert title in pdf_text(folder)
        assert title not in pdf_text(folder, "--no-title")


def test_legend_and_poster():
    with Folder() as folder:
        assert "Certification" in pdf_text(folder)
        assert render(folder, "svg", "--no-legend") != render(folder, "svg")
        assert pdf_info(folder, "--poster", "--pages", "3x2")["Pages"] == "6"


def test_what_is_wrong_writes_nothing():
    with Folder() as folder:
        plan = folder.write("plan.waymark")
        out = folder.path / "out.pdf"
        for part, options in [
            ("“soon”", ["--from", "soon"]), ("“2027-13”", ["--to", "2027-13"]),
            ("--from", ["--from", "2028", "--to", "2027"]), ("“b5”", ["--paper", "b5"]),
            ("“2”", ["--pages", "2"]), ("“0x2”", ["--pages", "0x2"]), ("“1x21”", ["--pages", "1x21"]),
            ("--scale", ["--scale", "-1"]), ("--scale", ["--scale", "0"]), ("--scale", ["--scale", "nan"]),
            ("dots", ["--dpi", "0"]), ("dots", ["--dpi", "nan"]), ("--pages", ["--pages", "1x1", "--scale", "1"]),
            ("“sepia”", ["--theme", "sepia"]), ("“map”", ["--what", "map"]),
            ("--pages", ["--what", "agenda", "--pages", "1x1"]), ("--poster", ["--what", "summary", "--poster"]), ("dots", ["--dpi", "5"]),
        ]:
            done = bad(2, part, "render", plan, "-o", out, *options)
            assert done.err.startswith("waymark-cli: "), done
        bad(2, "“out.doc”", "render", plan, "-o", "out.doc")
        bad(2, ".pdf", "render", plan, "-o", folder.path / "out.png", "--poster")
        bad(2, "-o", "render", plan)
        bad(1, "“nowhere”", "render", plan, "-o", out, "--goal", "nowhere")
        bad(3, "nowhere.waymark", "render", "nowhere.waymark", "-o", out)
        bad(3, "no/out.pdf", "render", plan, "-o", folder.path / "no/out.pdf")
        assert folder.names() == ["plan.waymark"]


def test_the_plan_stays_as_it_is():
    with Folder() as folder:
        plan = folder.write("plan.waymark")
        render(folder, "pdf", plan=plan)
        assert plan.read_text() == PLAN
        assert json.loads(good("info", "--json", plan))["title"] == "My way"


main("cli/render", globals())
