import { networkApi } from '../network-api.ts';
import { businessErrors } from './errors.ts';

/** The calls of Google Business Profile. */
export const business = networkApi({
  host: 'mybusiness.googleapis.com',
  headers: (_, { credentials }) => ({
    authorization: `Bearer ${credentials['accessToken'] ?? ''}`,
  }),
  errors: businessErrors,
});
