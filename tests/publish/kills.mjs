// An upload of three pages that is killed at random moments: the next run ends with one track each, and counts no unit less
// than the service. Ctrl-C waits for the page under way. Needs Node alone, no package.
//
// usage: CMOS_PROGRAM=... CMOS_SAMPLES=samples node kills.mjs [KILLS] [SEED]      (10 kills of a program at work by default)
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BY_SILENCE, VIDEO, Workplace } from '../npm/publish/program.mjs';
import { YouTubeServer } from '../support/youtube/server.mjs';

const KILLS = Number(process.argv[2] ?? 10);
const VIDEOS = [VIDEO, 'video-no-02', 'video-no-03'];
const CALLS = 2 + 2 * VIDEOS.length; // Of a first run: channel, videos; a list and an insertion for each.
const LONGEST_PAUSE = 12; // Milliseconds; two calls lie less far apart.

let seed = Number(process.argv[3] ?? 1);
const random = () => { // Park and Miller's, so that a run can be repeated.
  seed = (seed * 48271) % 2147483647;
  return seed / 2147483647;
};

const youtube = await new YouTubeServer((token) => (token === 'access' ? 'ada' : undefined)).listen();
youtube.addChannel('UC-ada', 'Ada\'s talks', 'ada');
for (const video of VIDEOS) youtube.addVideo(video, 'UC-ada', { title: video, duration: 'PT2M18S' });
const place = new Workplace();
const pages = ['episode.md', ...VIDEOS.slice(1).map((video) => path.basename(place.addPage(`${video}.md`, video)))];
mkdirSync(place.config, { recursive: true, mode: 0o700 });
writeFileSync(place.tokenFile, JSON.stringify({
  client: { client_id: 'id', client_secret: 'secret', auth_uri: 'https://127.0.0.1:1/auth', token_uri: 'https://127.0.0.1:1/token' },
  access_token: 'access', refresh_token: 'refresh', expires: 4000000000,
}), { mode: 0o600 });

const start = () => place.start(['upload', '--yes', '--api-url', youtube.url, ...BY_SILENCE, ...pages]);

const beginAnew = () => {
  rmSync(path.dirname(place.stateFile), { recursive: true, force: true });
  youtube.captions.length = 0;
  youtube.calls.length = 0;
  youtube.newDay();
};

const state = () => place.read(place.stateFile);

const nextRunEndsRightly = async () => {
  const { code, err } = await start().done;
  assert.equal(code, 0, err);
  assert.deepEqual(youtube.captions.map(({ snippet }) => snippet.videoId).sort(), [...VIDEOS].sort());
  assert.ok(state().quota.units >= youtube.spent, `${state().quota.units} units counted, ${youtube.spent} spent`);
  assert.deepEqual(state().intents, []);
};

/** Kills a run at or after one of its calls. Whether that was between the first of them and the end of the run. */
const kill = async () => {
  beginAnew();
  const { child, done } = start();
  const call = 1 + Math.floor(random() * CALLS);
  while (child.exitCode === null && youtube.calls.length < call) await sleep(1);
  await sleep(random() * LONGEST_PAUSE);
  child.kill('SIGKILL');
  await done;
  const { length } = youtube.captions;
  await nextRunEndsRightly();
  return { wasAtWork: child.signalCode === 'SIGKILL', length };
};

const killAtRandom = async () => {
  let [kills, unrecorded] = [0, 0];
  for (let tries = 0; kills < KILLS; tries += 1) {
    assert.ok(tries < 5 * KILLS, `${kills} of ${tries} kills met the program at work`);
    const { wasAtWork, length } = await kill();
    if (wasAtWork) kills += 1;
    if (wasAtWork && length > 0) unrecorded += 1;
  }
  console.log(`${kills} kills, ${unrecorded} of them with a track up: each next run ended with ${VIDEOS.length} tracks and exit 0`);
};

/** Comes while a track is inserted: that page is recorded, and no other begun. */
const interrupt = async (signal) => {
  beginAnew();
  let goOn;
  youtube.fail({ method: 'captions.insert', until: new Promise((resolve) => { goOn = resolve; }) });
  const { child, done } = start();
  while (!youtube.calls.some(({ method }) => method === 'captions.insert')) await sleep(1);
  child.kill(signal);
  await sleep(20);
  goOn();
  const { out } = await done;
  assert.equal(child.signalCode, signal);
  assert.match(out, /inserted, serving\n.*not done, later\n.*not done, later\n/);
  assert.equal(youtube.captions.length, 1);
  assert.deepEqual(state().tracks.map(({ caption_id: id }) => id), youtube.captions.map(({ id }) => id));
  assert.deepEqual(state().intents, []);
  await nextRunEndsRightly();
};

try {
  await killAtRandom();
  for (const signal of ['SIGINT', 'SIGTERM']) await interrupt(signal);
} finally {
  youtube.close();
  place.remove();
}
