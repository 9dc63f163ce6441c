/** What the service answers, and asking it. Addresses are relative, so that it may be served below a prefix. */

const PATIENCE_MS = 30_000;

export interface Actor {
  id: string;
  name: string;
  type: string;
  country: string | null;
}

/** A stretch of an article's text, in code points. */
export interface Span {
  begin: number;
  end: number;
}

/** One claim with the sentence that proves it; offsets count code points into the article's text. */
export interface Evidence {
  claim: string;
  predicate: string;
  subject: string;
  subject_name: string;
  object: string;
  object_name: string;
  sentence: string;
  begin: number;
  end: number;
  /** The words of the sentence that stand for the subject; null if only sentences before name it. */
  subject_at: Span | null;
  object_at: Span | null;
  article: string;
  title: string | null;
  published: string | null;
  url: string | null;
  source: string | null;
  /** `end` is null for what had not happened on the day `begin`; `text` is null where no words tell the time. */
  time: { begin: string; end: string | null; text: string | null } | null;
  topic: string | null;
  place_name: string | null;
  modality: string;
  attributed_to_name: string | null;
  confidence: number;
}

export interface Edge {
  source: string;
  target: string;
  predicates: string[];
  /** How many claims there are; `evidence` may be fewer. */
  count: number;
  evidence: Evidence[];
}

export interface Network {
  actor: Actor;
  nodes: Actor[];
  edges: Edge[];
}

/** One path: its actors in order, and the edges from each to the next. */
export interface Path {
  actors: Actor[];
  hops: Edge[];
}

/** A failure whose text is written for the reader. */
export class Failure extends Error {}

/** The JSON at a path of the service, `actors/marco-rubio/network?limit=50`; throws Failure with the reason. */
export async function get<T>(path: string): Promise<T> {
  const response = await ask(path);
  if (!response.ok) throw new Failure(await reason(response));
  return (await response.json()) as T;
}

/** The address of something of the service's, as seen from this page. */
export function address(path: string): string {
  return new URL(`${document.body.dataset["root"]}/${path}`, document.baseURI).href;
}

async function ask(path: string): Promise<Response> {
  try {
    return await fetch(address(path), {
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    throw new Failure("The service cannot be reached.");
  }
}

async function reason(response: Response): Promise<string> {
  const problem = (await response.json().catch(() => ({}))) as { title?: string; detail?: string };
  return problem.detail ?? problem.title ?? `The service answered ${response.status}.`;
}
