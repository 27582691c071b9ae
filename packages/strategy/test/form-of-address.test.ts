import { Draft } from '@affiche/core';
import { checkVoice, EditorialLine } from '@affiche/strategy';
import { describe, expect, it } from 'vitest';

// What a reader of French would say of each text.
const addresses: readonly (readonly [text: string, address: 'tu' | 'vous' | 'both' | 'none'])[] = [
  ['Tu passes prendre ton pain ?', 'tu'],
  ['Viens goûter la brioche.', 'tu'],
  ['On t’attend dès sept heures.', 'tu'],
  ['Raconte-nous ta tartine du matin.', 'tu'],
  ['Et toi, pointe ou croûton ?', 'tu'],
  ['Tes enfants vont adorer.', 'tu'],
  ['Cette recette, c’est la tienne.', 'tu'],
  ['Abonne-toi pour la suite.', 'tu'],
  ['Vous passez prendre votre pain ?', 'vous'],
  ['Venez goûter la brioche.', 'vous'],
  ['Racontez-nous vos tartines du matin.', 'vous'],
  ['Cette recette, c’est la vôtre.', 'vous'],
  ['Merci à vous.', 'vous'],
  ['Réservez avant vendredi.', 'vous'],
  ['Le four est chaud. Entrez !', 'vous'],
  ['Nous vous gardons une part.', 'vous'],
  ['Votre galette vous attend.', 'vous'],
  ['Tu viens ? Réservez ici.', 'both'],
  ['Votre avis compte : dis-nous tout, on t’écoute.', 'both'],
  ['Viens avec vos amis.', 'both'],
  ['Le rendez-vous est pris chez le meunier.', 'none'],
  ['Il a pris le ton de la confidence.', 'none'],
  ['Assez de sucre, et le nez rougit.', 'none'],
  ['Le boulanger s’est tu.', 'none'],
  ['« Vous êtes les meilleurs », nous écrit Lise.', 'none'],
  ['La pâte lève, le four chante.', 'none'],
  ['On se retrouve samedi au marché.', 'none'],
  ['Un article à lire sur https://toi.example/vous', 'none'],
  ['Merci @toi et #vous', 'none'],
  ['Au rez-de-chaussée, chez Sanchez.', 'none'],
  ['Le thon est en tartine, la tarte est tiède.', 'none'],
  ['Nous testons trois farines.', 'none'],
];

const kept = {
  tu: ['tu', 'none'],
  vous: ['vous', 'none'],
  neutral: ['tu', 'vous', 'none'],
};

describe.each(['tu', 'vous', 'neutral'] as const)('a line that says %s', (address) => {
  const line = EditorialLine.parse({ promise: 'Bread', address });

  it.each(addresses)('judges “%s” (%s)', (text, actual) => {
    const draft = Draft.parse({ id: 'd', language: 'fr', items: [{ text }] });
    const found = checkVoice(draft, line).map(({ rule }) => rule);
    const expected = kept[address].includes(actual) ? [] : ['voice/address/consistent'];
    expect([...new Set(found)]).toEqual(expected);
  });
});

describe('the form of address', () => {
  const text = 'Tu viens ?';
  const draft = Draft.parse({ id: 'd', language: 'fr', items: [{ text }] });

  it('may differ by network', () => {
    const line = EditorialLine.parse({
      promise: 'Bread',
      address: 'vous',
      networks: [{ platform: 'tiktok', address: 'tu' }],
    });
    expect(checkVoice(draft, line, { platform: 'tiktok' })).toEqual([]);
    expect(checkVoice(draft, line, { platform: 'linkedin', language: 'fr' })[0]).toMatchObject({
      at: { start: 0, end: 2 },
      message: '« Tu » relève du tu ; ici, on emploie vous.',
    });
  });

  it('is not looked for in other languages', () => {
    const line = EditorialLine.parse({ promise: 'Bread', address: 'vous' });
    expect(checkVoice({ ...draft, language: 'en' }, line)).toEqual([]);
  });
});
