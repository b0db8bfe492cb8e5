// Small trees in which a rule is broken, or kept: `node --test tools/imports/*.test.mjs`.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../check-imports.mjs', import.meta.url));

// What the check says of a tree of files, given as `path: text`.
function check(files) {
  const root = mkdtempSync(join(tmpdir(), 'imports-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      // Where the tree lies must not make tests of its files.
      const file = join(root, 'tests', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, join(root, 'tests')], { encoding: 'utf8' });
    return { status, text: stdout + stderr };
  } finally {
    rmSync(root, { recursive: true });
  }
}

const manifest = (name, rest = '') => ({ [`${name}/Cargo.toml`]: `[package]\nname = "${name}"\n\n${rest}\n` });

function checkSources(files) {
  const sources = Object.entries(files).map(([path, text]) => [`domain/src/${path}`, text]);
  return check({ ...manifest('domain'), ...Object.fromEntries(sources) });
}

function passes(files) {
  const { status, text } = checkSources(files);
  assert.equal(status, 0, text);
  assert.match(text, /^imports: \d+ files, .*, no circle\n$/);
}

function fails(files, ...expected) {
  const { status, text } = checkSources(files);
  assert.equal(status, 1, text);
  for (const part of expected) assert.ok(text.includes(part), `no "${part}" in:\n${text}`);
}

test('a circle by nested groups, with its places', () => {
  const files = {
    'lib.rs': 'mod a;\nmod b;\n',
    'a.rs': '//! A.\nuse crate::{\n    b::{self, Thing as Other},\n};\n',
    'b.rs': 'use std::fmt;\nuse super::{a::{Way, End}};\n',
  };
  const places = ['domain/src/a.rs:2 names crate::b', 'domain/src/b.rs:2 names super::a::Way'];
  fails(files, '  a.rs <-> b.rs\n', '  a <-> b\n', ...places);
});

test('a longer circle, by paths in code', () => {
  const files = {
    'lib.rs': 'mod a;\nmod b;\nmod c;\n',
    'a.rs': 'fn a() {\n    crate::b::go();\n}\n',
    'b.rs': 'use super::c;\nfn go() { c::go(); }\n',
    'c.rs': 'struct C(super::a::A);\n',
  };
  fails(files, 'circle of 3 files', '  a.rs -> b.rs -> c.rs -> a.rs\n', 'domain/src/a.rs:2 names crate::b::go');
});

test('what a parent shows is imported from where it is defined', () => {
  const parent = {
    'lib.rs': 'mod a;\nmod c;\n',
    'a/mod.rs': 'mod b;\nmod d;\npub use b::Thing;\npub use d::*;\npub struct Own;\n',
    'a/b.rs': 'use super::Own;\npub struct Thing;\n',
    'a/d.rs': 'pub struct Deep;\n',
  };
  passes({ ...parent, 'c.rs': 'use crate::a::{Thing, Deep};\n' });
  const back = 'use crate::c::C;\n';
  fails({ ...parent, 'a/b.rs': back, 'c.rs': 'use crate::a::Thing;\n' }, '  a/b.rs <-> c.rs\n', '  a <-> c\n');
  fails({ ...parent, 'a/b.rs': back, 'c.rs': 'use crate::a::*;\nfn f(_: Thing) {}\n' }, '  a/b.rs <-> c.rs\n');
  fails({ ...parent, 'a/d.rs': back + parent['a/d.rs'], 'c.rs': 'use crate::a::Deep;\n' }, '  a/d.rs <-> c.rs\n');
});

test('a parent that needs its child, which needs its parent', () => {
  const child = { 'lib.rs': 'mod a;\n', 'a/b.rs': 'use super::*;\npub struct Thing;\n' };
  passes({ ...child, 'a/mod.rs': 'mod b;\npub use b::Thing;\n' });
  fails({ ...child, 'a/mod.rs': 'mod b;\nuse b::Thing;\n' }, '  a/b.rs <-> a/mod.rs\n');
  fails({ ...child, 'a/mod.rs': 'mod b;\npub use b::Thing;\nstruct Own(Thing);\n' }, '  a/b.rs <-> a/mod.rs\n');
});

