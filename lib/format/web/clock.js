// What is heard, in seconds from the sound's first sample. All scripts of a page are one module, this part first.

const SOUND_HELP = 'The sound cannot be played here: the transcript is all there is.';

class Clock extends EventTarget {
  // `unheard`: how many seconds the file holds beyond what is heard.
  constructor(audio, unheard = 0) {
    super();
    this.audio = audio;
    this.unheard = /Chrom(e|ium)\//.test(navigator.userAgent) ? unheard : 0;
    this.ahead = 0; // How far the sound is ahead of the element's own clock since the last seek.
    audio.addEventListener('seeking', () => { this.ahead = this.errorAt(audio.currentTime); });
    for (const event of ['seeking', 'seeked', 'pause', 'loadedmetadata']) audio.addEventListener(event, () => this.tick());
    audio.addEventListener('play', () => this.run());
  }

  get now() {
    return this.audio.currentTime + this.ahead;
  }

  seek(seconds) {
    const target = Math.max(0, seconds);
    this.audio.currentTime = Math.max(0, target - this.errorAt(target));
  }

  play(seconds) {
    if (seconds !== undefined) this.seek(seconds);
    return this.audio.play().catch(() => this.dispatchEvent(new Event('failed')));
  }

  toggle() {
    if (this.audio.paused) this.play();
    else this.audio.pause();
  }

  // Each frame: events of the element come four times a second.
  run() {
    if (this.audio.paused) return;
    this.tick();
    requestAnimationFrame(() => this.run());
  }

  tick() {
    this.dispatchEvent(new Event('tick'));
  }

  // Chromium jumps to the byte of an MP3 that lies at the moment's share of the file, as if all of it were heard, and
  // so further on than it says (docs/notes/player.md).
  errorAt(seconds) {
    const { duration } = this.audio;
    return duration > 0 ? (seconds / duration) * this.unheard : 0;
  }
}
