/** What is drawn, as plain values: sizes, widths, labels, all computed from the answer alone. */

import type { ElementDefinition } from "cytoscape";
import type { Actor, Edge } from "./api.js";
import { predicates } from "./words.js";

export interface Picture {
  nodes: readonly Actor[];
  edges: readonly Edge[];
  /** The ids that the view is about. */
  centre: readonly string[];
  /** A network spreads around its centre, a path stands in a line. */
  shape: "network" | "line";
}

const EDGE_WIDTH = { least: 1.5, most: 7 };

/** The id of an edge on the canvas: its place in the picture. */
export function edgeId(index: number): string {
  return `edge-${index}`;
}

/** The edges that touch a node. */
export function edgesAt(picture: Picture, id: string): Edge[] {
  return picture.edges.filter((edge) => edge.source === id || edge.target === id);
}

/** Nodes and edges for Cytoscape. */
export function elements(picture: Picture): ElementDefinition[] {
  return [...nodes(picture), ...edges(picture)];
}

function nodes(picture: Picture): ElementDefinition[] {
  const contacts = picture.nodes.map((node) => edgesAt(picture, node.id).length);
  const size = between({ least: 0, most: 1 }, Math.max(...contacts));
  return picture.nodes.map((node, index) => ({
    group: "nodes",
    data: { id: node.id, name: node.name, type: node.type, size: size(contacts[index]!) },
    classes: picture.centre.includes(node.id) ? "centre" : "",
  }));
}

function edges(picture: Picture): ElementDefinition[] {
  const width = between(EDGE_WIDTH, Math.max(...picture.edges.map((edge) => edge.count)));
  return picture.edges.map((edge, index) => ({
    group: "edges",
    data: {
      id: edgeId(index),
      index,
      source: edge.source,
      target: edge.target,
      width: width(edge.count),
      label: predicates(edge.predicates, { shown: 1 }),
    },
    classes: [...directions(edge), ...(isChord(picture, edge) ? ["chord"] : [])].join(" "),
  }));
}

/** Whether an edge leads from contact to contact, past the centre. */
function isChord({ shape, centre }: Picture, { source, target }: Edge): boolean {
  return shape === "network" && !centre.includes(source) && !centre.includes(target);
}

/** An arrow for each way in which some sentence has the edge. */
function directions(edge: Edge): string[] {
  const forward = edge.evidence.some((evidence) => evidence.subject === edge.source);
  const backward = edge.evidence.some((evidence) => evidence.subject === edge.target);
  return [forward && "forward", backward && "backward"].filter((way) => way !== false);
}

/** Grows with the square root, so that area stands for number. */
function between({ least, most }: { least: number; most: number }, highest: number): (value: number) => number {
  return (value) => least + (most - least) * Math.sqrt(value / Math.max(highest, 1));
}
