/** An id of this page, different from all others: 32 hexadecimal digits. Pages that are not secure have no `crypto.randomUUID`. */
export function newClientId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
