import { stringify } from 'csv-stringify/sync';
import type { StarterAnswers } from './starter-answers.ts';

type Words = Readonly<Record<StarterAnswers['language'], string>>;

const ideas: readonly { readonly id: string; readonly pillar: string; readonly text: Words }[] = [
  {
    id: 'who-we-are',
    pillar: 'people',
    text: {
      en: 'Hello! We are {name}. Here we show how we work, what we learn and what is new. Ask us anything.',
      fr: 'Bonjour ! Nous sommes {name}. Nous montrons ici comment nous travaillons, ce que nous apprenons et ce qui est nouveau.',
    },
  },
  {
    id: 'how-it-is-made',
    pillar: 'craft',
    text: {
      en: 'People often ask how long it takes. The honest answer: three days, two of which are waiting.',
      fr: 'On nous demande souvent combien de temps il faut. Réponse honnête : trois jours, dont deux d’attente.',
    },
  },
  {
    id: 'a-small-tip',
    pillar: 'craft',
    text: {
      en: 'A small tip that costs nothing: keep it dry, keep it dark, and it lasts twice as long.',
      fr: 'Un petit conseil qui ne coûte rien : au sec, à l’abri de la lumière, et cela dure deux fois plus longtemps.',
    },
  },
  {
    id: 'meet-the-team',
    pillar: 'people',
    text: {
      en: 'Meet the person who opens every morning at six. Her secret is not coffee: it is the radio.',
      fr: 'Voici celle qui ouvre chaque matin à six heures. Son secret n’est pas le café : c’est la radio.',
    },
  },
  {
    id: 'a-mistake',
    pillar: 'craft',
    text: {
      en: 'Last month a whole batch went wrong. What we changed since then, in two posts.\n---\nWe now weigh twice and write it down. It takes four minutes, and nothing was thrown away since.',
      fr: 'Le mois dernier, toute une série était ratée. Ce que nous avons changé, en deux messages.\n---\nNous pesons désormais deux fois et nous notons tout. Quatre minutes de plus, et plus rien de jeté.',
    },
  },
  {
    id: 'what-you-say',
    pillar: 'people',
    text: {
      en: '“I came for one thing and stayed for the talk.” Thank you to everybody who told us such things this week.',
      fr: '« Je venais pour une chose, je suis restée pour la conversation. » Merci à vous pour ces mots, cette semaine.',
    },
  },
  {
    id: 'new-this-week',
    pillar: 'offers',
    text: {
      en: 'New this week, and only as long as it lasts. Come and see, or write to us and we keep one for you.',
      fr: 'Nouveau cette semaine, tant qu’il y en a. Passez nous voir, ou écrivez-nous et nous en gardons un.',
    },
  },
  {
    id: 'behind-the-price',
    pillar: 'offers',
    text: {
      en: 'What is in the price? Half is work, a third is material, and the rest keeps the lights on.',
      fr: 'Que paie-t-on dans le prix ? La moitié est du travail, un tiers la matière, le reste nous éclaire.',
    },
  },
];

// What networks want to know of each post. Titles are written here, the rest only its owner knows.
const optionColumns: Readonly<Record<string, readonly string[]>> = {
  pinterest: ['title', 'board'],
  reddit: ['title', 'subreddit'],
  tiktok: [
    'title',
    'privacyLevel',
    'consent.musicUsage',
    'consent.brandedContent',
    'disclosure.ownBrand',
    'disclosure.brandedContent',
  ],
  wordpress: ['title'],
  youtube: ['title', 'privacy', 'madeForKids'],
};

/** Eight ideas to begin with: to be written over. */
export function starterIdeas({ language, name, accounts }: StarterAnswers): string {
  const networks = [...new Set(accounts.map(({ platform }) => platform))];
  const options = networks.flatMap((network) =>
    (optionColumns[network] ?? []).map((option) => `${network}.${option}`),
  );
  const titles = options.filter((option) => option.endsWith('.title'));
  return stringify(
    ideas.map(({ id, pillar, text }) => {
      const written = text[language].replace('{name}', name);
      const [title = ''] = /^.*?[.!?:,](?=\s|$)/s.exec(written) ?? [];
      return {
        id,
        pillar,
        text: written,
        language,
        ...Object.fromEntries(titles.map((option) => [option, title.replace(/[.:,]$/, '')])),
      };
    }),
    {
      header: true,
      columns: [
        'id',
        'pillar',
        'networks',
        'text',
        'link',
        'image',
        'alt',
        'language',
        'notBefore',
        'deadline',
        'pinnedAt',
        ...options,
      ],
    },
  );
}
