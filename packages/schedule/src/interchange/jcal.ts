/** A property of RFC 7265: name, parameters, type, value or values. */
export type JCalProperty = [
  name: string,
  parameters: Record<string, string>,
  type: string,
  ...values: (string | number)[],
];

/** A component of RFC 7265: name, properties, parts. */
export type JCalComponent = [name: string, properties: JCalProperty[], components: JCalComponent[]];
