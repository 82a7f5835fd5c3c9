"""play_pages.py PROGRAM SAMPLES FOLDER: Chromium uses the player of the sample as people do, and one of a page that
would break out of it; what it plays after a seek is compared with the file, the words that are lit with those of -f words
(which other tests compare with what is said), and axe-core looks for what people cannot use. Screenshots are left in FOLDER."""

import json
import pathlib
import random
import shutil
import subprocess
import sys

from chromium import look, serve, start_browser
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

HERE = pathlib.Path(__file__).resolve().parent
AXE = HERE.parent / "npm/node_modules/axe-core/axe.min.js"
TOLERANCE = 0.060
MOMENTS = 30
LIT = """const player = document.querySelector('.cmos-player').player;
         return {clock: player.clock.now, lit: player.litIn ? player.litIn.range(player.lit)?.toString() : null};"""


def check(holds, text):
    print(("ok: " if holds else "WRONG: ") + text)
    return holds


def prepare(program, samples, folder):
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "media").mkdir(parents=True)
    shutil.copy(samples / "episode.mp3", folder / "media")
    shutil.copy(samples / "episode.md", folder)
    shutil.copy(HERE / "hostile.md", folder)
    page = (samples / "episode.md").read_text()
    (folder / "faulty.md").write_text(page.replace("[00:18] oskar:", "Bananas are yellow and never blue.\n\n[00:18] oskar:"))
    subprocess.run([program, "-q", "-f", "player,words", "--mp3", folder / "media/episode.mp3", folder / "episode.md"], check=True)
    subprocess.run([program, "-q", "-f", "review", "--mp3", folder / "media/episode.mp3", folder / "faulty.md"], check=True)
    subprocess.run([program, "-q", "-f", "player,review", "--no-audio", folder / "hostile.md"], check=True)
    return json.loads((folder / "episode.words.json").read_text())["words"]


def is_lit(words, moment, lit):
    """Whether the word has that moment, or nearly; between words none has to be lit."""
    around = [word for word in words if word["start"] - TOLERANCE <= moment < word["end"] + TOLERANCE]
    inside = any(word["start"] + TOLERANCE <= moment < word["end"] - TOLERANCE for word in words)
    return lit in [word["text"] for word in around] or (not lit and not inside)


def words_after_seeks(browser, words):
    browser.execute_script((HERE / "heard.js").read_text())
    browser.execute_script("await heard.begin(document.querySelector('audio'));")
    wrong, worst, compared = [], 0, 0
    # Inside words: where nothing sounds, nobody can tell what is heard.
    for word in random.sample(words, MOMENTS):
        moment = random.uniform(word["start"], word["end"])
        found = browser.execute_script(f"""
            const look = () => {{ {LIT} }};
            const {{clock}} = document.querySelector('.cmos-player').player;
            return await heard.from(() => clock.seek(arguments[0]), look);""", moment)
        if found["heard"] is None:
            continue
        compared += 1
        off = abs(found["seen"]["clock"] - found["heard"])
        worst = max(worst, off)
        if off > TOLERANCE or not is_lit(words, found["heard"], found["seen"]["lit"]):
            wrong.append(found)
    return check(not wrong and compared > MOMENTS / 2, f"after {compared} seeks the clock is at most {worst * 1000:.0f} ms off, and its words are lit: {wrong}")


def words_while_playing(browser, words):
    # Looked at in the page's own frames: how many of them a busy machine draws is not the player's doing.
    seen, frames, drawn = browser.execute_script(f"""
        const look = () => {{ {LIT} }};
        const {{clock}} = document.querySelector('.cmos-player').player;
        clock.audio.pause();
        await new Promise((done) => {{ clock.audio.addEventListener('seeked', done, {{once: true}}); clock.seek(0); }});
        await clock.audio.play();
        let frames = 0, drawn = 0, playing = true;
        const count = () => {{ if (playing) {{ ++frames; requestAnimationFrame(count); }} }};
        clock.addEventListener('tick', () => ++drawn);
        count();
        const seen = [];
        for (let i = 0; i < {MOMENTS}; ++i) {{
          await new Promise((done) => setTimeout(done, 200 + 800 * Math.random()));
          await new Promise((done) => clock.addEventListener('tick', done, {{once: true}}));
          seen.push(look());
        }}
        playing = false;
        clock.audio.pause();
        return [seen, frames, drawn];""")
    wrong = [found for found in seen if not is_lit(words, found["clock"], found["lit"])]
    passed = check(drawn >= frames - 1, f"each of {frames} frames is drawn: {drawn}")
    return passed & check(not wrong and len(seen) == MOMENTS, f"played through to {seen[-1]['clock']:.0f} s, the words are lit: {wrong}")


