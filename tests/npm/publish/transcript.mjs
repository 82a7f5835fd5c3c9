// node transcript.mjs: a whole run as a new user sees it on a terminal, for docs/publishing.md. Needs CMOS_PROGRAM and
// CMOS_SAMPLES as the tests do.
import { Browser } from './oauth.mjs';
import { Studio } from './studio.mjs';

const studio = await Studio.open();
const shown = (text) => text.replaceAll(studio.place.folder, '~').replace(/(auth\?)\S+/g, '$1...')
  .replaceAll(studio.oauth.url, 'https://accounts.google.com').trimEnd();

const type = async (command, onOutput) => {
  const args = command.split(' ').slice(1);
  const url = args[0] === 'upload' ? ['--api-url', studio.youtube.url] : [];
  const { out } = await studio.place.runOnTerminal([...args, ...url], '', { onOutput });
  console.log(`$ ${command}\n${shown(out)}\n`);
};

let signedIn;
await type('cmos-captions login', (said) => {
  const url = /^ {2}(http\S+)\r?\n/m.exec(said)?.[1];
  if (url) signedIn ??= new Browser(studio.oauth, 'ada').signIn(url).then((address) => fetch(address));
});
await type('cmos-captions upload --dry-run episode.md');
let isAnswered = false;
await type('cmos-captions upload episode.md', (said, child) => {
  if (said.includes('Go on?') && !isAnswered) child.stdin.write('y\n');
  isAnswered ||= said.includes('Go on?');
});
await type('cmos-captions upload --yes episode.md');
await type('cmos-captions logout');
studio.close();
