import {
  type Account,
  type AnyPlatform,
  type Draft,
  type DraftItem,
  type Finding,
  type Preview,
} from '@affiche/core';

/** A network, as somebody who tries one version after the other needs it. */
export interface Trial {
  /** Everything that the network says about a draft. */
  findings(draft: Draft): Finding[];
  /** Whether the text of an item, opening or going on, is short enough. */
  fits(item: DraftItem): boolean;
  /** Whether an item has more files than a post may hold. */
  overflows(item: DraftItem): boolean;
  /** What readers will see of an item. */
  preview(item: DraftItem): Preview['items'][number] | undefined;
  can(capability: string): boolean;
}

/** Opens a network for trying; nothing leaves this machine. */
export function openTrial(
  platform: AnyPlatform,
  draft: Draft,
  given: { readonly account?: Account; readonly options?: object; readonly facts?: unknown },
): Trial {
  const account = given.account ?? { platform: platform.id, id: 'unknown' };
  const options = platform.options.parse(given.options ?? {});
  const facts = platform.factsSchema.parse(given.facts ?? platform.defaultFacts);
  const compose = (draft: Draft) => ({ account, draft, options, facts });
  const alone = (item: DraftItem) => compose({ ...draft, items: [{ ...item, role: 'post' }] });
  const errors = (item: DraftItem, field: string, suffix: RegExp) =>
    platform
      .check(alone(item))
      .some(
        ({ severity, path, rule }) =>
          severity === 'error' && path[2] === field && suffix.test(rule),
      );
  return {
    findings: (draft) => platform.check(compose(draft)),
    fits: (item) => !errors(item, 'text', /\/text\/(?!empty|lone)/),
    overflows: (item) => errors(item, 'media', /\/media\/count$/),
    preview: (item) => platform.preview(alone(item)).items[0],
    can: (name) =>
      platform.manifest.capabilities.some((each) => each.name === name && each.supported),
  };
}
