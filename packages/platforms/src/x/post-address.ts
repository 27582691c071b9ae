/** Where people see a post, whoever wrote it. */
export function urlOf(id: string): string {
  return `https://x.com/i/status/${id}`;
}
