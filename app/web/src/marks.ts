/** The words of a sentence that stand for somebody, marked so that the reader sees them at once. */

import type { Evidence, Span } from "./api.js";
import { el } from "./dom.js";

/** The sentence with its subject and its object, where it has words for them, each in a `<mark>`. */
export function marked({ sentence, begin, subject_at, object_at }: Evidence): (Node | string)[] {
  // Offsets count code points from the start of the article; a string's own count is of UTF-16 units.
  const characters = Array.from(sentence);
  const parts: (Node | string)[] = [];
  let at = 0;
  const words = (from: number, to: number): string => characters.slice(from, to).join("");
  for (const span of inOrder(subject_at, object_at)) {
    const [from, to] = [span.begin - begin, span.end - begin];
    if (from < at) continue;
    parts.push(words(at, from), el("mark", {}, words(from, to)));
    at = to;
  }
  return [...parts, words(at, characters.length)];
}

function inOrder(...spans: (Span | null)[]): Span[] {
  return spans.filter((span) => span !== null).toSorted((a, b) => a.begin - b.begin || b.end - a.end);
}
