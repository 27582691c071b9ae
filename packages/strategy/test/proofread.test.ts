import { readFileSync } from 'node:fs';
import { createProofreader, type Proofreader } from '@affiche/strategy/proofread';
import english from 'dictionary-en';
import french from 'dictionary-fr';
import { beforeAll, describe, expect, it } from 'vitest';
import { plantErrors } from './proofread/plant-errors.ts';

const clean = (language: 'en' | 'fr') =>
  readFileSync(`${import.meta.dirname}/proofread/clean-${language}.txt`, 'utf8');

/** What is left of the false alarms and the slips of a language, so that two languages make one sum. */
function measure(reader: Proofreader, language: 'en' | 'fr') {
  const text = clean(language);
  const planted = plantErrors(text, language, 100);
  const found = planted.filter(({ text: slipped, start, end }) =>
    reader
      .proofread(slipped, { suggestions: 0 })
      .some(({ at }) => at.start <= end && at.end >= start),
  );
  return {
    planted: planted.length,
    found: found.length,
    words: text.match(/\p{L}+/gu)?.length ?? 0,
    alarms: reader.proofread(text).length,
  };
}

describe('proofreading', () => {
  // Unfolding the French dictionary takes seconds: once for all.
  const readers: Partial<Record<'en' | 'fr', Proofreader>> = {};
  const reader = (language: 'en' | 'fr') => readers[language] as Proofreader;

  beforeAll(() => {
    readers.fr = createProofreader({ language: 'fr', dictionary: french, words: ['tempérage'] });
    readers.en = createProofreader({ language: 'en', dictionary: english });
  }, 120_000);

  it('finds 95 of 100 slips that nobody chose, with 2 false alarms in 100 words at most', () => {
    const [fr, en] = [measure(reader('fr'), 'fr'), measure(reader('en'), 'en')];
    expect(fr.planted + en.planted).toBe(200);
    expect((fr.found + en.found) / 200).toBeGreaterThanOrEqual(0.95);
    expect(fr.alarms / fr.words).toBeLessThanOrEqual(0.02);
    expect(en.alarms / en.words).toBeLessThanOrEqual(0.02);
  });

  it('says where a slip stands, what is wrong and what to write', () => {
    const text = 'La boulangeri ouvre à 7 h !';
    const [slip, space] = reader('fr').proofread(text);
    expect(text.slice(slip?.at.start, slip?.at.end)).toBe('boulangeri');
    expect(slip).toMatchObject({
      rule: 'proofread/spelling/unknown',
      message: '« boulangeri » n’est pas au dictionnaire.',
    });
    expect(slip?.suggestions).toContain('boulangerie');
    expect(space).toMatchObject({
      rule: 'proofread/typography/space-before-sign',
      suggestions: ['\u00a0!'],
    });
  });

  it.each([
    ['Grâce a vous, nous rouvrons.', 'Grâce à'],
    ['A bientôt au fournil.', 'À '],
    ['Il à plu toute la nuit.', 'Il a'],
    ['Nous avons manger vos brioches.', 'avons mangé'],
    ['Vous pouvez réservé en ligne.', 'pouvez réserver'],
    ['Vous pouvez réservez en ligne.', 'pouvez réserver'],
    ['Je suis aller au marché.', 'suis allé'],
    ['Une lectrice a visite le fournil.', 'a visité'],
    ['On s’est trompe.', 's’est trompé'],
    ['Nous gardons trente-deux hérisson.', 'trente-deux hérissons'],
    ['Tout les matins.', 'Tous les'],
    ['Ca sent bon.', 'Ça'],
    ['Sa va chauffer.', 'Ça va'],
    ['Le école est fermée.', 'L’école'],
    ['Un coeur de beurre.', 'cœur'],
    ['La recette de le chef.', 'du chef'],
    ['Quand à nous, on ferme.', 'Quant à'],
    ['Comme même !', 'Quand même'],
    ['Des pain au lait.', 'Des pains'],
    ['Il dit "bonjour" au facteur.', '«\u00a0bonjour\u00a0»'],
    ['Et voilà...', '…'],
    ['La tarte coûte 12€ la part.', '\u00a0€'],
    ['Ecoute la croûte.', 'Écoute'],
  ])('reads « %s »', (text, better) => {
    const suggestions = reader('fr')
      .proofread(text)
      .flatMap((slip) => slip.suggestions);
    expect(suggestions).toContain(better);
  });

  it.each([
    'Rendez-vous à 8\u00a0h\u00a030, place de l’Hôtel-de-Ville\u00a0: il n’y a rien à manger.',
    'Dis-le à Salim, puis va-t’en avant de le voir.',
    'Les voir, c’est les aimer. On les a goûtés, et on les emporte.',
    'Écrivez à salim@aubepine.example ou sur https://aubepine.example/a?b=c, #boulangeriedujour.',
    'La pâte lève de onze à une heure. Nous nous levons. Est-ce un yaourt\u00a0?',
    'Il a hâte de partir, il a envie de tout. Elle est calme. Deux pour un, trois sur dix.',
    'Le hall, la onzième fournée, le oui franc. À la fin, il est entier, fier et léger.',
  ])('has nothing to say of « %s »', (text) => {
    expect(reader('fr').proofread(text)).toEqual([]);
  });

  it.each([
    ['You should of come.', 'should have'],
    ['Its a honest loaf.', 'It’s a'],
    ['Its a honest loaf.', 'an honest'],
    ['A hour later.', 'An hour'],
    ['An university town.', 'A university'],
    ['It is better then yours.', 'better than'],
    ['Your welcome.', 'You’re welcome'],
    ['Yesterday i baked.', 'I'],
    ['We was late.', 'We were'],
    ['To much sugar.', 'Too much'],
    ['It is is warm.', 'is'],
  ])('reads “%s”', (text, better) => {
    const suggestions = reader('en')
      .proofread(text)
      .flatMap((slip) => slip.suggestions);
    expect(suggestions).toContain(better);
  });

  it('takes the words it is taught, and speaks the language it is asked to', () => {
    expect(reader('fr').proofread('Le tempérage du chocolat.')).toEqual([]);
    const reading = createProofreader({
      language: 'en',
      dictionary: { aff: 'SET UTF-8', dic: '2\nbread\nfresh' },
      words: ['Aubépine'],
      messages: 'fr',
    }).proofread('fresh bred by aubépine');
    expect(reading.map(({ message }) => message)).toContain('« bred » n’est pas au dictionnaire.');
  });
});
