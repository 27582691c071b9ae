/** What a pause is about: `*` is everything, `client:a` a client, `account:x:b` an account. */
export function scopeWords(scope: string): string {
  if (scope === '*') return 'everything';
  const [kind = '', ...name] = scope.split(':');
  return `${kind} ${name.join(':')}`;
}
