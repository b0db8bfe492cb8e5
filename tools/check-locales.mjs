#!/usr/bin/env node
// Fails where a text is looked up that is not there, where nobody looks one up, and where
// the languages of one do not fit together: `tools/check-locales.mjs [ROOT]`.
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isTestPath } from './imports/modules.mjs';
import { sourcesIn } from './imports/crates.mjs';
import { LANGUAGES, placeholders, readTexts } from './locales/texts.mjs';
import { readUses } from './locales/uses.mjs';

const FILES = ['app/locales/islands/islands.yml', 'app/locales/pages/pages.yml'];
const SOURCES = 'app/src';
// Texts whose languages are filled in with different things: [key, reason].
const UNLIKE = new Map([['invalid.too_many_pixels', 'Chinese counts in ten thousands']]);

const root = resolve(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)));
const problems = [];

// Every text: Map(key -> { place, zh, en }).
function readFiles() {
  const all = new Map();
  for (const file of FILES) {
    const { texts, problems: unread } = readTexts(readFileSync(join(root, file), 'utf8'));
    for (const [line, what] of unread) problems.push(`${file}:${line}: ${what}`);
    for (const [key, text] of texts) {
      const place = `${file}:${text.line}`;
      if (all.has(key)) problems.push(`${place}: ${key} is at ${all.get(key).place}, too`);
      all.set(key, { place, ...text });
    }
  }
  return all;
}

// The first place at which each key is looked up; tests use nothing.
function readSources() {
  const places = new Map();
  for (const file of sourcesIn(join(root, SOURCES))) {
    const path = relative(root, file);
    if (isTestPath(path)) continue;
    for (const { key, line } of readUses(readFileSync(file, 'utf8'))) {
      const place = `${path}:${line}`;
      if (key === undefined) problems.push(`${place}: the key of this text cannot be read`);
      else if (!places.has(key)) places.set(key, place);
    }
  }
  return places;
}

function checkLanguages(key, text) {
  const missing = LANGUAGES.filter((language) => !text[language]);
  for (const language of missing) problems.push(`${text.place}: ${key} has no ${language}`);
  if (missing.length || UNLIKE.has(key)) return;
  const [first, ...others] = LANGUAGES.map((language) => placeholders(text[language]).join(' '));
  if (others.some((other) => other !== first)) {
    const each = LANGUAGES.map((language) => `${language}: ${placeholders(text[language]).join(' ') || 'nothing'}`);
    problems.push(`${text.place}: ${key} is filled in differently, ${each.join(', ')}`);
  }
}

const texts = readFiles();
const uses = readSources();
for (const [key, text] of texts) {
  checkLanguages(key, text);
  if (!uses.has(key)) problems.push(`${text.place}: nothing uses ${key}`);
}
for (const [key, place] of uses) if (!texts.has(key)) problems.push(`${place}: there is no text ${key}`);
const facts = `${texts.size} in ${LANGUAGES.length} languages`;
if (problems.length) console.error(`${problems.join('\n')}\ntexts: ${facts}, to be mended: ${problems.length}`);
else console.log(`texts: ${facts}, each used`);
process.exitCode = problems.length ? 1 : 0;
