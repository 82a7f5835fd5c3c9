// The words of the transcript and their times. A paragraph is plain text, one space between two words or <wbr> where
// they are written together; its data-t has
// for each word the milliseconds from the end of the one before it (at first, from the sound's start) and its length,
// 0 if nobody says it.

// Words are lit until the next one where no longer pause is between them, in milliseconds.
const LINGER = 60;

const textNodes = function* (element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield walker.currentNode;
};

// The last index whose value is at most that, or -1.
const lastAtMost = (count, valueAt, limit) => {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

class Paragraph {
  constructor(element) {
    this.element = element;
    this.start = parseInt(element.dataset.t, 10);
  }

  // [start, end) of each word in milliseconds; the two are equal if nobody says it.
  get times() {
    if (this.known) return this.known;
    let at = 0;
    const numbers = this.element.dataset.t.split(' ').map(Number);
    this.known = [];
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      at += numbers[i];
      this.known.push([at, at + numbers[i + 1]]);
      at += numbers[i + 1];
    }
    return this.known;
  }

  // Where each word stands: {node, from, to}.
  get places() {
    if (this.found) return this.found;
    this.found = [];
    let word = 0;
    const walker = document.createTreeWalker(this.element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeName === 'WBR') ++word;
      if (node.nodeType !== Node.TEXT_NODE) continue;
      let from = 0;
      for (let at = 0; at <= node.length; ++at) {
        if (at < node.length && node.data[at] !== ' ') continue;
        if (at > from) this.found[word] = { node, from, to: at };
        if (at < node.length) ++word;
        from = at + 1;
      }
    }
    return this.found;
  }

  range(word, end = word) {
    const range = document.createRange();
    const first = this.places[word];
    const last = this.places[end];
    if (!first || !last) return null;
    range.setStart(first.node, first.from);
    range.setEnd(last.node, last.to);
    return range;
  }

  // The word that is heard then, or -1.
  wordAt(milliseconds) {
    const times = this.times;
    const word = lastAtMost(times.length, (index) => times[index][0], milliseconds);
    if (word < 0) return -1;
    const [start, end] = times[word];
    if (start === end) return -1;
    const next = times[word + 1]?.[0] ?? end;
    return milliseconds < (next - end <= LINGER ? Math.max(next, end) : end) ? word : -1;
  }

  // What lies under the pointer, or -1.
  wordUnder(x, y) {
    const caret = document.caretPositionFromPoint?.(x, y);
    const range = caret ? null : document.caretRangeFromPoint?.(x, y);
    const node = caret?.offsetNode ?? range?.startContainer;
    const offset = caret?.offset ?? range?.startOffset;
    return this.places.findIndex((place) => place?.node === node && place.from <= offset && offset <= place.to);
  }
}

class Words {
  constructor(root) {
    this.paragraphs = [...root.querySelectorAll('[data-t]')].map((element) => new Paragraph(element));
    this.byElement = new Map(this.paragraphs.map((paragraph) => [paragraph.element, paragraph]));
  }

  paragraphAt(milliseconds) {
    return this.paragraphs[lastAtMost(this.paragraphs.length, (i) => this.paragraphs[i].start, milliseconds)];
  }

  of(element) {
    return this.byElement.get(element?.closest?.('[data-t]'));
  }

  // Ranges of the text wherever it stands, in order.
  search(text) {
    const wanted = text.trim().toLowerCase();
    const ranges = [];
    if (!wanted) return ranges;
    for (const { element } of this.paragraphs) {
      const nodes = [...textNodes(element)];
      const content = nodes.map((node) => node.data.toLowerCase()).join('');
      for (let at = content.indexOf(wanted); at >= 0; at = content.indexOf(wanted, at + wanted.length)) {
        ranges.push(rangeOfText(nodes, at, at + wanted.length));
      }
    }
    return ranges;
  }
}

const rangeOfText = (nodes, begin, end) => {
  const range = document.createRange();
  let passed = 0;
  for (const node of nodes) {
    if (begin >= passed && begin <= passed + node.length) range.setStart(node, begin - passed);
    if (end >= passed && end <= passed + node.length) {
      range.setEnd(node, end - passed);
      break;
    }
    passed += node.length;
  }
  return range;
};

// Lights ranges without changing the text; browsers that cannot do it still mark the paragraph.
const light = (name, ranges) => {
  if (!globalThis.Highlight) return;
  CSS.highlights.set(name, new Highlight(...ranges.filter(Boolean)));
};
