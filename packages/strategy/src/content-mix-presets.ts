import type { ContentMixName } from './content.ts';
import type { Text } from './language.ts';

/** A ready-made mix: its categories with their shares, in the words of the source it is quoted from. */
export interface ContentMixPreset {
  readonly categories: readonly {
    readonly id: string;
    readonly name: Text;
    readonly share: number;
  }[];
}

const share = (id: string, parts: number, whole: number, en: string, fr: string) => ({
  id,
  name: { en, fr },
  share: parts / whole,
});

/**
 * The content mixes of the trade. The same numbers mean other categories in other sources,
 * so each preset carries its own wording: read it before you use it.
 */
export const contentMixPresets: Readonly<Record<ContentMixName, ContentMixPreset>> = {
  '80/20': {
    categories: [
      share('value', 4, 5, 'useful or entertaining', 'utile ou divertissant'),
      share('promotion', 1, 5, 'about the offer', 'sur l’offre'),
    ],
  },
  '70-20-10': {
    categories: [
      share(
        'value',
        7,
        10,
        'own content that builds the brand',
        'contenu propre qui installe la marque',
      ),
      share('shared', 2, 10, 'content of others, shared', 'contenu d’autrui, partagé'),
      share('promotion', 1, 10, 'promotion', 'promotion'),
    ],
  },
  thirds: {
    categories: [
      share('promotion', 1, 3, 'promotion of the business', 'promotion de l’entreprise'),
      share('shared', 1, 3, 'ideas and stories of others', 'idées et récits d’autrui'),
      share('conversation', 1, 3, 'personal conversation', 'échange avec les gens'),
    ],
  },
  '50-30-20': {
    categories: [
      share('engage', 5, 10, 'posts that engage', 'publications qui engagent'),
      share('inform', 3, 10, 'posts that inform', 'publications qui informent'),
      share('promotion', 2, 10, 'posts that promote', 'publications qui vendent'),
    ],
  },
  '4-1-1': {
    categories: [
      share('shared', 4, 6, 'content of others', 'contenu d’autrui'),
      share('soft', 1, 6, 'soft promotion', 'promotion discrète'),
      share('promotion', 1, 6, 'hard promotion', 'promotion directe'),
    ],
  },
  '5-3-2': {
    categories: [
      share('curated', 5, 10, 'curated from others', 'choisi chez les autres'),
      share('created', 3, 10, 'created by the brand', 'créé par la marque'),
      share('personal', 2, 10, 'personal and human', 'personnel et humain'),
    ],
  },
};
