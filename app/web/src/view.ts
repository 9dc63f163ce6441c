/** What a page shows: a picture, and the same as a list in words. */

import type { Edge } from "./api.js";
import type { Picture } from "./picture.js";
import { count, predicates } from "./words.js";

/** A line of the list; it opens the sentences of an edge, given by its place in the picture. */
export interface Entry {
  edge: number;
  name: string;
  detail: string;
  /** A sentence to begin with, where there is room for one. */
  quote?: string;
}

export interface Section {
  heading: string;
  entries: readonly Entry[];
}

export interface View {
  /** What the page says in one line: "7 contacts, 12 sentences". */
  summary: string;
  picture: Picture;
  sections: readonly Section[];
}

/** Names of what is drawn, by id. */
export type Names = ReadonlyMap<string, string>;

/** The names of what a picture draws. */
export function namesOf({ nodes }: Picture): Names {
  return new Map(nodes.map(({ id, name }) => [id, name]));
}

/** "spoke with, met with · 3 sentences". */
export function detail(edge: Edge): string {
  return `${predicates(edge.predicates, { shown: 3 })} · ${count(edge.evidence.length, "sentence")}`;
}

/** "12 sentences": how many different sentences stand behind these edges. */
export function sentences(edges: readonly Edge[]): string {
  const all = edges.flatMap(({ evidence }) => evidence.map(({ article, begin }) => `${article}#${begin}`));
  return count(new Set(all).size, "sentence");
}
