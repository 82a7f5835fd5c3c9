// The waveform with what lies on it: turns in their speakers' colours, silences, cues, chapters, findings. Only what is
// seen is drawn.

const HEIGHT = 150;
const ROWS = { findings: 8, chapters: 14, wave: 90, turns: 14, cues: 24 };
const SHORTEST_SPAN = 2000; // Milliseconds on the screen, at the least.

class Wave extends EventTarget {
  constructor(data, findings) {
    super();
    this.data = data;
    this.marks = findings;
    this.peaks = Uint8Array.from(atob(data.wave.peaks), (character) => character.charCodeAt(0));
    this.from = 0;
    this.span = Math.min(data.duration, 60000);
    this.canvas = element('canvas', { className: 'cmos-wave', height: HEIGHT });
    this.canvas.setAttribute('role', 'img');
    this.canvas.setAttribute('aria-label', 'Waveform with turns, silences, cues, chapters and findings; the lists below say the same');
    this.canvas.addEventListener('click', (event) => this.click(event));
    this.canvas.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    new ResizeObserver(() => this.draw()).observe(this.canvas);
    for (const query of ['(prefers-color-scheme: dark)', '(resolution: 1dppx)']) {
      matchMedia(query).addEventListener('change', () => this.draw());
    }
  }

  timeAt(x) {
    return this.from + (x / this.canvas.clientWidth) * this.span;
  }

  click(event) {
    if (this.wasDragged) {
      this.wasDragged = false;
      return;
    }
    this.dispatchEvent(new CustomEvent('choose', { detail: this.timeAt(event.offsetX) / 1000 }));
  }

  wheel(event) {
    event.preventDefault();
    const turned = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY;
    if (event.ctrlKey || event.altKey) this.zoom(turned > 0 ? 1.25 : 0.8, this.timeAt(event.offsetX));
    else this.move(turned / 400);
    event.stopPropagation();
  }

  // By that share of what is seen.
  move(share) {
    this.show(this.from + share * this.span, this.span);
  }

  // The moment stays where it is on the screen.
  zoom(factor, moment = this.now) {
    const span = Math.min(Math.max(this.span * factor, SHORTEST_SPAN), this.data.duration);
    const held = moment >= this.from && moment < this.from + this.span ? moment : this.from + this.span / 2;
    this.show(held - ((held - this.from) / this.span) * span, span);
  }

  show(from, span) {
    this.span = span;
    this.from = Math.max(0, Math.min(from, this.data.duration - span));
    this.draw();
  }

  // What is heard now; the page turns when it leaves the screen.
  set moment(milliseconds) {
    this.now = milliseconds;
    const seen = milliseconds >= this.from && milliseconds < this.from + this.span;
    if (seen) this.draw();
    else this.show(milliseconds - this.span / 10, this.span);
  }

  draw() {
    this.pending ??= requestAnimationFrame(() => {
      this.pending = null;
      this.paint();
    });
  }

  paint() {
    const { canvas } = this;
    const scale = devicePixelRatio;
    const width = canvas.clientWidth;
    if (!width) return;
    if (canvas.width !== Math.round(width * scale)) canvas.width = Math.round(width * scale);
    if (canvas.height !== HEIGHT * scale) canvas.height = HEIGHT * scale;
    this.style = getComputedStyle(canvas);
    this.context = canvas.getContext('2d');
    this.context.setTransform(scale, 0, 0, scale, 0, 0);
    this.context.clearRect(0, 0, width, HEIGHT);
    this.context.font = '12px system-ui, sans-serif';
    this.context.textBaseline = 'middle';
    let top = 0;
    for (const [row, height] of Object.entries(ROWS)) {
      this[row](top, height, width);
      top += height;
    }
    this.fill('text', this.x(this.now ?? 0), 0, 2, HEIGHT);
    if (this.guide) this.fill('link', this.x(this.guide), 0, 1, HEIGHT);
  }

