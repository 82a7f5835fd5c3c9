// The player: sound, the words lit as they are heard, captions, chapters, search, links to moments.

const CLOCK_TIME = /^#t=(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d+)?)$/;

const element = (name, properties = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};

// "#t=62.1" or "#t=1:02" as seconds, or null.
const momentOf = (hash) => {
  const found = CLOCK_TIME.exec(hash);
  return found && Number(found[1] ?? 0) * 3600 + Number(found[2] ?? 0) * 60 + Number(found[3]);
};

const bringIntoView = (target) => {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  target.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
};

class Player {
  constructor(root) {
    this.root = root;
    this.data = JSON.parse(root.querySelector('.cmos-data').textContent);
    this.clock = new Clock(root.querySelector('audio'), this.data.unheard);
    this.words = new Words(root);
    this.chapterLinks = [...root.querySelectorAll('.cmos-chapters a[href^="#t="]')];
    this.build();
    this.clock.addEventListener('tick', () => this.show());
    this.clock.addEventListener('failed', () => this.say(SOUND_HELP));
    root.addEventListener('click', (event) => this.click(event));
    addEventListener('hashchange', () => this.follow(location.hash));
    this.follow(location.hash);
    this.show();
    if (this.data.variable) this.say('This MP3 has a variable bit rate: after a jump, words and sound may differ.');
  }

  build() {
    this.caption = element('div', { className: 'cmos-caption', ariaHidden: 'true' });
    this.status = element('span', { className: 'cmos-status', role: 'status' });
    this.showsCaptions = this.choice('Captions', true);
    this.follows = this.choice('Follow the words', true);
    this.showsCaptions.addEventListener('change', () => { this.caption.hidden = !this.showsCaptions.checked; });
    const share = element('button', { type: 'button', textContent: 'Copy link to this moment' });
    share.addEventListener('click', () => this.share());
    this.tools = element('div', { className: 'cmos-tools' }, this.showsCaptions.parentNode, this.follows.parentNode,
      this.buildSearch(), share, this.status);
    this.root.querySelector('.cmos-bar').append(this.caption, this.tools);
    // Who scrolls wants to read elsewhere.
    for (const event of ['wheel', 'touchmove']) {
      this.root.addEventListener(event, () => { this.follows.checked = false; }, { passive: true });
    }
  }

  choice(text, checked) {
    const box = element('input', { type: 'checkbox', checked });
    element('label', {}, box, ` ${text}`);
    return box;
  }

  buildSearch() {
    this.query = element('input', { type: 'search', ariaLabel: 'Search the transcript', placeholder: 'Search' });
    this.query.addEventListener('input', () => this.search());
    const step = (name, label, by) => {
      const button = element('button', { type: 'button', textContent: name, ariaLabel: label });
      button.addEventListener('click', () => this.step(by));
      return button;
    };
    const form = element('form', { role: 'search' }, this.query, step('\u2191', 'Find previous', -1),
      step('\u2193', 'Find next', 1));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.step(1);
    });
    this.hits = [];
    return form;
  }

  search() {
    this.hits = this.words.search(this.query.value);
    this.hit = -1;
    light('cmos-found', this.hits);
    light('cmos-hit', []);
    this.say(this.query.value.trim() ? `${this.hits.length} found` : '');
  }

  step(by) {
    if (!this.hits.length) return this.say('Nothing found');
    this.hit = this.hit < 0 && by < 0 ? this.hits.length - 1 : (this.hit + by + this.hits.length) % this.hits.length;
    const range = this.hits[this.hit];
    light('cmos-hit', [range]);
    this.follows.checked = false;
    bringIntoView(range.startContainer.parentElement);
    return this.say(`${this.hit + 1} of ${this.hits.length}`);
  }

  say(text) {
    this.status.textContent = text;
  }

  async share() {
    history.replaceState(null, '', `#t=${Math.max(0, this.clock.now).toFixed(1)}`);
    try {
      await navigator.clipboard.writeText(location.href);
      this.say('Copied');
    } catch {
      this.say(location.href);
    }
  }

  // A moment that the address names: shown, and played when somebody says so.
  follow(hash) {
    const seconds = momentOf(hash);
    if (seconds === null) return;
    this.clock.seek(seconds);
    const paragraph = this.words.paragraphAt(seconds * 1000);
    if (paragraph) bringIntoView(paragraph.element);
  }

  click(event) {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest('a');
    const seconds = link ? momentOf(link.getAttribute('href') ?? '') : this.momentUnder(event);
    if (seconds === null) return;
    event.preventDefault();
    if (link) history.replaceState(null, '', link.getAttribute('href'));
    this.follows.checked = true;
    this.clock.play(seconds);
  }

  momentUnder(event) {
    const paragraph = this.words.of(event.target);
    if (!paragraph || !getSelection().isCollapsed) return null;
    const time = paragraph.times[paragraph.wordUnder(event.clientX, event.clientY)];
    return time ? time[0] / 1000 : null;
  }

  show() {
    const now = this.clock.now * 1000;
    const paragraph = this.words.paragraphAt(now);
    const word = paragraph?.wordAt(now) ?? -1;
    if (paragraph !== this.paragraph) this.enter(paragraph);
    if (paragraph !== this.litIn || word !== this.lit) {
      [this.litIn, this.lit] = [paragraph, word];
      light('cmos-lit', word < 0 ? [] : [paragraph.range(word)]);
    }
    this.showCaption(now);
    this.showChapter(now);
  }

  enter(paragraph) {
    this.paragraph?.element.removeAttribute('aria-current');
    this.paragraph = paragraph;
    paragraph?.element.setAttribute('aria-current', 'true');
    if (paragraph && this.follows.checked && !this.clock.audio.paused) bringIntoView(paragraph.element);
  }

  showCaption(now) {
    const cues = this.data.cues;
    const index = lastAtMost(cues.length, (i) => cues[i][0], now);
    const cue = index >= 0 && now < cues[index][1] ? cues[index] : null;
    if (cue === this.cue) return;
    this.cue = cue;
    this.caption.replaceChildren(...(cue?.[2] ?? []).map((voice) => this.voice(voice)));
  }

  voice([speaker, ...lines]) {
    const name = this.data.speakers[speaker];
    const shown = element('p', { className: `cmos-s${(speaker % 6) + 1}`, dir: 'auto', lang: this.data.language });
    if (name) shown.append(element('b', { className: 'cmos-speaker' }, element('bdi', { textContent: name })), ' ');
    lines.forEach((line, index) => shown.append(...(index ? [element('br')] : []), line));
    return shown;
  }

  showChapter(now) {
    const chapter = this.chapterLinks[lastAtMost(this.chapterLinks.length,
      (i) => momentOf(this.chapterLinks[i].getAttribute('href')) * 1000, now)];
    if (chapter === this.chapter) return;
    this.chapter?.removeAttribute('aria-current');
    chapter?.setAttribute('aria-current', 'true');
    this.chapter = chapter;
  }
}

for (const root of document.querySelectorAll('.cmos-player')) root.player = new Player(root);
