/** A unique id of this page: 32 hexadecimal digits. Insecure contexts have no `crypto.randomUUID`. */
export function newClientId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
