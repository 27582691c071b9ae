/** Where people see a post. */
export function urlOf(urn: string): string {
  return `https://www.linkedin.com/feed/update/${urn}/`;
}

/** The whole name of a comment, which tells what it stands under; the network gives its number at times. */
export function commentUrn(id: string, object: string): string {
  return id.startsWith('urn:') ? id : `urn:li:comment:(${object},${id})`;
}
