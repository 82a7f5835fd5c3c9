"""People's speech with marked words, and what happens to it: lines, rooms, other voices, music, slips of the tongue, editors.

A recording is NAME.flac or NAME.wav beside NAME.words.tsv or NAME.words, lines "START END WORD" in seconds. Where phones
are marked as TIMIT has them (SPEAKER-SENTENCE.phn.tsv), the sentences of a speaker are joined as read speech, and
variants are made of them; the other recordings are a set for each folder. All of it is the same each time. TIMIT's
sentences are those that boundary_weights.h was learnt from: bench/learn_boundaries judges each speaker by the others.
"""
import collections
import pathlib
import subprocess
import tempfile
import zlib

import numpy as np

RATE = 16000
Mark = collections.namedtuple("Mark", "start end name")
# `behind`: the words that stand behind what the text does not have, by their numbers.
Recording = collections.namedtuple("Recording", "name samples words behind phones", defaults=[(), ()])
FILLERS = {"um", "uh", "er", "erm", "hm", "hmm", "mm", "mhm"}
EVERY = 8  # So many words between two slips, in the mean.
PAGE = "---\ntitle: Speech\n---\n[transcript]\n[a host1 A]\n\n[00:00] a: {}\n[/transcript]\n"


def marks(file, offset=0.0):
    lines = [line.split() for line in file.read_text().splitlines()]
    return [Mark(float(start) + offset, float(end) + offset, name) for start, end, name in lines]


def samples_of(sound):
    done = subprocess.run(["ffmpeg", "-v", "error", "-i", sound, "-f", "s16le", "-ac", "1", "-ar", str(RATE), "-"],
                          capture_output=True, check=True)
    return np.frombuffer(done.stdout, "<i2").astype(float)


def speaker_of(sentence):
    return sentence.stem.rsplit("-", 1)[0]


def join(sentences, pause=0):
    """With so many seconds of digital silence behind each."""
    samples, words, phones = [], [], []
    for sentence in sentences:
        offset = sum(map(len, samples)) / RATE
        words += marks(sentence.with_suffix(".words.tsv"), offset)
        phones += marks(sentence.with_suffix(".phn.tsv"), offset)
        samples += [samples_of(sentence), np.zeros(int(pause * RATE))]
    return Recording(speaker_of(sentences[0]), np.concatenate(samples), words, (), phones)


def recordings(folder):
    """Those of people reading, and of each folder the others."""
    sentences, others = collections.defaultdict(list), collections.defaultdict(list)
    for sound in sorted(p for p in folder.rglob("*") if p.suffix in (".flac", ".wav")):
        words = [f for f in map(sound.with_suffix, (".words.tsv", ".words")) if f.exists()]
        if sound.with_suffix(".phn.tsv").exists() and words:
            sentences[speaker_of(sound)].append(sound)
        elif words:
            others[sound.parent.name].append(Recording(sound.stem, samples_of(sound), marks(words[0])))
    return [join(s) for s in sentences.values()], others


def seeded(recording, variant):
    return np.random.default_rng(zlib.crc32(f"{recording.name} {variant}".encode()))


def power(recording):
    """Mean power while somebody speaks."""
    spoken = [recording.samples[int(w.start * RATE):int(w.end * RATE)] for w in recording.words]
    return (np.concatenate(spoken) ** 2).mean()


def with_sound(recording, sound, decibels):
    """Over another sound, so much below it."""
    loudness = np.sqrt(power(recording) / (sound ** 2).mean() / 10 ** (decibels / 10))
    return recording._replace(samples=recording.samples + loudness * sound)


def telephone(recording, _):
    """300 to 3400 Hz in 8 bits by the mu-law."""
    spectrum = np.fft.rfft(recording.samples)
    hertz = np.fft.rfftfreq(len(recording.samples), 1 / RATE)
    spectrum[(hertz < 300) | (hertz > 3400)] = 0
    narrow = np.fft.irfft(spectrum, len(recording.samples)) / 32768
    companded = np.sign(narrow) * np.log1p(255 * np.abs(narrow)) / np.log(256)
    companded = np.round(companded * 127) / 127
    return recording._replace(samples=32768 * np.sign(companded) * (256 ** np.abs(companded) - 1) / 255)


