// The official client and our program, each against a server of its own, with the same calls: after every call both servers
// must be in the same state. That proves the server honest, and our program a good client.
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { auth, youtube as youtubeClient } from '@googleapis/youtube';
import { CHAPTERS, VIDEO } from './program.mjs';
import { Studio } from './studio.mjs';

const reasonOf = (error) => error.response.data.error.errors[0].reason;
const HAND_MADE = '1\n00:00:00,000 --> 00:00:01,000\nBy hand\n';

describe('the official client and our program leave the same state, call by call:', () => {
  let studio;
  let twin;
  let client;
  beforeEach(async () => {
    studio = await Studio.open();
    twin = await studio.newYouTube();
    await studio.login();
    const oauth = new auth.OAuth2();
    oauth.setCredentials({ access_token: studio.tokens.access });
    client = new OfficialClient(twin.url, oauth);
  });
  afterEach(() => {
    twin.close();
    studio.close();
  });

  /** What our program uploads: it prints the same bytes as SubRip. */
  const captions = () => studio.place.captions();
  const upload = async (args = ['--yes'], code = 0) => {
    const result = await studio.upload(args);
    assert.equal(result.code, code, result.err);
  };
  const both = (change) => [studio.youtube, twin].forEach(change);

  class OfficialClient {
    constructor(rootUrl, oauth) {
      this.youtube = youtubeClient({ version: 'v3', auth: oauth });
      this.call = { rootUrl, retry: false };
      this.statuses = [];
    }

    async look() {
      await this.youtube.channels.list({ part: ['snippet'], mine: true }, this.call);
      await this.youtube.videos.list({ part: ['snippet', 'contentDetails'], id: [VIDEO] }, this.call);
      return (await this.youtube.captions.list({ part: ['snippet'], videoId: VIDEO }, this.call)).data.items;
    }

    insert(body, { language = 'en', name = '', isDraft = false } = {}) {
      return this.youtube.captions.insert({
        part: ['snippet'],
        requestBody: { snippet: { videoId: VIDEO, language, name, isDraft } },
        media: { mimeType: 'application/octet-stream', body: Readable.from([body]) },
      }, this.call);
    }

    update(id, { body, isDraft = false }) {
      return this.youtube.captions.update({
        part: ['snippet'],
        requestBody: { id, snippet: { isDraft } },
        ...(body ? { media: { mimeType: 'application/octet-stream', body: Readable.from([body]) } } : {}),
      }, this.call);
    }

    async setDescription(change) {
      const { data } = await this.youtube.videos.list({ part: ['snippet', 'contentDetails'], id: [VIDEO] }, this.call);
      const { snippet } = data.items[0];
      const requestBody = { id: VIDEO, snippet: { ...snippet, description: change(snippet.description) } };
      await this.youtube.videos.update({ part: ['snippet'], requestBody }, this.call);
    }

    download(id) {
      return this.youtube.captions.download({ id, tfmt: 'srt', alt: 'media' }, { ...this.call, responseType: 'text' });
    }
  }

  const assertSame = () => {
    const calls = (server) => server.calls.map(({ method, status, units, state }) => ({ method, status, units, state }));
    assert.deepEqual(calls(studio.youtube), calls(twin));
    assert.equal(studio.youtube.spent, twin.spent);
    assert.ok(twin.calls.length > 0);
  };

  it('insert', async () => {
    assert.deepEqual(await client.look(), []);
    await client.insert(await captions());
    await upload();
    assertSame();
    assert.equal(twin.spent, 452);
  });

  it('insert of a draft with a language and a name', async () => {
    await client.look();
    await client.insert(await captions(), { language: 'pt-BR', name: 'Com notas & <mais>', isDraft: true });
    await upload(['--yes', '--draft', '--language', 'pt-BR', '--name', 'Com notas & <mais>']);
    assertSame();
  });

  it('nothing to do', async () => {
    await client.look();
    await client.insert(await captions());
    await client.look();
    await upload();
    await upload();
    assertSame();
  });

  it('replacement of the file', async () => {
    await client.look();
    const { data } = await client.insert(await captions());
    await upload();
    studio.place.changePage((page) => page.replace('closed captions started', 'closed subtitles started'));
    await client.look();
    await client.update(data.id, { body: await captions() });
    await upload();
    assertSame();
  });

  it('publication of a draft without its file', async () => {
    await client.look();
    const { data } = await client.insert(await captions(), { isDraft: true });
    await upload(['--yes', '--draft']);
    await client.look();
    await client.update(data.id, { isDraft: false });
    await upload();
    assertSame();
  });

  it('replacement of what somebody else made', async () => {
    both((server) => server.addTrack(VIDEO, { language: 'EN', name: '' }, HAND_MADE));
    const [track] = await client.look();
    await client.update(track.id, { body: await captions() });
    await upload(['--yes', '--force']);
    assertSame();
  });

  it('download', async () => {
    both((server) => server.addTrack(VIDEO, { language: 'en', name: '' }, HAND_MADE));
    const [track] = await client.look();
    assert.match((await client.download(track.id)).data, /By hand\r\n/);
    await upload(['--yes', '--verify'], 12);
    assertSame();
  });

  it('insert beside other tracks', async () => {
    both((server) => server.addTrack(VIDEO, { language: 'en', name: '', trackKind: 'ASR' }, HAND_MADE));
    both((server) => server.addTrack(VIDEO, { language: 'en', name: 'Commentary' }, HAND_MADE));
    await client.look();
    await client.insert(await captions());
    await upload();
    assertSame();
  });

  it('insert that meets a 409', async () => {
    await client.insert(HAND_MADE);
    await assert.rejects(client.insert(HAND_MADE), (error) => error.status === 409 && reasonOf(error) === 'captionExists');
    await assert.rejects(client.insert(HAND_MADE, { name: 'x'.repeat(151) }), (error) => reasonOf(error) === 'nameTooLong');
    assert.deepEqual(twin.calls.map(({ units }) => units), [400, 1, 1]);
  });

  it('chapters into the description', async () => {
    await client.look();
    await client.insert(await captions());
    await upload();
    studio.place.changePage((page) => page.replace('mp3:', CHAPTERS));
    await client.look();
    await client.setDescription((old) => `${old}\n\n=== Chapters ===\n0:00 Welcome\n0:20 On television\n1:10 Bye\n=== End of chapters ===`);
    await upload(['--yes', '--description-chapters']);
    assertSame();
  });

  it('a video of somebody else', async () => {
    both((server) => server.disown(VIDEO));
    await assert.rejects(client.look(), (error) => error.status === 403);
    await upload(['--yes'], 14);
    assertSame();
  });

  it('quota that is spent', async () => {
    both((server) => { server.quota = 451; });
    await client.look();
    await assert.rejects(client.insert(await captions()), (error) => reasonOf(error) === 'quotaExceeded');
    await upload(['--yes'], 11);
    assertSame();
  });
});