test('declarations, comments, texts and other crates are no imports', () => {
  const texts = ['const A: &str = r#"crate::http::X"#;', `fn f<'a>(c: char) { c == '"'; } // crate::http::Y`];
  passes({
    'lib.rs': 'pub mod a;\npub mod http;\npub(in crate::a) fn f() {}\n',
    'a.rs': ['//! See [`crate::http`].', 'use http::Status;', ...texts].join('\n'),
    'http.rs': 'use crate::a::A;\n',
  });
});

test('tests import what they like', () => {
  const inner = 'mod tests {\n    use super::*;\n    use crate::b::B;\n    #[cfg(test)]\n    fn x() {}\n}\n';
  passes({
    'lib.rs': 'mod a;\nmod b;\n#[cfg(test)]\nmod fake;\n',
    'a.rs': `#[cfg(test)]\n${inner}pub struct A;\n`,
    'b.rs': 'use crate::a::A;\n#[cfg(all(test, unix))]\n#[path = "b_tests.rs"]\nmod tests;\n',
    'b_tests.rs': 'use super::*;\n',
    'fake.rs': 'use crate::a::A;\n',
  });
  fails({ 'lib.rs': 'mod a;\nmod b;\n', 'a.rs': `${inner}`, 'b.rs': 'use crate::a::A;\n' }, '  a.rs <-> b.rs\n');
});

test('modules inside a file, and files that a path places', () => {
  const files = {
    'lib.rs': 'mod a;\n#[cfg_attr(unix, path = "b_unix.rs")]\nmod b;\n',
    'a.rs': 'mod inner {\n    mod deep {\n        use super::super::A;\n        use crate::b::B;\n    }\n}\n',
    'b.rs': '',
    'b_unix.rs': 'use crate::a::A;\n',
  };
  fails(files, '  a.rs <-> b_unix.rs\n', 'domain/src/a.rs:4 names crate::b::B');
});

test('folders in a circle whose files are in none', () => {
  const mods = { 'a/mod.rs': 'mod x;\nmod y;\n', 'b/mod.rs': 'mod x;\nmod y;\n', 'a/y.rs': '', 'b/x.rs': '' };
  const uses = { 'a/x.rs': 'use crate::b::x::X;\n', 'b/y.rs': 'use crate::a::y::Y;\n' };
  fails({ 'lib.rs': 'mod a;\nmod b;\n', ...mods, ...uses }, 'circle of 2 modules', '  a <-> b\n', 'to be mended: 1');
});

test('crates need what the table says', () => {
  const app = manifest('app', '[dependencies]\ndomain = { workspace = true, features = [\n  "x",\n] }');
  assert.equal(check({ ...app, ...manifest('domain', '[dependencies]\nserde.workspace = true') }).status, 0);
  const wrong = manifest('domain', '[dependencies.app]\npath = "../app"');
  assert.match(check({ ...manifest('app'), ...wrong }).text, /domain may not need app/);
  const inTests = manifest('domain', '[dev-dependencies]\napp.workspace = true');
  assert.match(check({ ...app, ...inTests }).text, /circle of crates: app <-> domain/);
  assert.match(check(manifest('other')).text, /other: .* add it to the table/);
});

test('long files and full folders', () => {
  const lines = (count) => '\n'.repeat(count);
  passes({ 'lib.rs': 'mod b;\n', 'a_tests.rs': lines(300), 'b.rs': lines(250) });
  fails({ 'lib.rs': 'mod b;\n', 'a_tests.rs': lines(301), 'b.rs': lines(251) }, 'a_tests.rs: 301', 'b.rs: 251');
  const names = Array.from({ length: 15 }, (_, i) => `m${i}`);
  const files = Object.fromEntries(names.map((name) => [`${name}.rs`, '']));
  fails({ 'lib.rs': names.map((name) => `mod ${name};\n`).join(''), ...files }, 'domain/src: 16 files');
});