def reverberation(recording, _):
    """A room that takes half a second to fall by 60 dB, its echoes 3 dB below the voice."""
    at = np.arange(RATE // 2) / RATE
    echoes = seeded(recording, "room").normal(0, 1, len(at)) * 10 ** (-3 * at / 0.5) * (at > 0.005)
    echoes *= np.sqrt(10 ** (-3 / 10) / (echoes ** 2).sum())
    echoes[0] = 1
    size = len(recording.samples) + len(echoes)
    wet = np.fft.irfft(np.fft.rfft(recording.samples, size) * np.fft.rfft(echoes, size), size)
    return recording._replace(samples=wet[:len(recording.samples)])


def babble(recording, everybody):
    """Three others, 10 dB below."""
    at = [r.name for r in everybody].index(recording.name)
    others = [everybody[(at + i) % len(everybody)].samples for i in (1, 2, 3)]
    size = len(recording.samples)
    return with_sound(recording, sum(np.resize(o, size) / o.std() for o in others), 10)


def music(recording, _):
    """Chords with a beat, 10 dB below."""
    at = np.arange(len(recording.samples)) / RATE
    step = np.choose((np.floor(2 * at) % 4).astype(int), (1, 1.122, 1.335, 1.498))
    chord = sum(np.sin(2 * np.pi * f * step * at) for f in (110, 220, 277, 330))
    return with_sound(recording, chord * (1 + 0.5 * np.sin(4 * np.pi * at)), 10)


def faded(samples):
    edge = min(len(samples) // 4, RATE // 200)
    shape = np.ones(len(samples))
    shape[:edge] = np.linspace(0, 1, edge)
    shape[len(samples) - edge:] = np.linspace(1, 0, edge)
    return samples * shape


def stretched(samples, seconds):
    """As long as asked for, by overlapping pieces of 40 ms that go on where they are most alike."""
    piece, hop, search = RATE // 25, RATE // 50, RATE // 100
    window = np.hanning(piece)
    size = int(seconds * RATE)
    out, weight = np.zeros(size + piece), np.full(size + piece, 1e-6)
    last = max(len(samples) - piece - search - 1, 1)
    padded = np.concatenate([samples, np.zeros(2 * piece)])
    before = padded[:piece]
    for at in range(0, size, hop):
        near = int(at / size * last)
        fits = [before @ padded[near + i:near + i + piece] for i in range(search)]
        found = near + int(np.argmax(fits))
        out[at:at + piece] += window * padded[found:found + piece]
        weight[at:at + piece] += window
        before = padded[found + hop:found + hop + piece]
    return out[:size] / weight[:size]


class Slips:
    """What a speaker says beside the text, of the speaker's own sounds."""

    def __init__(self, recording, variant):
        self.recording, self.random = recording, seeded(recording, variant)
        self.quiet = self.between(0, recording.words[0].start)
        self.vowel = self.longest("ah", "ax", "er", "axr", "ih", "eh")
        self.nasal = self.longest("m", "n", "em", "en")

    def between(self, start, end):
        return self.recording.samples[int(start * RATE):int(end * RATE)]

    def longest(self, *names):
        phone = max((p for p in self.recording.phones if p.name in names), key=lambda p: p.end - p.start)
        return self.between(phone.start, phone.end)

    def pause(self, most):
        return np.resize(self.quiet, int(self.random.uniform(0, most) * RATE))

    def um(self, _):
        """um or uh, with pauses of up to 0.25 s around it."""
        sounds = [stretched(self.vowel, self.random.uniform(0.15, 0.4))]
        if self.random.random() < 0.5:
            sounds.append(stretched(self.nasal, self.random.uniform(0.1, 0.2)))
        return [self.pause(0.25), *map(faded, sounds), self.pause(0.25)]

    def repetition(self, word):
        return [faded(self.between(word.start, word.end)), self.pause(0.2)]

    def false_start(self, word):
        end = word.start + (word.end - word.start) * self.random.uniform(0.4, 0.7)
        return [faded(self.between(word.start, end)), self.pause(0.3)]


def slipping(variant, sounds):
    def slip(recording, _):
        slips = Slips(recording, variant)
        words, pieces, behind, done, later = [], [], [], 0.0, 0.0
        for number, word in enumerate(recording.words):
            if slips.random.random() < 1 / EVERY and word.start >= done:
                more = sounds(slips, word)
                pieces += [slips.between(done, word.start), *more]
                done = word.start
                later += sum(map(len, more)) / RATE
                behind.append(number)
            words.append(Mark(word.start + later, word.end + later, word.name))
        pieces.append(slips.between(done, len(recording.samples) / RATE))
        return Recording(recording.name, np.concatenate(pieces), words, behind)
    return slip


def unwritten(variant, share, most_letters):
    def leave_out(recording, _):
        random = seeded(recording, variant)
        words, behind, is_behind = [], [], False
        for word in recording.words:
            if len(word.name) <= most_letters and not is_behind and words and random.random() < share:
                is_behind = True
                continue
            if is_behind:
                behind.append(len(words))
            words.append(word)
            is_behind = False
        return recording._replace(words=words, behind=behind)
    return leave_out


def slips(seed=""):
    """Names, and what each does to a recording: another time by another seed."""
    for name, sounds in (("um", Slips.um), ("repetition", Slips.repetition), ("false start", Slips.false_start)):
        yield name, slipping(name + seed, sounds)
    yield "words missing", unwritten("words" + seed, 1 / EVERY, 99)
    yield "short words missing", unwritten("short words" + seed, 1 / 2, 3)


VARIANTS = [
    ("as it is", lambda recording, _: recording),
    ("telephone", telephone),
    ("reverberation", reverberation),
    ("babble", babble),
    ("music", music),
    *slips(),
]


def share(errors, limit):
    return 100 * (np.array(errors) <= limit).mean()


class Figures:
    """Errors in ms, and (confidence, whether it starts within 200 ms) of each word."""

    def __init__(self):
        self.starts, self.ends, self.behind, self.fillers, self.scored, self.worst = [], [], [], [], [], []

    def add(self, kind, recording, result):
        assert len(result) == len(recording.words), recording.name
        for number, (word, found) in enumerate(zip(recording.words, result)):
            start = 1000 * abs(found["start"] - word.start)
            self.starts.append(start)
            self.ends.append(1000 * abs(found["end"] - word.end))
            self.scored.append((found["confidence"], start <= 200))
            self.worst += [(start, kind, recording.name, number, word.name, found["confidence"])]
            self.behind += [start] if number in recording.behind else []
            self.fillers += [start] if word.name in FILLERS else []

    def merge(self, other):
        for name, values in vars(other).items():
            getattr(self, name).extend(values)

    def print(self, name, area):
        starts, ends = np.array(self.starts), np.array(self.ends)
        both = np.concatenate([starts, ends])
        wrong = [confidence for confidence, good in self.scored if not good]
        line = (f"{name:20} {len(starts):5}  {starts.mean():5.1f} {ends.mean():5.1f}   {share(both, 20):5.1f} "
                f"{share(starts, 50):5.1f} {share(ends, 50):5.1f}   {len(wrong):4} {sum(c > 0.5 for c in wrong):5}  "
                f"{'-' if area is None else f'{area:.3f}':>5}")
        if self.behind:
            line += f"   {len(self.behind)} behind it: {share(self.behind, 50):.1f} within 50 ms"
        if self.fillers:
            line += f"   {len(self.fillers)} fillers: {share(self.fillers, 100):.1f} within 100 ms"
        print(line, flush=True)


def hear(recording, align):
    with tempfile.TemporaryDirectory() as folder:
        page, sound = (pathlib.Path(folder) / name for name in ("speech.md", "speech.mp3"))
        page.write_text(PAGE.format(" ".join(word.name for word in recording.words)))
        samples = np.clip(np.rint(recording.samples), -32768, 32767).astype("<i2").tobytes()
        subprocess.run(["ffmpeg", "-v", "error", "-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "-", "-b:a", "64k",
                        sound], input=samples, check=True)
        return align(page, sound)["words"]


def print_people(folder, align, area_under_roc):
    readers, others = recordings(folder)
    print("\nPeople's speech: means in ms, starts and ends; % of both within 20 ms, of starts, of ends within 50 ms; starts\n"
          "over 200 ms off, those of them with a confidence above 0.5; what it tells of being that far off")
    print(f"{'':20} words  start   end    <=20 <=50 s <=50 e   >200  sure    AUC")
    everything = Figures()

    def show(name, of):
        figures = Figures()
        for recording in of:
            figures.add(name, recording, hear(recording, align))
        figures.print(name, area_under_roc(figures.scored))
        return figures
    for reader in readers:
        show(reader.name, [reader])
    for name, change in VARIANTS if readers else []:
        everything.merge(show(name, [change(reader, readers) for reader in readers]))
    for name, of in others.items():
        everything.merge(show(name, of))
    everything.print("all together", area_under_roc(everything.scored))
    print("\nThe thirty worst starts: ms, set, recording, word and its number, confidence")
    for off, *which, sure in sorted(everything.worst, reverse=True)[:30]:
        print(f"{off:6.0f}", *which, f"{sure:.2f}")