  x(milliseconds) {
    return ((milliseconds - this.from) / this.span) * this.canvas.clientWidth;
  }

  fill(colour, x, y, width, height, alpha = 1) {
    this.context.globalAlpha = alpha;
    this.context.fillStyle = this.style.getPropertyValue(`--cmos-${colour}`);
    this.context.fillRect(x, y, width, height);
    this.context.globalAlpha = 1;
  }

  write(text, x, y, width) {
    if (width < 24) return;
    this.context.save();
    this.context.beginPath();
    this.context.rect(x, y - 12, width - 4, 24);
    this.context.clip();
    this.context.fillStyle = this.style.getPropertyValue('--cmos-text');
    this.context.fillText(text, x + 4, y);
    this.context.restore();
  }

  // What of a list in order of time is seen; starts and ends are the first two of each.
  * seen(list) {
    const first = Math.max(0, lastAtMost(list.length, (i) => list[i][0], this.from));
    for (let i = first; i < list.length && list[i][0] < this.from + this.span; ++i) yield list[i];
  }

  findings(y, height) {
    for (const [start, end, colour] of this.marks) {
      if (end >= this.from && start < this.from + this.span) {
        this.fill(colour, this.x(start), y, Math.max(4, this.x(end) - this.x(start)), height - 2);
      }
    }
  }

  wave(y, height, width) {
    for (const [start, end] of this.seen(this.data.silences)) {
      this.fill('line', this.x(start), y, this.x(end) - this.x(start), height, 0.25);
    }
    const middle = y + height / 2;
    const perPeak = this.data.wave.step * 1000;
    for (let x = 0; x < width; ++x) {
      const begin = Math.floor(this.timeAt(x) / perPeak);
      const end = Math.max(begin + 1, Math.ceil(this.timeAt(x + 1) / perPeak));
      let peak = 0;
      for (let i = begin; i < end && i < this.peaks.length; ++i) peak = Math.max(peak, this.peaks[i]);
      const tall = Math.max(1, (peak / 255) * height);
      this.fill('dim', x, middle - tall / 2, 1, tall);
    }
    this.wordStarts(y, height);
  }

  // The words whose starts are seen.
  * seenWords() {
    const list = this.wordList;
    for (let word = list.at(this.from); word < list.count && list.time(word)[0] < this.from + this.span; ++word) yield word;
  }

  wordStarts(y, height) {
    if (!this.wordList?.count || this.span > WORDS_SPAN) return;
    for (const word of this.seenWords()) this.fill('link', this.x(this.wordList.time(word)[0]), y, 1, height, 0.6);
  }

  turns(y, height) {
    for (const [start, end, speaker] of this.seen(this.data.turns)) {
      const [x, width] = [this.x(start), this.x(end) - this.x(start)];
      this.fill(`${(speaker % 6) + 1}`, x, y + height - 4, Math.max(1, width - 1), 4);
      this.write(this.data.speakers[speaker] ?? '', Math.max(x, 0), y + 4, width - Math.max(-x, 0));
    }
  }

  cues(y, height) {
    for (const [start, end, voices] of this.seen(this.data.cues)) {
      const [x, width] = [this.x(start), this.x(end) - this.x(start)];
      this.fill('lit', x, y + 3, Math.max(1, width - 1), height - 4);
      this.write(voices.flatMap((voice) => voice.slice(1)).join(' '), x, y + 1 + height / 2, width);
    }
  }

  chapters(y, height, width) {
    const marks = this.data.chapters;
    marks.forEach(([start, title], index) => {
      const x = this.x(start);
      const end = this.x(marks[index + 1]?.[0] ?? this.data.duration);
      if (end <= 0 || x > width) return;
      this.fill('link', x, y, 2, HEIGHT - y);
      this.write(title, Math.max(x, 0), y + height / 2, end - Math.max(x, 0));
    });
  }
}
