// The real program in a folder of its own: pages, sound, home.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PROGRAM = process.env.CMOS_PROGRAM;
const SAMPLES = process.env.CMOS_SAMPLES;
export const VIDEO = 'Cap7ionS4mp'; // Of the sample's page.

/** Of a page's front matter, instead of its "mp3:". */
export const CHAPTERS = `chapters:
  - { time: "0:00", title: Welcome }
  - { time: "0:20", title: On television }
  - { time: "1:10", title: Bye }
mp3:`;

/** Where it does not matter when words are said: the acoustic model costs most of a run's time. */
export const BY_SILENCE = ['--align', 'silence'];

export class Workplace {
  constructor() {
    this.folder = mkdtempSync(path.join(tmpdir(), 'cmos-publish-'));
    this.config = path.join(this.folder, 'config', 'cmos-captions');
    this.tokenFile = path.join(this.config, 'token.json');
    this.stateFile = path.join(this.folder, 'state', 'cmos-captions', 'uploads.json');
    this.page = path.join(this.folder, 'episode.md');
    cpSync(path.join(SAMPLES, 'episode.md'), this.page);
    cpSync(path.join(SAMPLES, 'episode.mp3'), path.join(this.folder, 'episode.mp3'));
    this.said = ''; // All that any run printed.
  }

  remove() {
    rmSync(this.folder, { recursive: true });
  }

  read(file) {
    return JSON.parse(readFileSync(file, 'utf8'));
  }

  /** A copy of the sample's page for another video, with other changes. */
  addPage(name, video, change = (text) => text) {
    const file = path.join(this.folder, name);
    writeFileSync(file, change(readFileSync(path.join(SAMPLES, 'episode.md'), 'utf8').replace(VIDEO, video)));
    return file;
  }

  changePage(change) {
    writeFileSync(this.page, change(readFileSync(this.page, 'utf8')));
  }

  putClientSecret(text) {
    mkdirSync(this.config, { recursive: true, mode: 0o700 });
    writeFileSync(path.join(this.config, 'client_secret.json'), text);
  }

  /** Starts the program; `onOutput` gets all that it printed so far. */
  start(args, { onOutput = () => {}, environment = {}, program = PROGRAM, stdin = 'ignore' } = {}) {
    const child = spawn(program, args, {
      cwd: this.folder,
      stdio: [stdin, 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: this.folder,
        XDG_CONFIG_HOME: path.join(this.folder, 'config'),
        XDG_STATE_HOME: path.join(this.folder, 'state'),
        ...environment,
      },
    });
    const result = { out: '', err: '' };
    const take = (stream) => (bytes) => {
      result[stream] += bytes;
      this.said += bytes;
      onOutput(result.out + result.err, child);
    };
    child.stdout.setEncoding('utf8').on('data', take('out'));
    child.stderr.setEncoding('utf8').on('data', take('err'));
    const done = new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ ...result, code }));
    });
    return { child, done };
  }

  run(args, options) {
    return this.start(args, options).done;
  }

  /** The page's captions as SubRip. */
  async captions() {
    await this.run(['-f', 'srt', ...BY_SILENCE, '-o', 'made.srt', 'episode.md']);
    return readFileSync(path.join(this.folder, 'made.srt'), 'utf8');
  }

  /** Runs the program on a terminal of its own, at which somebody types these lines. */
  async runOnTerminal(args, typed, { onOutput = () => {} } = {}) {
    const quoted = [PROGRAM, ...args].map((part) => `'${part.replaceAll("'", "'\\''")}'`).join(' ');
    const { child, done } = this.start(['-qec', quoted, '/dev/null'], { program: 'script', onOutput, stdin: 'pipe' });
    child.stdin.write(typed);
    const { out, code } = await done;
    return { out: out.replaceAll('\r\n', '\n'), code };
  }
}
