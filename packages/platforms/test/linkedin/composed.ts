import { linkedin } from '@affiche/platforms/linkedin';
import { compose, type Sketch } from '../composition.ts';

/** The adapter as it comes. */
export const platform = linkedin();
export const organization = 'urn:li:organization:5515715';

/** A draft on its way to an organization's page, or to another account. */
export function composed(
  draft: Sketch | string,
  {
    id = organization,
    ...rest
  }: { id?: string; options?: object; facts?: object; host?: string } = {},
) {
  const composition = compose(platform, draft, rest);
  return { ...composition, account: { ...composition.account, id } };
}

/** What `POST /rest/posts` would be given. */
export function bodyOf(draft: Sketch | string, options: object = {}) {
  const steps = platform.compile(composed(draft, { options }), {
    key: 'key',
    at: '2027-01-04T08:00:00.000Z',
  });
  const post = steps.find(({ kind }) => kind === 'create-post');
  const { body } = (post?.request ?? {}) as { body: { commentary: string; content?: object } };
  return body;
}
