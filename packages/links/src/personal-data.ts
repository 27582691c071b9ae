const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/u;
// With the international prefix, or ten digits and more in groups, as people write telephone numbers;
// a bare run of digits is an id.
const telephone =
  /(?:\+|\b00)\d[\d\s().-]{7,}\d|(?<![\w.-])0\d(?:[\s.-]\d{2}){4}(?!\d)|\(?\b\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\d)/;
const names = /^(e?-?mail|phone|tel|mobile|(first|last|sur)-?name|birth-?\w+|address|iban)$/;

/** What personal data a value seems to hold, if any: links end up in logs and in other people's reports. */
export function personalDataIn(value: string): 'e-mail address' | 'telephone number' | undefined {
  if (email.test(value)) return 'e-mail address';
  if (telephone.test(value)) return 'telephone number';
  return undefined;
}

/** Whether the name of a parameter promises personal data. */
export function namesPersonalData(name: string): boolean {
  return names.test(name.toLowerCase().replaceAll('_', '-'));
}
