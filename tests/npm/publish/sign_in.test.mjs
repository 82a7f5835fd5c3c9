// Signing in and out, against a strict OAuth server.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Browser } from './oauth.mjs';
import { Studio } from './studio.mjs';

describe('signing in', () => {
  let studio;
  beforeEach(async () => { studio = await Studio.open(); });
  afterEach(() => studio.close());

  // Signs in, where the browser comes back with this instead of a real code.
  function loginAnswered(answer) {
    let sent;
    return studio.place.run(['login'], {
      onOutput: (said) => {
        const url = /^ {2}(http\S+)\n/m.exec(said)?.[1];
        if (!url || sent) return;
        const { redirect_uri: redirect, state } = Object.fromEntries(new URL(url).searchParams);
        sent = fetch(`${redirect}?${answer}&state=${state}`);
      },
    });
  }

  it('keeps the tokens in a file that is the user\'s alone', async () => {
    const result = await studio.login();
    assert.match(result.out, /Signed in\./);
    assert.match(studio.browserSaw, /Signed in\./);
    assert.equal(statSync(studio.place.tokenFile).mode & 0o777, 0o600);
    assert.equal(statSync(studio.place.config).mode & 0o777, 0o700);
    assert.equal(await studio.oauth.accountOf(studio.tokens.access), 'ada');
  });

  it('asks for captions only, with PKCE and state', async () => {
    const { out } = await studio.login();
    const url = new URL(/http\S+/.exec(out)[0]);
    const asked = Object.fromEntries(url.searchParams);
    assert.equal(asked.scope, 'https://www.googleapis.com/auth/youtube.force-ssl');
    assert.equal(asked.code_challenge_method, 'S256');
    assert.match(asked.code_challenge, /^[\w-]{43}$/);
    assert.match(asked.state, /^[\w-]{22}$/);
    assert.equal(asked.access_type, 'offline');
    assert.match(asked.redirect_uri, /^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it('takes a port for ssh -L', async () => {
    const port = await new Promise((resolve) => {
      const probe = http.createServer().listen(0, '127.0.0.1', () => {
        const { port: free } = probe.address();
        probe.close(() => resolve(free));
      });
    });
    const { out } = await studio.login('ada', ['--port', String(port)]);
    assert.equal(new URL(/http\S+/.exec(out)[0]).searchParams.get('redirect_uri'), `http://127.0.0.1:${port}/`);
  });

  it('says so if the port is taken', async () => {
    const taken = new URL(studio.oauth.url).port;
    const result = await studio.place.run(['login', '--port', taken]);
    assert.equal(result.code, 10);
    assert.match(result.err, /\[sign-in-port\]/);
  });

  it('waits past requests with another state', async () => {
    let answers;
    const result = await studio.place.run(['login'], {
      onOutput: (said) => {
        const url = /^ {2}(http\S+)\n/m.exec(said)?.[1];
        if (!url || answers) return;
        answers = (async () => {
          const redirect = new URL(url).searchParams.get('redirect_uri');
          const forged = await fetch(`${redirect}?code=stolen&state=guessed`);
          const icon = await fetch(`${redirect}favicon.ico`);
          const real = await fetch(await new Browser(studio.oauth, 'ada').signIn(url));
          return [forged.status, icon.status, real.status];
        })();
      },
    });
    assert.deepEqual(await answers, [400, 400, 200]);
    assert.equal(result.code, 0, result.err);
  });

  it('ends where the browser refuses', async () => {
    const result = await loginAnswered('error=access_denied');
    assert.equal(result.code, 10);
    assert.match(result.err, /refused in the browser \[sign-in-needed\]/);
    assert.equal(existsSync(studio.place.tokenFile), false);
  });

  it('fails with a code that the service does not know', async () => {
    const result = await loginAnswered('code=invented');
    assert.equal(result.code, 10);
    assert.match(result.err, /invalid_grant/);
  });

  it('opens a browser on a desktop', async () => {
    const bin = path.join(studio.place.folder, 'bin');
    mkdirSync(bin);
    writeFileSync(path.join(bin, 'xdg-open'), `#!/bin/sh\necho "$1" > ${studio.place.folder}/opened\n`);
    chmodSync(path.join(bin, 'xdg-open'), 0o755);
    let signedIn;
    const opened = path.join(studio.place.folder, 'opened');
    const { done } = studio.place.start(['login'], { environment: { DISPLAY: ':9', PATH: `${bin}:${process.env.PATH}` } });
    for (;;) {
      if (existsSync(opened) && readFileSync(opened, 'utf8').endsWith('\n')) break;
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
    signedIn = await fetch(await new Browser(studio.oauth, 'ada').signIn(readFileSync(opened, 'utf8').trim()));
    assert.equal(signedIn.status, 200);
    assert.equal((await done).code, 0);
  });

  it('refuses the client of a web site, and says what to make', async () => {
    studio.place.putClientSecret(studio.oauth.clientSecret('web'));
    const result = await studio.place.run(['login']);
    assert.equal(result.code, 10);
    assert.match(result.err, /client_secret\.json: error: .*"Desktop app".*\[client-secret\]/);
  });

  it('refuses to send the secret over plain http', async () => {
    const file = path.join(studio.place.folder, 'other.json');
    writeFileSync(file, studio.oauth.clientSecret().replaceAll('127.0.0.1', '192.0.2.1'));
    const result = await studio.place.run(['login', '--client-secret', file]);
    assert.equal(result.code, 10);
    assert.match(result.err, /https addresses \[client-secret\]/);
  });

  it('says where the client belongs if there is none', async () => {
    const result = await studio.place.run(['login', '--client-secret', 'missing.json']);
    assert.equal(result.code, 10);
    assert.match(result.err, /missing\.json: error: .*docs\/publishing\.md/);
  });

  it('ends with logout: the service forgets the tokens, the file is gone', async () => {
    await studio.login();
    const { refresh } = studio.tokens;
    const result = await studio.place.run(['logout']);
    assert.equal(result.code, 0, result.err);
    assert.equal(existsSync(studio.place.tokenFile), false);
    assert.equal(await studio.oauth.provider.RefreshToken.find(refresh), undefined);
    assert.match((await studio.place.run(['logout'])).out, /Nobody is signed in/);
  });

  it('ends with logout even if the service cannot be reached, and says so', async () => {
    await studio.login();
    studio.oauth.close();
    const result = await studio.place.run(['logout']);
    assert.equal(result.code, 13);
    assert.match(result.err, /removed here, but Google may still know it/);
    assert.equal(existsSync(studio.place.tokenFile), false);
  });
});
