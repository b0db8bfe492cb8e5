// The binary format of WebAssembly, as far as the tools beside this file read and write it
// (WebAssembly Core Specification, chapter 5).

// Kinds of sections.
export const CUSTOM = 0;
export const IMPORTS = 2;
export const CODE = 10;
// The kind of an import that is a function.
export const FUNCTION = 0;

// The module's head: its magic number, and the version of the format.
const HEAD = 8;

// Reads a number (LEB128) at a place; the number, and where the next thing is.
export function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [value, at];
  }
}

// Reads a name at a place; the name, and where the next thing is.
export function text(bytes, at) {
  const [length, start] = number(bytes, at);
  return [bytes.toString('utf8', start, start + length), start + length];
}

export function encoded(value) {
  const bytes = [];
  for (; value >= 0x80; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}

export function named(name) {
  return Buffer.concat([encoded(Buffer.byteLength(name)), Buffer.from(name)]);
}

// The sections of a module, each with its kind and its content.
export function sections(bytes) {
  const found = [];
  for (let at = HEAD; at < bytes.length; ) {
    const [length, start] = number(bytes, at + 1);
    found.push({ id: bytes[at], content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}

// The imports of a module: of each the module, the name, and the type; all are functions.
export function imports(content) {
  const [count, first] = number(content, 0);
  const found = [];
  for (let index = 0, place = first; index < count; index += 1) {
    const [module, field] = text(content, place);
    const [name, kind] = text(content, field);
    if (content[kind] !== FUNCTION) throw new Error(`${name} is imported, and no function`);
    const [type, next] = number(content, kind + 1);
    found.push({ module, name, type });
    place = next;
  }
  return found;
}

// A module of the same head and other sections.
export function written(bytes, parts) {
  const all = parts.map(({ id, content }) => [Buffer.from([id]), encoded(content.length), content]);
  return Buffer.concat([bytes.subarray(0, HEAD), ...all.flat()]);
}
