#!/usr/bin/env node
// Takes out of a WebAssembly file, and of the script that loads it, what no page needs and no
// compiler can know of.
//
// Streams of the browser's (`wasm-streams`, by way of `server_fn`): they are exported, so they
// stay, though no server function streams.
//
// A start without waiting: pages wait.
//
//   tools/wasm/strip-unused.mjs IN OUT SCRIPT
import { readFileSync, writeFileSync } from 'node:fs';
import binaryen from 'binaryen';

const STREAMS = /intounderlying/;
const STREAM_CLASSES = /export class IntoUnderlying\w+ \{.*?\n\}\nif \(Symbol\.dispose\)[^\n]*\n/gs;
const SYNCHRONOUS = /export \{ initSync, /;

const [source, target, script] = process.argv.slice(2);
binaryen.setDebugInfo(true);
const module = binaryen.readBinary(readFileSync(source));
const missing = new Set();
const exported = Array.from({ length: module.getNumExports() }, (_, index) => {
  return binaryen.getExportInfo(module.getExportByIndex(index)).name;
});
const streams = exported.filter((name) => STREAMS.test(name));
streams.forEach((name) => module.removeExport(name));
if (streams.length === 0) missing.add(STREAMS);

const before = readFileSync(script, 'utf8');
const after = before.replace(STREAM_CLASSES, '').replace(SYNCHRONOUS, 'export { ');
if (/class IntoUnderlying/.test(after)) missing.add(STREAM_CLASSES);
if (SYNCHRONOUS.test(after)) missing.add(SYNCHRONOUS);
if (missing.size > 0) {
  console.error(`not found: ${[...missing].join(', ')}; the compiler may name things differently now`);
  process.exit(1);
}
writeFileSync(target, module.emitBinary());
writeFileSync(script, after);
