// node judge.mjs FOLDER SCHEMAS: reads the captions in FOLDER with independent libraries and compares
// times, speakers and text with FOLDER/expected.json.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [folder, schemas] = process.argv.slice(2);
if (!existsSync(new URL('node_modules', import.meta.url))) {
  console.log('SKIPPED: run "npm ci" in tests/npm first');
  process.exit(0);
}

const require = createRequire(import.meta.url);
const { WebVTTParser } = require('webvtt-parser');
const nodeWebvtt = require('node-webvtt');
const { WebVTT } = require('videojs-vtt.js');
const subtitle = require('subtitle');
const transcriptator = require('transcriptator');
const Ajv = require('ajv');
const entities = require('webvtt-parser/html-entities.json');
const { default: SrtParser } = await import('srt-parser-2');
const mediaCaptions = await import('media-captions');

const expected = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8'));
const read = (name) => readFileSync(path.join(folder, name), 'utf8');
const milliseconds = (seconds) => Math.round(seconds * 1000);

const REFERENCES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const decode = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (found) => REFERENCES[found]);

// Cue text as lines with the voice that each begins in. All tags of ours are <v Name>, </v> and
// timestamps; every other < or > is escaped.
function linesOfCueText(text) {
  let speaker = '';
  return text.split('\n').map((line) => {
    let lineSpeaker;
    const plain = line.replace(/<([^>]*)>/g, (_, tag) => {
      if (tag.startsWith('v ')) speaker = decode(tag.slice(2));
      if (lineSpeaker === undefined) lineSpeaker = speaker;
      if (tag === '/v') speaker = '';
      return '';
    });
    return { speaker: lineSpeaker ?? speaker, text: decode(plain) };
  });
}

const plainLines = (text) => text.split('\n').map((line) => ({ speaker: '', text: line }));

// A tree of webvtt-parser, which leaves references in names as they are, as lines with voices.
function linesOfTree(tree) {
  const lines = [{ text: '' }];
  const walk = (nodes, speaker) => {
    for (const node of nodes) {
      if (node.type === 'object') walk(node.children, node.name === 'v' ? decode(node.value) : speaker);
      if (node.type !== 'text') continue;
      node.value.split('\n').forEach((part, index) => {
        if (index > 0) lines.push({ text: '' });
        const line = lines.at(-1);
        if (part !== '') line.speaker ||= speaker; // A label stands in front of its voice.
        line.text += part;
      });
    }
  };
  walk(tree.children, '');
  return lines.map(({ speaker, text }) => ({ speaker, text }));
}

const vttReaders = {
  'webvtt-parser'(text) {
    const { cues, errors } = new WebVTTParser(entities).parse(text, 'subtitles');
    assert.deepEqual(errors, []);
    return cues.map((cue) => ({
      start: milliseconds(cue.startTime),
      end: milliseconds(cue.endTime),
      lines: linesOfTree(cue.tree),
    }));
  },
  'node-webvtt'(text) {
    const { valid, cues } = nodeWebvtt.parse(text, { strict: true });
    assert.equal(valid, true);
    return cues.map((cue) => ({
      start: milliseconds(cue.start),
      end: milliseconds(cue.end),
      lines: linesOfCueText(cue.text),
    }));
  },
  async 'media-captions'(text) {
    const { cues, errors } = await mediaCaptions.parseText(text, { type: 'vtt', strict: true });
    assert.deepEqual(errors, []);
    return cues.map((cue) => ({
      start: milliseconds(cue.startTime),
      end: milliseconds(cue.endTime),
      lines: linesOfCueText(cue.text),
    }));
  },
  'videojs-vtt.js'(text) {
    const cues = [];
    const window = { VTTCue: class { constructor(start, end, body) { Object.assign(this, { startTime: start, endTime: end, text: body }); } } };
    const parser = new WebVTT.Parser(window, WebVTT.StringDecoder());
    parser.oncue = (cue) => cues.push(cue);
    parser.onparsingerror = (error) => { throw error; };
    parser.parse(text);
    parser.flush();
    return cues.map((cue) => ({
      start: milliseconds(cue.startTime),
      end: milliseconds(cue.endTime),
      lines: linesOfCueText(cue.text),
    }));
  },
  subtitle(text) {
    return subtitle.parseSync(text).filter((node) => node.type === 'cue').map(({ data }) => ({
      start: data.start,
      end: data.end,
      lines: linesOfCueText(data.text),
    }));
  },
};

