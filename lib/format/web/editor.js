// Where a reviewer corrects: fields for what is chosen, edges to drag on the waveform, and saving.

class Editor extends Changes {
  constructor(desk) {
    super();
    this.desk = desk;
    this.player = desk.player;
    this.data = this.player.data;
    this.list = new WordList(this.player.words);
    this.corrections = new Corrections(this.list, this.data.corrections);
    this.turns = [...this.player.root.querySelectorAll('.cmos-turn')].map((turn) => this.wordsOf(turn)).filter(Boolean);
    this.build();
    this.corrections.addEventListener('change', () => this.showList());
    this.player.root.addEventListener('click', (event) => this.click(event));
    addEventListener('beforeunload', (event) => { if (!this.corrections.saved) event.preventDefault(); });
    this.showList();
    this.choose(0, 0);
  }

  // [first, last] of a turn's words.
  wordsOf(turn) {
    const paragraphs = [...turn.querySelectorAll('[data-t]')].map((element) => this.player.words.of(element));
    if (!paragraphs.length) return null;
    const last = paragraphs.at(-1);
    return [this.list.number(paragraphs[0], 0), this.list.number(last, last.times.length - 1)];
  }

  build() {
    const field = (name, label, properties, commit) => {
      const input = properties.options
        ? element('select', {}, ...properties.options.map(([value, textContent]) => element('option', { value, textContent })))
        : element('input', properties);
      input.addEventListener('change', () => commit(input.value));
      this[name] = input;
      return element('label', {}, `${label} `, input);
    };
    const seconds = (name, label, commit) => field(name, label, { type: 'number', step: 0.01, min: 0 }, (value) => commit(Math.round(value * 1000)));
    const button = (textContent, act) => {
      const made = element('button', { type: 'button', textContent });
      made.addEventListener('click', act);
      return made;
    };
    const group = (legend, ...content) => element('fieldset', {}, element('legend', { textContent: legend }), ...content);
    this.about = element('p', { className: 'cmos-chosen' });
    this.kept = element('ol', { ariaLabel: 'Corrections' });
    this.word = group('Words', field('text', 'Text', { type: 'text' }, (value) => this.setText(value)),
      seconds('wordStart', 'begin', (time) => this.setStart(this.first, this.last, false, time)),
      button('They are right', () => this.right()), button('Hear', () => this.hear()),
      button('Word before', () => this.step(-1)), button('Word after', () => this.step(1)));
    this.form = element('form', {}, this.about, this.word,
      group('Turn', field('speaker', 'Speaker', { options: this.data.ids }, (id) => this.setSpeaker(id)),
        seconds('turnStart', 'begins', (time) => this.setStart(this.turn[0], this.turn[0], false, time)),
        seconds('turnEnd', 'ends', (time) => this.setEnd(this.turn[1], this.turn[1], false, time))),
      group('Cue', seconds('cueStart', 'begins', (time) => this.setStart(...this.cue, true, time)),
        seconds('cueEnd', 'ends', (time) => this.setEnd(...this.cue, true, time)),
        button('A cue begins at the word', () => this.split()), button('Join with the next cue', () => this.join())),
      group('Chapter', field('title', 'Title', { type: 'text' }, (value) => this.setTitle(value)),
        seconds('chapterStart', 'begins', (time) => this.setChapter(this.chapter, time))));
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.player.root.querySelector('.cmos-findings').after(element('section', { className: 'cmos-editor', ariaLabel: 'Correct' },
      element('h2', { textContent: 'Correct' }), this.form, this.kept,
      element('p', { className: 'cmos-tools' }, button('Undo', () => this.undo()),
        button(`Save ${this.data.file}`, () => this.save()), button('Copy it', () => this.copy()))));
  }

  click(event) {
    const paragraph = this.player.words.of(event.target);
    const index = paragraph ? paragraph.wordUnder(event.clientX, event.clientY) : -1;
    if (index >= 0) this.choose(this.list.number(paragraph, index));
  }

  // Words [first, last], and the turn, the cue and the chapter in which the first of them is.
  choose(first, last = first) {
    if (!this.list.count) return;
    [this.first, this.last] = [first, last];
    this.turn = this.turns.find(([, end]) => end >= first) ?? [first, last];
    const [now, end] = this.list.time(first);
    this.cueIndex = Math.max(0, lastAtMost(this.data.cues.length, (i) => this.data.cues[i][0], Math.max(now, end - 1)));
    this.cue = this.wordsOfCue(this.cueIndex);
    this.chapter = Math.max(0, lastAtMost(this.data.chapters.length, (i) => this.data.chapters[i][0], now));
    this.show();
  }

