import type { VoiceRule } from './voice-rule.ts';

/** What a draft is held against, by name. */
export const voiceRules = {
  banned: {
    id: 'voice/lexicon/banned',
    severity: 'error',
    message: {
      en: 'We do not say “{measured}”{reason}.',
      fr: 'On ne dit pas « {measured} »{reason}.',
    },
    fix: { en: 'Say {instead}.', fr: 'Dites {instead}.' },
  },
  required: {
    id: 'voice/lexicon/required',
    severity: 'warning',
    message: {
      en: 'None of the words we promised is there: {limit}.',
      fr: 'Aucun des mots promis n’y est : {limit}.',
    },
    fix: { en: 'Use one of them.', fr: 'Employez l’un d’eux.' },
  },
  address: {
    id: 'voice/address/consistent',
    severity: 'warning',
    message: {
      en: '“{measured}” addresses readers as {form}; here we say {limit}.',
      fr: '« {measured} » relève du {form} ; ici, on emploie {limit}.',
    },
    fix: {
      en: 'Turn the sentence to {limit}, unless several people are meant.',
      fr: 'Passez la phrase au {limit}, sauf si l’on s’adresse à plusieurs.',
    },
  },
  disclosure: {
    id: 'voice/disclosure/wording',
    severity: 'error',
    message: {
      en: 'Readers are not told that this is: {measured}.',
      fr: 'Rien ne dit aux lecteurs qu’il s’agit de : {measured}.',
    },
    fix: {
      en: 'Put {limit} where everybody sees it, at the start of the first post.',
      fr: 'Mettez {limit} bien en vue, au début de la première publication.',
    },
  },
  language: {
    id: 'voice/language/known',
    severity: 'warning',
    message: {
      en: 'The draft is in {measured}; the line speaks {limit}.',
      fr: 'Le brouillon est en {measured} ; la ligne parle {limit}.',
    },
    fix: { en: 'Translate it, or add the language.', fr: 'Traduisez-le, ou ajoutez la langue.' },
  },
  shouting: {
    id: 'voice/tone/shouting',
    severity: 'warning',
    message: { en: '“{measured}” shouts.', fr: '« {measured} » crie.' },
    fix: { en: 'Write it in small letters.', fr: 'Écrivez-le en minuscules.' },
  },
  exclamation: {
    id: 'voice/tone/exclamation',
    severity: 'info',
    message: { en: '“{measured}” is one mark too many.', fr: '« {measured} » : un signe de trop.' },
    fix: { en: 'One is enough.', fr: 'Un seul suffit.' },
  },
  emoji: {
    id: 'voice/tone/emoji',
    severity: 'warning',
    message: {
      en: '{measured} emoji; the line allows {limit} here.',
      fr: '{measured} émojis ; la ligne en permet {limit} ici.',
    },
    fix: { en: 'Keep {limit}, at the end.', fr: 'Gardez-en {limit}, à la fin.' },
  },
  hashtags: {
    id: 'voice/hashtag/count',
    severity: 'warning',
    message: {
      en: '{measured} hashtags; the line allows {limit} here.',
      fr: '{measured} mots-dièse ; la ligne en permet {limit} ici.',
    },
    fix: {
      en: 'Keep the {limit} that people follow.',
      fr: 'Gardez les {limit} que les gens suivent.',
    },
  },
  readableHashtag: {
    id: 'voice/hashtag/readable',
    severity: 'warning',
    message: {
      en: 'A screen reader runs {measured} together.',
      fr: 'Un lecteur d’écran lit {measured} d’une traite.',
    },
    fix: {
      en: 'Begin each word with a capital: #LikeThis.',
      fr: 'Mettez une majuscule à chaque mot : #CommeCeci.',
    },
  },
  letters: {
    id: 'voice/accessibility/letters',
    severity: 'error',
    message: {
      en: '“{measured}” is made of mathematical signs: a screen reader spells or skips them.',
      fr: '« {measured} » est fait de signes mathématiques : un lecteur d’écran les épelle ou les saute.',
    },
    fix: { en: 'Write it in plain letters.', fr: 'Écrivez-le en lettres ordinaires.' },
  },
  alt: {
    id: 'voice/accessibility/alt-text',
    severity: 'error',
    message: {
      en: 'This picture has no text alternative.',
      fr: 'Cette image n’a pas de texte de remplacement.',
    },
    fix: {
      en: 'Say what it shows; an empty alternative marks decoration.',
      fr: 'Dites ce qu’elle montre ; un texte vide signale un décor.',
    },
  },
  captions: {
    id: 'voice/accessibility/captions',
    severity: 'warning',
    message: { en: 'This video has no captions.', fr: 'Cette vidéo n’a pas de sous-titres.' },
    fix: {
      en: 'Add captions as WebVTT, one file per language.',
      fr: 'Ajoutez des sous-titres WebVTT, un fichier par langue.',
    },
  },
} satisfies Readonly<Record<string, VoiceRule>>;
