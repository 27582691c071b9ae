import { contentHash, jsonSchema, type JsonSchemaName } from '@affiche/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';

const draft = { id: 'galette', items: [{ text: 'The galette is back.' }] };
const account = { platform: 'bluesky', id: 'did:plc:1' };
const at = { date: '2027-01-04', time: '08:30', zone: 'Europe/Paris' };
const source = { url: 'https://example.com', verifiedAt: '2026-11-21' };

/** One value that each schema takes, and one that it refuses. */
const examples: Record<JsonSchemaName, readonly [unknown, unknown]> = {
  Account: [account, { platform: 'bluesky' }],
  Calendar: [
    { start: '2027-01-04T00:00:00Z', end: '2027-01-05T00:00:00Z', publications: [] },
    { start: 'Monday', end: 'Tuesday', publications: [] },
  ],
  Draft: [draft, { id: 'galette', items: [] }],
  Failure: [
    { kind: 'auth-expired', message: 'x' },
    { kind: 'sad', message: 'x' },
  ],
  Finding: [
    { rule: 'x/text', severity: 'error', path: ['items', 0], message: 'x', fix: 'y' },
    { rule: 'x/text', severity: 'fatal', path: [], message: 'x', fix: 'y' },
  ],
  Manifest: [
    {
      platform: 'x',
      name: 'X',
      documentation: 'https://docs.x.com',
      verifiedAt: '2026-11-21',
      capabilities: [{ name: 'text', supported: true, source }],
      limits: {},
      rates: [],
      facts: [],
      credentials: [],
    },
    { platform: 'x' },
  ],
  Media: [
    { source: { path: 'a.jpg' }, kind: 'image', mimeType: 'image/jpeg', bytes: 3 },
    { source: { path: 'a.jpg' }, kind: 'image', mimeType: 'jpeg', bytes: 3 },
  ],
  Money: [
    { minor: 1250, currency: 'EUR' },
    { minor: 12.5, currency: 'EUR' },
  ],
  Network: [
    { id: 'club', name: 'Club', lifecycle: 'active' },
    { id: 'club', name: 'Club', lifecycle: 'gone' },
  ],
  Publication: [
    { id: 'p', draft, account, at },
    { id: 'p', draft, account, at: '2027-01-04T08:30' },
  ],
  Reading: [
    {
      subject: { kind: 'post', id: '1' },
      fact: 'reach',
      value: 3,
      window: 'lifetime',
      scope: 'organic',
      asOf: '2027-01-04T08:00:00Z',
      source: 'csv',
    },
    { fact: 'reach', value: 3 },
  ],
  Step: [
    {
      id: 'post-0',
      kind: 'create',
      visibility: 'public',
      recognition: 'client-key',
      needs: [],
      costs: [{ bucket: 'writes', points: 3 }],
      timeoutSeconds: 30,
      settleSeconds: 5,
      request: { text: 'x' },
    },
    { id: 'post-0', kind: 'create' },
  ],
  StepResult: [
    { status: 'done', output: {}, evidence: { statement: 'the server said so' } },
    { status: 'done' },
  ],
  WallTime: [at, { ...at, time: '8:30' }],
};

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
ajv.addFormat('base64', /^[A-Za-z\d+/]*={0,2}$/);

describe('jsonSchema', () => {
  test.each(Object.keys(examples) as JsonSchemaName[])(
    '%s is a valid JSON Schema that takes what the word takes',
    (name) => {
      const schema = jsonSchema(name);
      expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
      const validate = ajv.compile(schema);
      const [good, bad] = examples[name];
      expect([validate(good), validate.errors]).toEqual([true, null]);
      expect(validate(bad)).toBe(false);
    },
  );

  test('asks for nothing that has a default', () => {
    expect(jsonSchema('Publication').required).toEqual(['id', 'draft', 'account', 'at']);
  });

  test('is the same each time', () => {
    expect(contentHash(jsonSchema('Draft'))).toBe(contentHash(jsonSchema('Draft')));
  });
});
