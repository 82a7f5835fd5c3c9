// Where a reviewer corrects: fields for what is chosen, edges to drag on the waveform, and saving.

class Editor {
  constructor(desk) {
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
        seconds('cueEnd', 'ends', (time) => this.setEnd(...this.cue, true, time))),
      group('Chapter', field('title', 'Title', { type: 'text' }, (value) => this.setTitle(value)),
        seconds('chapterStart', 'begins', (time) => this.setChapter(this.chapter, time))));
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.player.root.querySelector('.cmos-findings').after(element('section', { className: 'cmos-editor', ariaLabel: 'Correct' },
      element('h2', { textContent: 'Correct' }), this.form, this.kept,
      element('p', { className: 'cmos-tools' }, button(`Save ${this.data.file}`, () => this.save()), button('Copy it', () => this.copy()))));
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
    const now = this.list.time(first)[0];
    this.cueIndex = Math.max(0, lastAtMost(this.data.cues.length, (i) => this.data.cues[i][0], now + 1));
    this.cue = this.wordsOfCue(this.cueIndex);
    this.chapter = Math.max(0, lastAtMost(this.data.chapters.length, (i) => this.data.chapters[i][0], now));
    this.show();
  }

  wordsOfCue(index) {
    const [cue, next] = [this.data.cues[index], this.data.cues[index + 1]];
    if (!cue) return [0, 0];
    let first = this.list.at(cue[0]);
    while (first + 1 < this.list.count && this.list.time(first)[0] < cue[0]) ++first;
    let last = first;
    while (last + 1 < this.list.count && this.list.time(last + 1)[0] < (next?.[0] ?? Infinity)) ++last;
    return [first, last];
  }

  show() {
    const seconds = (milliseconds) => (milliseconds / 1000).toFixed(3);
    const { data, list } = this;
    const cue = data.cues[this.cueIndex];
    this.about.textContent = `${clockText(list.time(this.first)[0])} \u201C${this.shown(this.first, this.last)}\u201D`;
    this.text.value = this.shown(this.first, this.last);
    this.wordStart.value = seconds(list.time(this.first)[0]);
    this.speaker.value = data.ids[data.turns[this.turns.indexOf(this.turn)]?.[3]]?.[0] ?? '';
    this.turnStart.value = seconds(list.time(this.turn[0])[0]);
    this.turnEnd.value = seconds(list.time(this.turn[1])[1]);
    [this.cueStart.value, this.cueEnd.value] = cue ? [seconds(cue[0]), seconds(cue[1])] : ['', ''];
    const chapter = data.chapters[this.chapter];
    [this.title.value, this.chapterStart.value] = chapter ? [chapter[1], seconds(chapter[0])] : ['', ''];
    this.title.disabled = this.chapterStart.disabled = !chapter;
    this.desk.wave.draw();
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
    const { texts } = this.list;
    const old = texts.slice(this.first, this.last + 1).join(' ');
    this.corrections.setWords(this.first, this.last, false, { text: text === old ? undefined : text });
    const parts = text.split(' ');
    for (let word = this.first; word <= this.last; ++word) {
      const rest = word === this.last ? parts.join('\u00A0') : parts.shift() ?? '';
      const [paragraph, index] = this.list.place(word);
      const place = paragraph.places[index];
      if (!place) continue;
      place.node.replaceData(place.from, place.to - place.from, rest || '\u00A0');
      paragraph.found = null;
    }
    return this.show();
  }

  setStart(first, last, cue, wanted) {
    const time = this.corrections.limit(first, wanted, this.data.duration);
    this.corrections.setWords(first, last, cue, { start: time });
    const said = this.list.time(first);
    [said[0], said[1]] = [time, Math.max(said[1], time + 1)];
    if (cue) this.data.cues[this.cueIndex][0] = time;
    const turn = this.turns.findIndex(([begin]) => begin === first);
    if (turn >= 0) this.data.turns[turn][0] = time;
    this.show();
  }

  setEnd(first, last, cue, wanted) {
    const time = this.corrections.limit(last + 1, wanted, this.data.duration);
    this.corrections.setWords(first, last, cue, { end: time });
    const said = this.list.time(last);
    [said[0], said[1]] = [Math.min(said[0], time - 1), time];
    if (cue) this.data.cues[this.cueIndex][1] = time;
    const turn = this.turns.findIndex(([, end]) => end === last);
    if (turn >= 0) this.data.turns[turn][1] = time;
    this.show();
  }

  setSpeaker(id) {
    this.corrections.setWords(this.turn[0], this.turn[0], false, { speaker: id });
    const index = this.data.ids.findIndex(([known]) => known === id);
    const turn = this.data.turns[this.turns.indexOf(this.turn)];
    [turn[2], turn[3]] = [this.data.speakers.indexOf(this.data.ids[index][1]), index];
    this.show();
  }

  setTitle(value) {
    const chapter = this.data.chapters[this.chapter];
    const title = value.trim().replace(/\s+/g, ' ');
    if (title) this.corrections.setChapter(chapter[2] ??= chapter[1], { title });
    chapter[1] = title || chapter[1];
    this.show();
  }

  setChapter(index, wanted) {
    const { chapters, duration } = this.data;
    const chapter = chapters[index];
    const time = Math.min(Math.max(wanted, (chapters[index - 1]?.[0] ?? -1) + 1), (chapters[index + 1]?.[0] ?? duration) - 1);
    this.corrections.setChapter(chapter[2] ??= chapter[1], { time });
    chapter[0] = time;
    this.show();
  }

  right() {
    this.corrections.setWords(this.first, this.last, false, { right: true });
    this.player.say(`\u201C${this.shown(this.first, this.last)}\u201D is right`);
  }

  showList() {
    this.kept.replaceChildren(...[...this.corrections.items].map(([key, item]) => {
      const what = KEYS_OF_CORRECTION.slice(4).filter((name) => item[name] && name !== 'cue')
        .map((name) => `${name} ${['start', 'end', 'time'].includes(name) ? clockText(item[name]) : item[name]}`).join(', ');
      const quoted = item.words?.length > 60 ? `${item.words.slice(0, 60)}\u2026` : item.words ?? item.chapter;
      const remove = element('button', { type: 'button', textContent: 'Remove', ariaLabel: `Remove: ${quoted}, ${what}` });
      remove.addEventListener('click', () => this.corrections.remove(key));
      return element('li', {}, element('bdi', { textContent: `\u201C${quoted}\u201D` }), `: ${what} `, remove);
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
