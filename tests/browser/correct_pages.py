"""correct_pages.py PROGRAM SAMPLES FOLDER: in Chromium somebody corrects the sample on its review page, by fields and by
dragging, and saves; the program makes captions and the marked MP3 as they were drawn, and does so again after the page
was edited elsewhere."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

from chromium import start_browser
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

EDITOR = "document.querySelector('.cmos-review').player.desk.editor"
CHAPTERS = 'chapters:\n  - {time: "0:00", title: "Start"}\n  - {time: "1:00", title: "Middle"}\nmp3:\n'


def check(holds, text):
    print(("ok: " if holds else "WRONG: ") + text)
    return holds


def make(program, folder, formats):
    return subprocess.run([program, "-q", "-f", formats, folder / "episode.md"], check=True)


def prepare(program, samples, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(samples / "episode.mp3", folder)
    page = (samples / "episode.md").read_text().replace("mp3:\n", CHAPTERS, 1)
    (folder / "episode.md").write_text(page)
    make(program, folder, "review,vtt,srt")


def click_word(browser, text, after):
    """The word in the first paragraph that has `after`."""
    place = browser.execute_script("""
        const words = document.querySelector('.cmos-review').player.words;
        const paragraph = words.paragraphs.find((each) => each.element.textContent.includes(arguments[1]));
        const index = paragraph.times.findIndex((_, i) => paragraph.range(i).toString() === arguments[0]);
        paragraph.element.scrollIntoView({block: 'center', behavior: 'instant'});
        const box = paragraph.range(index).getBoundingClientRect();
        return {x: box.x + box.width / 2, y: box.y + box.height / 2};""", text, after)
    actions = ActionChains(browser)
    actions.w3c_actions.pointer_action.move_to_location(round(place["x"]), round(place["y"])).click()
    actions.perform()
    browser.execute_script("document.querySelector('audio').pause();")


def field(browser, group, label):
    return browser.find_element(By.XPATH, f"//fieldset[legend='{group}']//label[starts-with(normalize-space(), '{label}')]/*")


def write(browser, group, label, text):
    target = field(browser, group, label)
    target.send_keys(Keys.CONTROL, "a")
    target.send_keys(str(text), Keys.TAB)


def press_button(browser, text):
    browser.find_element(By.XPATH, f"//section[@class='cmos-editor']//button[starts-with(., '{text}')]").click()


def drag_cue_end(browser, text, milliseconds):
    """By the edge's place on the waveform; returns the time that it was let go at."""
    where = browser.execute_script(f"""
        const editor = {EDITOR};
        const cue = editor.data.cues.find((each) => each[2][0].slice(1).join(' ') === arguments[0]);
        const {{wave}} = editor.desk;
        wave.show(cue[0] - 4000, 10000);
        wave.canvas.scrollIntoView({{block: 'center', behavior: 'instant'}});
        const box = wave.canvas.getBoundingClientRect();
        return {{x: Math.round(box.x + wave.x(cue[1])), y: Math.round(box.y + 138), to: Math.round(box.x + wave.x(cue[1] + arguments[1])),
                left: box.x}};""", text, milliseconds)
    actions = ActionChains(browser)
    pointer = actions.w3c_actions.pointer_action
    pointer.move_to_location(where["x"], where["y"]).pointer_down()
    pointer.move_to_location((where["x"] + where["to"]) // 2, where["y"]).move_to_location(where["to"], where["y"]).pointer_up()
    actions.perform()
    return round(browser.execute_script(f"return {EDITOR}.desk.wave.timeAt(arguments[0]);", where["to"] - where["left"]))


def stamp(milliseconds, separator="."):
    return f"{milliseconds // 3600000:02}:{milliseconds // 60000 % 60:02}:{milliseconds // 1000 % 60:02}{separator}{milliseconds % 1000:03}"


def correct(browser):
    click_word(browser, "podcast?", "For a podcast?")
    write(browser, "Words", "Text", "broadcast?")
    click_word(browser, "dictionary", "no dictionary has it")
    write(browser, "Words", "begin", "11.65")
    field(browser, "Words", "begin").send_keys(Keys.ARROW_UP, Keys.TAB)
    click_word(browser, "looked", "I looked it up")
    field(browser, "Turn", "Speaker").send_keys("Z", Keys.TAB)
    click_word(browser, "Captions.", "Captions.")
    write(browser, "Cue", "begins", "17.4")
    write(browser, "Chapter", "Title", 'From "the" start')
    end = drag_cue_end(browser, "Captions.", 150)
    click_word(browser, "television,", "On American television")
    browser.execute_script("document.activeElement.blur();")
    ActionChains(browser).send_keys("r").perform()
    browser.execute_script(f"{EDITOR}.choose({EDITOR}.list.at(70000));")
    write(browser, "Chapter", "begins", "61.5")
    click_word(browser, "characters", "At most 42 characters")
    press_button(browser, "Join with the next cue")
    click_word(browser, "which", "which is plain text")
    press_button(browser, "A cue begins at the word")
    return end


def undo(browser):
    """A word, a split and a time that were wrong; keys in a field that was typed in are the browser's."""
    state = f"const {{data, corrections, player}} = {EDITOR}; return JSON.stringify([data, corrections.file, player.root.querySelector('.cmos-transcript').textContent]);"
    click_word(browser, "fast", "and never so fast")
    before = browser.execute_script(state)
    write(browser, "Words", "Text", "quick and dirty")
    press_button(browser, "A cue begins at the word")
    write(browser, "Words", "begin", "61.2")
    changed = browser.execute_script(state)
    field(browser, "Words", "Text").send_keys("x")
    ActionChains(browser).key_down(Keys.CONTROL).send_keys("z").key_up(Keys.CONTROL).perform()
    passed = check(browser.execute_script(state) == changed, "Ctrl+Z in a field takes back what was typed")
    browser.execute_script("document.activeElement.blur();")
    ActionChains(browser).key_down(Keys.CONTROL).send_keys("z").send_keys("z").key_up(Keys.CONTROL).perform()
    press_button(browser, "Undo")
    after = browser.execute_script(state)
    return passed & check("quick" in changed and after == before, "three corrections are undone")


def save(browser, folder):
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
    press_button(browser, "Save")
    file = folder / "episode.corrections.yaml"
    for _ in range(100):
        if file.exists() and file.read_text():
            return file.read_text()
        time.sleep(0.1)
    return ""


def as_drawn(program, folder, cue_end):
    make(program, folder, "vtt,srt,words")
    subprocess.run([program, "-q", "-f", "mp3", "-o", folder / "marked.mp3", folder / "episode.md"], check=True)
    vtt, srt = ((folder / f"episode.{kind}").read_text() for kind in ("vtt", "srt"))
    words = (folder / "episode.words.json").read_text()
    chapters = subprocess.run(["ffprobe", "-v", "error", "-show_entries", "chapter=start_time:chapter_tags=title", "-of", "compact",
                               folder / "marked.mp3"], check=True, capture_output=True, text=True).stdout
    passed = check(f"{stamp(17400)} --> {stamp(cue_end)}\n<v Zófia Vaszkuti>Captions." in vtt, "the cue is where it was drawn in WebVTT")
    passed &= check(f"{stamp(17400, ',')} --> {stamp(cue_end, ',')}\n" in srt, "and in SRT")
    passed &= check("For a broadcast?" in vtt and "For a podcast?" not in vtt, "the word is corrected")
    passed &= check("<v Zófia Vaszkuti>I looked it up." in vtt, "the speaker is corrected")
    cues = [cue.partition("\n")[2].replace("\n", " ") for cue in vtt.split("\n\n")]
    passed &= check("<v Zófia Vaszkuti>At most 42 characters in a line, at most two lines," in cues, "two cues are joined")
    passed &= check("<v Zófia Vaszkuti>On the web, players read WebVTT," in cues, "one is split")
    passed &= check(re.search(r'"dictionary","start":11\.660', words) is not None, "the word begins where the field said")
    passed &= check(re.search(r'"television,","start":[\d.]+,"end":[\d.]+,"confidence":1\.000', words) is not None, "what is right is sure")
    return passed & check('From "the" start' in chapters and "start_time=61.500" in chapters, f"the MP3 has the chapters: {chapters}")


def saved_items(browser):
    """None of them while the page comes anew."""
    try:
        return browser.execute_script(f"""
            return {EDITOR}.corrections.saved ? [...document.querySelectorAll('.cmos-editor ol li')].map((item) => item.innerText) : [];""")
    except WebDriverException:
        return []


def serve(program, folder):
    """What is saved on the served page is in the outputs, and the page comes anew."""
    (folder / "bin").mkdir()
    (folder / "bin/xdg-open").symlink_to("/bin/true")
    server = subprocess.Popen([program, "review", "--serve", folder / "episode.md"], stdout=subprocess.PIPE, text=True,
                              env=dict(os.environ, PATH=f"{folder}/bin:{os.environ['PATH']}"))
    browser = start_browser()
    try:
        browser.get(server.stdout.readline().strip())
        kept = len(browser.find_elements(By.CSS_SELECTOR, ".cmos-editor ol li"))
        click_word(browser, "plain", "which is plain text")
        write(browser, "Words", "Text", "simple")
        heard = browser.execute_script("const audio = document.querySelector('audio'); return audio.duration > 130 && audio.error === null;")
        press_button(browser, "Save")
        items = []
        for _ in range(600):
            items = saved_items(browser)
            if len(items) == kept + 1:
                break
            time.sleep(0.1)
        passed = check(heard, "the served page has its sound")
        passed &= check(any("text simple" in item for item in items) and kept == 10, f"the page comes anew with what was saved: {items}")
        return passed & check("which is simple text" in (folder / "episode.vtt").read_text().replace("\n", " "), "and the captions have it")
    finally:
        browser.quit()
        server.send_signal(signal.SIGINT)
        server.wait(60)


def main():
    program, samples, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    prepare(program, samples, folder)
    browser = start_browser()
    try:
        browser.get((folder / "episode.review.html").as_uri())
        end = correct(browser)
        passed = undo(browser)
        file = save(browser, folder)
        passed &= check(file.count("- words:") + file.count("- chapter:") == 10, f"ten corrections are saved:\n{file}")
        errors = [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]
        passed &= check(not errors, f"the console has no error: {errors}")
    finally:
        browser.quit()
    passed &= as_drawn(program, folder, end)
    page = (folder / "episode.md").read_text()
    (folder / "episode.md").write_text(page.replace("a very short episode", "an episode that is short").replace("That's what", "This is what"))
    passed &= as_drawn(program, folder, end)
    diff = subprocess.run([program, "fix", "--dry-run", folder / "episode.md"], capture_output=True, text=True).stdout
    passed &= check("+[00:18] oskar: For a broadcast? But" in diff and "+[00:13] zofia: I looked" in diff
                    and '+  - {time: "1:01.500", title: "Middle"}' in diff, f"fix shows what goes to the page:\n{diff}")
    passed &= serve(program, folder)
    return 0 if passed else 1


sys.exit(main())
