# SPDX-License-Identifier: GPL-3.0-or-later
#
# Timelines on several pages, read back: nothing is written twice, nothing is cut through, nothing leaves the page.
import collections
import datetime
import random
import re
import subprocess

from cli import Folder, good
from tap import main, need

MARGIN = 30  # points
ROUNDING = 0.5


def day(number):
    return (datetime.date(2026, 1, 1) + datetime.timedelta(days=number)).isoformat()


def make_plan(folder, seed, n_milestones=110):
    """Milestones with one long word each, so that a word that was found is a title that was found"""
    print("# seed", seed)
    chance = random.Random(seed)
    lines = [f"add-goal id=g{goal} title=Goal{goal:02}" for goal in range(7)]
    titles = []
    for i in range(n_milestones):
        title = f"M{i:03}" + "x" * chance.choice([0, 3, 8, 14])
        titles.append(title)
        start, length = chance.randrange(2000), chance.choice([0, 10, 60, 200, 700])
        end = f" end={day(start + length)}" if length else ""
        lines.append(f"add-milestone id=m{i} goal=g{chance.randrange(7)} title={title} start={day(start)}{end}")
    plan = folder.path / "plan.waymark"
    good("new", "--title", "Much to do", "-o", plan)
    good("edit", plan, "-o", plan, stdin="\n".join(lines) + "\n")
    return plan, titles


def words(pdf):
    """Of each page: its size, and the words with their boxes, as pdftotext reads them"""
    need("pdftotext")
    text = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=True).stdout
    for page in re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', text, re.S):
        found = re.findall(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</word>',
                           page[2])
        yield float(page[0]), float(page[1]), [(*map(float, word[:4]), word[4]) for word in found]


def check_pages(folder, plan, titles, *options):
    pdf = folder.path / "out.pdf"
    good("render", plan, "-o", pdf, *options)
    counts = collections.Counter()
    n_pages = 0
    for width, height, found in words(pdf):
        n_pages += 1
        for left, top, right, bottom, text in found:
            inside = (MARGIN - ROUNDING <= left and right <= width - MARGIN + ROUNDING and
                      MARGIN - ROUNDING <= top and bottom <= height - MARGIN + ROUNDING)
            assert inside, (n_pages, text, left, top, right, bottom)
            counts[text] += 1
    wrong = {title: counts[title] for title in titles if counts[title] != 1}
    assert not wrong, (options, wrong)
    return n_pages


def test_each_title_stands_on_one_page_and_within_it():
    for seed in range(4):
        with Folder() as folder:
            plan, titles = make_plan(folder, seed)
            for pages in ("1x9", "2x9", "3x4", "5x3"):
                assert check_pages(folder, plan, titles, "--pages", pages) > 1
            assert check_pages(folder, plan, titles, "--scale", "0.9") > 4
            assert check_pages(folder, plan, titles, "--paper", "a3", "--pages", "2x2") <= 4


def test_what_lies_outside_of_the_range_is_not_there():
    with Folder() as folder:
        plan, titles = make_plan(folder, 5, 40)
        pdf = folder.path / "out.pdf"
        good("render", plan, "-o", pdf, "--from", "2027-01", "--to", "2028-06", "--pages", "2x9")
        found = [word[4] for page in words(pdf) for word in page[2]]
        shown = [title for title in titles if title in found]
        assert 5 < len(shown) < len(titles), shown
        assert all(found.count(title) == 1 for title in shown)


main("cli/paper", globals())
