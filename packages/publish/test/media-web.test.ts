import { networkInterfaces } from 'node:os';
import { isPublicAddress, openMedia } from '@affiche/publish/media';
import { describe, expect, it } from 'vitest';
import { image } from './media-samples.ts';
import { mediaServer } from './media-server.ts';

const refused = { code: 'media-address-refused' };

describe('an address inside the host’s own network', () => {
  it.each([
    ['this machine', ['127.0.0.1', '127.1.2.3', '0.0.0.0', '::1', '::']],
    ['a local network', ['10.1.2.3', '172.31.0.1', '192.168.1.1', 'fc00::1', 'fd12::1', 'fec0::1']],
    ['a neighbour', ['169.254.1.1', 'fe80::1', 'fe80::1%eth0']],
    ['metadata', ['169.254.169.254', '100.100.100.200', '168.63.129.16', 'fd00:ec2::254']],
    ['carrier-grade translation', ['100.64.0.1', '100.127.255.254']],
    ['mapped and translated', ['::ffff:127.0.0.1', '::127.0.0.1', '64:ff9b::7f00:1']],
    ['tunnelled', ['2002:7f00:1::', '2001:0:7f00:1::', '64:ff9b:1::a00:1']],
    ['many and nobody', ['224.0.0.1', 'ff02::1', '255.255.255.255', '240.0.0.1', '192.0.2.1']],
    ['no address', ['', 'localhost', '127.0.0.1:80', '4000::1']],
  ])('is known: %s', (_name, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });

  it('is known, if it is one of this machine’s own', () => {
    const own = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    expect(own.filter(({ address }) => isPublicAddress(address))).toEqual([]);
  });

  it('is not confused with the internet', () => {
    expect(['8.8.8.8', '172.32.0.1', '2606:4700::1111'].every(isPublicAddress)).toBe(true);
  });

  it.each([
    'https://localhost/a.png',
    'https://127.0.0.1/a.png',
    'https://127.1/a.png',
    'https://2130706433/a.png',
    'https://0x7f000001/a.png',
    'https://017700000001/a.png',
    'https://１２７.0.0.1/a.png',
    'https://[::1]/a.png',
    'https://[::ffff:7f00:1]/a.png',
    'https://[::ffff:a9fe:a9fe]/latest/meta-data',
    'https://169.254.169.254/latest/meta-data',
    'http://93.184.215.14/plain.png',
    'https://user:password@example.com/a.png',
    'file:///etc/passwd',
    'ftp://example.com/a.png',
    'data:image/png;base64,AAAA',
  ])('is refused: %s', async (url) => {
    await expect(openMedia({ web: true })({ url })).rejects.toMatchObject(refused);
  });

  it('is refused when a public name leads there, even as one among public ones', async () => {
    for (const addresses of [['10.0.0.1'], ['93.184.215.14', '127.0.0.1'], ['::ffff:10.0.0.1']]) {
      const open = openMedia({ web: true, resolve: async () => addresses });
      await expect(open({ url: 'https://images.example/a.png' })).rejects.toMatchObject(refused);
    }
  });
});

