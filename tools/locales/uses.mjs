// Where sources look texts up.

const COMMENT = /\/\/[^\n]*/g;
const CALL = /(?<!\w)tr!\s*\(/g;
// The macro takes nothing but a literal, so no key is ever made up while the program runs.
const ARGUMENTS = /^\s*[^,"]+,\s*"([^"\n]*)"/;

const blank = (text) => text.replace(/[^\n]/g, ' ');

// [{ key, line }]; a call that gives no key that can be read has none.
export function readUses(source) {
  // Inside a text two slashes are no comment.
  const code = source.replace(COMMENT, (comment, index) => {
    const before = source.slice(source.lastIndexOf('\n', index) + 1, index);
    return (before.match(/"/g) ?? []).length % 2 ? comment : blank(comment);
  });
  return [...code.matchAll(CALL)].map(({ 0: call, index }) => {
    const [, key] = code.slice(index + call.length).match(ARGUMENTS) ?? [];
    return { key, line: code.slice(0, index).split('\n').length };
  });
}
