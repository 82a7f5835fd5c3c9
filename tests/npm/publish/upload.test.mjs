// What an upload does, and what it costs by the server's own count.
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { writeCaptions, readCaptions } from '../../support/youtube/captions_file.mjs';
import { Browser } from './oauth.mjs';
import { CHAPTERS, VIDEO } from './program.mjs';
import { Studio } from './studio.mjs';

describe('an upload', () => {
  let studio;
  beforeEach(async () => {
    studio = await Studio.open();
    await studio.login();
  });
  afterEach(() => studio.close());

  const uploadOnce = async (args) => {
    const result = await studio.upload(args);
    assert.equal(result.code, 0, result.err);
    studio.takeCalls();
    return result;
  };
  const changeTranscript = () => studio.place.changePage((page) => page.replace('closed captions started', 'closed subtitles started'));
  const onlyTrack = () => {
    assert.equal(studio.youtube.captions.length, 1);
    return studio.youtube.captions[0];
  };

  it('costs 452 units the first time: the captions are up', async () => {
    const result = await studio.upload();
    assert.equal(result.code, 0, result.err);
    const calls = studio.takeCalls();
    assert.deepEqual(calls.names, ['channels.list 200', 'videos.list 200', 'captions.list 200', 'captions.insert 200']);
    assert.equal(calls.units, 452);
    const { snippet, content } = onlyTrack();
    assert.equal(snippet.language, 'en');
    assert.equal(snippet.name, '');
    assert.equal(snippet.isDraft, false);
    assert.equal(content, await studio.place.captions());
    assert.match(result.out, /Signed in to the channel "Ada's talks"/);
    assert.match(result.out, /Cap7ionS4mp "Words you can see"/);
    assert.match(result.out, /episode\.md: inserted, serving/);
  });

  it('names who speaks where the speaker changes, since YouTube shows no voices', async () => {
    await uploadOnce();
    assert.match(onlyTrack().content, /^Oskar Lindqvest: /m);
    assert.doesNotMatch(onlyTrack().content, /<v /);
  });

  it('costs 52 units if nothing has changed, and changes nothing', async () => {
    await uploadOnce();
    const before = studio.youtube.state();
    const result = await studio.upload();
    assert.equal(result.code, 0, result.err);
    assert.equal(studio.takeCalls().units, 52);
    assert.deepEqual(studio.youtube.state(), before);
    assert.match(result.out, /left as it is/);
  });

  it('costs 502 units if the captions have changed: the track is replaced', async () => {
    await uploadOnce();
    changeTranscript();
    const result = await studio.upload();
    assert.equal(result.code, 0, result.err);
    assert.equal(studio.takeCalls().units, 502);
    assert.match(onlyTrack().content, /subtitles/);
    await uploadOnce();
  });

  it('refuses a track that somebody has changed on YouTube, until --force', async () => {
    await uploadOnce();
    studio.youtube.editTrack(onlyTrack(), '1\n00:00:00,000 --> 00:00:01,000\nBy hand\n');
    const refused = await studio.upload();
    assert.equal(refused.code, 12);
    assert.match(refused.err, /was changed on YouTube since the last upload.*--force.*\[upload-conflict\]/);
    assert.equal(studio.takeCalls().units, 52);
    assert.match(onlyTrack().content, /By hand/);
    assert.equal((await studio.upload(['--yes', '--force'])).code, 0);
    assert.doesNotMatch(onlyTrack().content, /By hand/);
  });

  it('refuses a track that is not from here, until --force', async () => {
    studio.youtube.addTrack(VIDEO, { language: 'EN', name: '' }, '1\n00:00:00,000 --> 00:00:01,000\nBy hand\n');
    const refused = await studio.upload();
    assert.equal(refused.code, 12);
    assert.match(refused.err, /is on YouTube already, and not from here/);
    assert.equal((await studio.upload(['--yes', '--force'])).code, 0);
    assert.doesNotMatch(onlyTrack().content, /By hand/);
  });

  it('costs 252 units with --verify and no record, if the cues are the same', async () => {
    await uploadOnce();
    const { content } = onlyTrack();
    writeFileSync(studio.place.stateFile, '{"quota": {"day": "", "units": 0}, "tracks": []}');
    const result = await studio.upload(['--yes', '--verify']);
    assert.equal(result.code, 0, result.err);
    assert.deepEqual(studio.takeCalls(), {
      names: ['channels.list 200', 'videos.list 200', 'captions.list 200', 'captions.download 200'], units: 252,
    });
    assert.notEqual(writeCaptions(readCaptions(content), 'srt'), content, 'the service hands back other bytes');
    await studio.upload();
    assert.equal(studio.takeCalls().units, 52, 'the comparison is remembered');
  });

  it('refuses with --verify what says something else', async () => {
    await uploadOnce();
    studio.youtube.editTrack(onlyTrack(), onlyTrack().content.replace(/\w+\n\n/, 'changed\n\n'));
    const result = await studio.upload(['--yes', '--verify']);
    assert.equal(result.code, 12);
    assert.match(result.err, /says something else/);
  });

  it('leaves YouTube\'s own captions and those of another name alone', async () => {
    studio.youtube.addTrack(VIDEO, { language: 'en', name: '', trackKind: 'ASR' }, 'x');
    studio.youtube.addTrack(VIDEO, { language: 'en', name: 'Commentary' }, 'y');
    await uploadOnce();
    assert.deepEqual(studio.youtube.captions.map(({ content }) => content.length > 1), [false, false, true]);
  });

  it('labels speakers as --speaker-labels says', async () => {
    await uploadOnce(['--yes', '--speaker-labels', 'none']);
    assert.doesNotMatch(onlyTrack().content, /Oskar Lindqvest: /);
  });

  it('takes language and name', async () => {
    await uploadOnce(['--yes', '--language', 'pt-BR', '--name', 'Com notas']);
    assert.equal(onlyTrack().snippet.language, 'pt-BR');
    assert.equal(onlyTrack().snippet.name, 'Com notas');
  });

  it('can be a draft, and be published later without the file', async () => {
    await uploadOnce(['--yes', '--draft']);
    assert.equal(onlyTrack().snippet.isDraft, true);
    await uploadOnce(['--yes', '--draft']);
    const { content } = onlyTrack();
    const result = await studio.upload();
    assert.equal(result.code, 0, result.err);
    assert.equal(onlyTrack().snippet.isDraft, false);
    assert.equal(onlyTrack().content, content);
    assert.equal(studio.takeCalls().units, 502);
  });

  it('shows the plan and its units with --dry-run, and writes nothing', async () => {
    const before = studio.youtube.state();
    const result = await studio.upload(['--dry-run']);
    assert.equal(result.code, 0, result.err);
    assert.match(result.out, /insert \(there is no such track yet\), 400 units/);
    assert.match(result.out, /400 units to spend, 9948 of today's 10000 are left/);
    assert.deepEqual(studio.youtube.state(), before);
    assert.deepEqual(studio.place.read(studio.place.stateFile).tracks, []);
    assert.equal(studio.takeCalls().units, 52);
  });

  it('calls nobody with --offline', async () => {
    const result = await studio.upload(['--offline']);
    assert.equal(result.code, 0, result.err);
    assert.match(result.out, /insert .*450 units\n {2}452 units to spend/);
    assert.deepEqual(studio.takeCalls().names, []);
    assert.equal(existsSync(studio.place.stateFile), false);
  });

  it('does nothing without a terminal to ask on or --yes', async () => {
    const result = await studio.upload([]);
    assert.equal(result.code, 2);
    assert.match(result.err, /--yes/);
    assert.deepEqual(studio.takeCalls().names, []);
  });

  it('asks on a terminal, and takes no other answer than yes as one', async () => {
    const args = ['upload', '--api-url', studio.youtube.url, 'episode.md'];
    const refused = await studio.place.runOnTerminal(args, 'n\n');
    assert.equal(refused.code, 0);
    assert.match(refused.out, /400 units to spend.*\nGo on\? \[y\/N\] (n\n)?Nothing was uploaded\./);
    assert.equal(studio.youtube.captions.length, 0);
    const agreed = await studio.place.runOnTerminal(args, 'y\n');
    assert.equal(agreed.code, 0);
    assert.match(agreed.out, /Go on\? .*\n?episode\.md: inserted, serving\n/);
    assert.equal(studio.youtube.captions.length, 1);
  });

  it('signs in on a terminal where nobody has', async () => {
    await studio.place.run(['logout']);
    let sentTo;
    const result = await studio.place.runOnTerminal(['upload', '--yes', '--api-url', studio.youtube.url, 'episode.md'], '', {
      onOutput: (said) => {
        const url = /^ {2}(http\S+)\r?\n/m.exec(said)?.[1];
        if (url) sentTo ??= new Browser(studio.oauth, 'ada').signIn(url).then((address) => fetch(address));
      },
    });
    assert.equal(result.code, 0, result.out);
    assert.match(result.out, /Signed in\.[^]*episode\.md: inserted, serving/);
  });

  it('waits for YouTube with --wait; the plan counts three polls', async () => {
    studio.youtube.syncingLists = 1;
    const planned = await studio.upload(['--dry-run', '--wait']);
    assert.match(planned.out, /550 units to spend/);
    studio.takeCalls();
    const result = await studio.upload(['--yes', '--wait']);
    assert.match(result.out, /inserted, serving/);
    assert.equal(studio.takeCalls().units, 452 + 2 * 50);
  });

  it('prints JSON', async () => {
    const result = await studio.upload(['--yes', '--json']);
    const { pages, ...quota } = JSON.parse(result.out);
    assert.deepEqual(quota, { units_spent_today: 452, units_a_day: 10000 });
    assert.deepEqual(pages, [{
      page: studio.place.page, video: VIDEO, language: 'en', name: '', action: 'insert', units: 400,
      caption: onlyTrack().id, status: 'serving', draft: false,
    }]);
  });

  it('compares the video\'s length with the sound\'s, and wants an offset if they differ', async () => {
    studio.youtube.videos[0].duration = 'PT2M30S';
    const refused = await studio.upload();
    assert.equal(refused.code, 12);
    assert.match(refused.err, /lasts 2:30, but the sound of the page 2:18: .*--offset.*\[video-length\]/);
    assert.deepEqual(studio.takeCalls(), { names: ['channels.list 200', 'videos.list 200'], units: 2 });
    await uploadOnce(['--yes', '--offset', '12.5']);
    const [shifted] = readCaptions(onlyTrack().content);
    const [made] = readCaptions(await studio.place.captions());
    assert.equal(shifted.start - made.start, 12500);
    assert.equal(shifted.end - made.end, 12500);
  });

  it('puts chapters between markers into the description, and keeps everything else of the video', async () => {
    const [video] = studio.youtube.videos;
    const { description, ...others } = video.snippet;
    studio.place.changePage((page) => page.replace('mp3:', CHAPTERS));
    await uploadOnce(['--yes', '--description-chapters']);
    const block = '=== Chapters ===\n0:00 Welcome\n0:20 On television\n1:10 Bye\n=== End of chapters ===';
    assert.equal(video.snippet.description, `${description}\n\n${block}`);
    const { description: ignored, ...kept } = video.snippet;
    assert.deepEqual(kept, others);

    await studio.upload(['--yes', '--description-chapters']);
    assert.equal(studio.takeCalls().units, 52, 'the same chapters are not sent again');
    video.snippet.description += '\nWritten by hand';
    studio.place.changePage((page) => page.replace('title: Bye', 'title: Farewell'));
    const result = await studio.upload(['--yes', '--description-chapters']);
    assert.equal(result.code, 0, result.err);
    assert.equal(studio.takeCalls().units, 52 + 51);
    assert.equal(video.snippet.description, `${description}\n\n${block.replace('Bye', 'Farewell')}\nWritten by hand`);
  });

  it('refuses to spoil chapters of somebody else', async () => {
    studio.youtube.videos[0].snippet.description = '0:00 Mine\n1:00 Mine, too';
    const result = await studio.upload(['--yes', '--description-chapters']);
    assert.equal(result.code, 12);
    assert.match(result.err, /has chapters already that are not from here.*\[description\]/);
    assert.equal(studio.youtube.captions.length, 0);
  });

  it('takes the offset from the page', async () => {
    studio.youtube.videos[0].duration = 'PT2M30S';
    studio.place.changePage((page) => page.replace('mp3:', 'youtube_offset: 12.5\nmp3:'));
    await uploadOnce();
    assert.ok(readCaptions(onlyTrack().content)[0].start >= 12500);
  });

  it('takes two seconds of difference as the same length', async () => {
    studio.youtube.videos[0].duration = 'PT2M20S';
    await uploadOnce();
  });

  it('plans the quota over all pages: what does not fit today is listed, and comes next day', async () => {
    const pages = [1, 2, 3, 4, 5].map((number) => {
      const video = `video-no-0${number}`;
      studio.youtube.addVideo(video, 'UC-ada', { title: `Talk ${number}`, duration: 'PT2M18S' });
      return studio.place.addPage(`talk${number}.md`, video);
    });
    const names = () => studio.youtube.captions.map(({ snippet }) => snippet.videoId.slice(-1)).join('');
    const first = await studio.upload(['--yes', '--quota', '1000'], pages);
    assert.equal(first.code, 11);
    assert.equal(names(), '12');
    assert.match(first.out, /talk3\.md: later, today's units do not reach\n.*talk4\.md: later.*\n.*talk5\.md: later/);
    assert.ok(studio.takeCalls().units <= 1000);
    const again = await studio.upload(['--yes', '--quota', '1000'], pages);
    assert.equal(again.code, 11);
    assert.equal(studio.takeCalls().units, 0, 'the same day has no units left');
    const nextDay = async () => {
      const state = studio.place.read(studio.place.stateFile);
      state.quota.day = '2026-01-01';
      writeFileSync(studio.place.stateFile, JSON.stringify(state));
      return studio.upload(['--yes', '--quota', '1000'], pages);
    };
    assert.equal((await nextDay()).code, 11);
    assert.equal(names(), '1234');
    assert.equal((await nextDay()).code, 0);
    assert.equal(names(), '12345');
  });

  it('goes on with the other pages if one is bad', async () => {
    const nameless = studio.place.addPage('nameless.md', 'x', (page) => page.replace(/\{% youtube.*%\}/, ''));
    const result = await studio.upload(['--yes'], [nameless, studio.place.page]);
    assert.equal(result.code, 3);
    assert.match(result.err, /nameless\.md: error: the page names no video.*\[upload-invalid\]/);
    assert.equal(studio.youtube.captions.length, 1);
  });

  it('refuses what is wrong before the first call', async () => {
    const bad = [
      [['--language', 'klingon!'], /no language tag/],
      [['--name', 'x'.repeat(151)], /longer than 150/],
    ];
    for (const [args, message] of bad) {
      const result = await studio.upload(['--yes', ...args]);
      assert.equal(result.code, 1);
      assert.match(result.err, message);
    }
    const twice = await studio.upload(['--yes'], [studio.place.page, studio.place.addPage('twin.md', VIDEO)]);
    assert.match(twice.err, /twin\.md: error: .*for the same track of the same video/);
    assert.equal((await studio.place.run(['upload', '--yes', '--api-url', 'http://192.0.2.1', 'episode.md'])).code, 2);
  });
});
