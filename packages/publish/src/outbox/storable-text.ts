/** PostgreSQL keeps every character but one: what was said with a NUL is kept with the sign for "unreadable". */
export function storable<Value>(value: Value): Value | string {
  return typeof value === 'string' && value.includes('\0')
    ? value.replaceAll('\0', '\ufffd')
    : value;
}
