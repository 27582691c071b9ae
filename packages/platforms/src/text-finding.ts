import type { Draft, Finding } from '@affiche/core';

/** What no network can send, whatever its limits: text that is no text. */
export function checkWellFormed(platform: string, text: string, path: Finding['path']): Finding[] {
  if (text.isWellFormed()) return [];
  return [
    {
      rule: `${platform}/text/lone-surrogate`,
      severity: 'error',
      path,
      message: 'The text holds half a character, as when an emoji was cut in two.',
      fix: 'Write the text again, or cut it between characters.',
    },
  ];
}

const marks =
  /(?:^|[\s([])[#＃]?(?:ad|ads|advert|advertisement|anzeige|werbung|sponsored|paid|publicit[eé]|pub|partenariat|partnership|partner|collaboration|gift|gifted|offert|affiliate|automated|bot)(?=$|[\s.,;:!?)\]])/iu;

/** What a network without a disclosure field needs: the words themselves. */
export function checkDisclosure(platform: string, { disclosure, items }: Draft): Finding[] {
  if (disclosure === undefined || items.some(({ text }) => marks.test(text))) return [];
  return [
    {
      rule: `${platform}/disclosure/unspoken`,
      severity: 'warning',
      path: ['disclosure'],
      message: `The network has no field that says "${disclosure}", and the text does not say it either.`,
      measured: disclosure,
      fix: 'Say it at the start of the text, such as "Advertisement:" or #ad.',
    },
  ];
}
