import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { mediaHash, openMedia, probeMedia } from '@affiche/publish/media';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const secret = 'the content of a file elsewhere';
let root = '';
let media = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'media-'));
  media = join(root, 'media');
  mkdirSync(join(media, 'deep'), { recursive: true });
  mkdirSync(join(root, 'media-of-others'));
  writeFileSync(join(media, 'a.jpg'), 'a');
  writeFileSync(join(media, 'deep', 'b.jpg'), 'b');
  writeFileSync(join(root, 'secret.jpg'), secret);
  writeFileSync(join(root, 'media-of-others', 'secret.jpg'), secret);
});
afterEach(() => rmSync(root, { recursive: true }));

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('a path', () => {
  it('is read inside the allowed folders, at any depth and however it is written', async () => {
    const open = openMedia({ folders: [media] });
    expect(text(await open({ path: join(media, 'a.jpg') }))).toBe('a');
    expect(text(await open({ path: `${media}/deep/../deep//b.jpg` }))).toBe('b');
    expect(text(await open({ path: relative(process.cwd(), join(media, 'a.jpg')) }))).toBe('a');
  });

  it('is read in a folder that is itself a link', async () => {
    symlinkSync(media, join(root, 'link'));
    const open = openMedia({ folders: [join(root, 'link')] });
    expect(text(await open({ path: join(root, 'link', 'a.jpg') }))).toBe('a');
    expect(text(await open({ path: join(media, 'a.jpg') }))).toBe('a');
  });

  it.each([
    '../secret.jpg',
    'deep/../../secret.jpg',
    '../media-of-others/secret.jpg',
    '../nothing.jpg',
    '.',
    '',
    'a.jpg\0.png',
  ])('like %j is refused, whether it exists or not', async (path) => {
    await expect(
      openMedia({ folders: [media] })({ path: `${media}/${path}` }),
    ).rejects.toMatchObject({ code: 'media-path-refused' });
  });

  it.each(['/etc/passwd', '/proc/self/environ', '/dev/zero'])('%s is refused', async (path) => {
    const open = openMedia({ folders: [media] });
    await expect(open({ path })).rejects.toMatchObject({ code: 'media-path-refused' });
  });

  it('is read in the working folder alone where nobody says anything else', async () => {
    const { media: found } = await probeMedia({ path: 'package.json' });
    expect(found.bytes).toBeGreaterThan(0);
    for (const path of [join(media, 'a.jpg'), '../package.json', '/etc/passwd']) {
      await expect(probeMedia({ path })).rejects.toMatchObject({ code: 'media-path-refused' });
    }
  });

  it('is refused when a link leads out of the folder, be it of the file or of a folder', async () => {
    symlinkSync(join(root, 'secret.jpg'), join(media, 'link.jpg'));
    symlinkSync(root, join(media, 'deep', 'out'));
    const open = openMedia({ folders: [media] });
    const refused = { code: 'media-path-refused' };
    await expect(open({ path: join(media, 'link.jpg') })).rejects.toMatchObject(refused);
    const out = join(media, 'deep', 'out', 'secret.jpg');
    await expect(open({ path: out })).rejects.toMatchObject(refused);
  });

  it('is refused when it is a pipe, which nobody may ever write to', async () => {
    execFileSync('/usr/bin/mkfifo', [join(media, 'pipe.jpg')]);
    const open = openMedia({ folders: [media] });
    await expect(open({ path: join(media, 'pipe.jpg') })).rejects.toMatchObject({
      code: 'media-path-refused',
    });
  });

  it('gives away nothing outside the folder, whatever is thought up', async () => {
    symlinkSync('..', join(media, 'up'));
    const part = fc.constantFrom('..', '.', 'deep', 'up', 'a.jpg', 'secret.jpg', '', 'media', '/');
    const open = openMedia({ folders: [media] });
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        const path = `${media}/${parts.join('/')}`;
        const bytes = await open({ path }).catch(() => new Uint8Array());
        expect(text(bytes)).not.toContain(secret);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused without folders, and when nothing is there or it is too large', async () => {
    const path = join(media, 'a.jpg');
    await expect(openMedia()({ path })).rejects.toMatchObject({ code: 'media-path-refused' });
    const open = openMedia({ folders: [media], maxBytes: 0 });
    await expect(open({ path })).rejects.toMatchObject({ code: 'media-too-large' });
    await expect(open({ path: join(media, 'no.jpg') })).rejects.toMatchObject({
      code: 'media-unreadable',
    });
  });
});

describe('bytes', () => {
  it('inside a draft are read, up to the limit', async () => {
    expect(text(await openMedia()({ base64: btoa('hello') }))).toBe('hello');
    await expect(
      openMedia({ maxBytes: 3 })({ base64: btoa('hello, world') }),
    ).rejects.toMatchObject({ code: 'media-too-large' });
  });

  it('that a network refused are not opened again, under any name', async () => {
    writeFileSync(join(media, 'same.jpg'), 'a');
    const rejected = new Set<string>();
    const open = openMedia({ folders: [media], isRejected: (hash) => rejected.has(hash) });
    rejected.add(mediaHash(await open({ path: join(media, 'a.jpg') })));
    await expect(open({ path: join(media, 'same.jpg') })).rejects.toMatchObject({
      code: 'media-rejected-before',
    });
    expect(text(await open({ path: join(media, 'deep', 'b.jpg') }))).toBe('b');
  });
});
