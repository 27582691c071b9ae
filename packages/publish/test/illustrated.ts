import { type AnyPlatform, type Composition, Draft, type Media } from '@affiche/core';

/**
 * A network that takes no words alone, made to take them: each post of a draft gets a file, and the
 * second is what the network has in place of an answer.
 */
export function illustrated(
  platform: AnyPlatform,
  { media, role }: { readonly media: Media; readonly role: 'post' | 'first-comment' },
): AnyPlatform {
  const illustrate = (composition: Composition<unknown, unknown>) => {
    const items = composition.draft.items.map((item, index) => ({
      ...item,
      role: index === 0 ? ('post' as const) : role,
      media: index === 0 || role === 'post' ? [media] : [],
    }));
    return { ...composition, draft: Draft.parse({ ...composition.draft, items }) };
  };
  return {
    ...platform,
    check: (composition) =>
      platform
        .check(illustrate(composition))
        .filter(({ rule }) => !rule.endsWith('/thread/not-offered')),
    compile: (composition, seed) => platform.compile(illustrate(composition), seed),
  };
}
