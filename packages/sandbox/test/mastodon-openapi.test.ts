import { instant, simulatedClock } from '@affiche/core';
import { mastodonSandbox } from '@affiche/sandbox';
import { expect, it } from 'vitest';
import { responseProblem } from '../../platforms/test/mastodon/openapi.ts';
import { pixel } from './personal-data-server/blobs.ts';

it('answers in the form that the documentation describes, whatever is asked', async () => {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  await using server = await mastodonSandbox({ clock });
  const { id: me, credentials } = server.createAccount({ handle: 'bakery', followers: 3000 });
  const headers = { authorization: `Bearer ${credentials['accessToken']}` };
  const problems: string[] = [];
  let asked = 0;
  const ask = async (method: string, path: string, body?: FormData) => {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers,
      ...(body && { body }),
    });
    const answer: unknown = await response.json();
    const { pathname } = new URL(path, server.url);
    const request = { method, path: pathname } as Parameters<typeof responseProblem>[0];
    const problem = responseProblem(request, response.status, answer);
    asked += 1;
    if (problem !== undefined) problems.push(`${method} ${path} ${response.status}: ${problem}`);
    return answer as { id: string };
  };
  const file = new File([pixel], 'pixel.png', { type: 'image/png' });
  const media = await ask('POST', '/api/v2/media', form({ file, description: 'A pixel.' }));
  await ask('GET', `/api/v1/media/${media.id}`);
  const post = (fields: Record<string, string>) => ask('POST', '/api/v1/statuses', form(fields));
  const picture = await post({ status: 'A picture #pixel @bakery', 'media_ids[]': media.id });
  const poll = form({ status: 'Yes?', 'poll[expires_in]': '3600' });
  for (const option of ['Yes', 'No']) poll.append('poll[options][]', option);
  const question = await ask('POST', '/api/v1/statuses', poll);
  const scheduled = await post({ status: 'Later', scheduled_at: instant(clock.now() + 1e7) });
  const reply = await post({ status: 'Answer', in_reply_to_id: picture.id, spoiler_text: 'Hm' });
  await clock.advance(3000);
  for (const path of [
    '/api/v2/instance',
    '/api/v1/instance',
    '/api/v1/accounts/verify_credentials',
    '/api/v1/accounts/lookup?acct=bakery',
    `/api/v1/accounts/relationships?id[]=${me}`,
    `/api/v1/accounts/${me}`,
    `/api/v1/accounts/${me}/statuses`,
    '/api/v1/notifications?limit=80',
    '/api/v2/search?q=pixel',
    `/api/v1/statuses/${picture.id}`,
    `/api/v1/statuses/${picture.id}/context`,
    `/api/v1/statuses/${picture.id}/source`,
    `/api/v1/statuses/${picture.id}/favourited_by`,
    `/api/v1/polls/${question.id}`,
    '/api/v1/scheduled_statuses',
    `/api/v1/scheduled_statuses/${scheduled.id}`,
    '/api/v1/statuses/1',
    '/api/v1/accounts/1',
  ]) {
    await ask('GET', path);
  }
  await ask('POST', `/api/v1/statuses/${reply.id}/favourite`);
  await ask('POST', `/api/v1/statuses/${reply.id}/reblog`);
  await ask('PUT', `/api/v1/statuses/${reply.id}`, form({ status: 'Changed' }));
  await ask('DELETE', `/api/v1/statuses/${reply.id}`);
  await ask('DELETE', `/api/v1/scheduled_statuses/${scheduled.id}`);
  await post({ status: '' });
  const app = form({ client_name: 'Test', redirect_uris: 'urn:ietf:wg:oauth:2.0:oob' });
  await ask('POST', '/api/v1/apps', app);
  expect(problems).toEqual([]);
  expect(asked).toBe(31);
});

function form(fields: Record<string, string | File>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}
