import * as fc from 'fast-check';

const character = fc.constantFrom(...'aZ09-._~!$&()*+,;=:@/?', '%20', '%C3%A9', '%F0%9F%A5%90');
const some = fc.string({ unit: character });

/** Addresses as they are on the web. `fc.webUrl` draws a map of all of Unicode before it gives its first. */
export const webAddress = fc
  .tuple(fc.constantFrom('http', 'https'), fc.webAuthority(), some, some, some)
  .map(([scheme, host, path, query, fragment]) => {
    const tail = fragment === '' ? '' : `#${fragment.replaceAll('/', '')}`;
    return `${scheme}://${host}/${path.replaceAll('?', '')}${query === '' ? '' : `?${query}`}${tail}`;
  });
