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

it('lists what the application pays, with the day on which somebody looked it up', () => {
  const { prices } = x({
    prices: { post: price('0.01', 'EUR') },
    pricesReadOn: '2027-02-01',
  }).manifest;
  expect(prices?.[0]).toMatchObject({
    name: 'post',
    price: price('0.01', 'EUR'),
    source: { verifiedAt: '2027-02-01' },
  });
  expect(x({ prices: 'free' }).manifest.prices).toBeUndefined();
});

it('is free under a contract, or where the application says so', () => {
  expect(pricesOf({ access: 'enterprise' })).toEqual([undefined, undefined]);
  expect(pricesOf({ prices: 'free' })).toEqual([undefined, undefined]);
});
