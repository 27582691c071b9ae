import { networkApi } from '../network-api.ts';
import { snapchatErrors } from './errors.ts';
import { Refusal } from './wire.ts';

/** The calls of Snapchat. No answer says what is left of a budget. */
export const snapchat = networkApi({
  host: 'businessapi.snapchat.com',
  headers: (_, { credentials }) => ({
    authorization: `Bearer ${credentials['accessToken'] ?? ''}`,
  }),
  errors: snapchatErrors,
  refusal: Refusal,
});
