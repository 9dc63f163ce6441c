/** The panel: the list of all that is drawn, and the sentences of what is chosen. Works by keyboard alone. */

import type { Edge } from "./api.js";
import { byId, el } from "./dom.js";
import { card } from "./evidence.js";
import type { Choice } from "./graph.js";
import { edgesAt } from "./picture.js";
import { namesOf, type Entry, type Section, type View } from "./view.js";
import { count } from "./words.js";

/** Shows the list; an entry reports the edge that it stands for. */
export function list(view: View, onChoice: (choice: Choice) => void): void {
  const body = view.sections.flatMap((section) => sectionOf(section, onChoice));
  byId("panel").replaceChildren(...body);
}

function sectionOf({ heading, entries }: Section, onChoice: (choice: Choice) => void): HTMLElement[] {
  const items = entries.map((entry) => el("li", {}, button(entry, onChoice)));
  return [el("h2", {}, heading), el("ul", { class: "entries" }, ...items)];
}

function button(entry: Entry, onChoice: (choice: Choice) => void): HTMLElement {
  const element = el(
    "button",
    { type: "button", "data-edge": String(entry.edge) },
    el("span", { class: "name" }, entry.name),
    el("span", { class: "detail" }, entry.detail),
    entry.quote ? el("span", { class: "quote" }, entry.quote) : null,
  );
  element.addEventListener("click", () => onChoice({ edge: entry.edge }));
  return element;
}

/** Shows the sentences behind a choice and moves the focus there, so that a reader hears and sees them. */
export function evidence(view: View, choice: Choice, onBack: () => void): void {
  const edges = chosen(view, choice);
  const cards = edges.flatMap((edge) => edge.evidence).map(card);
  const heading = el("h2", { tabindex: "-1" }, title(view, choice));
  const back = el("button", { type: "button", class: "back" }, "Back to the list");
  back.addEventListener("click", onBack);
  byId("panel").replaceChildren(back, heading, ...leftOut(edges), el("ul", { class: "cards" }, ...cards));
  byId("panel").scrollTop = 0;
  byId("status").textContent = `${count(cards.length, "sentence")}: ${heading.textContent}`;
  heading.focus({ preventScroll: true });
  // Where the panel stands below the drawing, it must come into view; beside it, this moves nothing.
  byId("panel").scrollIntoView({ block: "nearest" });
}

/** What is said where the service keeps the less sure sentences back. */
function leftOut(edges: readonly Edge[]): HTMLElement[] {
  const all = edges.reduce((sum, edge) => sum + edge.count, 0);
  const shown = edges.reduce((sum, edge) => sum + edge.evidence.length, 0);
  return shown < all ? [el("p", { class: "left-out" }, `The ${shown} surest of ${count(all, "claim")}.`)] : [];
}

/** Puts the focus back on the entry of a choice. */
export function focusEntry(view: View, choice: Choice): void {
  const edge = view.picture.edges.indexOf(chosen(view, choice)[0]!);
  byId("panel").querySelector<HTMLElement>(`button[data-edge="${edge}"]`)?.focus();
}

function chosen({ picture }: View, choice: Choice): Edge[] {
  return "node" in choice ? edgesAt(picture, choice.node) : [picture.edges[choice.edge]!];
}

function title(view: View, choice: Choice): string {
  const names = namesOf(view.picture);
  if ("node" in choice) return names.get(choice.node) ?? choice.node;
  const { source, target } = view.picture.edges[choice.edge]!;
  return `${names.get(source)} – ${names.get(target)}`;
}
