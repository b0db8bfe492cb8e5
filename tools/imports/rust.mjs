// Reads of a Rust source what tells who imports whom: modules, `use`, paths.

const NOISE =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|\br(#*)"[\s\S]*?"\1|"(?:\\[\s\S]|[^"\\])*"|'(?:\\u\{\w+\}|\\x..|\\.|[^\\'\n])'/gu;
const SHARED = String.raw`(?:pub(?:\([^)]*\))?\s+)?`;
const ATTRIBUTES = String.raw`(?:#\[[^\]]*\]\s*)*`;
const ITEM = String.raw`${SHARED}(?:unsafe\s+|async\s+)?(?:mod|use|fn|impl|struct|enum|trait|const|static|type)\b`;
const FOR_TESTS = new RegExp(String.raw`#\[cfg\((?:all\()?test\b[^\]]*\]\s*${ATTRIBUTES}(?=${ITEM})`, 'g');
const MOD = new RegExp(String.raw`${ATTRIBUTES}${SHARED}\bmod\s+(\w+)\s*[;{]`, 'g');
const USE = new RegExp(String.raw`(${SHARED})\buse\s+([^;<]+);`, 'g');
const PATH = /(?<![\w.]|::)[a-z_]\w*(?:::\w+)+/gi;

// Spaces instead of text: what is left stays in its line.
const blank = (text) => text.replace(/[^\n]/g, ' ');
const blankPart = (text, start, end) => text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end);
const lineAt = (text, index) => text.slice(0, index).split('\n').length;

function endOfItem(text, start) {
  let depth = 0;
  for (const { 0: sign, index } of text.slice(start).matchAll(/[{};]/g)) {
    if (sign !== ';') depth += sign === '{' ? 1 : -1;
    if (depth === 0) return start + index + 1;
  }
  return text.length;
}

function withoutTests(text) {
  for (const { 0: attributes, index } of text.matchAll(FOR_TESTS)) {
    const isInsideAnother = text[index] === ' ';
    if (!isInsideAnother) text = blankPart(text, index, endOfItem(text, index + attributes.length));
  }
  return text;
}

// All that `a::{b, c::{self, D as E}, f::*}` names, from the innermost group out.
function leaves(tree) {
  let flat = tree.replace(/\s+as\s+/g, '@').replace(/[\s$]/g, '');
  const spread = (_, head, items) => items.split(',').filter(Boolean).map((item) => head + item).join();
  while (flat.includes('{')) flat = flat.replace(/([\w:]*)\{([^{}]*)\}/, spread);
  return flat.split(',').filter(Boolean).map((leaf) => {
    const [path, renamed] = leaf.replace(/^self::/, '').replace(/::self\b/, '').split('@');
    const segments = path.split('::').filter((segment) => segment !== '*');
    return path.endsWith('*') ? { segments, isGlob: true } : { segments, alias: renamed ?? segments.at(-1) };
  });
}

// One module: what it declares and what it names. `code` has no texts, `source` has.
function readModule(code, source) {
  const mods = [];
  for (const { 0: head, 1: name, index } of code.matchAll(MOD)) {
    const isInsideAnother = code[index] === ' ';
    if (isInsideAnother) continue;
    const open = index + head.length - 1;
    if (code[open] === ';') {
      const path = source.slice(index, open).match(/\bpath\s*=\s*"([^"]+)"/)?.[1];
      mods.push({ name, path });
      continue;
    }
    const end = endOfItem(code, open);
    mods.push({ name, body: readModule(blank(code.slice(0, open + 1)) + code.slice(open + 1, end - 1), source) });
    code = blankPart(code, index, end);
  }
  const uses = [...code.matchAll(USE)].flatMap(({ 1: isPublic, 2: tree, index }) =>
    leaves(tree).map((leaf) => ({ ...leaf, isPublic, line: lineAt(code, index) })),
  );
  // `pub(in crate::x)` says who may see, and imports nothing.
  code = code.replace(MOD, blank).replace(USE, blank).replace(/\bpub\(in [^)]*\)/g, blank);
  const paths = [...code.matchAll(PATH)].map(({ 0: path, index }) => {
    return { segments: path.split('::'), line: lineAt(code, index) };
  });
  return { mods, uses, paths, code };
}

export const parse = (source) => readModule(withoutTests(source.replace(NOISE, blank)), source);

// Whether code names it by itself, not as a field or a method.
export const mentions = ({ code }, name) => new RegExp(`(?<![\\w.])${name}\\b(?!:[^:])`).test(code);

export const defines = ({ code }, name) =>
  new RegExp(`\\b(?:fn|struct|enum|union|trait|const|static|type|macro_rules!)\\s+${name}\\b`).test(code);
