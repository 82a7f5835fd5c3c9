// The desk of a reviewer: the waveform, the findings one after the other, keys, and a shade on doubtful words.

const KEYS = [
  ['Space', 'play or pause'], ['\u2190 \u2192', 'the cue before, the next one'], ['n p', 'the next finding, the one before'],
  ['Ctrl+Z', 'undo a correction'],
  ['e', 'correct the word that is heard'], ['r', 'what is chosen is right'],
  ['+ \u2212', 'zoom in, out'], ['/', 'search'], ['Esc', 'back to the page'],
];
// How sure a word is, in tenths, and below that how it is marked.
const SHADES = [['cmos-doubt-2', 2], ['cmos-doubt-1', 5]];
const BEFORE = 0.5; // Seconds that a finding is heard before it begins, and behind its end.

const stored = {
  get(key) {
    try { return localStorage.getItem(key); } catch { return null; }
  },
  set(key, value) {
    try { localStorage.setItem(key, value); } catch { /* Nothing is kept here. */ }
  },
};

// Whether the browser itself has something to undo there.
const isTyping = (field) => field.matches('input:not([type=checkbox])') && field.value !== field.defaultValue;

class Desk {
  constructor(player) {
    this.player = player;
    this.clock = player.clock;
    this.findings = [...player.root.querySelectorAll('.cmos-findings li')];
    this.finding = -1;
    this.wave = new Wave(player.data, this.marks());
    this.wave.addEventListener('choose', (event) => this.clock.play(event.detail));
    this.clock.addEventListener('tick', () => this.tick());
    this.build();
    this.editor = new Editor(this);
    this.drag = new Drag(this.editor, this.wave);
    this.shade();
    document.addEventListener('keydown', (event) => this.key(event));
    player.root.querySelector('.cmos-findings').addEventListener('click', (event) => {
      const item = event.target.closest('li');
      if (!item || !event.target.closest('a')) return;
      event.preventDefault();
      this.choose(this.findings.indexOf(item));
    });
    this.tick();
  }

  // [start, end, colour] of each finding that has a time.
  marks() {
    return this.findings.map((item) => item.querySelector('a')).filter(Boolean).map((link) => {
      const doubtful = link.closest('li').classList.contains('cmos-Doubtful');
      return [momentOf(link.getAttribute('href')) * 1000, Number(link.dataset.end), doubtful ? 'doubt' : 'wrong'];
    });
  }

  build() {
    const button = (text, label, act) => {
      const made = element('button', { type: 'button', textContent: text, ariaLabel: label });
      made.addEventListener('click', act);
      return made;
    };
    this.keys = this.player.choice('Single keys', stored.get('cmos-keys') !== 'off');
    this.keys.addEventListener('change', () => stored.set('cmos-keys', this.keys.checked ? 'on' : 'off'));
    const help = element('details', {}, element('summary', { textContent: 'Keys' }),
      element('dl', {}, ...KEYS.flatMap(([key, does]) => [element('dt', { textContent: key }), element('dd', { textContent: does })])));
    const tools = element('div', { className: 'cmos-tools' },
      button('\u25C0', 'Earlier part of the waveform', () => this.wave.move(-0.5)),
      button('\u25B6', 'Later part of the waveform', () => this.wave.move(0.5)),
      button('+', 'Zoom in', () => this.wave.zoom(0.5)),
      button('\u2212', 'Zoom out', () => this.wave.zoom(2)),
      button('All', 'All of the waveform', () => this.wave.show(0, this.player.data.duration)),
      button('Previous cue', 'Previous cue', () => this.cue(-1)),
      button('Next cue', 'Next cue', () => this.cue(1)),
      button('Previous finding', 'Previous finding', () => this.choose(this.finding - 1)),
      button('Next finding', 'Next finding', () => this.choose(this.finding + 1)),
      this.keys.parentNode, help);
    this.player.root.querySelector('.cmos-bar audio').after(this.wave.canvas, tools);
  }

  tick() {
    this.wave.moment = this.clock.now * 1000;
    if (this.until && this.clock.now >= this.until) {
      this.until = null;
      this.clock.audio.pause();
    }
    if (this.clock.audio.paused) this.until = null;
  }

  // Plays a finding with a little before and behind it.
  choose(index) {
    if (index < 0 || index >= this.findings.length) return;
    this.findings[this.finding]?.removeAttribute('aria-current');
    this.finding = index;
    const item = this.findings[index];
    item.setAttribute('aria-current', 'true');
    item.scrollIntoView({ block: 'nearest' });
    this.player.say(`Finding ${index + 1} of ${this.findings.length}`);
    const link = item.querySelector('a');
    if (!link) return;
    const start = momentOf(link.getAttribute('href'));
    const end = Number(link.dataset.end) / 1000;
    const first = this.editor.list.at(start * 1000 + 1);
    this.editor.choose(first, Math.max(first, this.editor.list.at(end * 1000 - 1)));
    this.hear(start, end);
  }

  // With a little before and behind it.
  hear(start, end) {
    this.player.paragraph = null;
    this.clock.play(start - BEFORE).then(() => { this.until = end + BEFORE; });
  }

  cue(by) {
    const { cues } = this.player.data;
    const here = lastAtMost(cues.length, (i) => cues[i][0], this.clock.now * 1000 + 1);
    const wanted = cues[Math.min(Math.max(here + by, 0), cues.length - 1)];
    if (wanted) this.clock.seek(wanted[0] / 1000);
  }

  key(event) {
    if (event.key === 'Escape') return document.activeElement.blur();
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && !isTyping(event.target)) {
      event.preventDefault();
      return this.editor.undo();
    }
    if (event.ctrlKey || event.altKey || event.metaKey || !this.keys.checked) return undefined;
    if (event.target.closest('input, button, audio, a, summary, select, textarea, [tabindex]') && (event.key === ' ' || event.key.startsWith('Arrow'))) return undefined;
    if (event.target.closest('input:not([type=checkbox]), textarea')) return undefined;
    const act = {
      ' ': () => this.clock.toggle(),
      ArrowLeft: () => this.cue(-1),
      ArrowRight: () => this.cue(1),
      e: () => {
        this.clock.audio.pause();
        this.editor.choose(this.editor.list.at(this.clock.now * 1000));
        this.editor.text.focus();
      },
      r: () => this.editor.right(),
      n: () => this.choose(this.finding + 1),
      p: () => this.choose(this.finding - 1),
      '+': () => this.wave.zoom(0.5),
      '-': () => this.wave.zoom(2),
      '/': () => this.player.query.focus(),
    }[event.key];
    if (!act) return undefined;
    event.preventDefault();
    return act();
  }

  // Doubtful words of the paragraphs near the window: those of a whole episode would take long.
  shade() {
    if (!globalThis.Highlight) return;
    const highlights = SHADES.map(([name]) => {
      const highlight = new Highlight();
      CSS.highlights.set(name, highlight);
      return highlight;
    });
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        const paragraph = this.player.words.of(target);
        [...target.dataset.c].forEach((digit, word) => {
          const shade = SHADES.findIndex(([, below]) => digit !== '-' && Number(digit) < below);
          const range = shade >= 0 && paragraph.range(word);
          if (range) highlights[shade].add(range);
        });
      }
    }, { rootMargin: '500px' });
    for (const { element: paragraph } of this.player.words.paragraphs) observer.observe(paragraph);
  }
}

const review = document.querySelector('.cmos-review').player;
review.desk = new Desk(review);
