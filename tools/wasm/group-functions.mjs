#!/usr/bin/env node
// Puts functions of a WebAssembly file beside those that they share most with: what Brotli
// finds close by it writes shorter. The compiler makes many functions of one generic, and
// strews them over the file.
//
//   tools/wasm/group-functions.mjs WASM
import { readFileSync, writeFileSync } from 'node:fs';
import binaryen from 'binaryen';
import { CODE, CUSTOM, encoded, imports, IMPORTS, named, number, sections, written } from './binary.mjs';

// What two functions share is counted in pieces of so many bytes.
const PIECE = 6;
// A piece that so many have says nothing of any.
const COMMON = 2000;

const [file] = process.argv.slice(2);
const wasm = readFileSync(file);
const all = sections(wasm);
const imported = imports(all.find(({ id }) => id === IMPORTS).content).length;
const bodies = bodiesOf(all.find(({ id }) => id === CODE).content);

// Functions have names by their place, and are sorted by them.
const places = ordered(bodies.map(piecesOf));
const names = new Map(places.map((index, place) => [imported + index, String(place).padStart(8, '0')]));
const module = binaryen.readBinary(written(wasm, [...all, namesOf(names)]));
module.runPasses(['reorder-functions-by-name']);
writeFileSync(file, module.emitBinary());

function bodiesOf(content) {
  const [count, first] = number(content, 0);
  const found = [];
  for (let index = 0, at = first; index < count; index += 1) {
    const [length, start] = number(content, at);
    found.push(content.subarray(start, start + length));
    at = start + length;
  }
  return found;
}

function piecesOf(body) {
  const pieces = new Set();
  for (let at = 0; at + PIECE <= body.length; at += 1) {
    pieces.add(body.toString('latin1', at, at + PIECE));
  }
  return pieces;
}

// The functions in an order in which each comes after one that it is like: from the largest
// to the one that shares most with it, of those that are left, for their size.
function ordered(functions) {
  const having = new Map();
  functions.forEach((pieces, index) => {
    for (const piece of pieces) {
      if (!having.has(piece)) having.set(piece, []);
      having.get(piece).push(index);
    }
  });
  const bySize = functions.map((_, index) => index).sort((a, b) => functions[b].size - functions[a].size);
  const left = new Set(bySize);
  const order = [];
  while (left.size > 0) {
    const last = order.at(-1);
    const next = (last === undefined ? undefined : mostLike(last, functions, having, left)) ?? left.values().next().value;
    left.delete(next);
    order.push(next);
  }
  return order;
}

function mostLike(last, functions, having, left) {
  const shared = new Map();
  for (const piece of functions[last]) {
    const others = having.get(piece);
    if (others.length >= COMMON) continue;
    for (const other of others) {
      if (left.has(other)) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
  }
  const likeness = ([other, count]) => count / (functions[last].size + functions[other].size);
  const [best] = [...shared].sort((a, b) => likeness(b) - likeness(a));
  return best?.[0];
}

// The custom section that names functions (Core Specification, appendix 7.4.1).
function namesOf(names) {
  const sorted = [...names].sort(([a], [b]) => a - b);
  const listed = sorted.flatMap(([index, name]) => [encoded(index), named(name)]);
  const subsection = Buffer.concat([encoded(sorted.length), ...listed]);
  const content = Buffer.concat([named('name'), Buffer.from([1]), encoded(subsection.length), subsection]);
  return { id: CUSTOM, content };
}
