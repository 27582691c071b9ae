/** Where people see a message: for everybody in a public chat, for its members in a supergroup. */
export function messageUrl(
  { id, username }: { readonly id: number; readonly username?: string | undefined },
  message: number,
): string | undefined {
  if (username !== undefined) return `https://t.me/${username}/${message}`;
  const inner = /^-100(?<number>\d+)$/.exec(String(id))?.groups?.['number'];
  return inner === undefined ? undefined : `https://t.me/c/${inner}/${message}`;
}
