"""play_sample.py PROGRAM SAMPLES FOLDER: makes the sample's captions and lets Chromium play it with them in a
<track>. At moments all over the episode, and while it plays, the cues on the screen are compared with the
file, text and speaker. Screenshots of a cue of two lines and of a dialogue are left in FOLDER."""

import pathlib
import shutil
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from chromium import serve, start_browser
from our_captions import read_webvtt

MOMENTS = 20


def prepare(program, samples, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for file in (samples / "episode.mp3", pathlib.Path(__file__).with_name("play.html")):
        shutil.copy(file, folder)
    captions = folder / "episode.vtt"
    subprocess.run([program, "-q", "-o", captions, samples / "episode.md"], check=True)
    return list(read_webvtt(captions.read_text(encoding="utf-8")))


def active(cues, moment):
    return [cue for cue in cues if cue["start"] <= moment < cue["end"]]


def is_dialogue(cue):
    return len({line["speaker"] for line in cue["lines"]}) > 1


def choose_moments(cues):
    """Middles of stretches in which nothing changes, spread over the episode, silences among them."""
    changes = sorted({time for cue in cues for time in (cue["start"], cue["end"])})
    middles = [(begin + end) // 2 for begin, end in zip(changes, changes[1:])]
    silent = [moment for moment in middles if not active(cues, moment)]
    dialogue = [moment for moment in middles if any(map(is_dialogue, active(cues, moment)))]
    special = silent[:2] + dialogue[:1]
    others = [moment for moment in middles if moment not in special]
    count = MOMENTS - len(special)
    return sorted(special + [others[index * (len(others) - 1) // (count - 1)] for index in range(count)])


def shown_at(browser, moment, expected):
    """What is on the screen once the browser has come to rest there, for which a busy machine takes a while."""
    shown = browser.execute_script("return at(arguments[0]);", moment / 1000)
    for _ in range(50):
        if shown == expected:
            break
        time.sleep(0.1)
        shown = browser.execute_script("return shown();")
    return shown


def compare_moments(browser, cues):
    moments = choose_moments(cues)
    failed = 0
    for moment in moments:
        expected = active(cues, moment)
        shown = shown_at(browser, moment, expected)
        if shown != expected:
            failed += 1
            print(f"at {moment} ms Chromium shows {shown}, the file has {expected}")
    print(f"{len(moments)} moments, {failed} wrong")
    return len(set(moments)) == MOMENTS and not failed


def compare_playing(browser, cues):
    """Lets the first seconds play and collects what comes on the screen."""
    seen = browser.execute_script("""
        const seen = [];
        const collect = () => seen.push(...shown());
        await at(0);
        track.track.addEventListener('cuechange', collect);
        await player.play();
        await new Promise((resolve) => setTimeout(resolve, 9000));
        player.pause();
        track.track.removeEventListener('cuechange', collect);
        return {seen, time: player.currentTime};""")
    expected = [cue for cue in cues if cue["start"] / 1000 <= seen["time"]]
    found = []
    for cue in seen["seen"]:
        if cue not in found:
            found.append(cue)
    print(f"played {seen['time']:.1f} s: {len(found)} cues came")
    return len(expected) > 1 and found in (expected, expected[:-1])


def take_screenshots(browser, cues, folder):
    wanted = {
        "two-lines.png": lambda cue: len(cue["lines"]) == 2 and not is_dialogue(cue),
        "dialogue.png": is_dialogue,
    }
    for name, fits in wanted.items():
        cue = next(filter(fits, cues))
        shown_at(browser, (cue["start"] + cue["end"]) / 2, [cue])
        browser.save_screenshot(str(folder / name))


def main():
    program, samples, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    cues = prepare(program, samples, folder)
    browser = start_browser()
    server, address = serve(folder)
    try:
        browser.set_script_timeout(120)
        browser.get(f"{address}/play.html")
        browser.execute_script("await ready;")
        passed = [compare_moments(browser, cues), compare_playing(browser, cues)]
        take_screenshots(browser, cues, folder)
    finally:
        browser.quit()
        server.shutdown()
    return 0 if all(passed) else 1


sys.exit(main())
