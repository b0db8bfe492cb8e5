#!/usr/bin/env node
// Takes out of a WebAssembly file, and of the script that loads it, what no page needs and no
// compiler can know of.
//
// The formatting of floating-point numbers: no page shows one, but `serde_json` can name one in
// the text of an error, which nobody reads in a browser. That keeps it and its tables in the
// file: 8 kB of what is sent. Here these functions write nothing and say that it went well.
//
// Streams of the browser's (`wasm-streams`, by way of `server_fn`): they are exported, so they
// stay, though no server function streams.
//
// A start without waiting: pages wait.
//
//   tools/wasm/strip-unused.mjs IN OUT SCRIPT
import { readFileSync, writeFileSync } from 'node:fs';
import binaryen from 'binaryen';

const FORMATTERS = [/^<f64 as core.*::fmt::Display>::fmt$/, /^<serde_json::error::JsonUnexpected as core::fmt::Display>::fmt/];

const STREAMS = /intounderlying/;
const STREAM_CLASSES = /export class IntoUnderlying\w+ \{.*?\n\}\nif \(Symbol\.dispose\)[^\n]*\n/gs;
const SYNCHRONOUS = /export \{ initSync, /;

const [source, target, script] = process.argv.slice(2);
binaryen.setDebugInfo(true);
const module = binaryen.readBinary(readFileSync(source));
const missing = new Set(FORMATTERS);
for (let index = 0; index < module.getNumFunctions(); index += 1) {
  const reference = module.getFunctionByIndex(index);
  const { name } = binaryen.getFunctionInfo(reference);
  const formatter = FORMATTERS.find((pattern) => pattern.test(name));
  if (formatter) {
    // The least of `core::fmt::Result`: `Ok(())`.
    binaryen.Function(reference).body = module.i32.const(0);
    missing.delete(formatter);
  }
}
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
