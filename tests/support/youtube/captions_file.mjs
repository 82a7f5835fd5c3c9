// What the service does with a file of captions: reads SubRip or WebVTT, and hands it back in either.

const TIMES = /^((?:\d+:)?\d+:\d+[.,]\d+)\s+-->\s+((?:\d+:)?\d+:\d+[.,]\d+)/;

function milliseconds(clock) {
  const [seconds, ...larger] = clock.replace(',', '.').split(':').reverse().map(Number);
  return Math.round((seconds + 60 * (larger[0] ?? 0) + 3600 * (larger[1] ?? 0)) * 1000);
}

function clock(time, separator) {
  const pad = (number, width = 2) => String(number).padStart(width, '0');
  return `${pad(Math.floor(time / 3600000))}:${pad(Math.floor(time / 60000) % 60)}:${pad(Math.floor(time / 1000) % 60)}`
    + separator + pad(time % 1000, 3);
}

/** The cues of a file; none if it is of no known format. */
export function readCaptions(text) {
  const cues = [];
  for (const block of text.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    const lines = block.split('\n').filter((line) => line !== '');
    const at = lines.findIndex((line) => TIMES.test(line));
    if (at < 0) continue;
    const [, start, end] = TIMES.exec(lines[at]);
    cues.push({ start: milliseconds(start), end: milliseconds(end), text: lines.slice(at + 1).join('\n') });
  }
  return cues;
}

/** As the service writes them: CR LF, each cue's text on one line. */
export function writeCaptions(cues, format) {
  const separator = format === 'vtt' ? '.' : ',';
  const blocks = cues.map((cue, index) => `${format === 'vtt' ? '' : `${index + 1}\r\n`}${clock(cue.start, separator)} --> `
    + `${clock(cue.end, separator)}\r\n${cue.text.replace(/\n/g, ' ')}\r\n`);
  return (format === 'vtt' ? 'WEBVTT\r\n\r\n' : '') + blocks.join('\r\n');
}
