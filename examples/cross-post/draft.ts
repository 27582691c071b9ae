import { readFile } from 'node:fs/promises';
import { Draft, type Media } from '@affiche/core';

const text = `The galette is back! 🥐 Butter from Isigny, almonds from Valensole, and one bean for whoever
is king or queen of the day. We bake every morning until Epiphany, and what is left at six in the evening
goes to the neighbours. Tell us who found the bean at your table: the best story wins a galette for eight,
and the second best a coffee every morning in January. #galette #epiphany`;

/** How it is made, for where only films are shown. */
export const film: Media = {
  source: { base64: Buffer.from('\0\0\0\x1cftypisom\0\0\0\0').toString('base64') },
  kind: 'video',
  mimeType: 'video/mp4',
  bytes: 16,
  durationSeconds: 45,
};

/** One draft for every network: a text, a picture and a link. */
export async function readDraft(): Promise<Draft> {
  const bytes = await readFile(new URL('galette.jpg', import.meta.url));
  return Draft.parse({
    id: 'galette',
    language: 'en',
    items: [
      {
        text: text.replaceAll('\n', ' '),
        media: [
          {
            source: { base64: bytes.toString('base64') },
            kind: 'image',
            mimeType: 'image/jpeg',
            bytes: bytes.byteLength,
            width: 1080,
            height: 1080,
            alt: 'A golden galette with a paper crown beside it.',
          },
        ],
        link: { url: 'https://bakery.example/galette', title: 'The galette is back' },
      },
    ],
  });
}
