import type { Answer, Exchange } from './exchange.ts';

/** What a server does for one method and path. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** A path whose parts may be named: `/api/v1/statuses/:id`. */
  readonly path: string;
  /** Runs inside one transaction when it answers at once; an async handler opens its own. */
  readonly handle: (exchange: Exchange) => Answer | Promise<Answer>;
}

/** Writes a route in one line. */
export function route(method: Route['method'], path: string, handle: Route['handle']): Route {
  return { method, path, handle };
}

/** A route that fits a request, with the named parts of its path. */
export interface RouteMatch {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Finds the route of a request; paths without parameters win. */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): RouteMatch | undefined {
  const candidates = routes.filter((route) => route.method === method);
  const exact = candidates.find((route) => route.path === path);
  if (exact) return { route: exact, parameters: {} };
  for (const route of candidates) {
    const parameters = matchPath(route.path, path);
    if (parameters) return { route, parameters };
  }
  return undefined;
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const expected = pattern.split('/');
  const actual = path.split('/');
  if (expected.length !== actual.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const value = actual[index] ?? '';
    if (part.startsWith(':') && value !== '') parameters[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return undefined;
  }
  return parameters;
}
