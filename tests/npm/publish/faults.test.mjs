// What goes wrong between here and YouTube, each fault once.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { VIDEO } from './program.mjs';
import { Studio } from './studio.mjs';

describe('a fault', () => {
  let studio;
  beforeEach(async () => {
    studio = await Studio.open();
    await studio.login();
  });
  afterEach(() => {
    // Whatever happened: no run printed a secret.
    const { access, refresh } = studio.tokens;
    for (const secret of [access, refresh, studio.oauth.client.client_secret]) assert.ok(!studio.place.said.includes(secret));
    studio.close();
  });

  const succeeds = async (args) => {
    const result = await studio.upload(args);
    assert.equal(result.code, 0, result.err);
    return result;
  };
  const fails = async (code, message, args) => {
    const result = await studio.upload(args);
    assert.equal(result.code, code, result.out + result.err);
    assert.match(result.err, message);
    return result;
  };

  it('an access token that has ended is renewed, and the new one kept', async () => {
    const before = studio.tokens;
    await studio.oauth.endAccessToken(before.access);
    await succeeds();
    assert.notEqual(studio.tokens.access, before.access);
    assert.equal(studio.tokens.refresh, before.refresh);
    assert.equal(studio.takeCalls().names[0], 'channels.list 401');
  });

  it('an access token past its time is renewed before the first call', async () => {
    const stored = studio.place.read(studio.place.tokenFile);
    writeFileSync(studio.place.tokenFile, JSON.stringify({ ...stored, expires: 0 }));
    await succeeds();
    assert.equal(studio.takeCalls().names[0], 'channels.list 200');
    assert.notEqual(studio.tokens.access, stored.access_token);
  });

  it('a refresh token that was taken back: sign in again', async () => {
    await studio.oauth.endAccessToken(studio.tokens.access);
    await studio.oauth.endRefreshToken(studio.tokens.refresh);
    await fails(10, /sign in again with `cmos-captions login`; if that comes back every week.*Testing.*\[sign-in-needed\]/);
  });

  it('nobody is signed in: login comes first', async () => {
    const { tokenFile } = studio.place;
    const kept = readFileSync(tokenFile);
    writeFileSync(tokenFile, 'damaged');
    await fails(10, /token\.json: error: the file is damaged: sign in again.*\[token-file\]/);
    writeFileSync(tokenFile, kept);
  });

  it('the video is another channel\'s: the right one must be chosen', async () => {
    studio.youtube.videos[0].channelId = 'UC-ben';
    await fails(12, /is of the channel "Ben's songs", but you are signed in to "Ada's talks".*\[wrong-channel\]/);
    assert.equal(studio.takeCalls().units, 2);
  });

  it('the account has no channel', async () => {
    studio.youtube.channels[0].account = 'somebody else';
    await fails(10, /has no channel.*\[no-channel\]/);
  });

  it('the service refuses: the reason is told without its HTML', async () => {
    studio.youtube.fail({ method: 'captions.list', status: 403, reason: 'forbidden' });
    await fails(14, /YouTube refuses: forbidden \(forbidden\) \[youtube-refused\]/);
  });

  it('the video is somebody else\'s: refused by the service, its message told without HTML', async () => {
    // videos.list says that it is ours, captions.list knows better.
    studio.youtube.disown(VIDEO);
    await fails(14, /YouTube refuses: The request failed: forbidden & no more\. \(forbidden\) \[youtube-refused\]/);
  });

  it('the video does not exist', async () => {
    const page = studio.place.addPage('gone.md', 'gone-video1');
    const result = await studio.upload(['--yes'], [page]);
    assert.equal(result.code, 14);
    assert.match(result.err, /gone\.md: error: YouTube has no video gone-video1.*\[no-such-video\]/);
  });

  it('409, since somebody else was faster: nothing of theirs is changed', async () => {
    studio.youtube.fail({ method: 'captions.insert', status: 409, reason: 'captionExists' });
    await fails(12, /YouTube has such a track already.*\[upload-conflict\]/);
    assert.equal(studio.youtube.captions.length, 0);
  });

  it('quota that ends midway through five pages: the rest is told, the next day goes on', async () => {
    const pages = [1, 2, 3, 4, 5].map((number) => {
      const video = `video-no-0${number}`;
      studio.youtube.addVideo(video, 'UC-ada', { title: `Talk ${number}`, duration: 'PT2M18S' });
      return studio.place.addPage(`talk${number}.md`, video);
    });
    studio.youtube.quota = 2 + 5 * 50 + 2 * 400; // Another program has used the rest.
    const first = await studio.upload(['--yes'], pages);
    assert.equal(first.code, 11);
    assert.match(first.err, /talk3\.md: error: the day's quota is spent.*\[quota-exceeded\]/);
    assert.match(first.out, /talk1\.md: inserted.*\n.*talk2\.md: inserted/);
    assert.match(first.out, /talk4\.md: not done, later\n.*talk5\.md: not done, later/);
    studio.takeCalls();
    studio.youtube.newDay();
    studio.youtube.quota = 10000;
    const second = await studio.upload(['--yes'], pages);
    assert.equal(second.code, 0, second.err);
    const calls = studio.takeCalls();
    assert.equal(calls.names.filter((name) => name === 'captions.insert 200').length, 3);
    assert.deepEqual(studio.youtube.captions.map(({ snippet }) => snippet.videoId.slice(-1)).join(''), '12345');
  });

  it('503, then success: tried again', async () => {
    for (const method of ['channels.list', 'captions.insert']) studio.youtube.fail({ method, status: 503 });
    await succeeds();
    assert.deepEqual(studio.takeCalls().names, ['channels.list 503', 'channels.list 200', 'videos.list 200', 'captions.list 200',
      'captions.insert 503', 'captions.insert 200']);
  });

  it('429 with Retry-After: waited for that long', async () => {
    studio.youtube.fail({ method: 'videos.list', status: 429, reason: 'rateLimitExceeded', retryAfter: 2 });
    const begin = process.hrtime.bigint();
    await succeeds();
    assert.ok(process.hrtime.bigint() - begin >= 2_000_000_000n);
  });

  it('503 four times: given up', async () => {
    for (let i = 0; i < 5; i += 1) studio.youtube.fail({ method: 'channels.list', status: 503 });
    await fails(13, /fails for now.*\[network\]/);
    assert.equal(studio.takeCalls().names.length, 4);
  });

  it('a connection dropped after the server took the insert: no second track', async () => {
    studio.youtube.fail({ method: 'captions.insert', dropAfter: true });
    await succeeds();
    assert.equal(studio.youtube.captions.length, 1);
    assert.deepEqual(studio.takeCalls().names.slice(3), ['captions.insert dropped', 'captions.list 200']);
    await succeeds();
    assert.equal(studio.takeCalls().units, 52, 'the track is known as ours');
  });

  it('503 after the server took the insert: the 409 that follows is our own track', async () => {
    studio.youtube.fail({ method: 'captions.insert', status: 503, isDone: true });
    await succeeds();
    assert.equal(studio.youtube.captions.length, 1);
    assert.deepEqual(studio.takeCalls().names.slice(3), ['captions.insert 503', 'captions.insert 409', 'captions.list 200']);
  });

  it('a web page instead of JSON', async () => {
    studio.youtube.fail({ method: 'captions.list', html: '<html><title>Sign in to the hotel\'s network</title></html>' });
    await fails(13, /the answer is a web page, not YouTube's.*\[youtube-answer\]/);
    studio.youtube.fail({ method: 'captions.list', status: 502, html: '<html>Bad gateway</html>' });
    await succeeds();
  });

  it('a redirect to another host is refused: that host sees nothing', async () => {
    let visits = 0;
    const other = http.createServer((request, response) => { visits += 1; response.end('{}'); });
    await new Promise((resolve) => { other.listen(0, '127.0.0.1', resolve); });
    studio.youtube.fail({ method: 'captions.insert', redirect: `http://localhost:${other.address().port}/` });
    await fails(13, /127\.0\.0\.1 redirects to localhost, which is refused \[redirect\]/);
    other.close();
    assert.equal(visits, 0);
  });

  it('an address that two parsers read differently is refused: nobody sees the token', async () => {
    let visits = 0;
    const other = http.createServer((request, response) => { visits += 1; response.end('{}'); });
    await new Promise((resolve) => { other.listen(0, '127.0.0.2', resolve); });
    const url = `http://127.0.0.1\\@127.0.0.2:${other.address().port}`;
    const result = await studio.place.run(['upload', '--yes', '--api-url', url, 'episode.md']);
    other.close();
    assert.equal(result.code, 2);
    assert.match(result.err, /--api-url: it must be an https address/);
    assert.equal(visits, 0);
  });

  it('a certificate that does not verify is refused: the server sees nothing', async () => {
    const { folder } = studio.place;
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
      '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', `${folder}/key.pem`,
      '-out', `${folder}/cert.pem`], { stdio: 'ignore' });
    let visits = 0;
    const server = https.createServer({ key: readFileSync(`${folder}/key.pem`), cert: readFileSync(`${folder}/cert.pem`) },
      (request, response) => { visits += 1; response.end('{}'); });
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const result = await studio.place.run(['upload', '--yes', '--api-url', `https://localhost:${server.address().port}`, 'episode.md']);
    server.close();
    assert.equal(result.code, 13);
    assert.match(result.err, /the certificate of localhost cannot be verified: nothing was sent \[certificate\]/);
    assert.equal(visits, 0);
  });

  it('a token file that others may read: warned', async () => {
    chmodSync(studio.place.tokenFile, 0o644);
    const { err } = await succeeds();
    assert.match(err, /token\.json: warning: others may read the sign-in: run chmod 600.*\[token-readable\]/);
  });

  it('two runs at once on one page: one track, and the second run says why it did nothing', async () => {
    const goOn = studio.hold('captions.insert');
    const first = studio.upload();
    await studio.called('captions.insert');
    await fails(12, /another upload is under way.*\[upload-busy\]/);
    goOn();
    const { code, err } = await first;
    assert.equal(code, 0, err);
    assert.equal(studio.youtube.captions.length, 1);
  });

  it('captions that YouTube cannot use are an error with its reason', async () => {
    await succeeds();
    Object.assign(studio.youtube.captions[0].snippet, { status: 'failed', failureReason: 'processingFailed' });
    await fails(14, /could not use the captions \(processingFailed\).*\[youtube-failed\]/);
  });

  it('secrets are in no argument of a process while it works, and in no file but the sign-in', async () => {
    const { access, refresh } = studio.tokens;
    const secrets = [access, refresh, studio.oauth.client.client_secret];
    const goOn = studio.hold('captions.list');
    const { child, done } = studio.place.start(['upload', '--yes', '--api-url', studio.youtube.url, 'episode.md']);
    await studio.called('captions.list');
    const seen = ['cmdline', 'environ'].map((name) => readFileSync(`/proc/${child.pid}/${name}`, 'latin1')).join('');
    assert.match(seen, /upload/);
    for (const secret of secrets) assert.ok(!seen.includes(secret));
    goOn();
    assert.equal((await done).code, 0);
    for (const folder of [studio.place.folder, path.dirname(studio.place.stateFile)]) {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const bytes = readFileSync(path.join(folder, entry.name), 'latin1');
        for (const secret of secrets) assert.ok(!bytes.includes(secret), entry.name);
      }
    }
    assert.ok(studio.youtube.requestTargets.length > 0);
    for (const target of studio.youtube.requestTargets) for (const secret of secrets) assert.ok(!target.includes(secret));
  });
});
