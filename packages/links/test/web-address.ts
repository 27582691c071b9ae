import * as fc from 'fast-check';

const escaped = fc.constantFrom('%20', '%C3%A9', '%F0%9F%A5%90');
const plain = fc.stringMatching(/^[aZ09\-._~!$&()*+,;=:@/?]$/);
const some = fc.string({ unit: fc.oneof({ weight: 4, arbitrary: plain }, escaped) });

/** Addresses as they are on the web. `fc.webUrl` draws a map of all of Unicode before it gives its first. */
export const webAddress = fc
  .tuple(fc.constantFrom('http', 'https'), fc.webAuthority(), some, some, some)
  .map(([scheme, host, path, query, fragment]) => {
    const tail = fragment === '' ? '' : `#${fragment.replaceAll('/', '')}`;
    return `${scheme}://${host}/${path.replaceAll('?', '')}${query === '' ? '' : `?${query}`}${tail}`;
  });
