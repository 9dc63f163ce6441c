/** The view of the paths between two actors. */

import { get, type Path } from "./api.js";
import { detail, sentences, type View } from "./view.js";
import { count } from "./words.js";

/** Asks for the paths between the two actors whom the page names, one view each, the best first. */
export async function path({ from, to, k }: DOMStringMap): Promise<View[]> {
  const query = new URLSearchParams({ from: from!, to: to!, k: k! });
  const { items } = await get<{ items: Path[] }>(`paths?${query}`);
  return items.map(view);
}

function view({ actors, hops }: Path): View {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const entries = hops.map((hop, index) => ({
    edge: index,
    name: `${names.get(hop.source)} – ${names.get(hop.target)}`,
    detail: detail(hop),
    quote: hop.evidence[0]!.sentence,
  }));
  const centre = [actors[0]!.id, actors.at(-1)!.id];
  const picture = { nodes: actors, edges: hops, centre, shape: "line" } as const;
  return { summary: `${count(hops.length, "hop")}, ${sentences(hops)}`, picture, sections: [{ heading: "Hops", entries }] };
}