  wordsOfCue(index) {
    const { cues } = this.data;
    if (!cues[index]) return [0, 0];
    const first = this.firstWordOf(cues[index]);
    const end = cues[index + 1] ? this.firstWordOf(cues[index + 1]) : this.list.count;
    return [first, Math.max(first, end - 1)];
  }

  // A cue comes after the word in front has ended, and before its own first one has (docs/captions.md).
  firstWordOf([start]) {
    let word = this.list.at(start);
    while (word + 1 < this.list.count && this.list.time(word)[1] <= start) ++word;
    return word;
  }

  show() {
    const { data, list } = this;
    const cue = data.cues[this.cueIndex];
    const chapter = data.chapters[this.chapter];
    this.about.textContent = `${clockText(list.time(this.first)[0])} \u201C${this.shown(this.first, this.last)}\u201D`;
    this.fill('text', this.shown(this.first, this.last));
    this.fill('wordStart', list.time(this.first)[0]);
    this.speaker.value = data.ids[data.turns[this.turns.indexOf(this.turn)]?.[3]]?.[0] ?? '';
    this.fill('turnStart', list.time(this.turn[0])[0]);
    this.fill('turnEnd', list.time(this.turn[1])[1]);
    this.fill('cueStart', cue?.[0]);
    this.fill('cueEnd', cue?.[1]);
    this.fill('title', chapter?.[1]);
    this.fill('chapterStart', chapter?.[0]);
    this.title.disabled = this.chapterStart.disabled = !chapter;
    this.desk.wave.draw();
  }

  // A text, or milliseconds; what differs from its default value was typed.
  fill(name, value = '') {
    this[name].value = this[name].defaultValue = typeof value === 'number' ? (value / 1000).toFixed(3) : value;
  }

  // What stands there now.
  shown(first, last) {
    const texts = [];
    for (let word = first; word <= last; ++word) {
      const [paragraph, index] = this.list.place(word);
      texts.push(paragraph.range(index)?.toString() ?? '');
    }
    return texts.join(' ').replaceAll('\u00A0', ' ');
  }

  step(by) {
    this.choose(Math.min(Math.max((by < 0 ? this.first : this.last) + by, 0), this.list.count - 1));
    this.hear();
  }

  hear() {
    this.desk.hear(this.list.time(this.first)[0] / 1000, this.list.time(this.last)[1] / 1000);
  }

  setText(value) {
    const text = value.trim().replace(/\s+/g, ' ');
    if (!text || text === this.shown(this.first, this.last)) return this.show();
    const old = this.list.texts.slice(this.first, this.last + 1).join(' ');
    return this.change(() => {
      this.corrections.setWords(this.first, this.last, false, { text: text === old ? undefined : text });
      const parts = text.split(' ');
      for (let word = this.first; word <= this.last; ++word) {
        this.showText(word, word === this.last ? parts.join('\u00A0') : parts.shift() ?? '');
      }
    });
  }

  showText(word, text) {
    const [paragraph, index] = this.list.place(word);
    const place = paragraph.places[index];
    if (!place) return;
    this.put(place.node, 'data', place.node.data.slice(0, place.from) + (text || '\u00A0') + place.node.data.slice(place.to));
    this.put(paragraph, 'found', null);
  }

  setStart(first, last, cue, wanted) {
    const time = this.corrections.limit(first, wanted, this.data.duration);
    this.change(() => {
      this.corrections.setWords(first, last, cue, { start: time });
      const said = this.list.time(first);
      this.put(said, 0, time);
      this.put(said, 1, Math.max(said[1], time + 1));
      if (cue) this.put(this.data.cues[this.cueIndex], 0, time);
      const turn = this.turns.findIndex(([begin]) => begin === first);
      if (turn >= 0) this.put(this.data.turns[turn], 0, time);
    });
  }

  setEnd(first, last, cue, wanted) {
    const time = this.corrections.limit(last + 1, wanted, this.data.duration);
    this.change(() => {
      this.corrections.setWords(first, last, cue, { end: time });
      const said = this.list.time(last);
      this.put(said, 0, Math.min(said[0], time - 1));
      this.put(said, 1, time);
      if (cue) this.put(this.data.cues[this.cueIndex], 1, time);
      const turn = this.turns.findIndex(([, end]) => end === last);
      if (turn >= 0) this.put(this.data.turns[turn], 1, time);
    });
  }