const srtReaders = {
  subtitle(text) {
    return subtitle.parseSync(text).map(({ data }) => ({
      start: data.start,
      end: data.end,
      lines: plainLines(data.text),
    }));
  },
  'srt-parser-2'(text) {
    return new SrtParser().fromSrt(text).map((cue) => ({
      start: milliseconds(cue.startSeconds),
      end: milliseconds(cue.endSeconds),
      lines: plainLines(cue.text),
    }));
  },
  async 'media-captions'(text) {
    const { cues, errors } = await mediaCaptions.parseText(text, { type: 'srt', strict: true });
    assert.deepEqual(errors, []);
    return cues.map((cue) => ({
      start: milliseconds(cue.startTime),
      end: milliseconds(cue.endTime),
      lines: plainLines(cue.text),
    }));
  },
};

// Podverse's reader. It takes "Name: " off SRT's first lines and leaves <v Name> in the text unless the
// name is one word; then it takes the name for the speaker.
function withTranscriptator(name, text) {
  return transcriptator.convertFile(text).map((segment) => {
    const lines = name.endsWith('.vtt') ? linesOfCueText(segment.body) : plainLines(segment.body);
    if (!name.endsWith('.srt')) lines[0].speaker ||= segment.speaker;
    return { start: milliseconds(segment.startTime), end: milliseconds(segment.endTime), lines };
  });
}

const withoutNames = (cues) =>
  cues.map((cue) => ({ ...cue, lines: cue.lines.map(({ text }) => text.replace(/^[a-z].+?: /i, '')) }));

function validate(name, schema) {
  const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
  const check = ajv.compile(JSON.parse(readFileSync(path.join(schemas, schema), 'utf8')));
  assert.ok(check(JSON.parse(read(name))), JSON.stringify(check.errors));
}

// Every turn's name, time and paragraph, as the words' file has them.
function judgeHtml(name) {
  const words = JSON.parse(read(name.replace('.transcript.html', '.words.json')));
  const segments = transcriptator.convertFile(read(name));
  const text = segments.map((segment) => decode(segment.body.replace(/<[^>]*>/g, ''))).join(' ');
  assert.equal(text, words.words.map((word, i) => (i && !word.joined ? ' ' : '') + word.text).join(''));
  for (const turn of words.turns) {
    const found = segments.find((segment) => segment.startTime === Math.floor(turn.start));
    assert.ok(found, `a segment at ${turn.start}`);
  }
  const speakers = new Set(segments.map((segment) => decode(segment.speaker)));
  assert.deepEqual(speakers, new Set(words.turns.map((turn) => turn.speaker)));
}

let judged = 0;
async function judge(reader, name, run) {
  try {
    await run();
    judged += 1;
    console.log(`${reader} reads ${name}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`${reader} fails on ${name}: ${error.message}`);
  }
}

for (const name of readdirSync(folder).sort()) {
  const text = read(name);
  const cues = expected[name];
  const readers = name.endsWith('.vtt') ? vttReaders : name.endsWith('.srt') ? srtReaders : {};
  for (const [reader, parse] of Object.entries(readers)) {
    await judge(reader, name, async () => assert.deepEqual(await parse(text, name), cues));
  }
  if (name.endsWith('.transcript.vtt') || name.endsWith('.transcript.json')) {
    await judge('transcriptator', name, () =>
      assert.deepEqual(withTranscriptator(name, text), cues));
  }
  if (name.endsWith('.srt')) {
    await judge('transcriptator', name, () =>
      assert.deepEqual(withoutNames(withTranscriptator(name, text)), withoutNames(cues)));
  }
  if (name.endsWith('.transcript.html')) await judge('transcriptator', name, () => judgeHtml(name));
  if (name.endsWith('.transcript.json')) {
    await judge('ajv', name, () => validate(name, 'transcript.schema.json'));
  }
  if (name.endsWith('.chapters.json')) {
    await judge('ajv', name, () => validate(name, 'chapters.schema.json'));
  }
  if (name.endsWith('.words.json')) {
    await judge('ajv', name, () => validate(name, 'words.schema.json'));
  }
}
if (judged === 0) {
  console.log('nothing was judged');
  process.exitCode = 1;
}
