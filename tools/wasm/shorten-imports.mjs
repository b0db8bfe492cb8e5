#!/usr/bin/env node
// Gives the functions that a WebAssembly file imports short names, in it and in the script
// that loads it: their own have 16 random digits each, which no compression makes smaller.
//
//   tools/wasm/shorten-imports.mjs WASM JS
import { readFileSync, writeFileSync } from 'node:fs';
import { encoded, FUNCTION, imports, IMPORTS, named, sections, written } from './binary.mjs';

const [wasmFile, scriptFile] = process.argv.slice(2);
const wasm = readFileSync(wasmFile);
const short = new Map();

// The section of imports, with short names.
function shortened(content) {
  const all = imports(content);
  const parts = all.map(({ module, name, type }, index) => {
    short.set(name, `_${index.toString(36)}`);
    return [named(module), named(short.get(name)), Buffer.from([FUNCTION]), encoded(type)];
  });
  return Buffer.concat([encoded(all.length), ...parts.flat()]);
}

const parts = sections(wasm).map(({ id, content }) => {
  return { id, content: id === IMPORTS ? shortened(content) : content };
});
const bytes = written(wasm, parts);

const script = readFileSync(scriptFile, 'utf8').replace(/\b__wb[a-z]+_\w+(?=: function\()/g, (name) => {
  const given = short.get(name);
  short.delete(name);
  return given ?? name;
});
if (short.size > 0) throw new Error(`not found in ${scriptFile}: ${[...short.keys()].join(', ')}`);
WebAssembly.Module.imports(new WebAssembly.Module(bytes));
writeFileSync(wasmFile, bytes);
writeFileSync(scriptFile, script);
