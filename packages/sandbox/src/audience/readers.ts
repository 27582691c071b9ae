/** A simulated person. */
export interface Reader {
  readonly index: number;
  /** `camille-17` */
  readonly name: string;
  readonly displayName: string;
}

const firstNames =
  'Camille,Noor,Léa,Marek,Aïcha,Jonas,Inès,Tomás,Maëlle,Yuki,Oscar,Priya,Hugo,Ewa,Lina,Kofi,Manon,Théo,Zoé,Sven'.split(
    ',',
  );

/** The person behind an index; there is one for every whole number below a million. */
export function readerOf(index: number): Reader {
  const first = firstNames[index % firstNames.length] ?? 'Camille';
  const plain = first.normalize('NFD').replaceAll(/\p{Mark}/gu, '');
  return { index, name: `${plain.toLowerCase()}-${index}`, displayName: `${first} ${index}` };
}

/** The reader with a name, if it is one. */
export function readerNamed(name: string): Reader | undefined {
  const index = Number(/-(?<index>\d{1,6})$/.exec(name)?.groups?.['index'] ?? NaN);
  const reader = Number.isInteger(index) ? readerOf(index) : undefined;
  return reader?.name === name ? reader : undefined;
}

const phrases: Readonly<Record<string, readonly string[]>> = {
  fr: [
    'Ça donne envie !',
    'Vous êtes ouverts dimanche ?',
    'Merci pour le partage.',
    'Magnifique, bravo à toute l’équipe.',
    'Est-ce qu’on peut réserver ?',
    'Déçu la dernière fois, dommage.',
  ],
  en: [
    'Love this!',
    'Are you open on Sunday?',
    'Thanks for sharing.',
    'Beautiful work, congratulations to the team.',
    'Can I order one?',
    'A bit disappointed last time, to be honest.',
  ],
};

/** What a reader says about a post, in its language where we know it; English otherwise. */
export function phraseOf(choice: number, language: string | undefined): string {
  const known = phrases[(language ?? 'en').slice(0, 2)] ?? phrases['en'] ?? [];
  return known[Math.floor(choice * known.length)] ?? '';
}
