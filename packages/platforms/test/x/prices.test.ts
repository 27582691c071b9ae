import { price } from '@affiche/core';
import { x, type XSettings } from '@affiche/platforms/x';
import { expect, it } from 'vitest';
import { compose } from '../composition.ts';

const pricesOf = (settings: XSettings) => {
  const platform = x(settings);
  const composition = compose(platform, {
    items: [{ text: 'The galette is back' }, { text: 'See example.com', role: 'reply' }],
  });
  const seed = { key: 'a#1', at: '2027-01-04T08:00:00Z' };
  return platform.compile(composition, seed).map((step) => step.price);
};

it('says what a post costs, and that one with an address costs more', () => {
  expect(pricesOf({})).toEqual([price('0.015', 'USD'), price('0.20', 'USD')]);
  const own = { post: price('0.01', 'EUR') };
  expect(pricesOf({ prices: own })).toEqual([own.post, price('0.20', 'USD')]);
});

it('is free under a contract, or where the application says so', () => {
  expect(pricesOf({ access: 'enterprise' })).toEqual([undefined, undefined]);
  expect(pricesOf({ prices: 'free' })).toEqual([undefined, undefined]);
});
