// Words for the special categories of personal data of Article 9, folded to plain lower-case letters.
const categories: readonly RegExp[] = [
  /ethni|\brac(e|ial)|origine? (ethni|racial)|skin colou?r|couleur de peau/,
  /politi|\bvot(e|er|ers|ing|eurs?)\b|\bpart(y|i) (member|membership|politique)|electeurs?/,
  /religi|\bfaith\b|\bfoi\b|croyance|church|eglise|musulman|muslim|jewish|\bjuif|juive|chretien|christian|catholi/,
  /philosoph/,
  /trade union|syndica|\bunion membership/,
  /genetic|genetique|\bdna\b|\badn\b/,
  /biometri/,
  /health|sante|disease|maladie|illness|disab|handicap|pregnan|enceinte|grossesse|diabet|cancer|depress|addict|obes/,
  /sexual|sexuel|\bgay\b|lesb|homosex|bisex|\blgbt|transgen|sex life|vie intime/,
];

/**
 * Whether an advertisement would select people by what Article 9 of the GDPR protects.
 *
 * @see {@link https://eur-lex.europa.eu/eli/reg/2016/679/oj | Regulation (EU) 2016/679, Article 9}
 */
export function isSensitive(category: string, value: string): boolean {
  const folded = `${category} ${value}`.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return categories.some((pattern) => pattern.test(folded));
}
