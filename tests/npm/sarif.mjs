// node sarif.mjs PROGRAM SAMPLES: what check prints as SARIF is valid by the schema that OASIS published, as
// @microsoft/jest-sarif has it, whatever is wrong with the pages.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const [program, samples] = process.argv.slice(2).map((argument) => path.resolve(argument));
if (!existsSync(new URL('node_modules', import.meta.url))) {
  console.log('SKIPPED: run "npm ci" in tests/npm first');
  process.exit(0);
}

const require = createRequire(import.meta.url);
const Ajv = require('ajv-draft-04');
const { default: addFormats } = require('ajv-formats');

// The schema has a pattern that is none by the rules of Unicode mode.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

const page = readFileSync(path.join(samples, 'episode.md'), 'utf8');
const stamp = page.lastIndexOf('\n[0:');
const PAGES = {
  'good.md': page,
  'a name with 100 % and ä#?.md': page.slice(0, stamp) + page.slice(stamp).replace('[0:', '[59:'),
  'empty.md': '',
  'c:d.md': 'no transcript',
  'x.md': page.replaceAll('\n[0:', '\n[0.'),
};

function sarif(folder, pages) {
  const run = spawnSync(program, ['check', '--no-audio', '--diagnostics', 'sarif', ...pages], { cwd: folder });
  return JSON.parse(run.stdout);
}

function check(log) {
  assert.ok(validate(log), JSON.stringify(validate.errors, null, 2));
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'sarif-'));
try {
  for (const [name, text] of Object.entries(PAGES)) writeFileSync(path.join(folder, name), text);
  const all = sarif(folder, [...Object.keys(PAGES), 'missing.md']);
  check(all);
  const files = new Set(all.runs[0].results.map((each) => each.locations[0].physicalLocation.artifactLocation.uri));
  assert.equal(files.size, Object.keys(PAGES).length, `only these have results: ${[...files]}`);
  check(sarif(folder, ['good.md']));
  all.runs[0].results[0].level = 'grave';
  assert.ok(!validate(all), 'the schema takes anything');
} finally {
  rmSync(folder, { recursive: true });
}
