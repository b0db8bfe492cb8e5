// Reads a file of texts: as much YAML as `app/locales` takes.

export const LANGUAGES = ['zh', 'en'];

const KEY = /^([a-z0-9_.]+):$/;
const TEXT = /^  ([a-z]{2}): *(.*)$/;
const NO_TEXT = /^(_version: 2|#.*|\s*)$/;

// What a value says: nothing stands for an empty text.
function valueOf(written) {
  if (/^".*"$/.test(written)) return JSON.parse(written);
  return written.replace(/^'(.*)'$/, '$1');
}

// { texts: Map(key -> { line, zh, en }), problems: [[line, what]] }
export function readTexts(source) {
  const texts = new Map();
  const problems = [];
  let text;
  for (const [i, row] of source.split('\n').entries()) {
    const line = i + 1;
    const [, key] = row.match(KEY) ?? [];
    const [, language, written] = row.match(TEXT) ?? [];
    if (key) {
      if (texts.has(key)) problems.push([line, `${key} stands here twice`]);
      text = { line };
      texts.set(key, text);
    } else if (language && text) {
      if (!LANGUAGES.includes(language)) problems.push([line, `the shop has no language ${language}`]);
      text[language] = valueOf(written);
    } else if (!NO_TEXT.test(row)) problems.push([line, `this is no text: ${row.trim()}`]);
  }
  return { texts, problems };
}

// What a text leaves to be filled in, each once.
export const placeholders = (text) => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort();
