import { isRecord } from '../http/body-fields.ts';
import { type Route, route } from '../http/route.ts';
import { nextNumber, secretOf } from '../people.ts';
import { authenticate, formError, type Reddit, textOf } from './context.ts';

/** Places for files, and the store where they go. */
export function mediaRoutes(reddit: Reddit): Route[] {
  return [
    route('POST', '/api/media/asset.json', (exchange) => {
      authenticate(reddit, exchange);
      if (!/^(?:image|video)\//.test(textOf(exchange.fields, 'mimetype'))) {
        throw formError('IMAGE_ERROR', 'that type is not supported', 'mimetype');
      }
      const id = nextNumber(reddit).toString(36);
      const fields = [
        { name: 'acl', value: 'private' },
        { name: 'key', value: `rte_images/${id}` },
        { name: 'X-Amz-Signature', value: secretOf(reddit, id) },
      ];
      const { host } = new URL(reddit.url());
      const args = { action: `//${host}/media-store`, fields };
      const asset = { asset_id: id, websocket_url: `wss://ws-asset.reddit.com/${id}` };
      return { status: 200, body: { args, asset } };
    }),
    route('POST', '/media-store', ({ fields }) => {
      const id = textOf(fields, 'key').replace('rte_images/', '');
      const signed = fields['X-Amz-Signature'] === secretOf(reddit, id);
      if (signed && isRecord(fields['file'])) return { status: 201, body: '<PostResponse/>' };
      return { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' };
    }),
  ];
}