  // The cue becomes two; each is shown as one line here, and gets its lines when it is made.
  split() {
    const [begin, end] = this.cue;
    const { first } = this;
    if (first <= begin || first > end) return this.player.say('Choose a word inside the cue');
    const [start, stop, [[speaker]]] = this.data.cues[this.cueIndex];
    const [between, next] = [this.list.time(first - 1)[1], this.list.time(first)[0]];
    return this.change(() => {
      const known = this.corrections.takeCues(begin, end);
      this.corrections.setWords(begin, first - 1, true, { start: known.start });
      this.corrections.setWords(first, end, true, { end: known.end });
      this.putCues(1, [start, between, [[speaker, this.shown(begin, first - 1)]]], [next, stop, [[speaker, this.shown(first, end)]]]);
      this.cueIndex += 1;
      this.cue = [first, end];
    });
  }

  // In place of so many cues from the chosen one on.
  putCues(count, ...cues) {
    this.put(this.data, 'cues', this.data.cues.toSpliced(this.cueIndex, count, ...cues));
  }

  join() {
    const [cue, next] = this.data.cues.slice(this.cueIndex, this.cueIndex + 2);
    if (!next) return this.player.say('This is the last cue');
    const [begin, end] = [this.cue[0], this.wordsOfCue(this.cueIndex + 1)[1]];
    const speakers = new Set([...cue[2], ...next[2]].map(([speaker]) => speaker));
    if (speakers.size > 1) return this.player.say('The next cue is another speaker\u2019s');
    return this.change(() => {
      this.corrections.setWords(begin, end, true, this.corrections.takeCues(begin, end));
      this.putCues(2, [cue[0], next[1], [[...speakers, this.shown(begin, end)]]]);
      this.cue = [begin, end];
    });
  }

  setSpeaker(id) {
    const index = this.data.ids.findIndex(([known]) => known === id);
    const turn = this.data.turns[this.turns.indexOf(this.turn)];
    this.change(() => {
      this.corrections.setWords(this.turn[0], this.turn[0], false, { speaker: id });
      this.put(turn, 2, this.data.speakers.indexOf(this.data.ids[index][1]));
      this.put(turn, 3, index);
    });
  }

  setTitle(value) {
    const chapter = this.data.chapters[this.chapter];
    const title = value.trim().replace(/\s+/g, ' ');
    if (title) this.putChapter(chapter, 1, title, { title });
    else this.show();
  }

  setChapter(index, wanted) {
    const { chapters, duration } = this.data;
    const time = Math.min(Math.max(wanted, (chapters[index - 1]?.[0] ?? -1) + 1), (chapters[index + 1]?.[0] ?? duration) - 1);
    this.putChapter(chapters[index], 0, time, { time });
  }

  // A chapter is quoted by the title that it had at first.
  putChapter(chapter, key, value, changes) {
    this.change(() => {
      this.put(chapter, 2, chapter[2] ?? chapter[1]);
      this.corrections.setChapter(chapter[2], changes);
      this.put(chapter, key, value);
    });
  }

  right() {
    this.change(() => this.corrections.setWords(this.first, this.last, false, { right: true }));
    this.player.say(`\u201C${this.shown(this.first, this.last)}\u201D is right`);
  }

  showList() {
    this.kept.replaceChildren(...[...this.corrections.items].map(([key, item]) => {
      const what = KEYS_OF_CORRECTION.slice(4).filter((name) => item[name] && name !== 'cue')
        .map((name) => `${name} ${['start', 'end', 'time'].includes(name) ? clockText(item[name]) : item[name]}`).join(', ');
      const quoted = item.words?.length > 60 ? `${item.words.slice(0, 60)}\u2026` : item.words ?? item.chapter;
      const remove = element('button', { type: 'button', textContent: 'Remove', ariaLabel: `Remove: ${quoted}, ${what || 'one cue'}` });
      remove.addEventListener('click', () => this.change(() => this.corrections.items.delete(key)));
      return element('li', {}, element('bdi', { textContent: `\u201C${quoted}\u201D` }), `: ${what || 'one cue'} `, remove);
    }));
  }

  async save() {
    const { file } = this.corrections;
    const address = document.querySelector('meta[name=cmos-save]')?.content;
    if (address) {
      this.player.say('Saving; the outputs are made again');
      const answer = await fetch(address, { method: 'POST', body: file }).catch(() => null);
      this.player.say(answer ? await answer.text() : 'The program does not answer');
      this.corrections.saved = Boolean(answer?.ok);
      if (answer?.ok) location.reload();
      return;
    }
    const link = element('a', { href: URL.createObjectURL(new Blob([file], { type: 'text/plain' })), download: this.data.file });
    link.click();
    URL.revokeObjectURL(link.href);
    this.corrections.saved = true;
    this.player.say(`Put ${this.data.file} beside the page and make it again`);
  }

  async copy() {
    await navigator.clipboard.writeText(this.corrections.file).then(() => this.player.say('Copied'), () => this.player.say('The browser does not copy here'));
  }
}
