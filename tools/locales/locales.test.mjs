// Small trees in which a rule of the texts is broken, or kept: `node --test tools/locales/*.test.mjs`.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../check-locales.mjs', import.meta.url));
const ISLANDS = 'app/locales/islands/islands.yml';
const PAGES = 'app/locales/pages/pages.yml';
const HELLO = 'a.hello:\n  zh: 你好\n  en: Hello\n';

// What the check says of a source and two files of texts, and of more files.
function check(source, islands, pages = '', more = {}) {
  const root = mkdtempSync(join(tmpdir(), 'locales-'));
  const files = { 'app/src/lib.rs': source, [ISLANDS]: `_version: 2\n\n${islands}`, [PAGES]: `_version: 2\n\n${pages}`, ...more };
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, root], { encoding: 'utf8' });
    return { status, text: stdout + stderr };
  } finally {
    rmSync(root, { recursive: true });
  }
}

function passes(...tree) {
  const { status, text } = check(...tree);
  assert.equal(status, 0, text);
  assert.match(text, /^texts: \d+ in 2 languages, each used\n$/);
}

// It says this, and nothing else.
function fails(expected, ...tree) {
  const { status, text } = check(...tree);
  assert.equal(status, 1, text);
  assert.ok(text.startsWith(`${expected}\ntexts: `), text);
  assert.match(text, /to be mended: 1\n$/);
}

const uses = (...keys) => keys.map((key) => `fn f() { tr!(language, "${key}"); }\n`).join('');

test('each text is used, from either file, in one row or several', () => {
  const bye = 'a.bye:\n  zh: "%{name}，再见"\n  en: Good bye, %{name}\n';
  passes(`tr!(self.language, "a.hello");\ntr!(\n    language,\n    "a.bye",\n    name = name\n);\n`, HELLO, bye);
});

test('a text that is looked up, and is not there', () => {
  fails('app/src/lib.rs:2: there is no text a.bye', uses('a.hello', 'a.bye'), HELLO);
});

test('a text that nobody looks up: not in a comment, not in a test', () => {
  const expected = `${ISLANDS}:3: nothing uses a.hello`;
  fails(expected, '', HELLO);
  fails(expected, '// tr!(language, "a.hello")\n', HELLO);
  fails(expected, '', HELLO, '', { 'app/src/a_tests.rs': uses('a.hello') });
  fails(expected, 'str!(language, "a.hello");\n', HELLO);
});

test('two slashes in a text begin no comment', () => {
  passes('let a = "https://"; tr!(language, "a.hello");\n', HELLO);
});

test('a key that is made up elsewhere', () => {
  fails('app/src/lib.rs:2: the key of this text cannot be read', `${uses('a.hello')}tr!(language, $key);\n`, HELLO);
});

test('a language that is missing, or empty', () => {
  fails(`${PAGES}:3: a.hello has no zh`, uses('a.hello'), '', 'a.hello:\n  en: Hello\n');
  fails(`${PAGES}:3: a.hello has no en`, uses('a.hello'), '', 'a.hello:\n  zh: 你好\n  en: ""\n');
});

test('languages that are filled in differently', () => {
  const tree = (zh, en) => [uses('a.b'), `a.b:\n  zh: "${zh}"\n  en: "${en}"\n`];
  passes(...tree('%{b} %{a} %{a}', '%{a} %{b}'));
  fails(`${ISLANDS}:3: a.b is filled in differently, zh: %{a}, en: %{a} %{b}`, ...tree('%{a}', '%{a} %{b}'));
  fails(`${ISLANDS}:3: a.b is filled in differently, zh: nothing, en: %{a}`, ...tree('a', '%{a}'));
});

test('a key that is in both files, or twice in one', () => {
  fails(`${PAGES}:3: a.hello is at ${ISLANDS}:3, too`, uses('a.hello'), HELLO, HELLO);
  fails(`${ISLANDS}:6: a.hello stands here twice`, uses('a.hello'), HELLO + HELLO);
});

test('what is no text, and a language that the shop does not have', () => {
  fails(`${ISLANDS}:6: this is no text: more`, uses('a.hello'), `${HELLO}    more\n`);
  fails(`${ISLANDS}:6: the shop has no language de`, uses('a.hello'), `${HELLO}  de: Hallo\n`);
});
