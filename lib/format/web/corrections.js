// What a person corrects: words quoted with those around them, and what is right of them; and the file that it becomes
// (docs/corrections.md).

const AROUND = 6; // Words that are quoted on either side, and more where the same words come again.
const MOST_AROUND = 96;
const ALIKE = 3; // Of the words around two places, so many have to differ, and one more.
const KEYS_OF_CORRECTION = ['words', 'before', 'after', 'chapter', 'start', 'end', 'cue', 'right', 'text', 'speaker', 'title', 'time'];

const keyOfWord = (word) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || word;

// "1:02.345"
const clockText = (milliseconds) => {
  const [hours, minutes] = [Math.floor(milliseconds / 3600000), Math.floor(milliseconds / 60000) % 60];
  const seconds = `${Math.floor(milliseconds / 1000) % 60}`.padStart(2, '0');
  const rest = `${milliseconds % 1000}`.padStart(3, '0');
  return `${hours ? `${hours}:${`${minutes}`.padStart(2, '0')}` : minutes}:${seconds}.${rest}`;
};

// All words of the transcript by their number.
class WordList {
  constructor(words) {
    this.words = words;
    this.firsts = [];
    this.count = 0;
    for (const paragraph of words.paragraphs) {
      this.firsts.push(this.count);
      this.count += paragraph.element.dataset.t.split(' ').length / 2;
    }
  }

  // As the page has them when it is opened.
  get texts() {
    this.known ??= this.words.paragraphs.flatMap((paragraph) => paragraph.times.map((_, i) => paragraph.range(i)?.toString() ?? ''));
    return this.known;
  }

  get keys() {
    this.knownKeys ??= this.texts.map(keyOfWord);
    return this.knownKeys;
  }

  place(word) {
    const index = lastAtMost(this.firsts.length, (i) => this.firsts[i], word);
    return [this.words.paragraphs[index], word - this.firsts[index]];
  }

  number(paragraph, index) {
    return this.firsts[this.words.paragraphs.indexOf(paragraph)] + index;
  }

  time(word) {
    const [paragraph, index] = this.place(word);
    return paragraph.times[index];
  }

  // The last word that begins at or before the moment, or 0.
  at(milliseconds) {
    return Math.max(0, lastAtMost(this.count, (word) => this.time(word)[0], milliseconds));
  }

  // Words [first, last] and so many around them that no other place has nearly the same.
  quote(first, last) {
    let around = AROUND;
    while (around < MOST_AROUND && this.hasTwin(first, last, around)) around *= 2;
    const part = (begin, end) => this.texts.slice(Math.max(0, begin), end).join(' ');
    return { words: part(first, last + 1), before: part(first - around, first), after: part(last + 1, last + 1 + around) };
  }

  hasTwin(first, last, around) {
    const { keys } = this;
    const offsets = [];
    for (let i = -around; i <= last - first + around; ++i) {
      if ((i < 0 || i > last - first) && keys[first + i] !== undefined) offsets.push(i);
    }
    for (let place = keys.indexOf(keys[first]); place >= 0; place = keys.indexOf(keys[first], place + 1)) {
      if (place === first) continue;
      let same = true;
      for (let i = 0; i <= last - first; ++i) same &&= keys[place + i] === keys[first + i];
      const alike = offsets.filter((i) => keys[place + i] === keys[first + i]).length;
      if (same && alike >= offsets.length - ALIKE) return true;
    }
    return false;
  }
}

class Corrections extends EventTarget {
  constructor(list, kept) {
    super();
    this.list = list;
    this.items = new Map();
    this.saved = true;
    kept.forEach((item, index) => {
      const last = item.first + (item.words ?? '').split(' ').length - 1;
      if (item.first === undefined && !item.chapter) this.items.set(`lost-${index}`, item);
      else this.items.set(this.key(item.first, last, item.cue, item.chapter), { ...item, last });
    });
  }

  key(first, last, cue, chapter) {
    return chapter ? `chapter-${chapter}` : `${cue ? 'cue' : 'words'}-${first}-${last}`;
  }

  // For a change: what was there before stays as it is.
  copied() {
    return new Map([...this.items].map(([key, item]) => [key, { ...item }]));
  }

  // What is right of words [first, last] now; of a cue where they are one.
  setWords(first, last, cue, changes) {
    const key = this.key(first, last, cue);
    const item = this.items.get(key) ?? { ...this.list.quote(first, last), first, last, ...(cue && { cue }) };
    this.items.set(key, Object.assign(item, changes));
    if (changes.start !== undefined) this.agree(first, changes.start, false);
    if (changes.end !== undefined) this.agree(last + 1, changes.end, true);
  }

  setChapter(chapter, changes) {
    const key = this.key(0, 0, false, chapter);
    this.items.set(key, Object.assign(this.items.get(key) ?? { chapter }, changes));
  }

  // Forgets what was said of cues with any of these words, but for when the first one begins and the last one ends.
  takeCues(first, last) {
    const times = {};
    for (const [key, item] of this.items) {
      if (!item.cue || item.first > last || item.last < first) continue;
      if (item.first === first) times.start = item.start;
      if (item.last === last) times.end = item.end;
      this.items.delete(key);
    }
    return times;
  }

  // A start has one time and so has an end, whatever was corrected by it; what begins behind an end does so no sooner, and
  // what ends before a start no later.
  agree(boundary, time, isEnd) {
    for (const item of this.items.values()) {
      if (item.first === boundary && item.start !== undefined) item.start = isEnd ? Math.max(item.start, time) : time;
      if (item.last + 1 === boundary && item.end !== undefined) item.end = isEnd ? time : Math.min(item.end, time);
    }
  }

  // Between the corrected times around the boundary before a word.
  limit(boundary, time, duration) {
    let [least, most] = [0, duration];
    for (const { first, last, start, end } of this.items.values()) {
      for (const [at, known] of [[first, start], [last + 1, end]]) {
        if (known === undefined || at === boundary) continue;
        if (at < boundary) least = Math.max(least, known + 1);
        else most = Math.min(most, known - 1);
      }
    }
    return Math.round(Math.min(Math.max(time, least), most));
  }

  change() {
    this.saved = false;
    this.dispatchEvent(new Event('change'));
  }

  get file() {
    const place = (item) => (item.chapter ? 2e9 : item.first ?? 1e9);
    const items = [...this.items.values()].sort((a, b) => place(a) - place(b));
    const value = (key, item) => (['start', 'end', 'time'].includes(key) ? clockText(item[key]) : JSON.stringify(item[key]));
    return `corrections:\n${items.map((item) => `- ${KEYS_OF_CORRECTION
      .filter((key) => item[key] !== undefined && item[key] !== '' && item[key] !== false)
      .map((key) => `${key}: ${value(key, item)}`).join('\n  ')}\n`).join('')}`;
  }
}
