/** The legend: which colour stands for which type, for the types that are drawn. */

import type { Actor } from "./api.js";
import { byId, el } from "./dom.js";

/** Fills the legend. */
export function legend(nodes: readonly Actor[]): void {
  const types = [...new Set(nodes.map(({ type }) => type))].sort();
  byId("legend").replaceChildren(...types.map((type) => el("li", { "data-type": type }, type)));
}
