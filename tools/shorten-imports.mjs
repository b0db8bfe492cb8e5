#!/usr/bin/env node
// Gives the functions that a WebAssembly file imports short names, in it and in the script
// that loads it: their own have 16 random digits each, which no compression makes smaller.
//
//   tools/shorten-imports.mjs WASM JS
import { readFileSync, writeFileSync } from 'node:fs';

const IMPORTS = 2;
const FUNCTION = 0;
const [wasmFile, scriptFile] = process.argv.slice(2);
const wasm = readFileSync(wasmFile);

// Reads a number (LEB128) at a place; the number, and where the next thing is.
function number(at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = wasm[at++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [value, at];
  }
}

function text(at) {
  const [length, start] = number(at);
  return [wasm.toString('utf8', start, start + length), start + length];
}

function encoded(value) {
  const bytes = [];
  for (; value >= 0x80; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}

const named = (name) => Buffer.concat([encoded(Buffer.byteLength(name)), Buffer.from(name)]);

const short = new Map();

// The section of imports, with short names.
function shortened(at) {
  const [count, first] = number(at);
  const parts = [encoded(count)];
  for (let index = 0, place = first; index < count; index += 1) {
    const [module, field] = text(place);
    const [name, kind] = text(field);
    if (wasm[kind] !== FUNCTION) throw new Error(`${name} is imported, and no function`);
    const [type, next] = number(kind + 1);
    short.set(name, `_${index.toString(36)}`);
    parts.push(named(module), named(short.get(name)), Buffer.from([FUNCTION]), encoded(type));
    place = next;
  }
  return Buffer.concat(parts);
}

const parts = [wasm.subarray(0, 8)];
for (let at = 8; at < wasm.length; ) {
  const id = wasm[at];
  const [length, start] = number(at + 1);
  const content = id === IMPORTS ? shortened(start) : wasm.subarray(start, start + length);
  parts.push(Buffer.from([id]), encoded(content.length), content);
  at = start + length;
}
const bytes = Buffer.concat(parts);

const script = readFileSync(scriptFile, 'utf8').replace(/\b__wb[a-z]+_\w+(?=: function\()/g, (name) => {
  const given = short.get(name);
  short.delete(name);
  return given ?? name;
});
if (short.size > 0) throw new Error(`not found in ${scriptFile}: ${[...short.keys()].join(', ')}`);
WebAssembly.Module.imports(new WebAssembly.Module(bytes));
writeFileSync(wasmFile, bytes);
writeFileSync(scriptFile, script);