describe('a file on the web', () => {
  it('is fetched from the address that was checked; no second look-up decides', async () => {
    const bytes = await image('png');
    await using server = await mediaServer((_request, response) =>
      response.setHeader('content-type', 'image/png').end(bytes),
    );
    const answers = [['127.0.0.1'], ['127.0.0.2']];
    const origin = `http://rebinding.example:${server.port}`;
    const resolve = async () => answers.shift() ?? [];
    const open = openMedia({ trustedOrigins: [origin], resolve });
    expect(await open({ url: `${origin}/a.png` })).toEqual(bytes);
    expect(answers).toHaveLength(1);
  });

  it('is not asked for at all without leave', async () => {
    await using server = await mediaServer((_request, response) => response.end());
    const open = openMedia({ folders: ['.'] });
    await expect(open({ url: `${server.url}/a.png` })).rejects.toMatchObject(refused);
    const web = openMedia({ web: true });
    await expect(web({ url: `${server.url}/a.png` })).rejects.toMatchObject(refused);
    expect(server.requests()).toBe(0);
  });

  it('is followed through redirects, each checked like the first', async () => {
    const bytes = await image('png');
    await using inside = await mediaServer((_request, response) => response.end('secret'));
    await using server = await mediaServer(({ url }, response) => {
      const targets: Record<string, string> = {
        '/moved': '/a.png',
        '/inside': `${inside.url}/secret`,
        '/file': 'file:///etc/passwd',
        '/round': '/round',
      };
      const location = targets[url ?? ''];
      if (location) return response.writeHead(302, { location }).end();
      return response.setHeader('content-type', 'image/png').end(bytes);
    });
    const open = openMedia({ web: true, trustedOrigins: [server.url] });
    expect(await open({ url: `${server.url}/moved` })).toEqual(bytes);
    await expect(open({ url: `${server.url}/inside` })).rejects.toMatchObject(refused);
    await expect(open({ url: `${server.url}/file` })).rejects.toMatchObject(refused);
    await expect(open({ url: `${server.url}/round` })).rejects.toThrow('more than 5 redirects');
    expect(inside.requests()).toBe(0);
  });

  it.each([
    ['text/html', '<html>not found</html>', 'which is no media'],
    ['', 'GIF89a', 'of no type'],
    ['image/png', '<html>not found</html>', 'its bytes are not'],
    ['application/octet-stream', '#!/bin/sh', 'its bytes are not'],
    ['video/mp4', 'GIF89a', 'its bytes are image/gif'],
  ])('is refused when it calls itself %j and begins %j', async (type, content, why) => {
    await using server = await mediaServer((_request, response) =>
      response.setHeader('content-type', type).end(content),
    );
    const open = openMedia({ trustedOrigins: [server.url] });
    await expect(open({ url: `${server.url}/a` })).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining(why) as string,
    });
  });

  it('is never read beyond the limit, whether its size is announced or not', async () => {
    let sent = 0;
    await using server = await mediaServer(({ url }, response) => {
      response.setHeader('content-type', 'image/png');
      if (url === '/announced') return response.setHeader('content-length', 10 ** 12).write('x');
      const pour = () => {
        for (; sent < 10 ** 9 && response.write(Buffer.alloc(65_536));) sent += 65_536;
      };
      response.on('drain', pour);
      return pour();
    });
    const open = openMedia({ trustedOrigins: [server.url], maxBytes: 1_000_000 });
    const tooLarge = { code: 'media-too-large' };
    await expect(open({ url: `${server.url}/announced` })).rejects.toMatchObject(tooLarge);
    await expect(open({ url: `${server.url}/endless` })).rejects.toMatchObject(tooLarge);
    expect(sent).toBeLessThan(100_000_000);
  });

  it('is given up when the server is silent, slow, broken or has nothing', async () => {
    await using server = await mediaServer(({ url }, response) => {
      response.setHeader('content-type', 'image/png');
      if (url === '/silent') return undefined;
      if (url === '/slow') return response.write('x');
      if (url === '/cut') {
        response.setHeader('content-length', 100);
        return response.write('x', () => response.destroy());
      }
      return response.writeHead(url === '/gone' ? 410 : 503).end();
    });
    const open = openMedia({ trustedOrigins: [server.url], timeoutSeconds: 0.2 });
    const kinds = {
      silent: 'transient',
      slow: 'transient',
      cut: 'transient',
      busy: 'transient',
      gone: 'gone',
    };
    for (const [path, kind] of Object.entries(kinds)) {
      await expect(open({ url: `${server.url}/${path}` })).rejects.toMatchObject({
        code: 'media-unreachable',
        details: { failure: { kind } },
      });
    }
    const nowhere = openMedia({ web: true, resolve: () => Promise.reject(new Error('no')) });
    await expect(nowhere({ url: 'https://images.example/a.png' })).rejects.toThrow(
      'cannot be found',
    );
  });

  it('is left alone when the caller has had enough', async () => {
    await using server = await mediaServer(() => undefined);
    const stop = new AbortController();
    const open = openMedia({ trustedOrigins: [server.url], signal: stop.signal });
    const waiting = open({ url: `${server.url}/a.png` });
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
  });

  it('does not tell the key in its address to anybody', async () => {
    await using server = await mediaServer((_request, response) => response.writeHead(403).end());
    const open = openMedia({ trustedOrigins: [server.url] });
    const error: unknown = await open({ url: `${server.url}/a?sig=s3cr3t` }).catch(
      (each: unknown) => each,
    );
    expect(JSON.stringify([error, String(error)])).not.toContain('s3cr3t');
  });
});
