/** The view of an actor's contacts. */

import { get, type Edge, type Network } from "./api.js";
import { detail, namesOf, sentences, type Entry, type Names, type View } from "./view.js";
import { count } from "./words.js";

/** Asks for the contacts of the actor whom the page names; no view if there are none. */
export async function network({ actor, limit }: DOMStringMap): Promise<View[]> {
  const answer = await get<Network>(`actors/${encodeURIComponent(actor!)}/network?limit=${limit}`);
  const edges = answer.edges.toSorted((a, b) => b.count - a.count);
  return edges.length > 0 ? [view({ ...answer, edges })] : [];
}

function view({ actor, nodes, edges }: Network): View {
  const picture = { nodes, edges, centre: [actor.id], shape: "network" } as const;
  const names = namesOf(picture);
  const entries = edges.map((edge, index) => entry(edge, index, actor.id, names));
  const own = (entry: Entry): boolean => touches(edges[entry.edge]!, actor.id);
  const sections = [
    { heading: "Contacts", entries: entries.filter(own) },
    { heading: "Between the contacts", entries: entries.filter((entry) => !own(entry)) },
  ].filter(({ entries }) => entries.length > 0);
  return { summary: `${count(nodes.length - 1, "contact")}, ${sentences(edges)}`, picture, sections };
}

function touches({ source, target }: Edge, id: string): boolean {
  return source === id || target === id;
}

function entry(edge: Edge, index: number, actor: string, names: Names): Entry {
  const others = [edge.source, edge.target].filter((id) => id !== actor);
  return { edge: index, name: others.map((id) => names.get(id) ?? id).join(" – "), detail: detail(edge) };
}
