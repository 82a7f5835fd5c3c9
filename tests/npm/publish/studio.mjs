// What the tests begin with: a channel with videos, somebody signed in to it, and a folder to work in.
import assert from 'node:assert/strict';
import { YouTubeServer } from '../../support/youtube/server.mjs';
import { Browser, OAuthServer } from './oauth.mjs';
import { BY_SILENCE, VIDEO, Workplace } from './program.mjs';

export class Studio {
  static async open() {
    const studio = new Studio();
    studio.oauth = await new OAuthServer().listen();
    studio.youtube = await studio.newYouTube();
    studio.place = new Workplace();
    studio.place.putClientSecret(studio.oauth.clientSecret());
    return studio;
  }

  close() {
    this.youtube.close();
    this.oauth.close();
    this.place.remove();
  }

  /** Another service with the same videos. */
  async newYouTube() {
    const youtube = await new YouTubeServer((token) => this.oauth.accountOf(token)).listen();
    youtube.addChannel('UC-ada', 'Ada\'s talks', 'ada');
    youtube.addChannel('UC-ben', 'Ben\'s songs', 'ben');
    youtube.addVideo(VIDEO, 'UC-ada', {
      title: 'Words you can see', duration: 'PT2M18S', description: 'About captions.', tags: ['captions', 'podcast'],
      defaultLanguage: 'en', defaultAudioLanguage: 'en-GB',
    });
    return youtube;
  }

  async login(account = 'ada', options = []) {
    let sentTo;
    const result = await this.place.run(['login', ...options], {
      onOutput: (said, program) => {
        const url = /^ {2}(http\S+)\n/m.exec(said)?.[1];
        if (!url || sentTo) return;
        sentTo = new Browser(this.oauth, account).signIn(url).then((address) => fetch(address));
        sentTo.catch(() => program.kill());
      },
    });
    this.browserSaw = await (await sentTo)?.text();
    assert.equal(result.code, 0, result.err);
    return result;
  }

  get tokens() {
    const { access_token: access, refresh_token: refresh } = this.place.read(this.place.tokenFile);
    return { access, refresh };
  }

  /** Uploads the page; `args` come behind. */
  upload(args = ['--yes'], pages = [this.place.page]) {
    return this.place.run(['upload', '--api-url', this.youtube.url, ...BY_SILENCE, ...pages, ...args]);
  }

  /** The next call of the method waits until the function that this returns is called. */
  hold(method) {
    let goOn;
    this.youtube.fail({ method, until: new Promise((resolve) => { goOn = resolve; }) });
    return goOn;
  }

  async called(method) {
    while (!this.youtube.calls.some((call) => call.method === method)) {
      await new Promise((resolve) => { setTimeout(resolve, 10); });
    }
  }

  /** The calls since the last time that somebody asked: ["captions.list 200", ...], and their units. */
  takeCalls() {
    const calls = this.youtube.calls.splice(0);
    return {
      names: calls.map(({ method, status }) => `${method} ${status}`),
      units: calls.reduce((sum, call) => sum + call.units, 0),
    };
  }
}