def click_word(browser, paragraph, word):
    place = browser.execute_script("""
        const player = document.querySelector('.cmos-player').player;
        const paragraph = player.words.paragraphs[arguments[0]];
        paragraph.element.scrollIntoView({block: 'center', behavior: 'instant'});
        const box = paragraph.range(arguments[1]).getBoundingClientRect();
        return {x: box.x + box.width / 2, y: box.y + box.height / 2, start: paragraph.times[arguments[1]][0] / 1000};""",
        paragraph, word)
    actions = ActionChains(browser)
    actions.w3c_actions.pointer_action.move_to_location(round(place["x"]), round(place["y"])).click()
    actions.perform()
    return place["start"]


def use(browser):
    start = click_word(browser, 5, 2)
    passed = check(comes_to(browser, start, start + 2), f"a click on a word at {start} s plays from there: {now(browser):.2f} s")
    link = browser.find_elements(By.CSS_SELECTOR, "a.cmos-time")[3]
    link.send_keys(Keys.ENTER)
    wanted = float(link.get_attribute("href").partition("#t=")[2])
    passed &= check(comes_to(browser, wanted, wanted + 2), f"Enter on a time plays from there: {now(browser):.2f} s")
    search = browser.find_element(By.CSS_SELECTOR, "input[type=search]")
    search.send_keys("captions", Keys.ENTER)
    status = browser.find_element(By.CSS_SELECTOR, "[role=status]").text
    passed &= check(status.startswith("1 of ") and int(status[5:]) > 3, f"the search finds words: {status}")
    caption = browser.execute_script("""
        const {clock} = document.querySelector('.cmos-player').player;
        await new Promise((done) => { clock.audio.addEventListener('seeked', done, {once: true}); clock.seek(1); });
        return document.querySelector('.cmos-caption').innerText;""")
    return passed & check("Oskar Lindqvest" in caption and "Hello, and welcome" in caption, f"captions name who speaks: {caption!r}")


def accessible(browser, name, folder):
    passed = True
    for width in (1000, 380):
        for dark in (False, True):
            look(browser, width, dark)
            browser.execute_script(AXE.read_text())
            found = browser.execute_script("return (await axe.run()).violations.map((v) => [v.id, v.nodes.map((n) => n.html)]);")
            browser.save_screenshot(str(folder / f"{name}-{width}-{'dark' if dark else 'light'}.png"))
            wide = browser.execute_script("return document.documentElement.scrollWidth - innerWidth;")
            passed &= check(not found and wide <= 0, f"axe-core on {name}, {width} wide, {'dark' if dark else 'light'}: {found}, {wide}")
    return passed


def press(browser, *keys):
    ActionChains(browser).send_keys(*keys).perform()


def now(browser):
    return browser.execute_script("return document.querySelector('.cmos-player').player.clock.now;")


def comes_to(browser, begin, end):
    """Whether the clock comes to be between two times, for which a busy machine takes a while."""
    return browser.execute_script("""
        const {clock} = document.querySelector('.cmos-player').player;
        for (let i = 0; i < 1000; ++i) {
          if (clock.now > arguments[0] && clock.now < arguments[1]) return true;
          await new Promise((done) => setTimeout(done, 20));
        }
        return false;""", begin, end)


def rest(browser, seconds):
    browser.execute_script("await new Promise((done) => setTimeout(done, 1000 * arguments[0]));", seconds)


