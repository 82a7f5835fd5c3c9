// Told to a page by a test: records what its audio element really plays, and finds that in the file.
const RATE = 16000;
globalThis.heard = {
  async begin(audio) {
    const context = new AudioContext({ sampleRate: RATE });
    await context.resume();
    const reply = await fetch(audio.currentSrc);
    this.audio = audio;
    this.file = (await context.decodeAudioData(await reply.arrayBuffer())).getChannelData(0);
    const recorder = context.createScriptProcessor(1024, 2, 1);
    recorder.onaudioprocess = (event) => {
      if (this.samples) this.samples.push(...event.inputBuffer.getChannelData(0));
    };
    context.createMediaElementSource(audio).connect(recorder);
    recorder.connect(context.destination);
  },

  // Plays from the moment that `seek` goes to: what `look` returns there, and which second of the file is heard there.
  async from(seek, look) {
    this.audio.pause();
    const seeked = new Promise((resolve) => { this.audio.addEventListener('seeked', resolve, { once: true }); });
    seek();
    await seeked;
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    this.samples = [];
    const seen = look();
    await this.audio.play();
    await new Promise((resolve) => { setTimeout(resolve, 1200); });
    this.audio.pause();
    const { samples } = this;
    this.samples = null;
    const first = samples.findIndex((sample) => Math.abs(sample) > 1e-5);
    return { seen, heard: first < 0 ? null : this.find(samples.slice(first, first + RATE / 2), seen.clock) };
  },

  // Where the file has the samples, within a fifth of a second of a moment; null if nothing is alike.
  find(samples, around) {
    const energy = (list, from) => list.slice(from, from + samples.length).reduce((sum, x) => sum + x * x, 0);
    const own = energy(samples, 0);
    let best = [0, null];
    for (let at = Math.max(0, Math.round((around - 0.2) * RATE)); at < (around + 0.2) * RATE; ++at) {
      let product = 0;
      for (let i = 0; i < samples.length; ++i) product += samples[i] * this.file[at + i];
      if (product > best[0]) best = [product, at];
    }
    const alike = best[1] === null ? 0 : best[0] / Math.sqrt(own * energy(this.file, best[1]));
    return alike > 0.8 ? best[1] / RATE : null;
  },
};
