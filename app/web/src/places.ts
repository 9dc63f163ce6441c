/** Where the nodes stand. Computed from the answer and the room alone, so that it always gives the same picture. */

import type { Position } from "cytoscape";
import { edgesAt, type Picture } from "./picture.js";

/** The room to draw in, in pixels. */
export interface Room {
  width: number;
  height: number;
}

export type Places = ReadonlyMap<string, Position>;

const MARGIN = { x: 56, y: 40 };
const APART = 88;
// What a node, its name and its edge need, in square pixels; a drawing with less is a blot.
const AREA = 17_000;
const CLEAR = 90;
const NAME_WIDTH = 120;
const STEP = { across: 190, down: 96 };
// Neighbours on the ring stand at different distances from the centre where it is crowded, so that their names fit.
const ROWS = [[1], [1, 0.66], [1, 0.62, 0.81]];

/** A position for every node that the room has place for. */
export function places(picture: Picture, room: Room): Places {
  return picture.shape === "line" ? line(picture, room) : ring(picture, room);
}

/** Whether a line runs down the room: where it is too narrow for the names beside each other. */
export function runsDown({ nodes, shape }: Picture, { width }: Room): boolean {
  return shape === "line" && width < nodes.length * NAME_WIDTH;
}

function line(picture: Picture, room: Room): Places {
  const down = runsDown(picture, room);
  const at = (index: number): Position => (down ? { x: 0, y: index * STEP.down } : { x: index * STEP.across, y: 0 });
  return new Map(picture.nodes.map(({ id }, index) => [id, at(index)]));
}

/** The centre in the middle of an ellipse that has the room's shape, its contacts around it. */
function ring(picture: Picture, room: Room): Places {
  const others = neighbourly(picture, strongest(picture, Math.floor((room.width * room.height) / AREA)));
  const { x, y } = radii(others.length, room);
  const rows = ROWS[Math.min(Math.floor((others.length * APART) / circumference(x, y) + 0.35), ROWS.length - 1)]!;
  const positions = others.map((id, index): [string, Position] => {
    // Half a step off the top, where a node's name would stand on its own edge.
    const angle = (2 * Math.PI * (index + 0.5)) / others.length - Math.PI / 2;
    const distance = rows[index % rows.length]!;
    return [id, { x: x * distance * Math.cos(angle), y: y * distance * Math.sin(angle) }];
  });
  return new Map([...positions, ...picture.centre.map((id): [string, Position] => [id, { x: 0, y: 0 }])]);
}

/** How far an edge between two contacts bends: away from the centre if it would pass near, else a little towards it. */
export function bend(from: Position, to: Position): number {
  const length = Math.hypot(from.x - to.x, from.y - to.y);
  const cross = from.x * to.y - from.y * to.x;
  const clear = Math.min(CLEAR, 0.5 * Math.hypot(from.x, from.y));
  // A curve comes half as far as its control point; the distance of the straight line is the cross product's share.
  const spare = 2 * (Math.abs(cross) / length - clear);
  return (Math.sign(cross) || 1) * Math.min(0.12 * length, spare);
}

/** Half the room each way; more of it, seen from further away, where there are too many for three rows. */
function radii(nodes: number, { width, height }: Room): Position {
  const x = Math.max(width / 2 - MARGIN.x, 70);
  const y = Math.max(height / 2 - MARGIN.y, 70);
  const grow = Math.max(1, (nodes * APART) / ROWS.length / circumference(x, y));
  return { x: x * grow, y: y * grow };
}

function circumference(x: number, y: number): number {
  return 2 * Math.PI * Math.sqrt((x * x + y * y) / 2);
}

/** The ids of those who have most to do with the centre, without the centre. */
function strongest(picture: Picture, most: number): string[] {
  const strength = new Map(picture.nodes.map(({ id }) => [id, 0]));
  for (const { source, target, count } of picture.edges) {
    if (picture.centre.includes(source)) strength.set(target, strength.get(target)! + count);
    if (picture.centre.includes(target)) strength.set(source, strength.get(source)! + count);
  }
  const others = [...strength].filter(([id]) => !picture.centre.includes(id));
  return others.toSorted(([, a], [, b]) => b - a).slice(0, most).map(([id]) => id);
}

/** The same ids, those with an edge between them next to each other where that can be. */
function neighbourly(picture: Picture, ids: string[]): string[] {
  const rest = new Set(ids);
  const order: string[] = [];
  while (rest.size > 0) {
    const next = knownTo(order.at(-1), picture).find((id) => rest.has(id)) ?? [...rest][0]!;
    rest.delete(next);
    order.push(next);
  }
  return order;
}

function knownTo(id: string | undefined, picture: Picture): string[] {
  return id ? edgesAt(picture, id).map(({ source, target }) => (source === id ? target : source)) : [];
}