def review(browser):
    """The desk's keys, its waveform and its findings."""
    player = "document.querySelector('.cmos-player').player"
    browser.execute_script("document.activeElement.blur();")
    press(browser, " ")
    plays = comes_to(browser, 0.6, 3)
    press(browser, " ")
    stops = browser.execute_script(f"return {player}.clock.audio.paused;")
    passed = check(plays and stops, f"space plays and stops: {now(browser):.2f} s")
    cues = browser.execute_script(f"return {player}.data.cues.map((cue) => cue[0] / 1000);")
    for key, wanted in ((Keys.ARROW_RIGHT, cues[1]), (Keys.ARROW_RIGHT, cues[2]), (Keys.ARROW_LEFT, cues[1])):
        press(browser, key)
        passed &= check(comes_to(browser, wanted - 0.05, wanted + 0.05), f"an arrow goes to the cue at {wanted}: {now(browser):.2f} s")
    findings = browser.find_elements(By.CSS_SELECTOR, ".cmos-findings li a")
    press(browser, "n")
    start = float(findings[0].get_attribute("href").partition("#t=")[2])
    passed &= check(comes_to(browser, start - 0.6, start + 1), f"n plays the first finding at {start}: {now(browser):.2f} s")
    browser.execute_script(f"{player}.clock.audio.pause();")
    press(browser, "n", "p")
    passed &= check(comes_to(browser, start - 0.6, start + 1), f"p goes back to the first finding: {now(browser):.2f} s")
    browser.execute_script(f"{player}.clock.audio.pause();")
    spans = []
    for key in ("", "+", "-", "-"):
        press(browser, key)
        spans.append(browser.execute_script(f"return {player}.desk.wave.span;"))
    passed &= check(spans == [60000, 30000, 60000, 120000], f"+ and - zoom: {spans}")
    span = browser.execute_script("return document.querySelector('.cmos-wave').getAttribute('aria-label');")
    passed &= check(bool(span), "the waveform has a name")
    wave = browser.find_element(By.CSS_SELECTOR, ".cmos-wave")
    # The page may still be scrolling to the finding.
    browser.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'});", wave)
    ActionChains(browser).move_to_element(wave).click().perform()
    passed &= check(comes_to(browser, start + 5, 140), f"a click on the waveform plays from there: {now(browser):.2f} s")
    browser.execute_script(f"{player}.clock.audio.pause();")
    browser.execute_script("document.activeElement.blur();")
    press(browser, "/")
    passed &= check(browser.execute_script("return document.activeElement.type;") == "search", "/ searches")
    press(browser, "n+/ ")
    passed &= check(browser.execute_script("return document.activeElement.value;") == "n+/ ", "keys are text in a field")
    press(browser, Keys.ESCAPE)
    browser.execute_script("""[...document.querySelectorAll('label')].find((l) => l.textContent.includes('Single keys')).click();
                              document.activeElement.blur();""")
    press(browser, " ")
    rest(browser, 0.3)
    return passed & check(browser.execute_script(f"return {player}.clock.audio.paused;"), "single keys can be switched off")


def hostile(browser, page):
    browser.get(page)
    found = browser.execute_script("""
        return {scripts: document.scripts.length, images: document.images.length, title: document.title,
                links: [...document.links].map((link) => link.getAttribute('href')),
                text: document.querySelector('main').textContent,
                built: Boolean(document.querySelector('.cmos-tools'))};""")
    links = [link for link in found["links"] if not link.startswith("#t=")]
    shown = all(text in found["text"] for text in (
        "</script><script>alert('word')</script>", "<!--<script>", "</script><img/src=x/onerror=alert('name')>",
        "</script><script>alert('chapter')</script>", "<b onclick=alert(5)>x</b>", "<style>*{display:none}</style>"))
    return check(found["scripts"] == 2 and found["images"] == 0 and found["built"] and shown
                 and "</title><script>" in found["title"] and links == ['https://example.org/?a="b"&c=<d>'],
                 f"a hostile page is text: {found}")


def errors(browser):
    found = [entry for entry in browser.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")
             and "javascript%3Aalert" not in entry["message"] and "ScriptProcessorNode" not in entry["message"]
             and "favicon" not in entry["message"]]
    return check(not found, f"the console has no error: {found}")


def main():
    program, samples, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    if not AXE.exists():
        print('SKIPPED: run "npm ci" in tests/npm first')
        return 0
    words = prepare(program, samples, folder)
    browser = start_browser()
    server, address = serve(folder)
    try:
        browser.set_script_timeout(120)
        browser.get(f"{address}/episode.player.html")
        passed = [use(browser), accessible(browser, "player", folder), words_while_playing(browser, words),
                  words_after_seeks(browser, words), hostile(browser, f"{address}/hostile.player.html"),
                  accessible(browser, "hostile", folder), errors(browser)]
        browser.get((folder / "faulty.review.html").as_uri())
        passed += [review(browser), accessible(browser, "review", folder),
                   hostile(browser, (folder / "hostile.review.html").as_uri()), accessible(browser, "hostile review", folder),
                   errors(browser)]
    finally:
        browser.quit()
        server.shutdown()
    return 0 if all(passed) else 1


sys.exit(main())
