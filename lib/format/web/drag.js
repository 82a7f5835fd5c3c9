// Edges that are dragged on the waveform; the editor's fields do the same without a pointer.

const REACH = 6; // Pixels around an edge that take hold of it.
const WORDS_SPAN = 20000; // Milliseconds on the screen up to which the words' starts are shown.

class Drag {
  constructor(editor, wave) {
    this.editor = editor;
    this.shown = wave;
    wave.wordList = editor.list;
    wave.canvas.addEventListener('pointerdown', (event) => this.begin(event));
    wave.canvas.addEventListener('pointermove', (event) => this.move(event));
    wave.canvas.addEventListener('pointerup', (event) => this.end(event));
    wave.canvas.addEventListener('pointercancel', () => this.drop());
  }

  // {time, set(time)} of the nearest edge in the row that is pointed at, or undefined.
  edgeAt(x, y) {
    let top = 0;
    const row = Object.entries(ROWS).find(([, height]) => (top += height) > y)?.[0];
    const near = this[row] ? [...this[row]()] : [];
    const distance = ({ time }) => Math.abs(this.shown.x(time) - x);
    return near.filter((edge) => distance(edge) <= REACH).sort((a, b) => distance(a) - distance(b))[0];
  }

  * wave() {
    if (this.shown.span > WORDS_SPAN) return;
    const { editor, shown } = this;
    for (const word of shown.seenWords()) {
      yield { time: editor.list.time(word)[0], set: (time) => { editor.choose(word); editor.setStart(word, word, false, time); } };
    }
  }

  * turns() {
    const { editor } = this;
    for (const words of editor.turns) {
      yield { time: editor.list.time(words[0])[0], set: (time) => { editor.choose(words[0]); editor.setStart(words[0], words[0], false, time); } };
      yield { time: editor.list.time(words[1])[1], set: (time) => { editor.choose(words[0]); editor.setEnd(words[1], words[1], false, time); } };
    }
  }

  * cues() {
    const { editor } = this;
    for (let index = 0; index < editor.data.cues.length; ++index) {
      const [start, end] = editor.data.cues[index];
      if (end < this.shown.from || start > this.shown.from + this.shown.span) continue;
      const choose = () => {
        editor.choose(editor.wordsOfCue(index)[0]);
        editor.cueIndex = index;
        editor.cue = editor.wordsOfCue(index);
      };
      yield { time: start, set: (time) => { choose(); editor.setStart(...editor.cue, true, time); } };
      yield { time: end, set: (time) => { choose(); editor.setEnd(...editor.cue, true, time); } };
    }
  }

  * chapters() {
    const { editor } = this;
    for (let index = 1; index < editor.data.chapters.length; ++index) {
      yield { time: editor.data.chapters[index][0], set: (time) => { editor.setChapter(index, Math.round(time)); } };
    }
  }

  begin(event) {
    this.edge = this.edgeAt(event.offsetX, event.offsetY);
    if (!this.edge) return;
    event.preventDefault();
    this.shown.canvas.setPointerCapture(event.pointerId);
    this.from = event.offsetX;
  }

  move(event) {
    if (!this.edge) {
      this.shown.canvas.style.cursor = this.edgeAt(event.offsetX, event.offsetY) ? 'ew-resize' : '';
      return;
    }
    this.shown.guide = this.shown.timeAt(event.offsetX);
    this.shown.draw();
  }

  end(event) {
    if (!this.edge) return;
    const { edge } = this;
    this.drop();
    this.shown.wasDragged = true;
    if (event.offsetX !== this.from) edge.set(this.shown.timeAt(event.offsetX));
  }

  drop() {
    this.edge = this.shown.guide = null;
    this.shown.draw();
  }
}
